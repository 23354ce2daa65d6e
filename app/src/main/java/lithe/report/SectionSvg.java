// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import lithe.device.Device;
import lithe.device.Filling;
import lithe.geometry.Box;
import lithe.simulation.Field;
import lithe.units.Units;

/// Draws the stack cut along the phone: to scale along y, thickness stretched, every layer and part named.
///
/// The same cut is drawn twice, as built and as hot. Shade tells how well a thing conducts along its plane.
final class SectionSvg {

    /// How many times the thickness is stretched.
    static final double STRETCH = 7;

    private static final double MM = 1e3;
    private static final double LETTER = 3.1;
    private static final double LINE = 3.9;
    private static final double LEFT = 2, RIGHT = 40;

    private final Device device;
    private final double x;
    private final double length;
    private final double height;

    private SectionSvg(Device device, double x) {
        this.device = device;
        this.x = x;
        this.length = MM * device.body().length();
        this.height = STRETCH * MM * device.body().thickness();
    }

    /// A name that wants a place beside the drawing.
    private record Label(String name, double at) {}

    /// The stack as it is built, cut at x.
    static String built(Device device, double x) {
        return new SectionSvg(device, x).built();
    }

    /// Temperatures along the same cut.
    static String hot(Device device, Field field, double x, ColourScale scale) {
        return new SectionSvg(device, x).hot(field, scale);
    }

    private String built() {
        List<Label> above = new ArrayList<>();
        var drawing = new StringBuilder();
        double z = 0;
        List<Label> layers = new ArrayList<>();
        for (var layer : device.layers()) {
            double t = STRETCH * MM * layer.thickness();
            drawing.append(block(0, z, length, t, layer.material().inPlane(), layer.name()));
            layers.add(new Label(layer.name() + " " + thickness(layer.thickness()), z + t / 2));
            z += t;
        }
        for (var part : device.parts()) {
            for (var box : part.boxes()) {
                if (x >= box.x0() && x <= box.x1()) {
                    drawing.append(part(part.name(), part.filling(), box, above));
                }
            }
        }
        double rows = Math.max(1, rowsNeeded(above));
        var svg = new Svg("section", "section of the stack", -LEFT, -LINE * rows - 6, length + LEFT + RIGHT, height + LINE * rows + 14, "");
        svg.add(drawing.toString());
        svg.rect("outline", 0, 0, length, height, "");
        beside(svg, layers);
        over(svg, above);
        faces(svg);
        axis(svg);
        return svg.end();
    }

    private String hot(Field field, ColourScale scale) {
        var svg = new Svg("section", "temperatures along the section", -LEFT, -5, length + LEFT + RIGHT, height + 14,
                "data-low=\"" + (scale.low() - Units.ICE) + "\" data-high=\"" + (scale.high() - Units.ICE) + "\"");
        var relief = Relief.cut(field, x);
        var whole = MapSvg.mask(device);
        Png.Mask mask = (y, z) -> whole.covers(x, y);
        svg.picture(Png.of(relief, scale, mask, 458, 160), 0, 0, length, height, "class=\"field\"");
        for (var part : device.parts()) {
            for (var box : part.boxes()) {
                if (x >= box.x0() && x <= box.x1()) {
                    svg.rect("ghost", MM * box.y0(), STRETCH * MM * box.z0(), MM * box.length(), STRETCH * MM * box.thickness(), "");
                }
            }
        }
        MapSvg.isotherms(svg, relief, mask, STRETCH * MM, new Labels(LETTER));
        svg.rect("outline", 0, 0, length, height, "");
        faces(svg);
        axis(svg);
        return svg.end();
    }

    private String part(String name, Filling filling, Box box, List<Label> above) {
        double y = MM * box.y0(), z = STRETCH * MM * box.z0();
        double wide = MM * box.length(), tall = STRETCH * MM * box.thickness();
        double k =
                switch (filling) {
                    case Filling.Solid(var material) -> material.inPlane();
                    case Filling.Chamber _ -> BEST;
                };
        var text = block(y, z, wide, tall, k, name);
        if (wide > Svg.width(name, LETTER) + 1 && tall > LETTER * 0.9) {
            return text + "<text class=\"inside%s\" x=\"%s\" y=\"%s\">%s</text>"
                    .formatted(shade(k) > 0.55 ? "" : " light", Svg.n(y + wide / 2), Svg.n(z + tall / 2 + 0.36 * LETTER), Markup.escaped(name));
        }
        above.add(new Label(name, y + wide / 2));
        return text + "<circle class=\"dot\" cx=\"%s\" cy=\"%s\" r=\"0.5\"/>".formatted(Svg.n(y + wide / 2), Svg.n(z + tall / 2))
                + "<line class=\"leader\" x1=\"%1$s\" y1=\"%2$s\" x2=\"%1$s\" y2=\"-4\"/>"
                        .formatted(Svg.n(y + wide / 2), Svg.n(z + tall / 2));
    }

    private static final double WORST = 0.02, BEST = 2000; // W/(m·K), ends of the shades

    /// Lightness by the logarithm of conductivity: 0.93 for air, 0.42 for graphite.
    private static double shade(double k) {
        double u = Math.log(Math.clamp(k, WORST, BEST) / WORST) / Math.log(BEST / WORST);
        return 0.95 - 0.55 * u;
    }

    private static String block(double y, double z, double wide, double tall, double k, String name) {
        double light = shade(k);
        int r = (int) (255 * (light - 0.05)), g = (int) (255 * light), b = (int) (255 * Math.min(1, light + 0.05));
        var colour = String.format(Locale.ROOT, "#%02x%02x%02x", Math.max(r, 0), g, b);
        return "<rect class=\"block\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"><title>%s</title></rect>"
                .formatted(Svg.n(y), Svg.n(z), Svg.n(wide), Svg.n(tall), colour, Markup.escaped(name));
    }

    /// Names of the layers at the right, moved apart until none touches the next.
    private void beside(Svg svg, List<Label> layers) {
        double[] at = layers.stream().mapToDouble(Label::at).toArray();
        spread(at, LINE, -2, height + 2);
        for (int i = 0; i < at.length; i++) {
            svg.add("<path class=\"leader\" d=\"M%s %sL%s %s\"/>"
                    .formatted(Svg.n(length), Svg.n(layers.get(i).at()), Svg.n(length + 4), Svg.n(at[i])));
            svg.words("name", length + 4.6, at[i] + 0.35 * LETTER, layers.get(i).name());
        }
    }

    /// Names of parts that are too thin for them, above the drawing, in as many rows as it takes.
    private void over(Svg svg, List<Label> above) {
        double[] end = new double[above.size() + 1];
        java.util.Arrays.fill(end, Double.NEGATIVE_INFINITY);
        for (var label : sorted(above)) {
            double half = Svg.width(label.name(), LETTER) / 2, at = Math.clamp(label.at(), half, length - half);
            int row = row(end, at - half);
            end[row] = at + half + 2;
            if (row > 0) {
                svg.line("leader", label.at(), -4, label.at(), -4 - LINE * row + 0.6);
            }
            svg.words("name middle", at, -4.6 - LINE * row, label.name());
        }
    }

    private int rowsNeeded(List<Label> above) {
        double[] end = new double[above.size() + 1];
        java.util.Arrays.fill(end, Double.NEGATIVE_INFINITY);
        int rows = 0;
        for (var label : sorted(above)) {
            double half = Svg.width(label.name(), LETTER) / 2, at = Math.clamp(label.at(), half, length - half);
            int row = row(end, at - half);
            end[row] = at + half + 2;
            rows = Math.max(rows, row + 1);
        }
        return rows;
    }

    private static List<Label> sorted(List<Label> labels) {
        return labels.stream().sorted(Comparator.comparingDouble(Label::at)).toList();
    }

    private static int row(double[] end, double from) {
        int row = 0;
        while (row < end.length - 1 && end[row] > from) {
            row++;
        }
        return row;
    }

    /// Moves rising places apart to a least distance, staying between two ends where there is room.
    static void spread(double[] at, double least, double from, double to) {
        for (int i = 0; i < at.length; i++) {
            at[i] = Math.max(at[i], i == 0 ? from : at[i - 1] + least);
        }
        for (int i = at.length - 1; i >= 0; i--) {
            double room = i == at.length - 1 ? Math.max(to, from + least * i) : at[i + 1] - least;
            at[i] = Math.min(at[i], room);
        }
    }

    private void faces(Svg svg) {
        svg.words("face", 1.2, -1, "front");
        svg.words("face", 1.2, height + 3.6, "back");
    }

    private void axis(Svg svg) {
        for (double y = 20; y <= length + 0.5; y += 20) {
            svg.line("tick", y, height + 0.6, y, height + 1.8);
            svg.words("axis middle", y, height + 5, Svg.n(y) + (y + 20 > length + 0.5 ? " mm" : ""));
        }
    }

    private static String thickness(double metres) {
        return Words.fixed(MM * metres, 2) + " mm";
    }
}

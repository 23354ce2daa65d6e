// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lithe.device.Device;
import lithe.device.Filling;
import lithe.device.Layer;
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
    private static final double LEFT = 2;
    private static final double SLANT = Math.toRadians(50);

    private final Device device;
    private final double x;
    private final double length;
    private final double height;
    private final double right;

    private SectionSvg(Device device, double x) {
        this.device = device;
        this.x = x;
        this.length = MM * device.body().length();
        this.height = STRETCH * MM * device.body().thickness();
        this.right = 6 + device.layers().stream().mapToDouble(layer -> Svg.width(named(layer), LETTER)).max().orElse(0);
    }

    /// A name that wants a place beside the drawing; its leader may end anywhere from one end of the thing to the other.
    private record Label(String name, double from, double to, double height) {

        double middle() {
            return (from + to) / 2;
        }
    }

    /// The stack as it is built, cut at x.
    static String built(Device device, double x) {
        return new SectionSvg(device, x).built();
    }

    /// Temperatures along the same cut.
    static String hot(Device device, Field field, double x, ColourScale scale) {
        return new SectionSvg(device, x).hot(field, scale);
    }

    private String built() {
        var drawing = new StringBuilder();
        double z = 0;
        List<Label> layers = new ArrayList<>();
        for (var layer : device.layers()) {
            double t = STRETCH * MM * layer.thickness();
            drawing.append(block(0, z, length, t, layer.material().inPlane(), layer.name()));
            layers.add(new Label(named(layer), z, z + t, z + t / 2));
            z += t;
        }
        Map<String, Label> outside = new LinkedHashMap<>();
        for (var part : device.parts()) {
            for (var box : part.boxes()) {
                if (x >= box.x0() && x <= box.x1()) {
                    drawing.append(part(part.name(), part.filling(), box, outside));
                }
            }
        }
        var above = side(outside, true);
        var below = side(outside, false);
        double head = 6 + slanted(above), foot = 8 + slanted(below);
        var svg = new Svg("section", "section of the stack", -LEFT, -head, length + LEFT + right, height + head + foot, "");
        svg.add(drawing.toString());
        svg.rect("outline", 0, 0, length, height, "");
        beside(svg, layers);
        over(svg, above, true);
        over(svg, below, false);
        faces(svg);
        axis(svg);
        return svg.end();
    }

    private String hot(Field field, ColourScale scale) {
        var svg = new Svg("section", "temperatures along the section", -LEFT, -5, length + LEFT + right, height + 14,
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

    private String part(String name, Filling filling, Box box, Map<String, Label> outside) {
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
        // a part of several boxes is named once, at the widest
        outside.merge(name, new Label(name, y, y + wide, z + tall / 2), (p, q) -> q.to() - q.from() > p.to() - p.from() ? q : p);
        return text;
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
        double[] at = layers.stream().mapToDouble(Label::middle).toArray();
        spread(at, LINE, -2, height + 2);
        for (int i = 0; i < at.length; i++) {
            svg.add("<path class=\"leader\" d=\"M%s %sL%s %s\"/>"
                    .formatted(Svg.n(length), Svg.n(layers.get(i).middle()), Svg.n(length + 4), Svg.n(at[i])));
            svg.words("name", length + 4.6, at[i] + 0.35 * LETTER, layers.get(i).name());
        }
    }

    private List<Label> side(Map<String, Label> labels, boolean front) {
        return labels.values().stream()
                .filter(label -> label.height() < height / 2 == front)
                .sorted(Comparator.comparingDouble(Label::middle).thenComparing(Label::name))
                .toList();
    }

    private static double slanted(List<Label> labels) {
        return labels.stream().mapToDouble(label -> Math.sin(SLANT) * Svg.width(label.name(), LETTER) + 2).max().orElse(0);
    }

    /// Names of parts that are too thin for them, slanted above or below; leaders are upright wherever the part is wide enough.
    private void over(Svg svg, List<Label> labels, boolean front) {
        double[] at = labels.stream().mapToDouble(Label::middle).toArray();
        spread(at, 0.92 * LINE / Math.sin(SLANT), 0, length);
        double sign = front ? -1 : 1, edge = front ? 0 : height, end = edge + sign * (front ? 2.5 : 7);
        for (int i = 0; i < at.length; i++) {
            var label = labels.get(i);
            double inset = Math.min(0.5, (label.to() - label.from()) / 2);
            double foot = Math.clamp(at[i], label.from() + inset, label.to() - inset);
            svg.add("<path class=\"leader\" d=\"M%s %sV%sL%s %s\"/><circle class=\"dot\" cx=\"%s\" cy=\"%s\" r=\"0.45\"/>"
                    .formatted(Svg.n(foot), Svg.n(label.height()), Svg.n(edge), Svg.n(at[i]), Svg.n(end), Svg.n(foot), Svg.n(label.height())));
            svg.add("<text class=\"name\" transform=\"translate(%s %s) rotate(%s)\">%s</text>"
                    .formatted(Svg.n(at[i] + 0.6), Svg.n(end + (front ? 0.4 : 1.6)), Svg.n(sign * Math.toDegrees(SLANT)), Markup.escaped(label.name())));
        }
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

    private static String named(Layer layer) {
        return layer.name() + " " + Words.fixed(MM * layer.thickness(), 2) + " mm";
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.List;
import lithe.device.Device;
import lithe.simulation.Plane;
import lithe.units.Units;

/// Draws a temperature map: colours, isotherms, outline, the hottest place, millimetres along both edges.
///
/// Every map is seen from the front, the back too, so that a hot spot stands at the same place in all of them.
public final class MapSvg {

    /// Temperatures that get a line, °C.
    public static final List<Integer> ISOTHERMS = List.of(41, 43, 45, 48);

    private static final double MM = 1e3;
    private static final double PIXELS_PER_MM = 3;
    private static final double LEFT = 12, TOP = 2, RIGHT = 3, BOTTOM = 8;

    /// What the drawing needs beside the phone, mm.
    static final double ROOM_X = LEFT + RIGHT, ROOM_Y = TOP + BOTTOM;

    private MapSvg() {}

    /// Draws a map.
    ///
    /// @param map the map
    /// @param device the phone, for its outline and holes
    /// @param scale colours, the same for all maps that are to be compared
    /// @return an SVG element, in millimetres
    public static String of(Plane map, Device device, ColourScale scale) {
        var body = device.body();
        double width = MM * body.width(), length = MM * body.length();
        var relief = Relief.of(map);
        var svg = new Svg("map", "temperature map, " + map.name(), -LEFT, -TOP, width + LEFT + RIGHT, length + TOP + BOTTOM,
                "data-low=\"" + (scale.low() - Units.ICE) + "\" data-high=\"" + (scale.high() - Units.ICE) + "\"");
        var png = Png.of(relief, scale, mask(device), (int) Math.round(PIXELS_PER_MM * width), (int) Math.round(PIXELS_PER_MM * length));
        svg.picture(png, 0, 0, width, length, "class=\"field\"");
        outline(svg, device);
        axes(svg, width, length);
        lines(svg, relief, map, device);
        mark(svg, map, width);
        return svg.end();
    }

    /// What of the box is phone: inside the outline and in no hole.
    static Png.Mask mask(Device device) {
        return (x, y) -> {
            for (var hole : device.cutouts()) {
                if (x > hole.x0() && x < hole.x1() && y > hole.y0() && y < hole.y1()) {
                    return false;
                }
            }
            return device.body().covers(x, y);
        };
    }

    private static void outline(Svg svg, Device device) {
        var body = device.body();
        svg.rect("outline", 0, 0, MM * body.width(), MM * body.length(), "rx=\"" + Svg.n(MM * body.cornerRadius()) + "\"");
        for (var hole : device.cutouts()) {
            svg.rect("hole", MM * hole.x0(), MM * hole.y0(), MM * (hole.x1() - hole.x0()), MM * (hole.y1() - hole.y0()), "");
        }
    }

    private static void axes(Svg svg, double width, double length) {
        for (double x = 0; x <= width + 0.5; x += 20) {
            svg.line("tick", x, length + 0.8, x, length + 2);
            svg.words("axis middle", x, length + 5.6, Svg.n(x));
        }
        for (double y = 0; y <= length + 0.5; y += 20) {
            svg.line("tick", -2, y, -0.8, y);
            svg.words("axis end", -2.6, y + 1.2, Svg.n(y));
        }
    }

    private static void lines(Svg svg, Relief relief, Plane map, Device device) {
        var spot = Relief.hottest(map);
        var labels = new Labels(3.6);
        if (!Double.isNaN(spot.kelvin())) {
            double x = MM * spot.x(), y = MM * spot.y();
            boolean right = 2 * x < MM * device.body().width();
            labels.keepFree(x - 4, y - 4, x + 4, y + 4);
            labels.keepFree(right ? x + 3 : x - 19, y - 7.5, right ? x + 19 : x - 3, y - 1);
        }
        isotherms(svg, relief, mask(device), MM, labels);
    }

    /// Lines and their labels; y is stretched by its own scale.
    static void isotherms(Svg svg, Relief relief, Png.Mask mask, double sy, Labels labels) {
        for (int level : ISOTHERMS) {
            for (var line : Isotherms.of(relief, Units.ICE + level)) {
                for (var piece : Pieces.within(line, mask)) {
                    svg.path("isotherm-halo", piece, MM, sy, "");
                    svg.path("isotherm", piece, MM, sy, "data-level=\"" + level + "\"");
                    labels.offer(piece, MM, sy, String.valueOf(level));
                }
            }
        }
        labels.drawn(svg);
    }

    private static void mark(Svg svg, Plane map, double width) {
        var spot = Relief.hottest(map);
        if (Double.isNaN(spot.kelvin())) {
            return;
        }
        double x = MM * spot.x(), y = MM * spot.y();
        svg.add("<g class=\"hottest\"><circle cx=\"%s\" cy=\"%s\" r=\"2.2\"/>".formatted(Svg.n(x), Svg.n(y)));
        svg.line("", x - 3.4, y, x + 3.4, y).line("", x, y - 3.4, x, y + 3.4);
        boolean right = x < width / 2;
        svg.words(right ? "max" : "max end", right ? x + 4 : x - 4, y - 3, Words.celsius(spot.kelvin())).add("</g>");
    }
}

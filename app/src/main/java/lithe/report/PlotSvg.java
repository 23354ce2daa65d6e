// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lithe.result.Catalogue;
import lithe.simulation.Series;

/// Draws histories over time. The page's script reads values back from the points, so nothing is stored twice.
final class PlotSvg {

    private static final double WIDTH = 520, HEIGHT = 250, LEFT = 40, RIGHT = 10, TOP = 14, BOTTOM = 30;
    private static final int POINTS = 360;

    /// Okabe and Ito 2008, colours that remain distinct for colour-blind readers, without yellow.
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#000000", "#7f6a00");
    private static final List<String> DASHES = List.of("", "6 3", "2 2", "8 3 2 3");

    private PlotSvg() {}

    /// One line of a plot.
    ///
    /// @param name name in the legend
    /// @param time times, s, increasing
    /// @param values value at each time, in the shown unit
    record Curve(String name, double[] time, double[] values) {}

    /// A plot and its legend.
    ///
    /// @param title what is drawn
    /// @param ids which series, in the order of the legend
    /// @param marks temperatures to mark with a line, in the shown unit
    static String of(String title, Series series, List<String> ids, Map<String, Double> marks) {
        var unit = Catalogue.of(ids.getFirst()).unit();
        return of(title, unit, ids.stream().map(id -> new Curve(name(id), series.time(), shown(series, id))).toList(), marks);
    }

    /// A plot of curves that may have times of their own.
    static String of(String title, String unit, List<Curve> curves) {
        return of(title, unit, curves, Map.of());
    }

    private static String of(String title, String unit, List<Curve> curves, Map<String, Double> marks) {
        double from = curves.stream().mapToDouble(curve -> curve.time()[0]).min().orElse(0);
        double to = curves.stream().mapToDouble(curve -> curve.time()[curve.time().length - 1]).max().orElse(1);
        boolean minutes = to >= 300;
        double per = minutes ? 60 : 1;
        var up = Axis.over(curves.stream().map(Curve::values).toList(), marks.values(), unit.equals("W"));
        var along = Axis.from(from / per, to / per);
        var svg = new Svg("plot", title, 0, 0, WIDTH, HEIGHT,
                "data-x0=\"%s\" data-x1=\"%s\" data-y0=\"%s\" data-y1=\"%s\" data-box=\"%s %s %s %s\" data-unit=\"%s\" data-time=\"%s\""
                        .formatted(along.low(), along.high(), up.low(), up.high(), Svg.n(LEFT), Svg.n(TOP), Svg.n(WIDTH - RIGHT),
                                Svg.n(HEIGHT - BOTTOM), Markup.escaped(unit), minutes ? "min" : "s"));
        grid(svg, up, along, minutes ? "min" : "s");
        for (int c = 0; c < curves.size(); c++) {
            var curve = curves.get(c);
            svg.path("curve", points(curve.time(), per, curve.values(), along, up), 1, 1, style(c)
                    + " data-name=\"" + Markup.escaped(curve.name()) + "\"");
        }
        double at = LEFT + 4;
        for (var each : marks.entrySet()) {
            mark(svg, up, each.getKey(), each.getValue(), at);
            at += 1.2 * Svg.width(each.getKey(), 11.5);
        }
        return "<figure class=\"plot\"><figcaption>" + Markup.escaped(title) + "</figcaption>" + svg.end() + legend(curves, unit) + "</figure>";
    }

    /// A name for people: without what the title says already.
    static String name(String id) {
        if (id.startsWith("part.") && id.endsWith(".max")) {
            return Words.partOf(id);
        }
        if (id.startsWith("sensor.") || id.startsWith("power.")) {
            return id.substring(id.indexOf('.') + 1);
        }
        if (id.startsWith("governor.cap.")) {
            return id.substring("governor.cap.".length());
        }
        return switch (id) {
            case "performance" -> "speed";
            case "governor.headroom" -> "headroom";
            case "governor.severity" -> "severity";
            case "skin.mean" -> "mean";
            default -> Words.face(id);
        };
    }

    private static String style(int c) {
        var dash = DASHES.get(c / COLOURS.size() % DASHES.size());
        return "stroke=\"" + COLOURS.get(c % COLOURS.size()) + "\"" + (dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"");
    }

    private static double[] shown(Series series, String id) {
        var kind = Catalogue.of(id);
        return java.util.Arrays.stream(Objects.requireNonNull(series.values().get(id))).map(kind::shown).toArray();
    }

    private static void grid(Svg svg, Axis up, Axis along, String time) {
        for (double v : up.ticks()) {
            double y = y(up, v);
            svg.line("grid", LEFT, y, WIDTH - RIGHT, y).words("axis end", LEFT - 5, y + 4, up.word(v));
        }
        for (double t : along.ticks()) {
            double x = x(along, t);
            svg.line("grid", x, TOP, x, HEIGHT - BOTTOM).words("axis middle", x, HEIGHT - BOTTOM + 14, along.word(t));
        }
        svg.words("axis end", WIDTH - RIGHT, HEIGHT - 3, time);
    }

    private static void mark(Svg svg, Axis up, String name, double value, double at) {
        if (value > up.low() && value < up.high()) {
            svg.line("limit", LEFT, y(up, value), WIDTH - RIGHT, y(up, value)).words("limit", at, y(up, value) - 3, name);
        }
    }

    /// Points of a curve; a long one keeps the lowest and highest of each stretch, so that no peak is lost.
    private static double[] points(double[] time, double per, double[] values, Axis along, Axis up) {
        List<Double> points = new ArrayList<>();
        int stretch = Math.max(1, 2 * time.length / POINTS);
        for (int from = 0; from < time.length; from += stretch) {
            int to = Math.min(from + stretch, time.length), low = from, high = from;
            for (int i = from; i < to; i++) {
                low = values[i] < values[low] ? i : low;
                high = values[i] > values[high] ? i : high;
            }
            for (int i : stretch == 1 ? new int[] {from} : new int[] {Math.min(low, high), Math.max(low, high)}) {
                add(points, x(along, time[i] / per), y(up, values[i]));
            }
        }
        add(points, x(along, time[time.length - 1] / per), y(up, values[time.length - 1]));
        return points.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void add(List<Double> points, double x, double y) {
        if (Double.isFinite(y)) {
            points.add(x);
            points.add(y);
        }
    }

    private static double x(Axis along, double v) {
        return LEFT + (WIDTH - LEFT - RIGHT) * along.share(v);
    }

    private static double y(Axis up, double v) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * up.share(v);
    }

    private static String legend(List<Curve> curves, String unit) {
        var text = new StringBuilder("<ul class=\"legend\">");
        for (int c = 0; c < curves.size(); c++) {
            double[] values = curves.get(c).values();
            text.append("<li><svg viewBox=\"0 0 22 6\"><path class=\"curve\" d=\"M0 3H22\" ").append(style(c)).append("/></svg>")
                    .append(Markup.escaped(curves.get(c).name())).append(" <b>")
                    .append(Words.fixed(values[values.length - 1], unit.equals("W") ? 2 : 1)).append("</b></li>");
        }
        return text.append("</ul>").toString();
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.List;
import lithe.report.Flows.Flow;

/// Draws [Flows]: bands as wide as their watts, sources at the left, ways out at the right.
final class FlowSvg {

    private static final double WIDTH = 640, TALL = 150, GAP = 10, SIDE = 178, NODE = 12, TOP = 8, LEAST = 17;
    private static final List<String> IN = List.of("#c8553d", "#d97b4f", "#e39c6a", "#ecbb8b", "#f2d3ae");
    private static final List<String> OUT = List.of("#33658a", "#5d8aa8", "#86a8bf", "#a9c1d1", "#c9d6df");

    private FlowSvg() {}

    static String of(Flows flows) {
        double scale = TALL / Math.max(flows.total(flows.in()), flows.total(flows.out()));
        double height = 2 * TOP + Math.max(stack(flows.in(), scale), stack(flows.out(), scale));
        var svg = new Svg("flows", "where the heat goes", 0, 0, WIDTH, height, "");
        double middle = (height - TALL) / 2;
        side(svg, flows.in(), scale, middle, height, true);
        side(svg, flows.out(), scale, middle, height, false);
        svg.rect("node", WIDTH / 2 - NODE / 2, middle, NODE, TALL, "rx=\"2\"");
        return svg.end();
    }

    private static double stack(List<Flow> flows, double scale) {
        return flows.stream().mapToDouble(flow -> Math.max(scale * flow.watts(), LEAST) + GAP).sum() - GAP;
    }

    private static void side(Svg svg, List<Flow> flows, double scale, double inner, double height, boolean left) {
        double total = flows.stream().mapToDouble(Flow::watts).sum(), at = inner;
        double outer = (height - stack(flows, scale)) / 2;
        for (int f = 0; f < flows.size(); f++) {
            var flow = flows.get(f);
            double wide = scale * flow.watts(), place = Math.max(wide, LEAST), top = outer + (place - wide) / 2;
            var colour = (left ? IN : OUT).get(Math.min(f, IN.size() - 1));
            band(svg, left, top, at, wide, colour, flow);
            double x = left ? SIDE - 6 : WIDTH - SIDE + 6;
            svg.words(left ? "flow end" : "flow", x, outer + place / 2 - 1.5, flow.name());
            svg.words(left ? "watt end" : "watt", x, outer + place / 2 + 11,
                    Words.fixed(flow.watts(), 2) + " W, " + Words.fixed(100 * flow.watts() / total, 0) + " %");
            outer += place + GAP;
            at += wide;
        }
    }

    private static void band(Svg svg, boolean left, double outer, double inner, double wide, String colour, Flow flow) {
        double a = left ? SIDE : WIDTH - SIDE, b = WIDTH / 2 + (left ? -NODE / 2 : NODE / 2), m = (a + b) / 2;
        svg.add("<path class=\"band\" data-watts=\"%s\" data-side=\"%s\" fill=\"%s\" d=\"M%s %sC%s %s %s %s %s %sV%sC%s %s %s %s %s %sZ\"><title>%s</title></path>"
                .formatted(flow.watts(), left ? "in" : "out", colour, Svg.n(a), Svg.n(outer), Svg.n(m), Svg.n(outer), Svg.n(m), Svg.n(inner),
                        Svg.n(b), Svg.n(inner), Svg.n(inner + wide), Svg.n(m), Svg.n(inner + wide), Svg.n(m), Svg.n(outer + wide),
                        Svg.n(a), Svg.n(outer + wide), Markup.escaped(flow.name() + " " + Words.fixed(flow.watts(), 3) + " W")));
    }
}

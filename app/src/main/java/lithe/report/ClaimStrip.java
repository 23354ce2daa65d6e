// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import lithe.explore.claim.Answer;
import lithe.explore.claim.Experiment;
import lithe.explore.claim.Gauge;
import lithe.explore.claim.Rule;
import lithe.units.Units;
import org.jspecify.annotations.Nullable;

/// A quantity on a line with its bands: where it lies, how far it may move, where verdicts change.
final class ClaimStrip {

    private static final double WIDTH = 420;
    private static final double MARGIN = 34;

    private ClaimStrip() {}

    static String svg(Experiment.Bands bands, Gauge gauge, double value, Answer.@Nullable Spread spread) {
        double[] edges = bands.edges(java.util.Map.of()).stream().filter(edge -> edge.gauge().equals(gauge.name())).mapToDouble(Rule.Edge::at).toArray();
        DoubleStream seen = spread == null ? DoubleStream.of(value) : DoubleStream.of(value, spread.low(), spread.high());
        double[] all = DoubleStream.concat(DoubleStream.of(edges), seen).filter(Double::isFinite).sorted().toArray();
        double low = all[0], high = all[all.length - 1];
        double pad = high > low ? 0.18 * (high - low) : Math.max(Math.abs(high), 1e-12) * 0.1;
        var scale = new Scale(low - pad, high + pad);
        var svg = new StringBuilder("<svg class=\"strip\" viewBox=\"0 0 420 38\" role=\"img\"><line class=\"axis\" x1=\"%s\" x2=\"%s\" y1=\"14\" y2=\"14\"/>".formatted(Svg.n(MARGIN), Svg.n(WIDTH - MARGIN)));
        if (bands.partly() != null) {
            intervals(bands.partly(), gauge.name()).forEach(i -> svg.append(scale.band("half", i, 10, 8)));
        }
        intervals(bands.supported(), gauge.name()).forEach(i -> svg.append(scale.band(bands.limit().isEmpty() ? "yes" : "half", i, 10, 8)));
        for (double edge : DoubleStream.of(edges).distinct().sorted().toArray()) {
            svg.append("<text class=\"middle\" font-size=\"11\" fill=\"#4a535d\" x=\"%s\" y=\"35\">%s</text>".formatted(Svg.n(scale.x(edge)), Markup.escaped(Units.show(edge, gauge.unit(), gauge.kind(), 5))));
        }
        if (spread != null) {
            svg.append("<line class=\"spread\" x1=\"%s\" x2=\"%s\" y1=\"14\" y2=\"14\"/>".formatted(Svg.n(scale.x(spread.low())), Svg.n(scale.x(spread.high()))));
        }
        return svg.append("<circle class=\"now\" r=\"5.5\" cx=\"%s\" cy=\"14\"/></svg>".formatted(Svg.n(scale.x(value)))).toString();
    }

    /// Where values lie on the strip.
    private record Scale(double low, double high) {

        double x(double value) {
            double at = Double.isFinite(value) ? (value - low) / (high - low) : value > 0 ? 1 : 0;
            return MARGIN + Math.clamp(at, 0, 1) * (WIDTH - 2 * MARGIN);
        }

        String band(String style, double[] interval, double y, double height) {
            double from = x(interval[0]), to = x(interval[1]);
            return "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>".formatted(style, Svg.n(from), Svg.n(y), Svg.n(to - from), Svg.n(height));
        }
    }

    /// The stretches a rule allows for one quantity, whatever it asks of others.
    private static List<double[]> intervals(Rule rule, String gauge) {
        List<double[]> all = new ArrayList<>();
        switch (rule) {
            case Rule.AtLeast(var name, var low, _) -> add(all, name, gauge, low, Double.POSITIVE_INFINITY);
            case Rule.AtMost(var name, var high, _) -> add(all, name, gauge, Double.NEGATIVE_INFINITY, high);
            case Rule.Between(var name, var low, var high, _) -> add(all, name, gauge, low, high);
            case Rule.AllOf(var rules) -> rules.forEach(r -> all.addAll(intervals(r, gauge)));
            case Rule.AnyOf(var rules) -> rules.forEach(r -> all.addAll(intervals(r, gauge)));
        }
        return all;
    }

    private static void add(List<double[]> all, String name, String gauge, double low, double high) {
        if (name.equals(gauge)) {
            all.add(new double[] {low, high});
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.explore.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// How the quantities of one claim answer to its unsure inputs: straight from the value of each input to either end of its
/// range, inputs adding up. Good for ranges over which the phone is nearly linear; the ends themselves are exact.
final class Response {

    /// Standard deviations from the middle to the 90 % point of a normal distribution.
    private static final double TO_90 = 1.281_551_565_545;
    /// Draws are kept within this many standard deviations, so that no input leaves what it can be.
    private static final double WIDEST = 2.5;

    private final Claim claim;
    private final Map<String, Double> base;
    /// Change of each quantity with an input at its low and at its high end; rows by input.
    private final List<Map<String, Double>> low = new ArrayList<>();

    private final List<Map<String, Double>> high = new ArrayList<>();

    Response(Claim claim, Map<String, Double> base) {
        this.claim = claim;
        this.base = base;
    }

    /// Adds the next unsure input. An end that could not be simulated is taken as far away as the other.
    void add(@Nullable Map<String, Double> atLow, @Nullable Map<String, Double> atHigh) {
        low.add(change(atLow, atHigh));
        high.add(change(atHigh, atLow));
    }

    private Map<String, Double> change(@Nullable Map<String, Double> end, @Nullable Map<String, Double> other) {
        Map<String, Double> change = new LinkedHashMap<>();
        base.forEach((gauge, value) -> {
            double there = end == null ? Double.NaN : end.getOrDefault(gauge, Double.NaN) - value;
            double mirrored = other == null ? Double.NaN : value - other.getOrDefault(gauge, Double.NaN);
            change.put(gauge, Double.isFinite(there) ? there : Double.isFinite(mirrored) ? mirrored : 0);
        });
        return change;
    }

    /// Returns the quantities with each input so many arms of its range away from its value.
    private Map<String, Double> at(double[] arms) {
        Map<String, Double> values = new LinkedHashMap<>(base);
        for (int f = 0; f < arms.length; f++) {
            double arm = Math.abs(arms[f]);
            (arms[f] < 0 ? low : high).get(f).forEach((gauge, change) -> values.merge(gauge, arm * change, Double::sum));
        }
        return values;
    }

    /// What draws of all inputs gave.
    ///
    /// @param chances how often each verdict came out, 0 to 1
    /// @param spreads 10–90 % band of each quantity, SI
    record Drawn(Map<Standing, Double> chances, Map<String, Answer.Spread> spreads) {}

    /// Draws the inputs; the same seed gives the same draws.
    Drawn draw(int draws, long seed) {
        var random = new Random(seed);
        Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
        Map<String, double[]> values = new LinkedHashMap<>();
        base.keySet().forEach(gauge -> values.put(gauge, new double[draws]));
        double[] arms = new double[low.size()];
        for (int d = 0; d < draws; d++) {
            for (int f = 0; f < arms.length; f++) {
                arms[f] = Math.clamp(random.nextGaussian(), -WIDEST, WIDEST) / TO_90;
            }
            var drawn = at(arms);
            counts.merge(claim.experiment().judge(drawn), 1, Integer::sum);
            for (var entry : values.entrySet()) {
                entry.getValue()[d] = drawn.getOrDefault(entry.getKey(), Double.NaN);
            }
        }
        Map<Standing, Double> chances = new EnumMap<>(Standing.class);
        counts.forEach((standing, count) -> chances.put(standing, (double) count / draws));
        Map<String, Answer.Spread> spreads = new LinkedHashMap<>();
        values.forEach((gauge, all) -> {
            Arrays.sort(all);
            spreads.put(gauge, new Answer.Spread(all[draws / 10], all[draws - 1 - draws / 10]));
        });
        return new Drawn(chances, spreads);
    }

    /// Returns what each input does, the one that decides most first.
    List<Influence> influences(Standing plain) {
        var gauge = narrowest();
        if (gauge == null) {
            return List.of();
        }
        double all = squares(gauge.name());
        List<Influence> inputs = new ArrayList<>();
        for (int f = 0; f < low.size(); f++) {
            double effect = effect(f, gauge.name());
            double value = base.getOrDefault(gauge.name(), Double.NaN);
            inputs.add(new Influence(
                    claim.unsure().get(f), gauge, all > 0 ? effect * effect / all : 0,
                    value + low.get(f).getOrDefault(gauge.name(), 0.0), value + high.get(f).getOrDefault(gauge.name(), 0.0),
                    flips(f, plain)));
        }
        return inputs.stream()
                .sorted(Comparator.comparing((Influence i) -> i.flips() == null).thenComparing(Comparator.comparingDouble(Influence::share).reversed()))
                .toList();
    }

    private @Nullable Standing flips(int f, Standing plain) {
        double[] arms = new double[low.size()];
        for (int end : new int[] {-1, 1}) {
            arms[f] = end;
            var standing = claim.experiment().judge(at(arms));
            if (standing != plain) {
                return standing;
            }
        }
        return null;
    }

    /// The quantity with an end of a band that its spread reaches most easily.
    private @Nullable Gauge narrowest() {
        Gauge best = null;
        double most = 0;
        for (var edge : claim.experiment().edges(base)) {
            double way = edge.at() - base.getOrDefault(edge.gauge(), Double.NaN);
            double reach = towards(edge.gauge(), way) / Math.max(Math.abs(way), 1e-12 * Math.abs(edge.at()) + Double.MIN_NORMAL);
            if (reach > most) {
                most = reach;
                best = claim.experiment().gauges().stream().filter(g -> g.name().equals(edge.gauge())).findFirst().orElse(null);
            }
        }
        return best;
    }

    /// How far the inputs together bring a quantity on its way to an end of a band.
    private double towards(String gauge, double way) {
        double sign = way < 0 ? -1 : 1, sum = 0;
        for (int f = 0; f < low.size(); f++) {
            double step = Math.max(0, Math.max(sign * low.get(f).getOrDefault(gauge, 0.0), sign * high.get(f).getOrDefault(gauge, 0.0)));
            sum += step * step;
        }
        return Math.sqrt(sum);
    }

    private double squares(String gauge) {
        double sum = 0;
        for (int f = 0; f < low.size(); f++) {
            sum += effect(f, gauge) * effect(f, gauge);
        }
        return sum;
    }

    private double effect(int f, String gauge) {
        return (Math.abs(low.get(f).getOrDefault(gauge, 0.0)) + Math.abs(high.get(f).getOrDefault(gauge, 0.0))) / 2;
    }
}

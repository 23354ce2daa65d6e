// SPDX-License-Identifier: Apache-2.0
package lithe.explore.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How a claim is put to the test; declared before anything is run.
public sealed interface Experiment {

    /// Returns everything that is looked at.
    ///
    /// @return quantities, those that are only shown among them
    List<Gauge> gauges();

    /// Judges values of the quantities.
    ///
    /// @param values value of each quantity by name, SI
    /// @return how the claim stands
    Standing judge(Map<String, Double> values);

    /// Returns where verdicts change.
    ///
    /// @param values value of each quantity by name, SI; some bands hang on other quantities
    /// @return ends of bands
    List<Rule.Edge> edges(Map<String, Double> values);

    /// Tells whether a quantity has a part in the verdict.
    ///
    /// @param gauge name of the quantity
    /// @return false when it is only shown
    boolean judges(String gauge);

    /// Returns the bands in words.
    ///
    /// @return one line per verdict
    List<String> bands();

    /// Quantities held against bands. What is neither supported nor partly is not supported.
    ///
    /// @param gauges the quantities
    /// @param supported what must hold for "supported"
    /// @param partly what must hold for "partly", or null
    /// @param check what tells that an input is probably wrong, or null
    /// @param limit why the claim as a whole cannot be more than partly, empty when it can
    record Bands(List<Gauge> gauges, Rule supported, @Nullable Rule partly, @Nullable Rule check, String limit)
            implements Experiment {

        /// Takes a copy.
        public Bands {
            gauges = List.copyOf(gauges);
        }

        @Override
        public Standing judge(Map<String, Double> values) {
            if (check != null && check.holds(values)) {
                return Standing.CHECK_INPUTS;
            }
            if (supported.holds(values)) {
                return limit.isEmpty() ? Standing.SUPPORTED : Standing.PARTLY;
            }
            return partly != null && partly.holds(values) ? Standing.PARTLY : Standing.NOT_SUPPORTED;
        }

        @Override
        public List<Rule.Edge> edges(Map<String, Double> values) {
            return Stream.of(supported, partly, check).filter(java.util.Objects::nonNull).flatMap(Rule::edges).distinct().toList();
        }

        @Override
        public boolean judges(String gauge) {
            return edges(Map.of()).stream().anyMatch(edge -> edge.gauge().equals(gauge));
        }

        @Override
        public List<String> bands() {
            List<String> lines = new ArrayList<>();
            lines.add("supported: " + supported.words());
            if (partly != null) {
                lines.add("partly: " + partly.words());
            }
            if (check != null) {
                lines.add("check the inputs: " + check.words());
            }
            if (!limit.isEmpty()) {
                lines.add("never more than partly: " + limit);
            }
            return lines;
        }
    }

    /// A figure of two products.
    ///
    /// @param name what is compared
    /// @param own the product asked about
    /// @param other the other
    /// @param higher whether more is better
    /// @param within what does not count as a difference, SI; a share of the other's figure when relative
    /// @param relative whether it is a share
    /// @param text the same as it was written
    record Metric(String name, Gauge own, Gauge other, boolean higher, double within, boolean relative, String text) {

        /// How far the own product is ahead, in units of what does not count as a difference.
        ///
        /// @param values value of each quantity by name, SI
        /// @return above 1 ahead, below -1 behind
        double lead(Map<String, Double> values) {
            double own = values.getOrDefault(this.own.name(), Double.NaN), other = values.getOrDefault(this.other.name(), Double.NaN);
            double unit = relative ? within * Math.abs(other) : within;
            return (higher ? own - other : other - own) / unit;
        }

        /// Returns the outcome in a word.
        ///
        /// @param values value of each quantity by name, SI
        /// @return ahead, equal or behind
        public String word(Map<String, Double> values) {
            double lead = lead(values);
            return lead > 1 ? "ahead" : lead < -1 ? "behind" : "equal";
        }
    }

    /// A measurement the model must reproduce before its comparison counts.
    ///
    /// @param gauge what was measured
    /// @param measured measured value, SI
    /// @param within how near the simulated one must come, SI
    /// @param text measured value as it was written
    record Reproduced(Gauge gauge, double measured, double within, String text) {

        boolean holds(Map<String, Double> values) {
            return Math.abs(values.getOrDefault(gauge.name(), Double.NaN) - measured) <= within;
        }
    }

    /// Two products side by side, figure by figure. Supported when ahead in at least half and behind in none by more than
    /// twice what does not count; not supported when behind in most, or ahead in none and behind in some; else partly.
    ///
    /// @param metrics what is compared
    /// @param reproduced measurements of both that the model must reproduce, and in the right order; without them the
    ///     claim is at most partly
    record SideBySide(List<Metric> metrics, List<Reproduced> reproduced) implements Experiment {

        /// Takes copies.
        public SideBySide {
            metrics = List.copyOf(metrics);
            reproduced = List.copyOf(reproduced);
        }

        @Override
        public List<Gauge> gauges() {
            Map<String, Gauge> all = new LinkedHashMap<>();
            metrics.forEach(metric -> {
                all.put(metric.own().name(), metric.own());
                all.put(metric.other().name(), metric.other());
            });
            reproduced.forEach(r -> all.put(r.gauge().name(), r.gauge()));
            return List.copyOf(all.values());
        }

        @Override
        public Standing judge(Map<String, Double> values) {
            long ahead = metrics.stream().filter(m -> m.lead(values) > 1).count();
            long behind = metrics.stream().filter(m -> m.lead(values) < -1).count();
            boolean far = metrics.stream().anyMatch(m -> m.lead(values) < -2);
            if (2 * behind > metrics.size() || ahead == 0 && behind > 0) {
                return Standing.NOT_SUPPORTED;
            }
            return 2 * ahead >= metrics.size() && !far && reproduces(values) ? Standing.SUPPORTED : Standing.PARTLY;
        }

        /// Tells whether the model reproduces the measurements, each within its band and all in the measured order.
        ///
        /// @param values value of each quantity by name, SI
        /// @return true when it does
        public boolean reproduces(Map<String, Double> values) {
            for (var a : reproduced) {
                for (var b : reproduced) {
                    boolean swapped = a.measured() < b.measured()
                            && !(values.getOrDefault(a.gauge().name(), Double.NaN) < values.getOrDefault(b.gauge().name(), Double.NaN));
                    if (swapped) {
                        return false;
                    }
                }
            }
            return reproduced.stream().allMatch(r -> r.holds(values));
        }

        @Override
        public List<Rule.Edge> edges(Map<String, Double> values) {
            List<Rule.Edge> edges = new ArrayList<>();
            for (var metric : metrics) {
                double other = values.getOrDefault(metric.other().name(), Double.NaN);
                double unit = metric.relative() ? metric.within() * Math.abs(other) : metric.within();
                for (int times : new int[] {-2, -1, 1}) {
                    edges.add(new Rule.Edge(metric.own().name(), other + (metric.higher() ? times : -times) * unit));
                }
            }
            reproduced.forEach(r -> {
                edges.add(new Rule.Edge(r.gauge().name(), r.measured() - r.within()));
                edges.add(new Rule.Edge(r.gauge().name(), r.measured() + r.within()));
            });
            return edges;
        }

        @Override
        public boolean judges(String gauge) {
            return true;
        }

        @Override
        public List<String> bands() {
            List<String> lines = new ArrayList<>(List.of(
                    "supported: ahead in at least half, behind in none by more than twice what counts as equal",
                    "partly: ahead in some, behind in others",
                    "equal: " + metrics.stream().map(m -> m.name() + " ± " + m.text()).collect(Collectors.joining(", "))));
            if (!reproduced.isEmpty()) {
                lines.add("more than partly only if the model reproduces "
                        + reproduced.stream().map(r -> r.gauge().name() + " " + r.text()).collect(Collectors.joining(" and ")) + ", in this order");
            }
            return lines;
        }
    }

    /// History or opinion: nothing is judged; quantities may be shown.
    ///
    /// @param why why there is nothing to test
    /// @param gauges what may be of interest instead
    record NotTestable(String why, List<Gauge> gauges) implements Experiment {

        /// Takes a copy.
        public NotTestable {
            gauges = List.copyOf(gauges);
        }

        @Override
        public Standing judge(Map<String, Double> values) {
            return Standing.NOT_TESTABLE;
        }

        @Override
        public List<Rule.Edge> edges(Map<String, Double> values) {
            return List.of();
        }

        @Override
        public boolean judges(String gauge) {
            return false;
        }

        @Override
        public List<String> bands() {
            return List.of("none: " + why);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.explore.claim;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What must hold for a verdict. The ends of a band belong to it.
public sealed interface Rule {

    /// An end of a band.
    ///
    /// @param gauge name of the quantity
    /// @param at where the band ends, SI
    record Edge(String gauge, double at) {}

    /// The quantity is not less than a value.
    ///
    /// @param gauge name of the quantity
    /// @param low the value, SI
    /// @param text the value as it was written
    record AtLeast(String gauge, double low, String text) implements Rule {}

    /// The quantity is not more than a value.
    ///
    /// @param gauge name of the quantity
    /// @param high the value, SI
    /// @param text the value as it was written
    record AtMost(String gauge, double high, String text) implements Rule {}

    /// The quantity lies between two values.
    ///
    /// @param gauge name of the quantity
    /// @param low lower end, SI
    /// @param high upper end, SI
    /// @param text both as they were written
    record Between(String gauge, double low, double high, String text) implements Rule {}

    /// All of some rules hold.
    ///
    /// @param rules the rules
    record AllOf(List<Rule> rules) implements Rule {
        /// Takes a copy.
        public AllOf {
            rules = List.copyOf(rules);
        }
    }

    /// At least one of some rules holds.
    ///
    /// @param rules the rules
    record AnyOf(List<Rule> rules) implements Rule {
        /// Takes a copy.
        public AnyOf {
            rules = List.copyOf(rules);
        }
    }

    /// Tells whether the rule holds; a value that is no number meets no band.
    ///
    /// @param values value of each quantity, SI
    /// @return true when it holds
    default boolean holds(Map<String, Double> values) {
        return switch (this) {
            case AtLeast(var gauge, var low, _) -> values.getOrDefault(gauge, Double.NaN) >= low;
            case AtMost(var gauge, var high, _) -> values.getOrDefault(gauge, Double.NaN) <= high;
            case Between(var gauge, var low, var high, _) -> {
                double value = values.getOrDefault(gauge, Double.NaN);
                yield value >= low && value <= high;
            }
            case AllOf(var rules) -> rules.stream().allMatch(rule -> rule.holds(values));
            case AnyOf(var rules) -> rules.stream().anyMatch(rule -> rule.holds(values));
        };
    }

    /// Returns the ends of all bands in the rule.
    ///
    /// @return ends, in the order of the rule
    default Stream<Edge> edges() {
        return switch (this) {
            case AtLeast(var gauge, var low, _) -> Stream.of(new Edge(gauge, low));
            case AtMost(var gauge, var high, _) -> Stream.of(new Edge(gauge, high));
            case Between(var gauge, var low, var high, _) -> Stream.of(new Edge(gauge, low), new Edge(gauge, high));
            case AllOf(var rules) -> rules.stream().flatMap(Rule::edges);
            case AnyOf(var rules) -> rules.stream().flatMap(Rule::edges);
        };
    }

    /// Returns the rule in words.
    ///
    /// @return such as "benefit at least 1.5 K and share 24.3 % to 24.7 %"
    default String words() {
        return switch (this) {
            case AtLeast(var gauge, _, var text) -> gauge + " at least " + text;
            case AtMost(var gauge, _, var text) -> gauge + " at most " + text;
            case Between(var gauge, _, _, var text) -> gauge + " " + text;
            case AllOf(var rules) -> rules.stream().map(Rule::within).collect(Collectors.joining(" and "));
            case AnyOf(var rules) -> rules.stream().map(Rule::within).collect(Collectors.joining(" or "));
        };
    }

    private static String within(Rule rule) {
        return rule instanceof AnyOf(var some) && some.size() > 1 || rule instanceof AllOf(var all) && all.size() > 1
                ? "(" + rule.words() + ")"
                : rule.words();
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lithe.board.BoardDesign;
import lithe.simulation.Outcome;
import lithe.simulation.Plane;
import lithe.simulation.Run;
import lithe.simulation.Sustained;
import org.jspecify.annotations.Nullable;

/// Two phones, or two variants of one, beside each other.
///
/// Every way of telling it, text, JSON or page, shows the rows of [#rows()] in their order, and all maps in the colours of
/// [#scale()].
///
/// @param first one phone
/// @param second the other
/// @param pairs runs that are held side by side, by the name of what they do
/// @param leftOut workloads that only one of them has, as sentences
/// @param conditions what was made equal, in words; empty when each runs its own file
public record Comparison(Side first, Side second, Map<String, Pair> pairs, List<String> leftOut, String conditions) {

    /// One of the two.
    ///
    /// @param name how it is called here, unlike the other
    /// @param report what was asked and what came out
    /// @param board what its file says of its board, or null
    /// @param sustained sustained power by the name of the workload
    public record Side(String name, Report report, @Nullable BoardDesign board, Map<String, Sustained> sustained) {

        /// Takes a copy.
        public Side {
            sustained = Map.copyOf(sustained);
        }
    }

    /// The same thing done by both.
    ///
    /// @param first what the first gave
    /// @param second what the second gave
    public record Pair(Run first, Run second) {

        /// Tells whether both are charged meanwhile.
        ///
        /// @return true for two charges
        public boolean charge() {
            return first.workload().charged() && second.workload().charged();
        }
    }

    /// A quantity of both.
    ///
    /// @param section what it belongs to: size, battery, board, or a workload
    /// @param quantity what it is
    /// @param unit unit of both values
    /// @param first value of the first, in the unit; NaN when it has none
    /// @param second value of the second, in the unit; NaN when it has none
    /// @param decimals as many as are worth showing
    public record Row(String section, String quantity, String unit, double first, double second, int decimals) {

        /// Returns how far the second is from the first.
        ///
        /// @return second less first, in the unit; NaN when one has no value
        public double difference() {
            return second - first;
        }

        /// Returns the unit of a difference: degrees differ by kelvins.
        ///
        /// @return the unit
        public String differenceUnit() {
            return unit.equals("°C") ? "K" : unit;
        }

        /// Returns the difference in percent of the first.
        ///
        /// @return percent; NaN for temperatures, of which a percentage says nothing
        public double percent() {
            return unit.equals("°C") || first == 0 ? Double.NaN : 100 * (second / first - 1);
        }
    }

    /// Takes copies.
    public Comparison {
        pairs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(pairs));
        leftOut = List.copyOf(leftOut);
    }

    /// Returns the colours of every map of both.
    ///
    /// @return one scale over all maps of all pairs
    public ColourScale scale() {
        var a = new Outcome(first.report().outcome().device(), pairs.values().stream().map(pair -> outside(pair.first())).toList());
        var b = new Outcome(second.report().outcome().device(), pairs.values().stream().map(pair -> outside(pair.second())).toList());
        return ColourScale.over(List.of(a, b));
    }

    /// Returns the maps that are shown: those of the outside, which people touch.
    ///
    /// @param run one of the runs
    /// @return front and back
    static List<Plane> maps(Run run) {
        return run.maps().stream().filter(map -> !map.name().startsWith("mid")).toList();
    }

    private static Run outside(Run run) {
        return new Run(run.workload(), run.results(), run.verdicts(), run.warnings(), run.series(), maps(run), run.field(), run.seconds(), run.charge(), run.chambers());
    }

    /// Returns what is compared.
    ///
    /// @return rows in the order in which everyone shows them
    public List<Row> rows() {
        return ComparisonRows.of(this);
    }
}

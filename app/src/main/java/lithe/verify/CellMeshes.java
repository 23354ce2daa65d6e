// SPDX-License-Identifier: Apache-2.0
package lithe.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import lithe.cell.CellSimulator;
import lithe.cell.Resolution;
import lithe.cell.Trace;

/// Whose error is it? The standard mesh and the curves of the reference tool, both against a converged solution.
///
/// The converged solution has three times the cells and shells of the standard mesh and fiftieth of its tolerance; twice
/// as fine again changes it by 0.05 mV at most (test). That it is the right one shows from the other side: on the
/// uniform mesh and with the faces of the reference tool, refined beyond its curves, the voltage comes closer to it.
public final class CellMeshes {

    /// The converged solution.
    static final Resolution CONVERGED = new Resolution(40, 20, 40, 64, 4, 0.5, false);

    static final CellSimulator.Options CAREFUL =
            CellSimulator.Options.STANDARD.withTolerance(2e-6).withChargeStep(0.004);

    private static final double MOST = 1e-3; // V
    private static final double LATEST = 2e-3;
    // the curves' own distance is reported: the limit only says that nothing got worse
    private static final double REPORTED = 4e-3;
    private static final String SELF = "the same on a mesh three times as fine, step error 2 µV";

    private CellMeshes() {}

    /// Two traces of one curve where they differ most.
    ///
    /// @param id name of the curve
    /// @param voltage what is judged, V
    /// @param converged what it should be, V
    /// @param end end time of what is judged, s
    /// @param convergedEnd what it should be, s
    public record Gap(String id, double voltage, double converged, double end, double convergedEnd) {

        /// Returns the largest difference of the voltage.
        ///
        /// @return the difference, V
        public double volts() {
            return Math.abs(voltage - converged);
        }

        /// Returns the difference of the end time.
        ///
        /// @return the difference over the end time
        public double late() {
            return Math.abs(end / convergedEnd - 1);
        }
    }

    /// What is known of one curve.
    ///
    /// @param standard the standard mesh against the converged solution
    /// @param curve the reference tool's curve against the converged solution
    public record Pair(Gap standard, Gap curve) {}

    /// Returns four rows for each family of curves, and three on the refinement of the reference tool's mesh.
    ///
    /// @return the cases
    public static List<VerificationCase> all() {
        var rows = new ArrayList<VerificationCase>();
        for (var family : families()) {
            var pairs = once(() -> names(family).stream().map(CellMeshes::pair).toList());
            var worst = once(() -> most(pairs.get(), pair -> pair.standard().volts()).standard());
            var last = once(() -> most(pairs.get(), pair -> pair.standard().late()).standard());
            var curve = once(() -> most(pairs.get(), pair -> pair.curve().volts()).curve());
            rows.add(row("standard", family, "standard mesh, voltage", worst, CellMeshes::volts));
            rows.add(row("end", family, "standard mesh, end time in s", last, gap ->
                    VerificationCase.Check.relative(gap.end(), gap.convergedEnd(), LATEST)));
            rows.add(row("curve", family, "the reference tool's curves themselves, voltage; reported", curve, gap ->
                    VerificationCase.Check.absolute(gap.voltage(), gap.converged(), REPORTED, "V")));
        }
        rows.add(refined("a_DFN_Marquis2019_charge_3C_m80_t6", 160, 0.5e-3));
        rows.add(refined("d_DFN_Ai2020_isothermal_cccv_2C_m40_t6", 160, 0.5e-3));
        rows.add(refined("g_DFN_Ramadass2004_charge_2C_m20_t6", 160, 0.5e-3));
        return rows;
    }

    private static VerificationCase row(
            String about, String family, String what, Supplier<Gap> gap, Function<Gap, VerificationCase.Check> judge) {
        return new VerificationCase(
                "cell-%s-%s".formatted(about, family),
                what + ", where the family's worst curve differs most",
                SELF,
                () -> judge.apply(gap.get()));
    }

    private static VerificationCase.Check volts(Gap gap) {
        return VerificationCase.Check.absolute(gap.voltage(), gap.converged(), MOST, "V");
    }

    /// The mesh and faces of the reference tool, finer than its curve.
    private static VerificationCase refined(String id, int points, double limit) {
        return new VerificationCase(
                "cell-refined-%d-%s".formatted(points, family(id)),
                "mesh and faces of the reference tool with %d points, voltage where it differs most".formatted(points),
                SELF,
                () -> {
                    var gap = gap(id, CellCases.run(id, Resolution.reference(points), CAREFUL.withTolerance(1e-5)), converged(id));
                    return VerificationCase.Check.absolute(gap.voltage(), gap.converged(), limit, "V");
                });
    }

    /// Returns both comparisons of a curve.
    ///
    /// @param id name of the curve
    /// @return standard mesh and curve against the converged solution
    public static Pair pair(String id) {
        var converged = converged(id);
        return new Pair(
                gap(id, CellCases.run(id, Resolution.STANDARD, CellSimulator.Options.STANDARD), converged), curve(id, converged));
    }

    static Trace converged(String id) {
        return CellCases.run(id, CONVERGED, CAREFUL);
    }

    /// Where two traces differ most at the times of the curve.
    static Gap gap(String id, Trace trace, Trace converged) {
        double end = trace.last(Trace.Column.TIME);
        double convergedEnd = converged.last(Trace.Column.TIME);
        var worst = new Gap(id, 0, 0, end, convergedEnd);
        for (var row : CellCases.rows(id)) {
            if (row[0] >= CellCases.from(id) && row[0] <= Math.min(end, convergedEnd)) {
                var here = new Gap(id, trace.at(Trace.Column.VOLTAGE, row[0]),
                        converged.at(Trace.Column.VOLTAGE, row[0]), end, convergedEnd);
                worst = here.volts() > worst.volts() ? here : worst;
            }
        }
        return worst;
    }

    private static Gap curve(String id, Trace converged) {
        var rows = CellCases.rows(id);
        double end = rows[rows.length - 1][0];
        double convergedEnd = converged.last(Trace.Column.TIME);
        var worst = new Gap(id, 0, 0, end, convergedEnd);
        for (var row : rows) {
            if (row[0] >= CellCases.from(id) && row[0] <= convergedEnd) {
                var here = new Gap(id, row[1], converged.at(Trace.Column.VOLTAGE, row[0]), end, convergedEnd);
                worst = here.volts() > worst.volts() ? here : worst;
            }
        }
        return worst;
    }

    /// Curves of one set, one model and one kind of temperature.
    static String family(String id) {
        var words = id.split("_");
        boolean lumped = words[0].equals("b") || id.contains("lumped");
        return "%s-%s%s".formatted(words[1], words[2].replaceAll("\\d+", "").toLowerCase(Locale.ROOT), lumped ? "-lumped" : "");
    }

    private static List<String> families() {
        return CellCases.names().stream().map(CellMeshes::family).distinct().toList();
    }

    private static List<String> names(String family) {
        return CellCases.names().stream().filter(id -> family(id).equals(family)).toList();
    }

    private static Pair most(List<Pair> pairs, Function<Pair, Double> size) {
        return pairs.stream().max(java.util.Comparator.comparing(size)).orElseThrow();
    }

    /// Computes a value when it is first asked for, and keeps it.
    private static <T> Supplier<T> once(Supplier<T> computed) {
        var kept = new ArrayList<T>(1);
        return () -> {
            if (kept.isEmpty()) {
                kept.add(computed.get());
            }
            return kept.getFirst();
        };
    }
}

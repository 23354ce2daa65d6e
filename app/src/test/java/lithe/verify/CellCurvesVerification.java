// SPDX-License-Identifier: Apache-2.0
package lithe.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lithe.Figures;
import lithe.cell.Resolution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Cell models against the curves of the public reference tool.
class CellCurvesVerification {

    @Test
    @DisplayName("on a curve's own mesh every model agrees within 1 mV and 0.2 % of the end time")
    void sameEquations() {
        var curves = CellCases.names().stream().map(CellCases::onItsOwnMesh).toList();
        Figures.record("4", "reference curves, on the mesh and faces of the curves", worst(curves));
        assertThat(curves.stream().filter(CellCases.Curve::gate)).allMatch(CellCases.Curve::holds);
    }

    @Test
    @DisplayName("on the standard mesh all curves are within 1 mV and 0.2 % of the converged solution")
    void convergedSolution() {
        var pairs = CellCases.names().stream().map(CellMeshes::pair).toList();
        var ours = pairs.stream().map(CellMeshes.Pair::standard).max(Comparator.comparingDouble(CellMeshes.Gap::volts)).orElseThrow();
        double late = pairs.stream().mapToDouble(pair -> pair.standard().late()).max().orElseThrow();
        var theirs = pairs.stream().map(CellMeshes.Pair::curve).filter(gap -> CellCases.points(gap.id()) > 10)
                .max(Comparator.comparingDouble(CellMeshes.Gap::volts)).orElseThrow();
        Figures.record("4", "standard mesh against the converged solution",
                "%d curves: voltage at most %.3f mV (%s), end time at most %.3f %%; the reference curves themselves: %.3f mV (%s)"
                        .formatted(pairs.size(), 1e3 * ours.volts(), ours.id(), 100 * late, 1e3 * theirs.volts(), theirs.id()));
        assertThat(pairs).allSatisfy(pair -> assertThat(pair.standard().volts()).describedAs(pair.toString()).isLessThan(1e-3));
        assertThat(late).isLessThan(2e-3);
    }

    @Test
    @DisplayName("the converged solution is converged: twice as fine changes it by less than 0.1 mV")
    void converged() {
        var finer = new Resolution(80, 40, 80, 128, 4, 0.5, false);
        var careful = CellMeshes.CAREFUL.withTolerance(5e-7).withChargeStep(0.002);
        // the fastest of each set; all of them in full mode
        var worst = CellCases.names().stream()
                .filter(id -> Figures.all() || id.contains("DFN") && id.matches(".*(charge_3C|cccv_2C|Ramadass2004_charge_2C).*"))
                .map(id -> CellMeshes.gap(id, CellMeshes.converged(id), CellCases.run(id, finer, careful)))
                .max(Comparator.comparingDouble(CellMeshes.Gap::volts))
                .orElseThrow();
        Figures.record("4", "converged solution against twice as fine", "%.3f mV, end %.4f %% (%s)"
                .formatted(1e3 * worst.volts(), 100 * worst.late(), worst.id()));
        assertThat(worst.volts()).isLessThan(1e-4);
        assertThat(worst.late()).isLessThan(1e-4);
    }

    @Test
    @DisplayName("refined, the reference tool's mesh and faces approach the converged solution")
    void refined() {
        var id = "a_DFN_Marquis2019_charge_3C_m80_t6";
        var exact = CellMeshes.converged(id);
        var errors = IntStream.of(40, 80, 160).mapToDouble(points -> CellMeshes.gap(
                id, CellCases.run(id, Resolution.reference(points), CellMeshes.CAREFUL.withTolerance(1e-5)), exact).volts()).toArray();
        Figures.record("4", "reference mesh of 40, 80, 160 points against the converged solution, DFN 3C charge",
                "%.2f, %.2f, %.2f mV".formatted(1e3 * errors[0], 1e3 * errors[1], 1e3 * errors[2]));
        assertThat(errors[1]).isLessThan(errors[0] / 2.5);
        assertThat(errors[2]).isLessThan(errors[1] / 2.5);
    }

    @Test
    @DisplayName("on the standard mesh the rest is the curves' own mesh error: at most 2.6 mV in the first seconds")
    void standardMesh() {
        var curves = CellCases.names().stream()
                .map(id -> CellCases.on(id, Resolution.STANDARD))
                .filter(CellCases.Curve::gate)
                .toList();
        Figures.record("4", "reference curves, on the standard mesh", worst(curves) + "; within 1 mV and 0.2 %: "
                + curves.stream().filter(CellCases.Curve::holds).count() + " of " + curves.size());
        assertThat(curves).allMatch(c -> Math.abs(c.endError()) <= 2e-3);
        // 1.2 mV: uniform shells of the curves four seconds into 3C; 1.4 mV: their faces at the separator
        assertThat(curves).allMatch(c -> c.voltageError() <= 2.6e-3);
    }

    @Test
    @DisplayName("all fourteen tabulated foil resistances within 0.5 %")
    void foils() {
        var all = new StringBuilder();
        double worst = 0;
        for (var c : CellCases.foils()) {
            double error = c.resistance() / c.reference() - 1;
            all.append(" %s %+.2f %%".formatted(c.id(), 100 * error));
            worst = Math.max(worst, Math.abs(error));
        }
        Figures.record("4", "foil resistances", "worst %.2f %%:%s".formatted(100 * worst, all));
        assertThat(worst).describedAs(all.toString()).isLessThan(5e-3);
    }

    private static String worst(List<CellCases.Curve> curves) {
        var gated = curves.stream().filter(CellCases.Curve::gate).toList();
        var v = gated.stream().max(Comparator.comparingDouble(CellCases.Curve::voltageError)).orElseThrow();
        var t = gated.stream().max(Comparator.comparingDouble(c -> Math.abs(c.endError()))).orElseThrow();
        return "%d curves: voltage at most %.3f mV (%s), end time at most %.3f %% (%s)"
                .formatted(gated.size(), 1e3 * v.voltageError(), v.id(), 100 * Math.abs(t.endError()), t.id());
    }
}

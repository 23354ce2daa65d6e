// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import lithe.Figures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The three-layer solver: order, balances, duality. Single answers are rows of `lithe verify chamber`.
@Tag("verification")
class SheetsVerification {

    static final Conductances.Fixed LAYERS =
            new Conductances.Fixed(0.0195, 1.661966646, 0.0195, 2e4, 4e4, 481.089904, 1.174525012, 172.48);
    static final Map<String, Double> ANSWER = Reference.values();
    static final Shape A = Shape.rectangle(10e-3, 7e-3, 10e-3, 10e-3);
    static final Shape B = Shape.rectangle(47e-3, 26e-3, 6e-3, 8e-3);

    static double[] twoSources(Mask mask) {
        double[] heat = mask.heat(A, 4), more = mask.heat(B, 1.5);
        Arrays.setAll(heat, c -> heat[c] + more[c]);
        return heat;
    }

    private static double error(double cell) {
        var mask = Mask.of(Shape.rectangle(0, 0, 65e-3, 40e-3), cell);
        var sheets = new Sheets(mask, LAYERS, Cooling.even(mask, 100, 0), 1);
        assertThat(sheets.steady(twoSources(mask), new double[mask.cells()], 1e-9).converged()).isTrue();
        return mask.mean(A, sheets.evaporator()) / ANSWER.get("VC-G2(A,wall1)") - 1;
    }

    @Test
    @DisplayName("error on the rectangle falls with the square of the cell size")
    void secondOrderInSpace() {
        double coarse = error(1e-3), middle = error(0.5e-3), fine = error(0.25e-3);
        double order = Math.log(middle / fine) / Math.log(2);
        Figures.record("3 chamber", "order in cell size, rectangle G2", "%.2f, %.2f; error %.3f %% at 0.25 mm"
                .formatted(Math.log(coarse / middle) / Math.log(2), order, 100 * Math.abs(fine)));
        assertThat(order).isEqualTo(2, within(0.1));
        assertThat(Math.abs(fine)).isLessThan(1e-3);
    }

    @Test
    @DisplayName("what goes in comes out, and what evaporates condenses")
    void heatAndMassBalance() {
        var chamber = VaporChamberTest.CHAMBER;
        var mask = Mask.of(Shape.disk(0, 0, 28.768e-3), 0.5e-3);
        var sheets = new Sheets(mask, new SheetTable(chamber), Cooling.even(mask, 100, 298.15), 1);
        sheets.steady(mask.heat(Shape.disk(5e-3, 3e-3, 5e-3), 5), new double[mask.cells()], 1e-10);
        double energy = Math.abs(sheets.out() / 5 - 1);
        double in = Arrays.stream(sheets.evaporation()).sum(), out = Arrays.stream(sheets.condensation()).sum();
        double mass = Math.abs(in - out) / in;
        Figures.record("3 chamber", "energy and mass balance", "%.1e and %.1e".formatted(energy, mass));
        assertThat(energy).isLessThan(1e-9);
        assertThat(mass).isLessThan(1e-9);
    }

    @Test
    @DisplayName("over a transient, stored and lost heat add up to what was put in")
    void balanceInTime() {
        var mask = Mask.of(Shape.rectangle(0, 0, 65e-3, 40e-3), 65, 40);
        var sheets = new Sheets(mask, LAYERS, Cooling.even(mask, 100, 300), 1);
        double[] heat = twoSources(mask), none = new double[mask.cells()];
        double put = 0, lost = 0, step = 0.05;
        for (int n = 0; n < 20; n++) {
            double before = sheets.out();
            sheets.advance(heat, none, step, 1e-12);
            put += 5.5 * step;
            // second-order quadrature of the loss; only the stored heat is exact
            lost += step * (before + sheets.out()) / 2;
        }
        assertThat(sheets.stored() + lost).isEqualTo(put, within(1e-4 * put));
    }

    @Test
    @DisplayName("time steps are second order")
    void secondOrderInTime() {
        double[] at = new double[3];
        for (int k = 0; k < 3; k++) {
            var mask = Mask.of(Shape.rectangle(0, 0, 65e-3, 40e-3), 2, 2);
            var sheets = new Sheets(mask, LAYERS, Cooling.even(mask, 100, 0), 1);
            double[] heat = mask.heat(Shape.rectangle(0, 0, 65e-3, 40e-3), 5.5), none = new double[mask.cells()];
            int steps = 8 << k;
            for (int n = 0; n < steps; n++) {
                sheets.advance(heat, none, 5.0 / steps, 1e-12);
            }
            at[k] = sheets.evaporator()[0];
        }
        double exact = ANSWER.get("VC-H3(5,wall1)");
        assertThat(Math.log(Math.abs((at[1] - exact) / (at[2] - exact))) / Math.log(2)).isEqualTo(2, within(0.25));
    }

    @Test
    @DisplayName("the error estimate follows the true error of a step")
    void errorEstimate() {
        var mask = Mask.of(Shape.rectangle(0, 0, 65e-3, 40e-3), 2, 2);
        double[] heat = mask.heat(Shape.rectangle(0, 0, 65e-3, 40e-3), 5.5), none = new double[mask.cells()];
        var one = new Sheets(mask, LAYERS, Cooling.even(mask, 100, 0), 1);
        var many = new Sheets(mask, LAYERS, Cooling.even(mask, 100, 0), 1);
        // a first common part, so that the fast rates have died out
        for (int n = 0; n < 200; n++) {
            one.advance(heat, none, 1.0 / 200, 1e-12);
            many.advance(heat, none, 1.0 / 200, 1e-12);
        }
        double estimate = one.advance(heat, none, 1, 1e-12);
        for (int n = 0; n < 200; n++) {
            many.advance(heat, none, 1.0 / 200, 1e-12);
        }
        double error = Math.abs(one.evaporator()[0] - many.evaporator()[0]);
        assertThat(estimate).isBetween(0.2 * error, 5 * error);
    }

    @Test
    @DisplayName("liquid pressure is the mirror of vapor pressure")
    void duality() {
        var mask = Mask.of(Shape.rectangle(0, 0, 65e-3, 40e-3), 0.5e-3);
        var sheets = new Sheets(mask, LAYERS, Cooling.even(mask, 100, 0), 1);
        sheets.steady(twoSources(mask), new double[mask.cells()], 1e-12);
        double[] in = sheets.evaporation(), out = sheets.condensation(), source = new double[in.length];
        double latent = 2381974, gl = 988.0088 * 3e-11 * 80e-6 / 5.46504e-4;
        Arrays.setAll(source, c -> (out[c] - in[c]) / latent);
        double[] liquid = new Flow(mask, 1).solve(gl, source, 1e-13);
        double[] vapor = sheets.vapor();
        double mean = Arrays.stream(vapor).average().orElseThrow(), worst = 0, range = 0;
        for (int c = 0; c < liquid.length; c++) {
            double mirror = -(vapor[c] - mean) * LAYERS.vaporSheet() / (latent * gl);
            worst = Math.max(worst, Math.abs(liquid[c] - mirror));
            range = Math.max(range, Math.abs(mirror));
        }
        Figures.record("3 chamber", "duality of liquid and vapor pressure", "%.1e of the range".formatted(worst / range));
        assertThat(worst / range).isLessThan(1e-8);
    }

    @Test
    @DisplayName("an L-shaped outline conserves heat and keeps its symmetry")
    void anyOutline() {
        double[] x = {0, 40e-3, 40e-3, 20e-3, 20e-3, 0}, y = {0, 0, 20e-3, 20e-3, 40e-3, 40e-3};
        var mask = Mask.of(new Shape(x, y), 0.7e-3);
        assertThat(mask.total()).isEqualTo(1200e-6, within(1e-15));
        var sheets = new Sheets(mask, LAYERS, Cooling.even(mask, 100, 300), 1);
        sheets.steady(mask.heat(Shape.disk(6e-3, 6e-3, 3e-3), 3), new double[mask.cells()], 1e-10);
        assertThat(sheets.out()).isEqualTo(3, within(3e-9));
        double[] t = sheets.evaporator();
        assertThat(mask.value(30e-3, 10e-3, t)).isEqualTo(mask.value(10e-3, 30e-3, t), within(1e-6));
    }
}

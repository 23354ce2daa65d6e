// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import lithe.Figures;
import lithe.verify.LayeredBox;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TransientVerification {

    private final Heat heat = Heat.on(LayeredBox.grid(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1), 1);
    private final double[] on = heat.powers(LayeredBox.POWER);
    private final double[] burst = heat.powers(Map.of("SoC", 8.0));

    @Test
    @DisplayName("under error control the SoC of LB1 is within 0.02 K of a fine-step run just after a jump")
    void jumps() {
        double[] times = {0.2, 0.5, 1, 2, 4, 4.2, 4.5, 5, 6, 8};
        Transient fine = heat.from(LayeredBox.surroundings(), LayeredBox.AMBIENT).steps(0.02);
        double[] reference = run(fine, times);
        Transient controlled = heat.from(LayeredBox.surroundings(), LayeredBox.AMBIENT);
        double[] values = run(controlled, times);
        double worst = 0;
        for (int i = 0; i < times.length; i++) {
            worst = Math.max(worst, Math.abs(values[i] - reference[i]));
        }
        Figures.record("2 conduction", "transient: SoC from a fine-step run after a jump", "%.4f K".formatted(worst));
        assertThat(worst).isLessThan(0.02);
    }

    private double[] run(Transient run, double[] times) {
        double[] values = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            run.advance(times[i] - run.time(), times[i] <= 4 ? on : burst);
            values[i] = run.now().mean("SoC");
        }
        return values;
    }

    @Test
    @DisplayName("over a transient heat released is kept or has left, to 1e-4")
    void books() {
        Transient run = heat.from(LayeredBox.surroundings(), LayeredBox.AMBIENT);
        run.advance(300, on);
        run.advance(300, burst);
        assertThat(run.energy().released()).isCloseTo(300 * 8.5 + 300 * 8.0, within(1e-6));
        assertThat(run.energy().error()).isLessThan(1e-4);
    }

    @Test
    @DisplayName("a long transient ends in the steady state")
    void ends() {
        Transient run = heat.from(LayeredBox.surroundings(), LayeredBox.AMBIENT);
        run.advance(20_000, on);
        var steady = heat.steady(LayeredBox.surroundings(), on);
        assertThat(run.now().mean("SoC")).isCloseTo(steady.mean("SoC"), within(1e-3));
        assertThat(run.now().mean("BATT")).isCloseTo(steady.mean("BATT"), within(1e-3));
    }

    @Test
    @DisplayName("a restored state goes the same way again")
    void restores() {
        Transient run = heat.from(LayeredBox.surroundings(), LayeredBox.AMBIENT);
        run.advance(5, on);
        var state = run.state();
        run.advance(5, burst);
        double first = run.now().mean("SoC");
        run.restore(state);
        run.advance(5, burst);
        assertThat(run.now().mean("SoC")).isCloseTo(first, within(1e-5));
        assertThat(run.time()).isEqualTo(10);
    }

    @Test
    @DisplayName("heated from rest, nothing is colder than at the start and nothing hotter than in the end")
    void keepsBounds() {
        Transient run = heat.from(LayeredBox.surroundings(), LayeredBox.AMBIENT);
        double most = heat.steady(LayeredBox.surroundings(), on).max("SoC");
        for (int n = 0; n < 10; n++) {
            run.advance(20, on);
            for (double t : run.now().cells()) {
                assertThat(t).isBetween(LayeredBox.AMBIENT - 1e-3, most + 1e-3);
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import lithe.Figures;
import org.junit.jupiter.api.Test;

/// Effective conductivities against the worked cases of conductivity.csv and interposer-and-gaps.csv.
class ConductivityVerification {

    private static final double[] TYPICAL = {0.35, 0.45, 0.75, 0.45, 0.80, 0.80, 0.45, 0.75, 0.45, 0.35};

    @Test
    void worstOfAllCasesIsWithinOnePercent() {
        var ten = stack(10, 18e-6, 0.7e-3);
        double columns = 250 * Via.filled(0.10e-3) / 1e-4;
        var band = Conductivity.inPlane(ten, TYPICAL);
        near(56.0, band.high());
        near(34.8, band.low());
        near(0.47, Conductivity.through(ten, TYPICAL, 0));
        near(8.02, Conductivity.through(ten, TYPICAL, columns));
        var four = LayerStack.even(Collections.nCopies(4, "Cu"), new double[] {70e-6, 35e-6, 35e-6, 70e-6}, 1.6e-3);
        double[] planes = {0.2, 1, 1, 0.2};
        near(24.1, Conductivity.inPlane(four, planes).high());
        near(0.403, Conductivity.through(four, planes, 0));
        var one = LayerStack.even(Collections.nCopies(1, "Cu"), new double[] {70e-6}, 1.6e-3);
        near(3.96, Conductivity.inPlane(one, new double[] {0.2}).high());
        near(0.366, Conductivity.through(one, new double[] {0.2}, 0));
        double[] full = new double[10];
        Arrays.fill(full, 0.85);
        near(84.6, Conductivity.inPlane(ten, full).high());
        near(72.0, Conductivity.inPlane(ten, full).low());
        var crab = stack(6, 35e-6, 1.6e-3);
        double[] measured = {0.12, 0.75, 0.10, 0.68, 0.74, 0.77};
        near(27.2, Conductivity.inPlane(crab, measured).high());
        near(3.58, Conductivity.through(crab, measured, 38.2 * Via.plated(0.3e-3, 25e-6) / 1e-4));
        Figures.record(
                "5 board",
                "conductivity 56.0 / 34.8 / 0.47 / 8.0 and 24.1 / 0.40 to 1 %",
                "%.2f / %.2f / %.3f / %.2f and %.2f / %.3f W/mK"
                        .formatted(
                                band.high(),
                                band.low(),
                                Conductivity.through(ten, TYPICAL, 0),
                                Conductivity.through(ten, TYPICAL, columns),
                                Conductivity.inPlane(four, planes).high(),
                                Conductivity.through(four, planes, 0)));
    }

    @Test
    void theFrameJoinsTheBoardsOnlyWithVias() {
        near(14.3, new Interposer(2e-3, 1.2e-3, 0, 0.2e-3, 20e-6).resistance(240e-6));
        var frame = new Interposer(2e-3, 1.2e-3, 600, 0.2e-3, 20e-6);
        assertThat(frame.copper() * 1e6).isCloseTo(6.8, within(0.05));
        // stated with two digits
        assertThat(frame.resistance(240e-6)).isCloseTo(0.45, within(0.015));
    }

    @Test
    void aShareOutsideZeroToOneIsRefused() {
        assertThatThrownBy(() -> Conductivity.through(stack(1, 18e-6, 1e-3), new double[] {1.2}, 0))
                .hasMessageContaining("between 0 and 1");
    }

    private static LayerStack stack(int layers, double copper, double total) {
        double[] t = new double[layers];
        Arrays.fill(t, copper);
        return LayerStack.even(Collections.nCopies(layers, "Cu"), t, total);
    }

    private static void near(double expected, double found) {
        assertThat(found).isCloseTo(expected, within(0.01 * expected));
    }
}

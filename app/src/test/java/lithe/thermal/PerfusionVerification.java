// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lithe.device.Body;
import lithe.device.Exchange;
import lithe.device.Posture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PerfusionVerification {

    private static final double K = 0.4;
    private static final double HEAT_CAPACITY = 3800;

    private static final Exchange.Hand HAND = (Exchange.Hand) Posture.HAND_LANDSCAPE_GAME
            .boundary(new Body(0.07, 0.15, 0.008, 0.008))
            .patches()
            .getLast()
            .exchange();

    @ParameterizedTest
    @ValueSource(doubles = {-12, -1, 0.1, 2, 5.5, 9})
    @DisplayName("the closed form is the flux of Pennes' equation on a grid, and the grid converges to it with its square")
    void pennes(double excess) {
        double coarse = onGrid(excess, 500), fine = onGrid(excess, 1000), exact = Perfusion.taken(HAND, excess);
        assertThat(fine).isCloseTo(exact, within(1e-4 * Math.abs(exact)));
        assertThat((coarse - exact) / (fine - exact)).isBetween(3.8, 4.2);
    }

    /// Flux into 100 mm of tissue with blood temperature at its end, by finite volumes and Newton's method, W/m².
    private static double onGrid(double excess, int cells) {
        double dz = 0.1 / cells, most = HAND.perfused() * HAND.perfused() / K; // w_b c, W/(m³·K)
        double[] t = new double[cells + 1];
        t[0] = excess;
        for (int n = 0; n < 60; n++) {
            double[] diagonal = new double[cells], right = new double[cells];
            for (int i = 1; i < cells; i++) {
                double flow = most * Math.exp(HAND.growth() * t[i]);
                diagonal[i] = 2 * K / dz + dz * flow * (1 + HAND.growth() * t[i]);
                right[i] = K / dz * (t[i - 1] - 2 * t[i] + t[i + 1]) - dz * flow * t[i];
            }
            for (int i = 2; i < cells; i++) {
                double factor = K / dz / diagonal[i - 1];
                diagonal[i] -= factor * K / dz;
                right[i] += factor * right[i - 1];
            }
            double step = 0;
            for (int i = cells - 1; i > 0; i--) {
                step = (right[i] + K / dz * (i + 1 < cells ? step : 0)) / diagonal[i];
                t[i] += step;
            }
        }
        // what enters: to the middle of the first cell, and what its half keeps
        return K / dz * (t[0] - t[1]) + 0.5 * dz * most * Math.exp(HAND.growth() * t[0]) * t[0];
    }

    @Test
    @DisplayName("a flow that does not follow temperature gives √(k w c) behind the epidermis")
    void constant() {
        var hand = new Exchange.Hand(1.5e-3, 40, 0, 309.65);
        assertThat(Perfusion.flux(hand, 315)).isCloseTo((315 - 309.65) / (1 / 40.0 + 1.5e-3), within(1e-9));
        assertThat(Perfusion.flux(hand, 309.65)).isZero();
    }

    @Test
    @DisplayName("the slope is the derivative, across the change to the series as well")
    void slope() {
        for (double x : new double[] {-15, -0.3, -0.2884, 0.001, 0.2884, 0.3, 4, 12}) {
            double d = 1e-4, seen = (Perfusion.taken(HAND, x + d) - Perfusion.taken(HAND, x - d)) / (2 * d);
            assertThat(Perfusion.rise(HAND, x)).as("at %s K", x).isCloseTo(seen, within(1e-6 * seen));
        }
    }

    @Test
    @DisplayName("the flow of blood in the hand of a posture is the measured one at 35.2 °C and doubles over 10 K")
    void flow() {
        double neutral = HAND.perfused() * HAND.perfused() / (K * HEAT_CAPACITY) * Math.exp(HAND.growth() * (35.2 - 36.5));
        assertThat(neutral).isCloseTo(5.9 / 100 / 60 * 1060, within(1e-12));
        assertThat(Math.exp(10 * HAND.growth())).isCloseTo(2, within(1e-12));
    }
}

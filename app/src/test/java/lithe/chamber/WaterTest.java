// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WaterTest {

    @Test
    void allPropertiesMeetTheTableOfSaturatedWater() {
        int rows = 0;
        for (var row : Reference.rows("verification.csv")) {
            if (!row.getFirst().startsWith("VC-P(")) {
                continue;
            }
            double t = Double.parseDouble(row.getFirst().replaceAll("VC-P\\((\\d+),.*", "$1")) + 273.15;
            double expected = Double.parseDouble(row.get(6));
            double limit = row.get(5).startsWith("k_") ? 2e-4 : 1e-4; // largest error of the conductivity fit: 1.1e-4
            assertThat(property(row.get(5), t)).as(row.getFirst()).isEqualTo(expected, within(limit * expected));
            rows++;
        }
        assertThat(rows).isEqualTo(60);
    }

    private static double property(String name, double t) {
        return switch (name) {
            case "P_sat" -> Water.pressure(t);
            case "h_fg" -> Water.latentHeat(t);
            case "sigma" -> Water.surfaceTension(t);
            case "mu_l" -> Water.liquidViscosity(t);
            case "mu_v" -> Water.vaporViscosity(t);
            case "rho_l" -> Water.liquidDensity(t);
            case "rho_v" -> Water.vaporDensity(t);
            case "k_l" -> Water.liquidConductivity(t);
            case "k_v" -> Water.vaporConductivity(t);
            case "cp_l" -> Water.liquidHeatCapacity(t);
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Test
    void thePublishedTriplePointIsMetBelowTheFits() {
        // SR1-86 at 273.16 K: 611.657 Pa, 999.789 and 4.85426e-3 kg/m³; the join at 20 °C costs up to 2e-4
        assertThat(Water.pressure(273.16)).isEqualTo(611.657, within(611.657 * 3e-4));
        assertThat(Water.liquidDensity(273.16)).isEqualTo(999.789, within(999.789 * 3e-4));
        assertThat(Water.vaporDensity(273.16)).isEqualTo(4.85426e-3, within(4.85426e-3 * 3e-4));
        assertThat(Water.latentHeat(273.16)).isEqualTo(2.5009e6, within(2.5009e6 * 5e-4));
        assertThat(Water.pressure(300)).isEqualTo(3536.58941, within(3536.6 * 2e-6));
    }

    @Test
    void nothingJumpsAtTheEndsOfTheFits() {
        for (double end : new double[] {Water.FIT_LOW, Water.FIT_HIGH}) {
            var below = Water.at(end - 1e-7);
            var above = Water.at(end + 1e-7);
            assertThat(below.pressure()).isEqualTo(above.pressure(), within(1e-7 * above.pressure()));
            assertThat(below.latentHeat()).isEqualTo(above.latentHeat(), within(1e-7 * above.latentHeat()));
            assertThat(below.vaporDensity()).isEqualTo(above.vaporDensity(), within(1e-7 * above.vaporDensity()));
            assertThat(below.liquidViscosity())
                    .isEqualTo(above.liquidViscosity(), within(1e-7 * above.liquidViscosity()));
            assertThat(below.surfaceTension()).isEqualTo(above.surfaceTension(), within(1e-7));
        }
    }

    @Test
    void everyPropertyStaysPositiveWhereASolverMayStray() {
        for (double t = 200; t < 520; t += 0.5) {
            var s = Water.at(t);
            assertThat(s.vaporViscosity()).isPositive();
            assertThat(s.expansion()).isPositive();
            assertThat(s.interfaceConductance(0.1)).as("at %s K", t).isPositive();
        }
    }
}

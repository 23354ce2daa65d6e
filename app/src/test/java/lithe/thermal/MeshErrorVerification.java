// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import lithe.Figures;
import lithe.device.Face;
import lithe.verify.LayeredBox;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MeshErrorVerification {

    /// The converged values are printed to 1 mK; it matters for the battery alone, which is 5 mK off on the fine grid.
    private static final double ROUNDED = 1e-3;

    /// Converged values of LB1, °C, ± 0.01 K.
    private static final Map<String, Double> LIMIT =
            Map.of("SoC mean", 83.004, "battery mean", 69.761, "front max", 79.916, "back max", 71.552);

    @Test
    @DisplayName("the estimate covers the true mesh error of LB1 and is at most three times it")
    void coversAndIsNotMuchMore() {
        Resolution resolution = Figures.all() ? Resolution.FINE : Resolution.STANDARD;
        Grid grid = Grid.of(LayeredBox.device(), resolution);
        assertThat(grid.cells()).isLessThan(3_000_000);
        Heat heat = Heat.on(grid, 1);
        double[] powers = heat.powers(LayeredBox.POWER);
        var run = heat.steady(LayeredBox.surroundings(), powers);
        var estimates = MeshError.steady(Judge.of(heat), run, MeshErrorVerification::read);
        read(run).forEach((name, value) -> {
            double error = Math.abs(value - 273.15 - LIMIT.getOrDefault(name, Double.NaN));
            double estimate = estimates.getOrDefault(name, Double.NaN);
            Figures.record("2 conduction", "LB1 " + resolution.name() + ", " + name,
                    "%.3f °C, true error %.4f K, estimated %.4f K, %,d cells".formatted(value - 273.15, error, estimate, grid.cells()));
            assertThat(estimate).as(name).isGreaterThanOrEqualTo(error - ROUNDED).isLessThanOrEqualTo(3 * error);
        });
    }

    private static Map<String, Double> read(Temperatures t) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("SoC mean", t.mean("SoC"));
        values.put("battery mean", t.mean("BATT"));
        values.put("front max", t.max(Face.FRONT));
        values.put("back max", t.max(Face.BACK));
        return values;
    }
}

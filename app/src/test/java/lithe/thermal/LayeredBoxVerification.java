// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lithe.device.Face;
import lithe.verify.LayeredBox;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LayeredBoxVerification {

    @Test
    @DisplayName("the 48 k mesh gives the published values to 2e-5 K, and 8.5 W leave")
    void baseMesh() {
        var t = steady(LayeredBox.grid(1, 1, 1, 1, 1, 1, 1, 1, 8, 1, 1, 1));
        double[] values = {
            t.mean("SoC"), t.hottestCell("SoC"), t.mean("PMIC"), t.hottestCell("PMIC"), t.mean("RF"), t.hottestCell("RF"), t.mean("BATT"),
            t.hottestCell("BATT"), t.max(Face.FRONT), t.max(Face.BACK), t.mean(Face.FRONT), t.mean(Face.BACK)
        };
        double[] published = {
            83.41157, 83.57537, 81.4586, 81.54815, 81.39935, 81.45423, 69.79758, 72.44906, 80.18294, 71.38178, 72.42695, 66.94566
        };
        for (int i = 0; i < values.length; i++) {
            assertThat(values[i] - 273.15).isCloseTo(published[i], within(2e-5));
        }
        assertThat(t.balance().convection()).isCloseTo(8.5, within(8.5e-6));
    }

    @Test
    @DisplayName("one cell per layer gives the value three codes give")
    void oneCellPerLayer() {
        var t = steady(LayeredBox.grid(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1));
        assertThat(t.mean("SoC") - 273.15).isCloseTo(84.14184, within(2e-5));
    }

    static Temperatures steady(Grid grid) {
        var heat = Heat.on(grid, 1);
        return heat.steady(LayeredBox.surroundings(), heat.powers(LayeredBox.POWER));
    }
}

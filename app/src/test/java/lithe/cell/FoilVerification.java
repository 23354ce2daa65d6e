// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The foil field against closed forms and symmetry.
class FoilVerification {

    private static List<Foil.Tab> tabs(double width, double... centres) {
        return Arrays.stream(centres).mapToObj(c -> new Foil.Tab(c, width, true)).toList();
    }

    @Test
    @DisplayName("closed forms agree with the field within 0.5 % for tabs well apart")
    void closedForms() {
        var cu = new Foil(0.8315, 0.082, 6e-6, Foil.COPPER, 0);
        double mid = FoilField.of(cu, tabs(8e-3, 0.8315 / 2), 293.15).resistance();
        double end = FoilField.of(cu, tabs(8e-3, 4e-3), 293.15).resistance();
        double edge = FoilField.of(cu, List.of(new Foil.Tab(0.8315 / 2, 0.8315, true)), 293.15).resistance();
        assertThat(cu.evenTabs(1, 8e-3) / mid).isCloseTo(1, within(5e-3));
        assertThat(cu.cornerTab(8e-3) / end).isCloseTo(1, within(5e-3));
        assertThat(cu.wholeEdge() / edge).isCloseTo(1, within(5e-3));
    }

    @Test
    @DisplayName("two tabs by symmetry are half a foil with one, and share the current evenly")
    void symmetry() {
        var whole = new Foil(0.8, 0.08, 6e-6, Foil.COPPER, 0);
        var half = new Foil(0.4, 0.08, 6e-6, Foil.COPPER, 0);
        var two = FoilField.of(whole, tabs(8e-3, 0.2, 0.6), 293.15);
        double one = FoilField.of(half, tabs(8e-3, 0.2), 293.15).resistance();
        assertThat(two.resistance() / (one / 2)).isCloseTo(1, within(2e-3));
        assertThat(two.tabShares()[0]).isCloseTo(0.5, within(1e-9));
    }

    @Test
    @DisplayName("the heat of the cells adds up to the resistance, and copper warms by 0.39 % per kelvin")
    void heat() {
        var cu = Foil.of(0.8, 0.08, 6e-6, Foil.COPPER);
        var field = FoilField.of(cu, tabs(8e-3, 0.1), 293.15);
        assertThat(Arrays.stream(field.heat()).sum()).isCloseTo(field.resistance(), within(1e-12));
        assertThat(FoilField.of(cu, tabs(8e-3, 0.1), 303.15).resistance() / field.resistance())
                .isCloseTo(1.039, within(1e-9));
    }
}

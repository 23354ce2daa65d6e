// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import lithe.Figures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The foil field against tabulated resistances, closed forms and symmetry.
class FoilVerification {

    private record Case(String id, Foil foil, List<Foil.Tab> tabs, double reference) {}

    /// P/I² computed for Lithe beforehand by another finite-volume solver, Richardson-extrapolated: 0.2 % and 0.5 %.
    private static List<Case> cases() {
        var neg = new Foil(0.207, 0.137, 25e-6, 1 / 5.96e7, 0);
        var pos = new Foil(0.207, 0.137, 25e-6, 1 / 3.55e7, 0);
        var cu = new Foil(0.8315, 0.082, 6e-6, Foil.COPPER, 0);
        var al = new Foil(0.8315, 0.082, 9e-6, Foil.ALUMINIUM, 0);
        double l = 0.8315;
        double w = 8e-3;
        return List.of(
                new Case("F01", neg, tabs(0.04, 0.06), 461.09e-6),
                new Case("F02", neg, tabs(0.04, 0.1035), 406.1e-6),
                new Case("F03", neg, tabs(0.02, 0.207 / 8, 0.207 * 7 / 8), 313.8e-6),
                new Case("F04", pos, tabs(0.04, 0.147), 774.1e-6),
                new Case("F05", pos, tabs(0.04, 0.1035), 681.9e-6),
                new Case("F06", pos, tabs(0.02, 0.207 * 3 / 8, 0.207 * 5 / 8), 526.9e-6),
                new Case("F07", cu, tabs(w, w / 2), 13.1e-3),
                new Case("F08", cu, tabs(w, l / 2), 4.76e-3),
                new Case("F09", cu, tabs(w, l / 4, l * 3 / 4), 1.78e-3),
                new Case("F10", cu, tabs(w, l / 6, l / 2, l * 5 / 6), 1.05e-3),
                new Case("F11", al, tabs(w, w / 2), 14.32e-3),
                new Case("F12", al, tabs(w, l / 2), 5.21e-3),
                new Case("F13", al, tabs(w, l / 4, l * 3 / 4), 1.94e-3),
                new Case("F14", al, tabs(w, l / 6, l / 2, l * 5 / 6), 1.15e-3));
    }

    private static List<Foil.Tab> tabs(double width, double... centres) {
        return Arrays.stream(centres).mapToObj(c -> new Foil.Tab(c, width, true)).toList();
    }

    @Test
    @DisplayName("all fourteen tabulated resistances within 0.5 %, or half their last digit")
    void table() {
        double worst = 0;
        var all = new StringBuilder();
        for (var c : cases()) {
            double r = FoilField.of(c.foil, c.tabs, 293.15).resistance();
            double error = Math.abs(r / c.reference - 1);
            all.append("%s %.4g (%+.2f %%) ".formatted(c.id, r, 100 * (r / c.reference - 1)));
            worst = Math.max(worst, error);
        }
        Figures.record("4", "foil resistances F01-F14", "worst %.2f %%: %s".formatted(100 * worst, all));
        assertThat(worst).describedAs(all.toString()).isLessThan(5e-3);
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

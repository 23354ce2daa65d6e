// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lithe.Figures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The logic of the kernel tables, step by step.
class ChargeTableTest {

    private static double celsius(double c) {
        return c + 273.15;
    }

    @Test
    @DisplayName("munch: every voltage step gives its current, and a step once left does not come back")
    void steps() {
        var control = new ChargeControl(ChargeTable.munch());
        double[] volts = {3.0, 3.34, 3.35, 4.19, 4.20, 4.29, 4.30, 4.39, 4.40, 4.479};
        double[] amps = {1.0, 1.0, 12.4, 12.4, 8.22, 8.22, 6.9, 6.9, 5.58, 5.58};
        for (int i = 0; i < volts.length; i++) {
            assertThat(control.at(volts[i], celsius(25), celsius(30)).amps()).isEqualTo(amps[i]);
        }
        assertThat(control.at(4.1, celsius(25), celsius(30)).amps()).isEqualTo(5.58);
    }

    @Test
    @DisplayName("munch: every temperature window gives its current and float voltage; off outside")
    void windows() {
        double[] t = {-10, 0.1, 5.1, 10.1, 15.1, 47.9, 48.1, 57.9};
        double[] amps = {1.0, 2.2, 3.08, 5.28, 12.4, 12.4, 2.2, 2.2};
        double[] volts = {4.45, 4.45, 4.45, 4.45, 4.48, 4.48, 4.10, 4.10};
        for (int i = 0; i < t.length; i++) {
            var allowed = new ChargeControl(ChargeTable.munch()).at(3.8, celsius(t[i]), celsius(30));
            assertThat(allowed.amps()).isEqualTo(amps[i]);
            assertThat(allowed.floatVoltage()).isEqualTo(volts[i]);
        }
        assertThat(new ChargeControl(ChargeTable.munch()).at(3.8, celsius(-10.5), celsius(30)).amps()).isZero();
        assertThat(new ChargeControl(ChargeTable.munch()).at(3.8, celsius(58.5), celsius(30)).amps()).isZero();
    }

    @Test
    @DisplayName("ziyi: steps, the sixteen skin levels, and the smallest of the three counts")
    void ziyi() {
        var table = ChargeTable.ziyi();
        double[] amps = {9.9, 8.7, 7.9, 6.5, 5.9, 5.45, 4.95, 3.95, 2.97, 2.57, 2.11, 1.88, 1.48, 0.49, 0.29};
        assertThat(new ChargeControl(table).at(3.8, celsius(25), celsius(36.9)).amps()).isEqualTo(12.30);
        for (int i = 0; i < amps.length; i++) {
            assertThat(new ChargeControl(table).at(3.8, celsius(25), celsius(37.01 + i)).amps()).isEqualTo(amps[i]);
        }
        assertThat(new ChargeControl(table).at(4.26, celsius(25), celsius(38.5)).amps()).isEqualTo(7.85);
        assertThat(new ChargeControl(table).at(4.49, celsius(25), celsius(30)).amps()).isEqualTo(5.23);
        assertThat(new ChargeControl(table).at(4.49, celsius(25), celsius(30)).floatVoltage()).isEqualTo(4.53);
        Figures.record("4", "kernel tables step by step", "munch 5 steps, 6 windows; ziyi 4 steps, 16 levels: all as listed");
    }

    @Test
    @DisplayName("windows and levels have their hysteresis")
    void hysteresis() {
        var control = new ChargeControl(ChargeTable.ziyi());
        assertThat(control.at(3.8, celsius(14), celsius(30)).amps()).isEqualTo(5.23);
        assertThat(control.at(3.8, celsius(16), celsius(30)).amps()).isEqualTo(5.23);
        assertThat(control.at(3.8, celsius(17.1), celsius(30)).amps()).isEqualTo(12.30);
        assertThat(control.at(3.8, celsius(25), celsius(37.5)).amps()).isEqualTo(9.9);
        assertThat(control.at(3.8, celsius(25), celsius(36.5)).amps()).isEqualTo(9.9);
        assertThat(control.at(3.8, celsius(25), celsius(35.9)).amps()).isEqualTo(12.30);
    }

    @Test
    @DisplayName("tables out of order are refused")
    void order() {
        var steps = List.of(new ChargeTable.VoltageStep(4.3, 3), new ChargeTable.VoltageStep(4.2, 2));
        var windows = List.of(new ChargeTable.Window(273.15, 318.15, 3, 4.2));
        assertThatThrownBy(() -> new ChargeTable("x", steps, windows, 2, List.of(), 1, 0.1))
                .hasMessageContaining("must rise");
    }
}

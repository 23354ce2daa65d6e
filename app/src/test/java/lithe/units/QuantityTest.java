// SPDX-License-Identifier: Apache-2.0
package lithe.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class QuantityTest {

    @Test
    @DisplayName("without a range, the grade sets the band")
    void bandOfTheGrade() {
        var k = new Quantity(100, Kind.CONDUCTIVITY, "W/(m·K)", Grade.PAPER, "", null);
        assertThat(k.low()).isEqualTo(90);
        assertThat(k.high()).isEqualTo(110);
    }

    @Test
    @DisplayName("a stated range wins over the grade")
    void statedRange() {
        var k = new Quantity(1500, Kind.CONDUCTIVITY, "W/(m·K)", Grade.ESTIMATE, "", new Quantity.Range(1300, 1700));
        assertThat(k.low()).isEqualTo(1300);
        assertThat(k.high()).isEqualTo(1700);
    }

    @Test
    @DisplayName("an ambient of 24 °C has no band from its grade")
    void temperatureHasNoBand() {
        var ambient = Quantity.of(297.15, Kind.TEMPERATURE);
        assertThat(ambient.high() - ambient.low()).isZero();
        assertThat(ambient.text()).isEqualTo("24 °C");
    }

    @Test
    @DisplayName("a value outside its own range is refused")
    void outsideItsRange() {
        assertThatThrownBy(() -> new Quantity(2, Kind.POWER, "W", Grade.ESTIMATE, "", new Quantity.Range(0, 1)))
                .hasMessageContaining("outside its range");
        assertThatThrownBy(() -> new Quantity.Range(2, 1)).hasMessageContaining("must rise");
    }
}

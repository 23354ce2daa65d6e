// SPDX-License-Identifier: Apache-2.0
package lithe.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {

    /// The strings on which the common unit library was silently wrong or refused, and their values by definition.
    static Stream<Arguments> strings() {
        return Stream.of(
                arguments("69.9 mm", Kind.LENGTH, 0.0699),
                arguments("0.3 mm", Kind.LENGTH, 3.0e-4),
                arguments("2600 mm²", Kind.AREA, 2.6e-3),
                arguments("25 °C", Kind.TEMPERATURE, 298.15),
                arguments("25 Cel", Kind.TEMPERATURE, 298.15),
                arguments("8 W/(m²·K)", Kind.FILM, 8.0),
                arguments("8 W/(m²K)", Kind.FILM, 8.0),
                arguments("8 W/m²/K", Kind.FILM, 8.0),
                arguments("8 W/m2/K", Kind.FILM, 8.0),
                arguments("4500 mAh", Kind.CHARGE, 16200.0),
                arguments("4500 mA·h", Kind.CHARGE, 16200.0),
                arguments("17.2 Wh", Kind.ENERGY, 61920.0),
                arguments("120 W", Kind.POWER, 120.0),
                arguments("3.2 W/(m·K)", Kind.CONDUCTIVITY, 3.2),
                arguments("1e-10 m^2", Kind.PERMEABILITY, 1e-10),
                arguments("15 µm", Kind.LENGTH, 1.5e-5),
                arguments("15 \u03bcm", Kind.LENGTH, 1.5e-5),
                arguments("15 um", Kind.LENGTH, 1.5e-5),
                arguments("0.5 K/W", Kind.THERMAL_RESISTANCE, 0.5),
                arguments("3 C", Kind.RATE, 3 / 3600.0),
                arguments("3 C", Kind.CHARGE, 3.0),
                arguments("3 1/h", Kind.RATE, 3 / 3600.0),
                arguments("1.5 MPa", Kind.PRESSURE, 1.5e6),
                arguments("10 min", Kind.TIME, 600.0),
                arguments("-23 %", Kind.NUMBER, -0.23),
                arguments("5 mΩ", Kind.RESISTANCE, 0.005),
                arguments("5 m\u2126", Kind.RESISTANCE, 0.005),
                arguments("5 mOhm", Kind.RESISTANCE, 0.005),
                arguments("700 Wh/L", Kind.ENERGY_DENSITY, 2.52e9),
                arguments("700 Wh/l", Kind.ENERGY_DENSITY, 2.52e9),
                arguments("7 kPa", Kind.PRESSURE, 7000.0),
                arguments("5 mm²·K/W", Kind.CONTACT, 5e-6),
                arguments("5 mm² K/W", Kind.CONTACT, 5e-6),
                arguments("0.92", Kind.NUMBER, 0.92),
                arguments("298.15 K", Kind.TEMPERATURE, 298.15),
                arguments("\u22125 °C", Kind.TEMPERATURE, 268.15),
                arguments("2.2K", Kind.TEMPERATURE_DIFFERENCE, 2.2),
                arguments("3.5 mAh/cm²", Kind.AREAL_CHARGE, 126000.0));
    }

    @ParameterizedTest
    @MethodSource("strings")
    @DisplayName("a quantity is read to its SI value, to the last digit or the one before")
    void reads(String text, Kind kind, double si) {
        assertThat(Units.read(text, kind).si()).isCloseTo(si, org.assertj.core.data.Offset.offset(Math.ulp(si)));
    }

    @Test
    @DisplayName("25 °C as a difference is refused and 25 K proposed")
    void differenceIsNotAPoint() {
        var refused = catchThrowableOfType(UnitException.class, () -> Units.read("25 °C", Kind.TEMPERATURE_DIFFERENCE));
        assertThat(refused.nearest()).isEqualTo("25 K");
    }

    @ParameterizedTest
    @CsvSource({
        "0.3 mn, LENGTH, 0.3 mm",
        "8 W/(m²·k), FILM, 8 W/(m²·K)",
        "4500 mah, CHARGE, 4500 mAh",
        "25 C, TEMPERATURE, 25 °C",
        "25 c, TEMPERATURE, 25 °C",
        "5 mohms, RESISTANCE, 5 mOhm",
        "60 mins, TIME, 60 min",
        "1 Watt, POWER, ",
        "12 kpa, PRESSURE, 12 kPa",
        "010 mm, LENGTH, 10 mm",
    })
    @DisplayName("an unknown unit names the nearest one that fits")
    void nearest(String text, Kind kind, String expected) {
        var refused = catchThrowableOfType(UnitException.class, () -> Units.read(text, kind));
        assertThat(refused.nearest()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.3", "", " ", "mm", "NaN mm", "nan", "inf mm", ".inf", "Infinity mm", "1e999 mm", "-1e999 mm", "10:00", "no",
                "0x10 mm", "1_000 mm", "1 000 mm", "1,5 mm", "0.3 mm mm", "0.3 mm²", "0.3 m/", "0.3 (m", "0.3 m)", "0.3 m^",
                "0.3 m^^2", "0.3 m^99", "0.3 W/m·K", "0.3 W/m²K", "1..2 mm", "1.2.3 mm", "--1 mm", "+-1 mm", "1e mm", "1 m\u0000",
                "010 mm", "1e308 km", "((((((1 mm", "1 ((((((((((m))))))))))", "0.3 m m m m m m m m m m m m m m m m m m m m m m m"
            })
    @DisplayName("what is not a length is refused")
    void refuses(String text) {
        assertThatThrownBy(() -> Units.read(text, Kind.LENGTH)).isInstanceOf(UnitException.class);
    }

    @Test
    @DisplayName("a number of 65 characters is refused, one of 64 is not")
    void longNumbers() {
        assertThat(Units.read("1".repeat(64) + " m", Kind.LENGTH).si()).isPositive();
        assertThatThrownBy(() -> Units.read("1".repeat(65) + " m", Kind.LENGTH)).hasMessageContaining("64 characters");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    @DisplayName("the example of every kind reads as that kind, in its own unit")
    void examples(Kind kind) {
        assertThat(Units.read(kind.example(), kind).si()).isNotZero();
        assertThat(Units.fromSi(1, kind.unit(), kind)).isFinite();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    @DisplayName("what is written is read back to the same SI number")
    void roundTrip(Kind kind) {
        long seed = 20261124;
        var random = new Random(seed + kind.ordinal());
        for (int i = 0; i < 500; i++) {
            double number = Math.round(random.nextDouble() * 1e4) / Math.pow(10, random.nextInt(5));
            double si = Units.toSi(number, kind.unit(), kind);
            var text = Units.write(si, kind.unit(), kind);
            assertThat(Units.read(text, kind).si()).as("seed %d: %s", seed, text).isEqualTo(si);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.30 mm, LENGTH, 0.3 mm",
        "2600 mm², AREA, 2600 mm²",
        "1e-10 m^2, PERMEABILITY, 1e-10 m^2",
        "45.0 °C, TEMPERATURE, 45 °C",
        "2.1e6 J/(m³·K), VOLUMETRIC_HEAT, 2100000 J/(m³·K)",
        "45°, ANGLE, 45°",
        "50 %, NUMBER, 50 %",
    })
    @DisplayName("a value is written in the unit of the user with no digit too many")
    void writes(String text, Kind kind, String written) {
        var reading = Units.read(text, kind);
        assertThat(Units.write(reading.si(), reading.unit(), kind)).isEqualTo(written);
    }

    @Test
    @DisplayName("a rounded value keeps the digits asked for")
    void shows() {
        assertThat(Units.show(318.1834, "°C", Kind.TEMPERATURE, 3)).isEqualTo("45 °C");
        assertThat(Units.show(318.1934, "°C", Kind.TEMPERATURE, 4)).isEqualTo("45.04 °C");
        assertThat(Units.show(1.23456e-5, "mm", Kind.LENGTH, 3)).isEqualTo("0.0123 mm");
        assertThat(Units.show(0, "W", Kind.POWER, 3)).isEqualTo("0 W");
    }
}

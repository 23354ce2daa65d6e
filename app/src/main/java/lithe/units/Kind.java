// SPDX-License-Identifier: Apache-2.0
package lithe.units;

/// What a number in a file is about: its dimension, how it is spoken of, and an example for error messages.
///
/// Two kinds may share a dimension and still differ: an absolute temperature is not a temperature difference, and `C`
/// is one per hour where a charging rate is expected but a coulomb where a charge is.
public enum Kind {
    /// Length, m.
    LENGTH("a length", "0.30 mm", "mm"),
    /// Area, m².
    AREA("an area", "2600 mm²", "mm²"),
    /// Volume, m³.
    VOLUME("a volume", "24.6 mL", "mL"),
    /// Permeability of a porous layer, m².
    PERMEABILITY("a permeability", "3e-11 m²", "m²"),
    /// Duration or moment, s.
    TIME("a time", "60 min", "s"),
    /// Absolute temperature, K.
    TEMPERATURE("a temperature", "25 °C", "°C"),
    /// Temperature difference, K.
    TEMPERATURE_DIFFERENCE("a temperature difference", "2.2 K", "K"),
    /// Power, W.
    POWER("a power", "1.5 W", "W"),
    /// Energy, J.
    ENERGY("an energy", "17.4 Wh", "Wh"),
    /// Electric charge, A·s.
    CHARGE("a charge", "4500 mAh", "mAh"),
    /// Charge per area, A·s/m².
    AREAL_CHARGE("a charge per area", "3.5 mAh/cm²", "mAh/cm²"),
    /// Electric current, A.
    CURRENT("a current", "12.3 A", "A"),
    /// Voltage, V.
    VOLTAGE("a voltage", "4.48 V", "V"),
    /// Electric resistance, Ω.
    RESISTANCE("a resistance", "5 mΩ", "mΩ"),
    /// Electric conductivity, S/m.
    ELECTRIC_CONDUCTIVITY("an electric conductivity", "5.8e7 S/m", "S/m"),
    /// Charging rate, 1/s; `1 C` is one per hour.
    RATE("a rate", "3 C", "C"),
    /// Frequency, Hz.
    FREQUENCY("a frequency", "100 Hz", "Hz"),
    /// Pressure, Pa.
    PRESSURE("a pressure", "7 kPa", "kPa"),
    /// Mass, kg.
    MASS("a mass", "180 g", "g"),
    /// Density, kg/m³.
    DENSITY("a density", "2450 kg/m³", "kg/m³"),
    /// Energy per volume, J/m³.
    ENERGY_DENSITY("an energy density", "700 Wh/L", "Wh/L"),
    /// Specific heat capacity, J/(kg·K).
    SPECIFIC_HEAT("a specific heat capacity", "800 J/(kg·K)", "J/(kg·K)"),
    /// Heat capacity per volume, J/(m³·K).
    VOLUMETRIC_HEAT("a heat capacity per volume", "2.1e6 J/(m³·K)", "J/(m³·K)"),
    /// Thermal conductivity, W/(m·K).
    CONDUCTIVITY("a thermal conductivity", "170 W/(m·K)", "W/(m·K)"),
    /// Heat transfer coefficient, W/(m²·K).
    FILM("a heat transfer coefficient", "8 W/(m²·K)", "W/(m²·K)"),
    /// Contact resistance, m²·K/W.
    CONTACT("a contact resistance", "5 mm²·K/W", "mm²·K/W"),
    /// Thermal resistance, K/W.
    THERMAL_RESISTANCE("a thermal resistance", "0.5 K/W", "K/W"),
    /// Thermal conductance, W/K.
    THERMAL_CONDUCTANCE("a thermal conductance", "0.6 W/K", "W/K"),
    /// Heat flux, W/m².
    HEAT_FLUX("a heat flux", "800 W/m²", "W/m²"),
    /// Amount per volume, mol/m³.
    CONCENTRATION("a concentration", "1000 mol/m³", "mol/m³"),
    /// Diffusion coefficient, m²/s.
    DIFFUSIVITY("a diffusivity", "3e-10 m²/s", "m²/s"),
    /// Amount of substance, mol.
    AMOUNT("an amount of substance", "1e-8 mol", "mol"),
    /// Molar energy, J/mol.
    MOLAR_ENERGY("an energy per mole", "30 kJ/mol", "kJ/mol"),
    /// Angle, rad.
    ANGLE("an angle", "45°", "°"),
    /// A pure number; a plain number or a percentage.
    NUMBER("a number or percentage", "0.92", "");

    private final String words;
    private final String example;
    private final String unit;

    Kind(String words, String example, String unit) {
        this.words = words;
        this.example = example;
        this.unit = unit;
    }

    /// Returns the name with its article, as in "expected a length".
    ///
    /// @return a few words
    public String words() {
        return words;
    }

    /// Returns a well-formed value.
    ///
    /// @return number and unit
    public String example() {
        return example;
    }

    /// Returns the unit in which people speak of it; empty for a pure number.
    ///
    /// @return a unit that [Units] reads
    public String unit() {
        return unit;
    }

    /// Returns the dimension of the kind.
    ///
    /// @return the exponents of the base units
    public Dimension dimension() {
        return UnitExpression.read(unit, this).dimension();
    }
}

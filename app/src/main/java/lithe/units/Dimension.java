// SPDX-License-Identifier: Apache-2.0
package lithe.units;

/// The exponents of the SI base units in a unit; two quantities can be compared only when all agree.
///
/// @param metre exponent of length
/// @param kilogram exponent of mass
/// @param second exponent of time
/// @param ampere exponent of electric current
/// @param kelvin exponent of temperature
/// @param mole exponent of amount of substance
public record Dimension(int metre, int kilogram, int second, int ampere, int kelvin, int mole) {

    /// The dimension of a pure number.
    public static final Dimension NONE = new Dimension(0, 0, 0, 0, 0, 0);

    /// Returns the dimension of a product.
    ///
    /// @param other dimension of the second factor
    /// @return the sum of the exponents
    public Dimension times(Dimension other) {
        return new Dimension(
                metre + other.metre,
                kilogram + other.kilogram,
                second + other.second,
                ampere + other.ampere,
                kelvin + other.kelvin,
                mole + other.mole);
    }

    /// Returns the dimension of a power.
    ///
    /// @param exponent the power, may be negative
    /// @return the exponents times the power
    public Dimension power(int exponent) {
        return new Dimension(
                metre * exponent,
                kilogram * exponent,
                second * exponent,
                ampere * exponent,
                kelvin * exponent,
                mole * exponent);
    }
}

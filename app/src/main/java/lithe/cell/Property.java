// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

import java.util.function.DoubleUnaryOperator;

/// A property of the electrolyte.
@FunctionalInterface
public interface Property {

    /// Returns the property.
    ///
    /// @param concentration salt concentration, mol/m³
    /// @param temperature temperature, K
    /// @return the property in its SI unit
    double at(double concentration, double temperature);

    /// Reads the property at many places of one temperature.
    ///
    /// @param concentration salt concentration at each place, mol/m³; may be longer than what is read
    /// @param from first place read
    /// @param count number of places
    /// @param temperature temperature of all of them, K
    /// @param value filled with the property from place 0 on; length at least count
    default void read(double[] concentration, int from, int count, double temperature, double[] value) {
        for (int i = 0; i < count; i++) {
            value[i] = at(concentration[from + i], temperature);
        }
    }

    /// Returns a property whose temperature dependence is one factor: it is computed once for all places.
    ///
    /// @param law the property at the reference temperature over the salt concentration, mol/m³
    /// @param warmth the factor over the temperature, K
    /// @return the product of both
    static Property scaled(DoubleUnaryOperator law, DoubleUnaryOperator warmth) {
        return new Property() {
            @Override
            public double at(double concentration, double temperature) {
                return law.applyAsDouble(concentration) * warmth.applyAsDouble(temperature);
            }

            @Override
            public void read(double[] concentration, int from, int count, double temperature, double[] value) {
                double factor = warmth.applyAsDouble(temperature);
                for (int i = 0; i < count; i++) {
                    value[i] = law.applyAsDouble(concentration[from + i]) * factor;
                }
            }
        };
    }
}

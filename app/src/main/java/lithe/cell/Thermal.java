// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

/// Where the temperature of the cell comes from.
public sealed interface Thermal {

    /// Held, or set from outside between two advances.
    ///
    /// @param kelvin temperature, K
    record Held(double kelvin) implements Thermal {}

    /// One temperature for the whole cell:  C dT/dt = heat − G (T − T_ambient).
    ///
    /// @param heatCapacity C, J/K
    /// @param conductance G, W/K
    /// @param ambient temperature around, K
    record Lumped(double heatCapacity, double conductance, double ambient) implements Thermal {}

    /// Lumped with the set's own heat figures.
    ///
    /// @param set the cell
    /// @param ambient temperature around, K
    /// @return the lumped model
    static Thermal lumped(ParameterSet set, double ambient) {
        return new Lumped(set.heatCapacity(), set.cooling(), ambient);
    }
}

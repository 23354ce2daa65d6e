// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

/// A property of the electrolyte.
@FunctionalInterface
public interface Property {

    /// Returns the property.
    ///
    /// @param concentration salt concentration, mol/m³
    /// @param temperature temperature, K
    /// @return the property in its SI unit
    double at(double concentration, double temperature);
}

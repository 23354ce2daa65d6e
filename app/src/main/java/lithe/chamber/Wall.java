// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

/// One of the two sheets that close a chamber.
///
/// @param metal what it is made of
/// @param thickness its thickness, m
public record Wall(Metal metal, double thickness) {

    /// Checks the range.
    ///
    /// @throws IllegalArgumentException naming the quantity, its value and the accepted range
    public Wall {
        Within.range("chamber wall", thickness, 5e-6, 5e-3, "m");
    }

    /// Returns k t, what the wall conducts along itself.
    ///
    /// @return the sheet conductance, W/K
    public double sheet() {
        return metal.conductivity() * thickness;
    }

    /// Returns ρ c t.
    ///
    /// @return the heat capacity per area, J/(m²·K)
    public double capacity() {
        return metal.volumetricHeatCapacity() * thickness;
    }

    /// Returns the bending stiffness, D = E t³/[12 (1 − ν²)].
    ///
    /// @return the stiffness, N·m
    public double bendingStiffness() {
        return metal.stiffness() * Math.pow(thickness, 3) / (12 * (1 - metal.poisson() * metal.poisson()));
    }
}

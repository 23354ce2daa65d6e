// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

import lithe.units.Grade;

/// The solid of a wall, a wick or a pillar.
///
/// The constants are handbook values at 20–60 °C from general knowledge, graded as estimates; a device file overrides
/// them.
///
/// @param name what a person calls it
/// @param conductivity thermal conductivity, W/(m·K)
/// @param density density, kg/m³
/// @param heatCapacity specific heat capacity, J/(kg·K)
/// @param stiffness Young's modulus, Pa
/// @param poisson Poisson's ratio, dimensionless
/// @param grade how far the numbers can be trusted
public record Metal(
        String name,
        double conductivity,
        double density,
        double heatCapacity,
        double stiffness,
        double poisson,
        Grade grade) {

    /// Oxygen-free copper C1020.
    public static final Metal COPPER = new Metal("copper", 390, 8960, 385, 117e9, 0.34, Grade.ESTIMATE);
    /// Austenitic stainless steel 316L; bare it can release hydrogen with water.
    public static final Metal STEEL = new Metal("steel", 15, 7990, 500, 193e9, 0.30, Grade.ESTIMATE);
    /// Titanium grade 1 or 2.
    public static final Metal TITANIUM = new Metal("titanium", 19, 4510, 523, 103e9, 0.34, Grade.ESTIMATE);
    /// Copper-nickel 90/10; Poisson's ratio taken from copper.
    public static final Metal COPPER_NICKEL = new Metal("copper-nickel", 45, 8900, 380, 135e9, 0.34, Grade.ESTIMATE);

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException naming the quantity, its value and the accepted range
    public Metal {
        Within.range("conductivity of " + name, conductivity, 0.05, 3000, "W/(m·K)");
        Within.range("density of " + name, density, 100, 25_000, "kg/m³");
        Within.range("heat capacity of " + name, heatCapacity, 50, 5000, "J/(kg·K)");
        Within.range("stiffness of " + name, stiffness, 1e6, 1e12, "Pa");
        Within.range("Poisson's ratio of " + name, poisson, 0, 0.4999, "");
    }

    /// Returns the metal of a name.
    ///
    /// @param name `copper`, `steel`, `titanium` or `copper-nickel`
    /// @return the metal
    /// @throws IllegalArgumentException if there is none of that name
    public static Metal named(String name) {
        return switch (name) {
            case "copper" -> COPPER;
            case "steel" -> STEEL;
            case "titanium" -> TITANIUM;
            case "copper-nickel" -> COPPER_NICKEL;
            default ->
                throw new IllegalArgumentException(
                        "chamber metal must be one of copper, steel, titanium, copper-nickel, but is " + name);
        };
    }

    /// Returns the heat capacity per volume.
    ///
    /// @return ρ c, J/(m³·K)
    public double volumetricHeatCapacity() {
        return density * heatCapacity;
    }
}

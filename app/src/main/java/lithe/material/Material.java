// SPDX-License-Identifier: Apache-2.0
package lithe.material;

import java.util.Objects;
import lithe.units.Grade;

/// A material as conduction sees it.
///
/// @param name name used in device files
/// @param inPlane conductivity along x and y, W/(m·K)
/// @param through conductivity along z, W/(m·K)
/// @param density density, kg/m³
/// @param heatCapacity specific heat capacity, J/(kg·K)
/// @param grade the worst grade among the numbers
/// @param source where the numbers come from
public record Material(
        String name, double inPlane, double through, double density, double heatCapacity, Grade grade, String source) {

    /// Checks that every property is one a solid, liquid or gas in a phone can have.
    ///
    /// @throws IllegalArgumentException naming the property, its value and the accepted range
    public Material {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(grade, "grade");
        Objects.requireNonNull(source, "source");
        inRange(name, "in-plane conductivity", inPlane, 1e-3, 1e4, "W/(m·K)");
        inRange(name, "through conductivity", through, 1e-3, 1e4, "W/(m·K)");
        inRange(name, "density", density, 0.1, 3e4, "kg/m³");
        inRange(name, "heat capacity", heatCapacity, 50, 2e4, "J/(kg·K)");
    }

    /// Returns the heat capacity of a volume, J/(m³·K).
    ///
    /// @return density times specific heat capacity, J/(m³·K)
    public double volumetricHeatCapacity() {
        return density * heatCapacity;
    }

    private static void inRange(String name, String what, double value, double low, double high, String unit) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException("%s of %s must be between %s and %s %s, but is %s %s"
                    .formatted(what, name, low, high, unit, value, unit));
        }
    }
}

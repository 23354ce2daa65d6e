// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

import java.util.Arrays;

/// What takes the heat away from a chamber that stands alone.
///
/// @param evaporator film coefficient on the evaporator wall, W/(m²·K); one value for each cell
/// @param condenser film coefficient on the condenser wall, W/(m²·K); one value for each cell
/// @param ambient temperature of the surroundings, K
public record Cooling(double[] evaporator, double[] condenser, double ambient) {

    /// Returns even cooling of the condenser wall.
    ///
    /// @param mask the outline
    /// @param film film coefficient, W/(m²·K)
    /// @param ambient temperature of the surroundings, K
    /// @return the cooling
    public static Cooling even(Mask mask, double film, double ambient) {
        Within.range("film coefficient", film, 1e-3, 1e7, "W/(m²·K)");
        double[] condenser = new double[mask.cells()];
        Arrays.fill(condenser, film);
        return new Cooling(new double[mask.cells()], condenser, ambient);
    }

    /// Returns cooling of the condenser wall under one shape only.
    ///
    /// @param mask the outline
    /// @param where the cooled part
    /// @param film film coefficient, W/(m²·K)
    /// @param ambient temperature of the surroundings, K
    /// @return the cooling
    public static Cooling under(Mask mask, Shape where, double film, double ambient) {
        Within.range("film coefficient", film, 1e-3, 1e7, "W/(m²·K)");
        double[] covered = where.coverage(mask.nx(), mask.ny(), mask.x0(), mask.y0(), mask.dx(), mask.dy());
        double[] condenser = new double[mask.cells()];
        Arrays.setAll(
                condenser, c -> mask.area()[c] > 0 ? film * Math.min(1, covered[c] / mask.area()[c]) : 0);
        return new Cooling(new double[mask.cells()], condenser, ambient);
    }

    /// Returns the same cooling in other surroundings.
    ///
    /// @param other temperature of the surroundings, K
    /// @return the cooling
    public Cooling at(double other) {
        return new Cooling(evaporator, condenser, other);
    }
}

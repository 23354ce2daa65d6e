// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

/// The most strained places of a cell.
///
/// @param fullestNegative largest surface stoichiometry of the negative particles
/// @param emptiestNegative smallest surface stoichiometry of the negative particles
/// @param fullestPositive largest surface stoichiometry of the positive particles
/// @param emptiestPositive smallest surface stoichiometry of the positive particles
/// @param leastSalt smallest salt concentration, mol/m³
public record Extremes(
        double fullestNegative,
        double emptiestNegative,
        double fullestPositive,
        double emptiestPositive,
        double leastSalt) {}

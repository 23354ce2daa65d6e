// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

/// One vapor chamber of a phone at one moment, on the columns of the grid; index i + nx j.
///
/// @param x edges of the columns along x, m
/// @param y edges of the columns along y, m
/// @param area area of the chamber in each column, m²; 0 where it is not
/// @param evaporator temperature of the wall with the wick, K
/// @param vapor temperature of the vapor, K
/// @param condenser temperature of the other wall, K
/// @param evaporation heat from the wall with the wick into the vapor, W
/// @param condensation heat from the vapor into the other wall, W
/// @param flux heat the vapor carries along, W for each metre across the way
public record ChamberField(
        double[] x,
        double[] y,
        double[] area,
        double[] evaporator,
        double[] vapor,
        double[] condenser,
        double[] evaporation,
        double[] condensation,
        double[] flux) {}

// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

/// Temperatures of all cells.
///
/// @param x edges along x, m; length nx + 1
/// @param y edges along y, m; length ny + 1
/// @param z edges along z, m; length nz + 1
/// @param temperature K; index i + nx·(j + ny·k); NaN outside the phone
/// @param owner what the cell belongs to: index into names; same index
/// @param names names of layers and parts
public record Field(double[] x, double[] y, double[] z, double[] temperature, int[] owner, String[] names) {}

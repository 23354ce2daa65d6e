// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

/// A temperature map over x and y.
///
/// @param name front, back or mid-plane
/// @param x edges of the cells along x, m; length nx + 1
/// @param y edges of the cells along y, m; length ny + 1
/// @param temperature K; index i + nx·j; NaN outside the phone
public record Plane(String name, double[] x, double[] y, double[] temperature) {}

// SPDX-License-Identifier: Apache-2.0
package lithe.board.place;

/// Where rectangles stand on one plane.
///
/// @param x left edge of each rectangle, m
/// @param y top edge of each rectangle, m
/// @param turned whether each stands turned by 90°
/// @param width width of the enclosing rectangle, m
/// @param height height of the enclosing rectangle, m
/// @param fits whether it fits into the outline it was made for
public record Packing(double[] x, double[] y, boolean[] turned, double width, double height, boolean fits) {

    /// Returns the area of the enclosing rectangle, m².
    ///
    /// @return width times height, m²
    public double area() {
        return width * height;
    }
}

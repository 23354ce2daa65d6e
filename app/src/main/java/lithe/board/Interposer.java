// SPDX-License-Identifier: Apache-2.0
package lithe.board;

/// The frame between two boards.
///
/// @param ring width of the frame along the edge, m
/// @param height distance of the boards, m
/// @param vias plated vias in the frame
/// @param drill diameter of a via, m
/// @param plating plating of a via, m
public record Interposer(double ring, double height, int vias, double drill, double plating) {

    /// Checks the numbers.
    ///
    /// @throws IllegalArgumentException naming the one that cannot be
    public Interposer {
        if (!(ring > 0 && ring <= 0.01) || !(height > 0 && height <= 0.01) || vias < 0 || !(drill >= 0) || !(plating >= 0)) {
            throw new IllegalArgumentException("interposer must have a ring and height of at most 0.01 m and no negative numbers, but has ring %s m, height %s m, %d vias"
                    .formatted(ring, height, vias));
        }
    }

    /// Returns the copper of all vias, m².
    ///
    /// @return cross-section, m²
    public double copper() {
        return vias * Via.plated(drill, plating);
    }

    /// Returns the mean conductivity from board to board, W/(m·K).
    ///
    /// @param area plan area of the frame, m²
    /// @return conductivity, W/(m·K)
    public double through(double area) {
        double v = Math.min(copper() / area, 1);
        return v * Conductivity.COPPER + (1 - v) * Conductivity.LAMINATE_THROUGH;
    }

    /// Returns the thermal resistance from board to board, K/W.
    ///
    /// @param area plan area of the frame, m²
    /// @return resistance, K/W
    public double resistance(double area) {
        return height / (through(area) * area);
    }
}

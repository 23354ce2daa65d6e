// SPDX-License-Identifier: Apache-2.0
package lithe.board;

/// How large a board gets when its parts are spread over the faces of a sandwich.
///
/// Outer faces are filled to 80 %, inner faces to 70 % of what the ring leaves, a single board to 80 % on one side and
/// 55 % on the other; all three are estimates. Plan twice as long as wide.
///
/// @param ring width of the interposer ring, m
/// @param faces faces with parts, 3 or 4; with 3 one outer face stays empty
public record SandwichModel(double ring, int faces) {

    private static final double OUTER = 0.80;
    private static final double SECOND_SIDE = 0.55;
    private static final double INNER = 0.70;

    /// Checks the numbers.
    ///
    /// @throws IllegalArgumentException naming the one that cannot be
    public SandwichModel {
        if (!(ring >= 0 && ring <= 0.01)) {
            throw new IllegalArgumentException("interposer ring must be between 0 and 0.01 m wide, but is %s m".formatted(ring));
        }
        if (faces != 3 && faces != 4) {
            throw new IllegalArgumentException("a sandwich carries parts on 3 or 4 faces, but %d were asked for".formatted(faces));
        }
    }

    /// Returns the plan area of one two-sided board, m².
    ///
    /// @param cells area of all part cells, m²
    /// @return plan area, m²
    public static double single(double cells) {
        return cells / (OUTER + SECOND_SIDE);
    }

    /// Returns the plan area of the sandwich, m²: the P that solves 0.80 P (× 2) + 2 · 0.70 (w − 2r)(h − 2r) = cells.
    ///
    /// @param cells area of all part cells, m²
    /// @return plan area, m²
    public double plan(double cells) {
        double low = 0;
        double high = 10 * cells + 100 * ring * ring;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (capacity(middle) < cells) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /// Returns the area of cells that fit on a plan area, m².
    ///
    /// @param plan plan area, m²
    /// @return area of cells, m²
    public double capacity(double plan) {
        double width = Math.sqrt(plan / 2);
        double inner = Math.max(width - 2 * ring, 0) * Math.max(2 * width - 2 * ring, 0);
        return (faces - 2) * OUTER * plan + 2 * INNER * inner;
    }
}

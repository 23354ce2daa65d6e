// SPDX-License-Identifier: Apache-2.0
package lithe.board.place;

import java.util.List;
import lithe.geometry.Outline;
import lithe.geometry.Rectangle;

/// One face blocks may stand on, in plan coordinates shared by all faces.
///
/// @param name name shown to people
/// @param board index of the board it belongs to, 0 for the lower
/// @param usable what may be covered: outline less margin, ring and holes
/// @param blocked keep-outs and shield walls
/// @param heightLimit tallest block, m
/// @param facing index of the face that looks at this one across the gap between boards, or -1
/// @param sharedHeight height both facing blocks share where they overlap in plan, m
public record Plane(
        String name, int board, Outline usable, List<Rectangle> blocked, double heightLimit, int facing, double sharedHeight) {

    /// Takes a copy.
    public Plane {
        blocked = List.copyOf(blocked);
    }

    /// Returns a rectangular face without limits.
    ///
    /// @param name name
    /// @param board index of its board
    /// @param usable what may be covered
    /// @return the face
    public static Plane of(String name, int board, Rectangle usable) {
        return new Plane(name, board, Outline.of(usable), List.of(), Double.POSITIVE_INFINITY, -1, Double.POSITIVE_INFINITY);
    }

    /// Tells whether a rectangle may stand here as far as the face decides.
    ///
    /// @param r the rectangle
    /// @return true when it is inside the usable area and on no keep-out
    public boolean allows(Rectangle r) {
        return usable.contains(r) && blocked.stream().noneMatch(b -> b.shared(r) > 1e-15);
    }
}

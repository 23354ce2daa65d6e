// SPDX-License-Identifier: Apache-2.0
package lithe.board.place;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A rectangle to be placed.
///
/// @param name name, unique in a problem
/// @param width width before turning, m
/// @param height height in plan before turning, m
/// @param tall height above the board, m
/// @param gap distance it asks for, m; two blocks keep the mean of their gaps
/// @param power heat it gives off, W
/// @param faces index of each face it may stand on
/// @param turnable whether it may turn by 90°
/// @param edge whether one of its sides must lie on the rim of the face's usable area, as a connector's must
/// @param fixed where it must stay, or null
public record Block(
        String name,
        double width,
        double height,
        double tall,
        double gap,
        double power,
        Set<Integer> faces,
        boolean turnable,
        boolean edge,
        @Nullable Spot fixed) {

    /// A place: face, corner and turn.
    ///
    /// @param face index of the face
    /// @param x left edge, m
    /// @param y top edge, m
    /// @param turned whether turned by 90°
    public record Spot(int face, double x, double y, boolean turned) {}

    /// Takes a copy and checks the numbers.
    ///
    /// @throws IllegalArgumentException naming the number that cannot be
    public Block {
        faces = Set.copyOf(faces);
        if (!(width > 0 && width < 1) || !(height > 0 && height < 1) || !(tall >= 0) || !(gap >= 0) || !(power >= 0)) {
            throw new IllegalArgumentException("block %s must have sides between 0 and 1 m and no negative height, gap or power, but has %s x %s m, %s m, %s m, %s W"
                    .formatted(name, width, height, tall, gap, power));
        }
        if (faces.isEmpty()) {
            throw new IllegalArgumentException("block %s may stand on no face".formatted(name));
        }
    }

    /// Returns a free block with nothing special.
    ///
    /// @param name name
    /// @param width width, m
    /// @param height height in plan, m
    /// @param gap gap, m
    /// @param power heat, W
    /// @param faces faces it may stand on
    /// @return the block
    public static Block of(String name, double width, double height, double gap, double power, Set<Integer> faces) {
        return new Block(name, width, height, 0, gap, power, faces, true, false, null);
    }

    /// Returns the same block held in place.
    ///
    /// @param spot where
    /// @return the locked block
    public Block lockedAt(Spot spot) {
        return new Block(name, width, height, tall, gap, power, faces, turnable, edge, spot);
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.geometry;

/// One of the six ways a box can go.
public enum Direction {
    /// Towards smaller x.
    LEFT("left", 0, -1),
    /// Towards greater x.
    RIGHT("right", 0, 1),
    /// Towards the top edge, smaller y.
    UP("up", 1, -1),
    /// Towards the bottom edge, greater y.
    DOWN("down", 1, 1),
    /// Towards the screen, smaller z.
    FRONT("to the front", 2, -1),
    /// Away from the screen, greater z.
    BACK("to the back", 2, 1);

    private final String words;
    private final int axis;
    private final int sign;

    Direction(String words, int axis, int sign) {
        this.words = words;
        this.axis = axis;
        this.sign = sign;
    }

    /// Returns the direction in words that follow "move it 1 mm".
    ///
    /// @return one to three words
    public String words() {
        return words;
    }

    /// Returns the axis: 0 for x, 1 for y, 2 for z.
    ///
    /// @return the axis
    public int axis() {
        return axis;
    }

    /// Returns whether coordinates grow this way (1) or fall (-1).
    ///
    /// @return 1 or -1
    public int sign() {
        return sign;
    }

    /// Returns the way back.
    ///
    /// @return the opposite direction
    public Direction opposite() {
        return values()[ordinal() ^ 1];
    }
}

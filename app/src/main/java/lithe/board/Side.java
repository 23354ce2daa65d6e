// SPDX-License-Identifier: Apache-2.0
package lithe.board;

/// The two sides of one board.
public enum Side {
    /// The side the drawing is seen from.
    FRONT,
    /// The other side.
    BACK
}

// SPDX-License-Identifier: Apache-2.0
package lithe.device;

/// The six faces of the phone, named as seen from the front.
public enum Face {
    /// The screen, z = 0.
    FRONT,
    /// The back, z = thickness.
    BACK,
    /// The left edge, x = 0.
    LEFT,
    /// The right edge, x = width.
    RIGHT,
    /// The top edge, y = 0.
    TOP,
    /// The bottom edge, y = length.
    BOTTOM
}

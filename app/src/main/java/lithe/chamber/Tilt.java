// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

/// How gravity lies to the chamber, m/s²: x to the right, y down from the top edge, z from front to back.
///
/// @param name what a person calls it
/// @param x part along x, m/s²
/// @param y part along y, m/s²
/// @param z part along z, m/s²; without effect on a flat wick
public record Tilt(String name, double x, double y, double z) {

    /// Lying on its back.
    public static final Tilt FLAT = new Tilt("flat", 0, 0, Limits.GRAVITY);
    /// Lying on its front.
    public static final Tilt FACE_DOWN = new Tilt("face down", 0, 0, -Limits.GRAVITY);
    /// Top edge up.
    public static final Tilt UPRIGHT = new Tilt("upright", 0, Limits.GRAVITY, 0);
    /// Top edge down.
    public static final Tilt UPSIDE_DOWN = new Tilt("upside down", 0, -Limits.GRAVITY, 0);
    /// Left edge up.
    public static final Tilt LEFT_UP = new Tilt("left edge up", Limits.GRAVITY, 0, 0);
    /// Right edge up.
    public static final Tilt RIGHT_UP = new Tilt("right edge up", -Limits.GRAVITY, 0, 0);
}

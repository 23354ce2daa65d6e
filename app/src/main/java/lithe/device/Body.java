// SPDX-License-Identifier: Apache-2.0
package lithe.device;

import lithe.geometry.Box;
import lithe.geometry.RoundedRectangle;

/// The outside of the phone.
///
/// @param width along x, m
/// @param length along y, m
/// @param thickness along z, m
/// @param cornerRadius radius of the outline's four corners in plan, m, 0 for square corners
public record Body(double width, double length, double thickness, double cornerRadius) {

    /// Checks that the body is of the size of a thing held in a hand.
    ///
    /// @throws IllegalArgumentException naming the size that is not
    public Body {
        inRange("body width", width, 1e-3, 1);
        inRange("body length", length, 1e-3, 1);
        inRange("body thickness", thickness, 1e-5, 0.2);
        inRange("corner radius", cornerRadius, 0, Math.min(width, length) / 2);
    }

    /// Returns the smallest box around the body.
    ///
    /// @return the box from the origin to the far corner
    public Box box() {
        return new Box(0, width, 0, length, 0, thickness);
    }

    /// Returns the area of the rounded outline, m².
    ///
    /// @return width times length less the four corners, m²
    public double footprint() {
        return width * length - (4 - Math.PI) * cornerRadius * cornerRadius;
    }

    /// Tells whether a point in plan lies inside the rounded outline.
    ///
    /// @param x x, m
    /// @param y y, m
    /// @return true when inside or on the outline
    public boolean covers(double x, double y) {
        return outline().covers(x, y);
    }

    /// Returns the outline in plan.
    ///
    /// @return the rounded rectangle
    public RoundedRectangle outline() {
        return new RoundedRectangle(width, length, cornerRadius);
    }

    private static void inRange(String what, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(
                    "%s must be between %s and %s m, but is %s m".formatted(what, low, high, value));
        }
    }
}

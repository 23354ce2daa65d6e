// SPDX-License-Identifier: Apache-2.0
package lithe.geometry;

/// An axis-aligned rectangle in plan, m.
///
/// @param x left edge, m
/// @param y top edge, m
/// @param width width along x, m, not negative
/// @param height height along y, m, not negative
public record Rectangle(double x, double y, double width, double height) {

    /// Checks that the rectangle is finite and not inside out.
    ///
    /// @throws IllegalArgumentException when it is
    public Rectangle {
        if (!(Double.isFinite(x) && Double.isFinite(y) && width >= 0 && height >= 0 && width + height < 1e6)) {
            throw new IllegalArgumentException("rectangle must be finite with a width and height of at least 0 m, but is %s x %s m at %s, %s m"
                    .formatted(width, height, x, y));
        }
    }

    /// Returns the rectangle between two opposite corners.
    ///
    /// @param xa x of one corner, m
    /// @param ya y of one corner, m
    /// @param xb x of the other corner, m
    /// @param yb y of the other corner, m
    /// @return the rectangle
    public static Rectangle between(double xa, double ya, double xb, double yb) {
        return new Rectangle(Math.min(xa, xb), Math.min(ya, yb), Math.abs(xb - xa), Math.abs(yb - ya));
    }

    /// Returns the right edge, m.
    ///
    /// @return x plus width, m
    public double right() {
        return x + width;
    }

    /// Returns the bottom edge, m.
    ///
    /// @return y plus height, m
    public double bottom() {
        return y + height;
    }

    /// Returns the area, m².
    ///
    /// @return width times height, m²
    public double area() {
        return width * height;
    }

    /// Returns the smallest rectangle around this one and another.
    ///
    /// @param other another rectangle
    /// @return the hull
    public Rectangle hull(Rectangle other) {
        return between(
                Math.min(x, other.x),
                Math.min(y, other.y),
                Math.max(right(), other.right()),
                Math.max(bottom(), other.bottom()));
    }

    /// Returns this rectangle grown on all sides; a negative margin shrinks it, at most to nothing.
    ///
    /// @param margin how far each edge moves out, m
    /// @return the grown rectangle
    public Rectangle grown(double margin) {
        double m = Math.max(margin, -Math.min(width, height) / 2);
        return new Rectangle(x - m, y - m, Math.max(width + 2 * m, 0), Math.max(height + 2 * m, 0));
    }

    /// Returns the area shared with another rectangle, m².
    ///
    /// @param other another rectangle
    /// @return the shared area, m²
    public double shared(Rectangle other) {
        double dx = Math.min(right(), other.right()) - Math.max(x, other.x);
        double dy = Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
        return dx > 0 && dy > 0 ? dx * dy : 0;
    }

    /// Returns the shortest distance to another rectangle, m.
    ///
    /// @param other another rectangle
    /// @return the distance, m; 0 when they touch or overlap
    public double gap(Rectangle other) {
        double dx = Math.max(Math.max(other.x - right(), x - other.right()), 0);
        double dy = Math.max(Math.max(other.y - bottom(), y - other.bottom()), 0);
        return Math.hypot(dx, dy);
    }
}

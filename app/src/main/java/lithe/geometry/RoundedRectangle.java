// SPDX-License-Identifier: Apache-2.0
package lithe.geometry;

/// A rectangle from the origin whose four corners are rounded: the outline of a phone in plan.
///
/// @param width along x, m
/// @param length along y, m
/// @param radius radius of the corners, m, at most half of the shorter side
public record RoundedRectangle(double width, double length, double radius) {

    /// Tells whether a point lies inside or on the outline.
    ///
    /// @param x x, m
    /// @param y y, m
    /// @return true when inside or on the outline
    public boolean covers(double x, double y) {
        double dx = corner(x, width);
        double dy = corner(y, length);
        return x >= 0 && x <= width && y >= 0 && y <= length && (dx == 0 || dy == 0 || dx * dx + dy * dy <= radius * radius);
    }

    /// Returns how far a box can move in plan until it touches the outline, m; negative when it sticks out there, minus
    /// infinity when no movement this way brings it back.
    ///
    /// @param box a box
    /// @param way left, right, up or down
    /// @return the room, m
    public double room(Box box, Direction way) {
        int across = 1 - way.axis();
        double low = reach(box.low(across), across), high = reach(box.high(across), across);
        double half = Math.min(low, high); // half of the width that the outline has where the box has its narrower end
        double middle = size(way.axis()) / 2;
        return way.sign() > 0 ? middle + half - box.high(way.axis()) : box.low(way.axis()) - (middle - half);
    }

    /// Returns by how much the worst corner of a box lies outside, m; 0 when the box is inside.
    ///
    /// @param box a box
    /// @return the distance beyond the outline, m
    public double sticksOut(Box box) {
        double most = 0;
        for (double x : new double[] {box.x0(), box.x1()}) {
            for (double y : new double[] {box.y0(), box.y1()}) {
                most = Math.max(most, beyond(x, y));
            }
        }
        return most > Box.ROUNDING ? most : 0;
    }

    /// Returns the area that a rectangle shares with the outline, m².
    ///
    /// @param x0 left, m
    /// @param x1 right, m
    /// @param y0 top, m
    /// @param y1 bottom, m
    /// @return the shared area, m²
    public double area(double x0, double x1, double y0, double y1) {
        double a0 = Math.clamp(x0, 0, width), a1 = Math.clamp(x1, 0, width);
        double b0 = Math.clamp(y0, 0, length), b1 = Math.clamp(y1, 0, length);
        return Math.max(0, (a1 - a0) * (b1 - b0) - lost(a0, a1, b0, b1));
    }

    private double lost(double x0, double x1, double y0, double y1) {
        double lost = 0;
        double[] xs = {corner(x0), corner(x1), corner(width - x1), corner(width - x0)};
        double[] ys = {corner(y0), corner(y1), corner(length - y1), corner(length - y0)};
        for (int i = 0; i < 4; i += 2) {
            for (int j = 0; j < 4; j += 2) {
                // xs: distance from the centre of the corner circle towards the corner, larger end first
                lost += outside(xs[i], ys[j]) - outside(xs[i + 1], ys[j]) - outside(xs[i], ys[j + 1]) + outside(xs[i + 1], ys[j + 1]);
            }
        }
        return lost;
    }

    /// Area of the rectangle from the circle's centre to (a, b) that the quarter circle leaves out.
    private double outside(double a, double b) {
        double r = radius;
        if (a * a + b * b <= r * r) {
            return 0;
        }
        // the circle leaves the rectangle between x = √(r² − b²) and a: area under it there by the circle's integral
        double from = Math.sqrt(Math.max(0, r * r - b * b));
        return b * (a - from) - (integral(a) - integral(from));
    }

    /// ∫₀ˣ √(r² − u²) du
    private double integral(double x) {
        double u = Math.min(x / radius, 1);
        return radius * radius / 2 * (u * Math.sqrt(1 - u * u) + Math.asin(u));
    }

    /// Distance into the corner from its circle's centre: r at the edge, 0 beyond the radius.
    private double corner(double fromEdge) {
        return Math.clamp(radius - fromEdge, 0, radius);
    }

    private double corner(double at, double size) {
        return Math.max(Math.max(radius - at, at - (size - radius)), 0);
    }

    private double beyond(double x, double y) {
        double dx = corner(x, width), dy = corner(y, length);
        double arc = dx > 0 && dy > 0 ? Math.hypot(dx, dy) - radius : 0;
        double edge = Math.max(Math.max(-x, x - width), Math.max(-y, y - length));
        return Math.max(arc, edge);
    }

    /// Half of what the outline measures along the other axis, at a place along this one; minus infinity outside.
    private double reach(double at, int axis) {
        double d = corner(at, size(axis));
        double half = size(1 - axis) / 2;
        if (d > radius + Box.ROUNDING) {
            return Double.NEGATIVE_INFINITY;
        }
        return half - radius + Math.sqrt(Math.max(0, radius * radius - d * d));
    }

    private double size(int axis) {
        return axis == 0 ? width : length;
    }
}

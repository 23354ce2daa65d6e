// SPDX-License-Identifier: Apache-2.0
package lithe.geometry;

/// A closed ring of straight edges in plan.
///
/// @param x x of each corner, m; at least three
/// @param y y of each corner, m; same length
public record Polygon(double[] x, double[] y) {

    /// Takes copies and checks the corners.
    ///
    /// @throws IllegalArgumentException when there are fewer than three corners or one is not finite
    public Polygon {
        x = x.clone();
        y = y.clone();
        if (x.length < 3 || x.length != y.length) {
            throw new IllegalArgumentException("a polygon needs at least 3 corners, but has " + x.length);
        }
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
                throw new IllegalArgumentException("corner %d of a polygon is not finite: %s, %s m".formatted(i, x[i], y[i]));
            }
        }
    }

    /// Returns a rectangle as a polygon.
    ///
    /// @param r the rectangle
    /// @return its four corners
    public static Polygon of(Rectangle r) {
        return new Polygon(
                new double[] {r.x(), r.right(), r.right(), r.x()}, new double[] {r.y(), r.y(), r.bottom(), r.bottom()});
    }

    /// Returns the enclosed area, m²; shoelace formula.
    ///
    /// @return the area, m², not negative
    public double area() {
        double twice = 0;
        for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
            twice += (x[j] - x[0]) * (y[i] - y[0]) - (x[i] - x[0]) * (y[j] - y[0]);
        }
        return Math.abs(twice) / 2;
    }

    /// Returns the smallest rectangle around the polygon.
    ///
    /// @return the bounds
    public Rectangle bounds() {
        var all = Rectangle.between(x[0], y[0], x[0], y[0]);
        for (int i = 1; i < x.length; i++) {
            all = all.hull(Rectangle.between(x[i], y[i], x[i], y[i]));
        }
        return all;
    }

    /// Tells whether a point lies inside; a point on the edge may count either way.
    ///
    /// @param px x, m
    /// @param py y, m
    /// @return true when inside, by the number of edges to its right
    public boolean contains(double px, double py) {
        boolean inside = false;
        for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
            if (y[i] > py != y[j] > py && px < (x[j] - x[i]) * (py - y[i]) / (y[j] - y[i]) + x[i]) {
                inside ^= true;
            }
        }
        return inside;
    }

    /// Tells whether an edge of the polygon passes through the inside of a rectangle.
    ///
    /// @param r the rectangle; touching its rim does not count
    /// @return true when an edge enters it by more than rounding
    public boolean crosses(Rectangle r) {
        for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
            if (enters(x[j], y[j], x[i], y[i], r)) {
                return true;
            }
        }
        return false;
    }

    /// Liang–Barsky clipping of one edge against the rectangle less rounding.
    private static boolean enters(double xa, double ya, double xb, double yb, Rectangle r) {
        double e = Box.ROUNDING;
        double[] p = {xa - xb, xb - xa, ya - yb, yb - ya};
        double[] q = {xa - r.x() - e, r.right() - e - xa, ya - r.y() - e, r.bottom() - e - ya};
        double from = 0;
        double to = 1;
        for (int k = 0; k < 4; k++) {
            if (p[k] == 0) {
                if (q[k] <= 0) {
                    return false;
                }
            } else if (p[k] < 0) {
                from = Math.max(from, q[k] / p[k]);
            } else {
                to = Math.min(to, q[k] / p[k]);
            }
        }
        return from < to;
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.geometry;

import java.util.List;
import java.util.Optional;

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

    /// Returns the polygon as rectangles side by side, of the same area: slanted edges become steps.
    ///
    /// @param step how high or wide a step may be, m; a straight edge is off by at most half of it, along x or y
    /// @return the rectangles, from top to bottom; as few as there can be where all edges are level or upright
    public List<Rectangle> steps(double step) {
        return new Steps(this, step).rectangles();
    }

    /// Returns two edges that cross or touch although they are not neighbours; an edge has the number of its first corner.
    ///
    /// @return numbers of the two edges from 0, or nothing when the ring is simple
    public Optional<int[]> crossing() {
        int n = x.length;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                boolean neighbours = j == i + 1 || i == 0 && j == n - 1;
                if (neighbours ? folds(i, j) : meet(i, j)) {
                    return Optional.of(new int[] {i, j});
                }
            }
        }
        return Optional.empty();
    }

    /// Whether two neighbouring edges lie on one another.
    private boolean folds(int i, int j) {
        int n = x.length, first = j == i + 1 ? i : j;
        int corner = (first + 1) % n, next = (first + 2) % n;
        double along = (x[first] - x[corner]) * (x[next] - x[corner]) + (y[first] - y[corner]) * (y[next] - y[corner]);
        return Math.abs(turn(first, corner, next)) <= Box.ROUNDING * Box.ROUNDING && along > 0;
    }

    private boolean meet(int i, int j) {
        int a = (i + 1) % x.length, b = (j + 1) % x.length;
        double p = turn(i, a, j), q = turn(i, a, b), r = turn(j, b, i), s = turn(j, b, a);
        if (p == 0 && q == 0) {
            return overlap(x[i], x[a], x[j], x[b]) && overlap(y[i], y[a], y[j], y[b]);
        }
        return p * q <= 0 && r * s <= 0;
    }

    private static boolean overlap(double a, double b, double c, double d) {
        return Math.max(Math.min(a, b), Math.min(c, d)) <= Math.min(Math.max(a, b), Math.max(c, d));
    }

    /// Twice the area of the triangle of three corners, with its sign.
    private double turn(int a, int b, int c) {
        return (x[b] - x[a]) * (y[c] - y[a]) - (x[c] - x[a]) * (y[b] - y[a]);
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

// SPDX-License-Identifier: Apache-2.0
package lithe.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// An open or closed line of straight pieces, as read from a drawing.
///
/// @param x x of each point, m; at least two
/// @param y y of each point, m; same length
public record Curve(double[] x, double[] y) {

    /// Greatest distance of a chord from its arc, m; moves the area of a 4 mm half circle by 3e-5 of it.
    private static final double SAG = 2e-7;

    /// Returns a straight piece.
    ///
    /// @param xa x of the start, m
    /// @param ya y of the start, m
    /// @param xb x of the end, m
    /// @param yb y of the end, m
    /// @return the line
    public static Curve line(double xa, double ya, double xb, double yb) {
        return new Curve(new double[] {xa, xb}, new double[] {ya, yb});
    }

    /// Returns a circle, closed.
    ///
    /// @param cx x of the centre, m
    /// @param cy y of the centre, m
    /// @param radius radius, m
    /// @return the circle
    public static Curve circle(double cx, double cy, double radius) {
        return arc(cx, cy, cx + radius, cy, 2 * Math.PI);
    }

    /// Returns an arc about a centre.
    ///
    /// @param cx x of the centre, m
    /// @param cy y of the centre, m
    /// @param xa x of the start, m
    /// @param ya y of the start, m
    /// @param sweep angle turned from x towards y, rad
    /// @return the arc in chords
    public static Curve arc(double cx, double cy, double xa, double ya, double sweep) {
        double radius = Math.hypot(xa - cx, ya - cy);
        double turn = Math.clamp(sweep, -2 * Math.PI, 2 * Math.PI);
        // sag of a chord over the angle a: r (1 - cos(a/2))
        double step = radius > SAG ? 2 * Math.acos(1 - Math.min(SAG / radius, 0.1)) : Math.PI / 4;
        int pieces = (int) Math.clamp(Math.ceil(Math.abs(turn) / step), 1, 4096);
        double[] x = new double[pieces + 1];
        double[] y = new double[pieces + 1];
        for (int i = 0; i <= pieces; i++) {
            double c = Math.cos(turn * i / pieces);
            double s = Math.sin(turn * i / pieces);
            x[i] = cx + (xa - cx) * c - (ya - cy) * s;
            y[i] = cy + (xa - cx) * s + (ya - cy) * c;
        }
        return new Curve(x, y);
    }

    /// Returns the arc from a point through a second to a third; a straight line when they lie on one.
    ///
    /// @param xa x of the start, m
    /// @param ya y of the start, m
    /// @param xm x of a point between, m
    /// @param ym y of a point between, m
    /// @param xb x of the end, m
    /// @param yb y of the end, m
    /// @return the arc in chords
    public static Curve through(double xa, double ya, double xm, double ym, double xb, double yb) {
        double ux = xm - xa;
        double uy = ym - ya;
        double vx = xb - xa;
        double vy = yb - ya;
        double d = 2 * (ux * vy - uy * vx);
        if (Math.abs(d) < 1e-15) {
            return line(xa, ya, xb, yb);
        }
        // centre of the circle through three points
        double u = ux * ux + uy * uy;
        double v = vx * vx + vy * vy;
        double cx = xa + (vy * u - uy * v) / d;
        double cy = ya + (ux * v - vx * u) / d;
        double from = Math.atan2(ya - cy, xa - cx);
        double middle = positive(Math.atan2(ym - cy, xm - cx) - from);
        double sweep = positive(Math.atan2(yb - cy, xb - cx) - from);
        var arc = arc(cx, cy, xa, ya, middle <= sweep ? sweep : sweep - 2 * Math.PI);
        arc.x[arc.x.length - 1] = xb;
        arc.y[arc.y.length - 1] = yb;
        return arc;
    }

    /// Returns a cubic Bézier curve.
    ///
    /// @param px x of the four control points, m
    /// @param py y of the four control points, m
    /// @return the curve in 32 chords
    public static Curve bezier(double[] px, double[] py) {
        int pieces = 32;
        double[] x = new double[pieces + 1];
        double[] y = new double[pieces + 1];
        for (int i = 0; i <= pieces; i++) {
            double t = (double) i / pieces;
            double s = 1 - t;
            x[i] = s * s * s * px[0] + 3 * s * s * t * px[1] + 3 * s * t * t * px[2] + t * t * t * px[3];
            y[i] = s * s * s * py[0] + 3 * s * s * t * py[1] + 3 * s * t * t * py[2] + t * t * t * py[3];
        }
        return new Curve(x, y);
    }

    /// Returns the length, m.
    ///
    /// @return sum of all straight pieces, m
    public double length() {
        double sum = 0;
        for (int i = 1; i < x.length; i++) {
            sum += Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1]);
        }
        return sum;
    }

    /// Returns the smallest rectangle around the curve.
    ///
    /// @return the bounds
    public Rectangle bounds() {
        var all = Rectangle.between(x[0], y[0], x[0], y[0]);
        for (int i = 1; i < x.length; i++) {
            all = all.hull(Rectangle.between(x[i], y[i], x[i], y[i]));
        }
        return all;
    }

    /// Joins pieces end to end into closed loops; ends count as one point when closer than a tolerance.
    ///
    /// @param pieces open or closed pieces in any order and direction
    /// @param tolerance greatest distance between ends that are meant to meet, m
    /// @return the loops, and the pieces that belong to none
    public static Joined join(List<Curve> pieces, double tolerance) {
        List<Polygon> loops = new ArrayList<>();
        List<Curve> open = new ArrayList<>();
        var rest = new ArrayList<>(pieces);
        while (!rest.isEmpty()) {
            var chain = rest.removeLast();
            while (!chain.closed(tolerance)) {
                int next = chain.nearest(rest, tolerance);
                if (next < 0) {
                    break;
                }
                chain = chain.followedBy(rest.remove(next));
            }
            if (chain.closed(tolerance) && chain.x.length > 3) {
                loops.add(chain.toPolygon());
            } else {
                open.add(chain);
            }
        }
        return new Joined(loops, open);
    }

    /// What became of a set of pieces.
    ///
    /// @param loops closed loops
    /// @param open chains whose ends meet nothing
    public record Joined(List<Polygon> loops, List<Curve> open) {}

    private double lastX() {
        return x[x.length - 1];
    }

    private double lastY() {
        return y[y.length - 1];
    }

    private boolean closed(double tolerance) {
        return x.length > 2 && Math.hypot(lastX() - x[0], lastY() - y[0]) <= tolerance;
    }

    private int nearest(List<Curve> others, double tolerance) {
        int best = -1;
        double least = tolerance;
        for (int i = 0; i < others.size(); i++) {
            var c = others.get(i);
            double d = Math.min(
                    Math.hypot(c.x[0] - lastX(), c.y[0] - lastY()), Math.hypot(c.lastX() - lastX(), c.lastY() - lastY()));
            if (d <= least) {
                least = d;
                best = i;
            }
        }
        return best;
    }

    private Curve followedBy(Curve next) {
        boolean forward = Math.hypot(next.x[0] - lastX(), next.y[0] - lastY())
                <= Math.hypot(next.lastX() - lastX(), next.lastY() - lastY());
        int n = x.length;
        int m = next.x.length;
        double[] jx = Arrays.copyOf(x, n + m - 1);
        double[] jy = Arrays.copyOf(y, n + m - 1);
        for (int i = 1; i < m; i++) {
            jx[n - 1 + i] = next.x[forward ? i : m - 1 - i];
            jy[n - 1 + i] = next.y[forward ? i : m - 1 - i];
        }
        return new Curve(jx, jy);
    }

    private Polygon toPolygon() {
        return new Polygon(
                Arrays.copyOf(x, x.length - 1), Arrays.copyOf(y, y.length - 1));
    }

    private static double positive(double angle) {
        return angle < 0 ? angle + 2 * Math.PI : angle;
    }
}

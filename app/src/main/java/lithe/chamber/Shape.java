// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

import java.util.Arrays;

/// A closed polygon without crossings, m.
///
/// @param x corner positions, m
/// @param y corner positions, m; as many
public record Shape(double[] x, double[] y) {

    /// Copies the corners and checks them.
    ///
    /// @throws IllegalArgumentException if there are fewer than three corners or no area
    public Shape {
        x = x.clone();
        y = y.clone();
        if (x.length < 3 || x.length != y.length) {
            throw new IllegalArgumentException(
                    "an outline needs at least 3 corners with x and y, but has %d and %d".formatted(x.length, y.length));
        }
        if (!(Math.abs(signed(x, y, x.length)) > 1e-12)) {
            throw new IllegalArgumentException("an outline must enclose more than 1e-12 m²");
        }
    }

    /// Returns a rectangle.
    ///
    /// @param x0 left, m
    /// @param y0 top, m
    /// @param width along x, m
    /// @param length along y, m
    /// @return the shape
    public static Shape rectangle(double x0, double y0, double width, double length) {
        return new Shape(
                new double[] {x0, x0 + width, x0 + width, x0}, new double[] {y0, y0, y0 + length, y0 + length});
    }

    /// Returns a disk as a polygon of 720 corners and the exact area.
    ///
    /// @param x centre, m
    /// @param y centre, m
    /// @param radius radius, m
    /// @return the shape
    public static Shape disk(double x, double y, double radius) {
        int n = 720;
        double step = 2 * Math.PI / n;
        double r = radius * Math.sqrt(step / Math.sin(step));
        double[] px = new double[n], py = new double[n];
        for (int i = 0; i < n; i++) {
            px[i] = x + r * Math.cos((i + 0.5) * step);
            py[i] = y + r * Math.sin((i + 0.5) * step);
        }
        return new Shape(px, py);
    }

    /// Returns the enclosed area.
    ///
    /// @return the area, m²
    public double area() {
        return Math.abs(signed(x, y, x.length));
    }

    /// Returns the box around the shape.
    ///
    /// @return least x, greatest x, least y, greatest y, m
    public double[] bounds() {
        return new double[] {
            Arrays.stream(x).min().orElseThrow(),
            Arrays.stream(x).max().orElseThrow(),
            Arrays.stream(y).min().orElseThrow(),
            Arrays.stream(y).max().orElseThrow()
        };
    }

    private static double signed(double[] x, double[] y, int n) {
        double sum = 0;
        for (int i = 0, j = n - 1; i < n; j = i++) {
            sum += x[j] * y[i] - x[i] * y[j];
        }
        return sum / 2;
    }

    /// Returns the area of the shape in each cell, by cutting it into rows and each row into cells.
    double[] coverage(int nx, int ny, double x0, double y0, double dx, double dy) {
        double[] covered = new double[nx * ny];
        var row = new Cutter(x.length);
        var cell = new Cutter(x.length);
        for (int j = 0; j < ny; j++) {
            row.load(x, y, x.length);
            row.keep(false, y0 + j * dy, true);
            row.keep(false, y0 + (j + 1) * dy, false);
            for (int i = 0; i < nx && row.n > 2; i++) {
                cell.load(row.x, row.y, row.n);
                cell.keep(true, x0 + i * dx, true);
                cell.keep(true, x0 + (i + 1) * dx, false);
                covered[i + nx * j] = cell.n > 2 ? Math.abs(signed(cell.x, cell.y, cell.n)) : 0;
            }
        }
        return covered;
    }

    /// Returns the open length of the inner faces: towards +x if `vertical`, else towards +y.
    double[] crossings(boolean vertical, int nx, int ny, double x0, double y0, double dx, double dy) {
        double[] open = new double[nx * ny];
        int lines = vertical ? nx : ny, along = vertical ? ny : nx;
        double step = vertical ? dy : dx, start = vertical ? y0 : x0;
        for (int line = 0; line < lines - 1; line++) {
            double at = vertical ? x0 + (line + 1) * dx : y0 + (line + 1) * dy;
            double[] cuts = vertical ? cuts(x, y, at) : cuts(y, x, at);
            for (int k = 0; k < along; k++) {
                int c = vertical ? line + nx * k : k + nx * line;
                open[c] = inside(cuts, start + k * step, start + (k + 1) * step);
            }
        }
        return open;
    }

    /// Sorted positions at which the polygon crosses the line p = at.
    private static double[] cuts(double[] p, double[] q, double at) {
        double[] found = new double[p.length];
        int n = 0;
        for (int i = 0, j = p.length - 1; i < p.length; j = i++) {
            if (p[i] > at != p[j] > at) {
                found[n++] = q[j] + (at - p[j]) / (p[i] - p[j]) * (q[i] - q[j]);
            }
        }
        double[] cuts = Arrays.copyOf(found, n);
        Arrays.sort(cuts);
        return cuts;
    }

    private static double inside(double[] cuts, double from, double to) {
        double length = 0;
        for (int k = 0; k + 1 < cuts.length; k += 2) {
            length += Math.max(0, Math.min(to, cuts[k + 1]) - Math.max(from, cuts[k]));
        }
        return length;
    }

    /// Sutherland–Hodgman against one straight line at a time; areas of several pieces add up rightly.
    private static final class Cutter {
        double[] x;
        double[] y;
        int n;
        private double[] u;
        private double[] v;

        Cutter(int corners) {
            int room = 4 * corners + 16;
            x = new double[room];
            y = new double[room];
            u = new double[room];
            v = new double[room];
        }

        void load(double[] fromX, double[] fromY, int count) {
            System.arraycopy(fromX, 0, x, 0, count);
            System.arraycopy(fromY, 0, y, 0, count);
            n = count;
        }

        void keep(boolean byX, double at, boolean above) {
            double[] p = byX ? x : y;
            int m = 0;
            for (int i = 0, j = n - 1; i < n; j = i++) {
                boolean in = above ? p[i] >= at : p[i] <= at, before = above ? p[j] >= at : p[j] <= at;
                if (in != before) {
                    double s = (at - p[j]) / (p[i] - p[j]);
                    u[m] = byX ? at : x[j] + s * (x[i] - x[j]);
                    v[m++] = byX ? y[j] + s * (y[i] - y[j]) : at;
                }
                if (in) {
                    u[m] = x[i];
                    v[m++] = y[i];
                }
            }
            double[] swap = x;
            x = u;
            u = swap;
            swap = y;
            y = v;
            v = swap;
            n = m;
        }
    }
}

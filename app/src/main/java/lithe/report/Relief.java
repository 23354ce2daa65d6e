// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.Arrays;
import lithe.simulation.Field;
import lithe.simulation.Plane;

/// A temperature map made continuous: values at nodes, straight lines between them.
///
/// The nodes are the middles of the cells and the outer edges, which take the value of the cell beside them. Cells outside
/// the phone are filled from their neighbours, so that colours and isotherms run on to the true outline, where they are cut.
///
/// @param x nodes along the first axis, m, rising
/// @param y nodes along the second axis, m, rising
/// @param kelvin temperature at the nodes, K; index i + nx·j
record Relief(double[] x, double[] y, double[] kelvin) {

    /// A place and what is there.
    ///
    /// @param x along the first axis, m
    /// @param y along the second axis, m
    /// @param kelvin temperature, K
    record Spot(double x, double y, double kelvin) {}

    static Relief of(Plane map) {
        return of(map.x(), map.y(), map.temperature());
    }

    /// The cut along y and z at a given x.
    static Relief cut(Field field, double x) {
        int nx = field.x().length - 1, n = (field.y().length - 1) * (field.z().length - 1);
        int i = cell(field.x(), x);
        var values = new double[n];
        for (int c = 0; c < n; c++) {
            values[c] = field.temperature()[i + nx * c];
        }
        return of(field.y(), field.z(), values);
    }

    private static Relief of(double[] xEdges, double[] yEdges, double[] cells) {
        int nx = xEdges.length - 1, ny = yEdges.length - 1;
        var filled = filled(nx, ny, cells);
        double[] x = nodes(xEdges), y = nodes(yEdges);
        var kelvin = new double[x.length * y.length];
        for (int j = 0; j < y.length; j++) {
            for (int i = 0; i < x.length; i++) {
                kelvin[i + x.length * j] = filled[Math.clamp(i - 1, 0, nx - 1) + nx * Math.clamp(j - 1, 0, ny - 1)];
            }
        }
        return new Relief(x, y, kelvin);
    }

    /// Temperature at a place, K, by lines along both axes; beyond the edge the edge.
    double at(double px, double py) {
        return row(new double[] {px}, py)[0];
    }

    /// Temperatures along a row, K, at rising places.
    double[] row(double[] places, double py) {
        int j = interval(y, py), nx = x.length, i = 0;
        double v = Math.clamp((py - y[j]) / (y[j + 1] - y[j]), 0.0, 1.0);
        var row = new double[places.length];
        for (int p = 0; p < row.length; p++) {
            while (i < nx - 2 && x[i + 1] <= places[p]) {
                i++;
            }
            double u = Math.clamp((places[p] - x[i]) / (x[i + 1] - x[i]), 0.0, 1.0);
            int at = i + nx * j;
            row[p] = (1 - v) * ((1 - u) * kelvin[at] + u * kelvin[at + 1])
                    + v * ((1 - u) * kelvin[at + nx] + u * kelvin[at + nx + 1]);
        }
        return row;
    }

    /// The hottest cell of a map.
    static Spot hottest(Plane map) {
        int nx = map.x().length - 1, best = -1;
        double[] t = map.temperature();
        for (int c = 0; c < t.length; c++) {
            if (!Double.isNaN(t[c]) && (best < 0 || t[c] > t[best])) {
                best = c;
            }
        }
        return best < 0
                ? new Spot(Double.NaN, Double.NaN, Double.NaN)
                : new Spot(middle(map.x(), best % nx), middle(map.y(), best / nx), t[best]);
    }

    /// The mean over the area of a map, K.
    static double mean(Plane map) {
        double sum = 0, area = 0;
        for (int c = 0; c < map.temperature().length; c++) {
            double t = map.temperature()[c];
            if (!Double.isNaN(t)) {
                sum += area(map, c) * t;
                area += area(map, c);
            }
        }
        return sum / area;
    }

    /// The area of a map that is hotter than a temperature, m².
    static double above(Plane map, double kelvin) {
        double area = 0;
        for (int c = 0; c < map.temperature().length; c++) {
            area += map.temperature()[c] > kelvin ? area(map, c) : 0;
        }
        return area;
    }

    private static double area(Plane map, int c) {
        int nx = map.x().length - 1;
        return (map.x()[c % nx + 1] - map.x()[c % nx]) * (map.y()[c / nx + 1] - map.y()[c / nx]);
    }

    /// The cell that holds a coordinate.
    static int cell(double[] edges, double at) {
        return interval(edges, at);
    }

    private static int interval(double[] rising, double at) {
        int found = Arrays.binarySearch(rising, at);
        return Math.clamp(found >= 0 ? found : -found - 2, 0, rising.length - 2);
    }

    private static double[] nodes(double[] edges) {
        int n = edges.length - 1;
        var nodes = new double[n + 2];
        nodes[0] = edges[0];
        for (int i = 0; i < n; i++) {
            nodes[i + 1] = middle(edges, i);
        }
        nodes[n + 1] = edges[n];
        return nodes;
    }

    private static double middle(double[] edges, int i) {
        return (edges[i] + edges[i + 1]) / 2;
    }

    /// Gives each empty cell the mean of its known neighbours, ring by ring.
    private static double[] filled(int nx, int ny, double[] cells) {
        var now = cells.clone();
        boolean open = true;
        for (int ring = 0; ring < nx + ny && open; ring++) {
            var before = now.clone();
            open = false;
            for (int c = 0; c < now.length; c++) {
                if (Double.isNaN(before[c])) {
                    now[c] = neighbours(before, nx, ny, c % nx, c / nx);
                    open = true;
                }
            }
        }
        return now;
    }

    private static double neighbours(double[] cells, int nx, int ny, int i, int j) {
        double sum = 0;
        int count = 0;
        for (int d = 0; d < 4; d++) {
            int ii = i + (d == 0 ? 1 : d == 1 ? -1 : 0), jj = j + (d == 2 ? 1 : d == 3 ? -1 : 0);
            if (ii >= 0 && ii < nx && jj >= 0 && jj < ny && !Double.isNaN(cells[ii + nx * jj])) {
                sum += cells[ii + nx * jj];
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}

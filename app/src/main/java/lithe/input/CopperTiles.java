// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.Arrays;
import lithe.board.CopperMap;
import lithe.geometry.Outline;
import lithe.geometry.Polygon;
import lithe.geometry.Rectangle;

/// Spreads drawn copper over square tiles.
///
/// Filled shapes are cut into scan lines of exact length; tracks are strips of length times width. Overlap of tracks and
/// fills is not subtracted, a tile holds at most its own area.
final class CopperTiles {

    /// Side of a tile, m.
    static final double TILE = 1e-3;

    private static final int LINES = 8;

    private final Rectangle area;
    private final int nx;
    private final int ny;
    private final double[][] share;
    private final double[] columns;
    private final double[] laminate;

    CopperTiles(Outline outline, int layers) {
        area = outline.bounds();
        nx = (int) Math.max(1, Math.ceil(area.width() / TILE));
        ny = (int) Math.max(1, Math.ceil(area.height() / TILE));
        share = new double[layers][nx * ny];
        columns = new double[nx * ny];
        laminate = new double[nx * ny];
        outline.edges().forEach(edge -> fill(laminate, edge, 1));
        outline.holes().forEach(hole -> fill(laminate, hole, -1));
    }

    void polygon(int layer, Polygon shape, double factor) {
        fill(share[layer], shape, factor);
    }

    void track(int layer, double xa, double ya, double xb, double yb, double width) {
        double length = Math.hypot(xb - xa, yb - ya);
        int steps = (int) Math.clamp(Math.ceil(4 * length / TILE), 1, 10_000);
        for (int i = 0; i < steps; i++) {
            double t = (i + 0.5) / steps;
            add(share[layer], xa + t * (xb - xa), ya + t * (yb - ya), length * width / steps);
        }
    }

    void spot(int layer, double x, double y, double copper) {
        add(share[layer], x, y, copper);
    }

    void via(double x, double y, double copper) {
        add(columns, x, y, copper);
    }

    CopperMap map() {
        for (var layer : share) {
            cap(layer);
        }
        cap(columns);
        return new CopperMap(area, TILE, nx, ny, share, columns, laminate);
    }

    private void cap(double[] values) {
        for (int i = 0; i < values.length; i++) {
            laminate[i] = Math.clamp(laminate[i], 0, 1);
            values[i] = Math.clamp(values[i], 0, laminate[i]);
        }
    }

    private void add(double[] values, double x, double y, double copper) {
        int i = (int) Math.floor((x - area.x()) / TILE);
        int j = (int) Math.floor((y - area.y()) / TILE);
        if (i >= 0 && i < nx && j >= 0 && j < ny) {
            values[j * nx + i] += copper / (TILE * TILE);
        }
    }

    private void fill(double[] values, Polygon shape, double factor) {
        var bounds = shape.bounds();
        double pitch = TILE / LINES;
        int first = (int) Math.clamp(Math.floor((bounds.y() - area.y()) / pitch), 0, (double) ny * LINES);
        int last = (int) Math.clamp(Math.ceil((bounds.bottom() - area.y()) / pitch), 0, (double) ny * LINES);
        double[] cuts = new double[shape.x().length];
        for (int line = first; line < last; line++) {
            int count = cuts(shape, area.y() + (line + 0.5) * pitch, cuts);
            for (int k = 0; k + 1 < count; k += 2) {
                strip(values, line / LINES, cuts[k], cuts[k + 1], factor / LINES);
            }
        }
    }

    private static int cuts(Polygon shape, double at, double[] cuts) {
        double[] x = shape.x();
        double[] y = shape.y();
        int count = 0;
        for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
            if (y[i] > at != y[j] > at) {
                cuts[count++] = (x[j] - x[i]) * (at - y[i]) / (y[j] - y[i]) + x[i];
            }
        }
        Arrays.sort(cuts, 0, count);
        return count;
    }

    private void strip(double[] values, int row, double from, double to, double factor) {
        double a = Math.max((from - area.x()) / TILE, 0);
        double b = Math.min((to - area.x()) / TILE, nx);
        for (int i = (int) a; i < b && i < nx; i++) {
            values[row * nx + i] += factor * (Math.min(b, i + 1.0) - Math.max(a, i));
        }
    }
}

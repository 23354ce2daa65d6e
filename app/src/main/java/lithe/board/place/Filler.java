// SPDX-License-Identifier: Apache-2.0
package lithe.board.place;

import java.util.ArrayList;
import java.util.List;
import lithe.geometry.Rectangle;

/// Puts small cells into what a packing left free on one face, each as near as possible to where it wants to be.
///
/// A cell is tried in the corners that placed cells form with each other and with the rim, which is where a small cell
/// wastes least. Every place is checked against a grid of neighbours before it is taken.
final class Filler {

    private static final double PITCH = 1.5e-3;
    private static final double E = 1e-12;

    private final Rectangle rim;
    private final int columns;
    private final int rows;
    private final List<List<double[]>> grid = new ArrayList<>();
    private final List<double[]> taken = new ArrayList<>(); // x0, x1, y0, y1

    Filler(Rectangle rim, double[] obstacles) {
        this.rim = rim;
        columns = (int) Math.ceil(rim.width() / PITCH) + 1;
        rows = (int) Math.ceil(rim.height() / PITCH) + 1;
        for (int i = 0; i < columns * rows; i++) {
            grid.add(new ArrayList<>());
        }
        for (int i = 0; i < obstacles.length; i += 4) {
            take(obstacles[i], obstacles[i + 2], obstacles[i + 1] - obstacles[i], obstacles[i + 3] - obstacles[i + 2]);
        }
    }

    void take(double x, double y, double w, double h) {
        double[] cell = {x, x + w, y, y + h};
        taken.add(cell);
        for (int i = column(x); i <= column(x + w); i++) {
            for (int j = row(y); j <= row(y + h); j++) {
                grid.get(j * columns + i).add(cell);
            }
        }
    }

    /// Returns all corners where a cell of this size fits: x, y in turn.
    List<double[]> corners(double w, double h) {
        List<double[]> found = new ArrayList<>();
        double[] wall = {rim.x(), rim.x(), rim.y(), rim.bottom()};
        double[] ceiling = {rim.x(), rim.right(), rim.y(), rim.y()};
        for (double[] a : with(wall)) {
            for (double[] b : around(a, w, h, ceiling)) {
                // touching a at its right or left and b at its lower or upper side
                for (double x : new double[] {a[1], a[0] - w}) {
                    for (double y : new double[] {b[3], b[2] - h}) {
                        if (free(x, y, w, h)) {
                            found.add(new double[] {x, y});
                        }
                    }
                }
            }
        }
        return found;
    }

    boolean free(double x, double y, double w, double h) {
        if (x < rim.x() - E || y < rim.y() - E || x + w > rim.right() + E || y + h > rim.bottom() + E) {
            return false;
        }
        for (int i = column(x); i <= column(x + w); i++) {
            for (int j = row(y); j <= row(y + h); j++) {
                for (double[] c : grid.get(j * columns + i)) {
                    if (x < c[1] - E && x + w > c[0] + E && y < c[3] - E && y + h > c[2] + E) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private List<double[]> with(double[] wall) {
        var all = new ArrayList<>(taken);
        all.add(wall);
        all.add(new double[] {rim.right(), rim.right(), rim.y(), rim.bottom()});
        return all;
    }

    private List<double[]> around(double[] a, double w, double h, double[] ceiling) {
        List<double[]> near = new ArrayList<>();
        for (int i = column(a[0] - w); i <= column(a[1] + w); i++) {
            for (int j = row(a[2] - h); j <= row(a[3] + h); j++) {
                for (double[] c : grid.get(j * columns + i)) {
                    if (!near.contains(c)) {
                        near.add(c);
                    }
                }
            }
        }
        near.add(ceiling);
        near.add(new double[] {rim.x(), rim.right(), rim.bottom(), rim.bottom()});
        return near;
    }

    private int column(double x) {
        return (int) Math.clamp((x - rim.x()) / PITCH, 0, columns - 1.0);
    }

    private int row(double y) {
        return (int) Math.clamp((y - rim.y()) / PITCH, 0, rows - 1.0);
    }
}

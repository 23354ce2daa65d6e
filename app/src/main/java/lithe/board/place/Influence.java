// SPDX-License-Identifier: Apache-2.0
package lithe.board.place;

import lithe.geometry.Rectangle;

/// How much each tile of each board warms every other, by superposition.
///
/// Made by whoever knows heat; conduction is linear, so the sum over sources is exact for the model it was made with.
///
/// @param area what the tiles cover in plan, m
/// @param nx tiles along x
/// @param ny tiles along y
/// @param boards number of boards
/// @param rise rise at one tile per heat in another, K/W; `[source][observer]`, index `(board * ny + row) * nx + column`
public record Influence(Rectangle area, int nx, int ny, int boards, double[][] rise) {

    /// Checks the sizes.
    ///
    /// @throws IllegalArgumentException when the matrix does not match the tiles
    public Influence {
        int n = nx * ny * boards;
        if (n == 0 || rise.length != n || rise[0].length != n) {
            throw new IllegalArgumentException("influence of %d x %d tiles on %d boards needs %d sources and observers, but has %d and %d"
                    .formatted(nx, ny, boards, n, rise.length, rise.length == 0 ? 0 : rise[0].length));
        }
    }

    /// Returns the tile a point lies in; points outside count to the nearest tile.
    ///
    /// @param board index of the board
    /// @param x x, m
    /// @param y y, m
    /// @return index of the tile
    public int tile(int board, double x, double y) {
        int i = (int) Math.clamp((x - area.x()) / area.width() * nx, 0, nx - 1);
        int j = (int) Math.clamp((y - area.y()) / area.height() * ny, 0, ny - 1);
        return (board * ny + j) * nx + i;
    }

    /// Returns the rise of every tile for a placement, K.
    ///
    /// @param problem the problem
    /// @param placement where its blocks stand
    /// @return rise by tile, K
    public double[] field(Problem problem, Placement placement) {
        double[] field = new double[rise.length];
        double[] power = power(problem, placement);
        for (int source = 0; source < power.length; source++) {
            if (power[source] != 0) {
                for (int k = 0; k < field.length; k++) {
                    field[k] += power[source] * rise[source][k];
                }
            }
        }
        return field;
    }

    /// Spreads the heat of the blocks over the tiles they cover, by shared area.
    ///
    /// @param problem the problem
    /// @param placement where its blocks stand
    /// @return heat by tile, W
    public double[] power(Problem problem, Placement placement) {
        return spread(area, nx, ny, boards, problem, placement);
    }

    /// Spreads the heat of the blocks over tiles, by shared area.
    ///
    /// @param area what the tiles cover in plan, m
    /// @param nx tiles along x
    /// @param ny tiles along y
    /// @param boards number of boards
    /// @param problem the problem
    /// @param placement where its blocks stand
    /// @return heat by tile, W
    public static double[] spread(Rectangle area, int nx, int ny, int boards, Problem problem, Placement placement) {
        double[] power = new double[nx * ny * boards];
        double dx = area.width() / nx;
        double dy = area.height() / ny;
        for (int b = 0; b < problem.blocks().size(); b++) {
            double watts = problem.blocks().get(b).power();
            if (watts == 0) {
                continue;
            }
            var box = placement.box(problem, b);
            int board = problem.planes().get(placement.face()[b]).board();
            for (int j = 0; j < ny; j++) {
                for (int i = 0; i < nx; i++) {
                    double shared = box.shared(new Rectangle(area.x() + i * dx, area.y() + j * dy, dx, dy));
                    power[(board * ny + j) * nx + i] += watts * shared / box.area();
                }
            }
        }
        return power;
    }

    /// Returns the highest rise of a placement, K.
    ///
    /// @param problem the problem
    /// @param placement where its blocks stand
    /// @return rise of the hottest tile, K
    public double peak(Problem problem, Placement placement) {
        double peak = 0;
        for (double value : field(problem, placement)) {
            peak = Math.max(peak, value);
        }
        return peak;
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.board;

import lithe.geometry.Rectangle;

/// Copper of a board by square tiles, rows along x from the top-left tile.
///
/// @param area what the tiles cover, m
/// @param tile side of a tile, m
/// @param nx tiles along x
/// @param ny tiles along y
/// @param share copper share of each tile on each copper layer, 0 to 1; `[layer][row * nx + column]`
/// @param columns share of each tile that is via copper, 0 to 1
/// @param laminate share of each tile that is board, 0 to 1
public record CopperMap(
        Rectangle area, double tile, int nx, int ny, double[][] share, double[] columns, double[] laminate) {

    /// Returns the mean copper share of each layer over the board.
    ///
    /// @return copper share by layer, front to back
    public double[] coverage() {
        double[] mean = new double[share.length];
        for (int layer = 0; layer < share.length; layer++) {
            mean[layer] = mean(share[layer]);
        }
        return mean;
    }

    /// Returns the mean share of via copper over the board.
    ///
    /// @return share, 0 to 1
    public double columnShare() {
        return mean(columns);
    }

    /// Returns the copper shares of one tile.
    ///
    /// @param index row times nx plus column
    /// @return share by layer, relative to the laminate in the tile
    public double[] at(int index) {
        double[] c = new double[share.length];
        for (int layer = 0; layer < c.length; layer++) {
            c[layer] = Math.min(share[layer][index] / Math.max(laminate[index], 1e-9), 1);
        }
        return c;
    }

    private double mean(double[] values) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < values.length; i++) {
            sum += Math.min(values[i], laminate[i]);
            weight += laminate[i];
        }
        return weight > 0 ? Math.min(sum / weight, 1) : 0;
    }
}

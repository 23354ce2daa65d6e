// SPDX-License-Identifier: Apache-2.0
package lithe.bench;

import java.util.Arrays;
import lithe.numeric.SevenPoint;

/// Benchmark LB1 (see `lithe.verify.LayeredBox`) as bare arrays: 70 × 152 × 8 mm, 11 layers, uniform columns.
public final class LayeredPhone {

    private static final double FRONT = 8;
    private static final double BACK = 10;
    /// Thickness mm, in-plane and through conductivity W/(m·K), capacity J/(m³·K) of each layer.
    private static final double[][] LAYER = {
        {0.6, 1, 1, 2.1e6}, {0.9, 0.3, 0.3, 1.6e6}, {0.5, 150, 150, 2.43e6}, {0.05, 1500, 5, 1.5e6},
        {0.3, 0.2, 0.2, 1.2e6}, {0.1, 0.026, 0.026, 1.2e3}, {1, 0.2, 0.2, 1.2e6}, {3.7, 0.2, 0.2, 1.2e6},
        {0.05, 1500, 5, 1.5e6}, {0.2, 0.026, 0.026, 1.2e3}, {0.6, 1, 1, 2.1e6}
    };
    /// Layer, x0, x1, y0, y1 in mm, in-plane, through, capacity, power W.
    private static final double[][] PATCH = {
        {4, 10, 60, 96, 148, 2000, 100, 2.2e6, 0},
        {5, 28, 38, 128, 138, 3, 3, 2e6, 0}, {5, 14, 20, 120, 126, 3, 3, 2e6, 0}, {5, 48, 54, 136, 142, 3, 3, 2e6, 0},
        {6, 28, 38, 128, 138, 100, 100, 1.7e6, 5}, {6, 14, 20, 120, 126, 100, 100, 1.7e6, 1.2},
        {6, 48, 54, 136, 142, 100, 100, 1.7e6, 0.8}, {6, 6, 64, 6, 90, 25, 1, 2.3e6, 1.5},
        {7, 6, 64, 6, 90, 25, 1, 2.3e6, 0}, {7, 4, 66, 96, 148, 20, 1, 1.9e6, 0}
    };

    private final int nx;
    private final int ny;
    private final int nz;
    private final int split;
    private final double dx;
    private final double dy;
    /// Heat released in each cell, W.
    final double[] power;
    /// Heat capacity of each cell, J/K.
    final double[] capacity;

    /// Meshes LB1 with columns of 2/f mm.
    ///
    /// @param f refinement in x and y
    /// @param split cells in each layer
    public LayeredPhone(int f, int split) {
        nx = 35 * f;
        ny = 76 * f;
        nz = LAYER.length * split;
        this.split = split;
        dx = 0.070 / nx;
        dy = 0.152 / ny;
        power = new double[cells()];
        capacity = new double[cells()];
        for (int c = 0; c < cells(); c++) {
            double[] p = patch(c);
            int k = c / (nx * ny);
            capacity[c] = (p == null ? LAYER[k / split][3] : p[7]) * dx * dy * height(k);
            power[c] = p == null ? 0 : p[8] * dx * dy / ((p[2] - p[1]) * (p[4] - p[3]) * 1e-6) / split;
        }
    }

    /// Returns the number of cells.
    ///
    /// @return number of cells
    public int cells() {
        return nx * ny * nz;
    }

    private double height(int k) {
        return LAYER[k / split][0] * 1e-3 / split;
    }

    private double @org.jspecify.annotations.Nullable [] patch(int c) {
        double x = (c % nx + 0.5) * dx * 1e3;
        double y = (c / nx % ny + 0.5) * dy * 1e3;
        int layer = c / (nx * ny) / split;
        return Arrays.stream(PATCH)
                .filter(p -> p[0] == layer && p[1] < x && x < p[2] && p[3] < y && y < p[4])
                .findFirst()
                .orElse(null);
    }

    /// Builds the operator.
    ///
    /// @param step time step, s; infinite for steady state
    /// @return the operator
    public SevenPoint operator(double step) {
        double[] inPlane = new double[cells()];
        double[] through = new double[cells()];
        for (int c = 0; c < cells(); c++) {
            double[] p = patch(c);
            int layer = c / (nx * ny) / split;
            inPlane[c] = p == null ? LAYER[layer][1] : p[5];
            through[c] = p == null ? LAYER[layer][2] : p[6];
        }
        double[] gx = new double[cells()];
        double[] gy = new double[cells()];
        double[] gz = new double[cells()];
        double[] sink = new double[cells()];
        int plane = nx * ny;
        for (int c = 0; c < cells(); c++) {
            int k = c / plane;
            double h = height(k);
            gx[c] = c % nx < nx - 1 ? h * dy / dx * series(inPlane[c], inPlane[c + 1]) : 0;
            gy[c] = c / nx % ny < ny - 1 ? h * dx / dy * series(inPlane[c], inPlane[c + nx]) : 0;
            gz[c] = k < nz - 1 ? dx * dy * series(through[c] / h, through[c + plane] / height(k + 1)) : 0;
            sink[c] = capacity[c] / step;
            sink[c] += k == 0 ? dx * dy * series(through[c] / h, FRONT / 2) : 0;
            sink[c] += k == nz - 1 ? dx * dy * series(through[c] / h, BACK / 2) : 0;
        }
        return new SevenPoint(nx, ny, nz, gx, gy, gz, sink);
    }

    /// Two half cells in series.
    private static double series(double a, double b) {
        return 2 * a * b / (a + b);
    }
}

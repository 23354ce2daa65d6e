// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

import java.util.Arrays;
import lithe.numeric.Multigrid;
import lithe.numeric.SevenPoint;

/// The pressure in one layer through which mass flows from its sources to its sinks: ∇·(g ∇P) + s = 0.
///
/// For liquid in the wick and for vapor in the gap alike. Nothing leaves through the edge, so the pressure is known up to
/// a constant; it is returned with its mean by area at 0.
public final class Flow {

    private final Mask mask;
    private final double[] gx;
    private final double[] gy;
    private final Multigrid solver;
    private final SevenPoint a;
    private final double[] pressure;

    /// Prepares a layer.
    ///
    /// @param mask the outline
    /// @param threads number of threads, 1 or more
    public Flow(Mask mask, int threads) {
        this.mask = mask;
        int n = mask.cells();
        gx = new double[n];
        gy = new double[n];
        pressure = new double[n];
        double[] sink = new double[n];
        conduct(filled(n));
        for (int c = 0; c < n; c++) {
            if (mask.area()[c] > 0) {
                // one cell is held, so that the system has one solution; nothing flows there when sources balance
                sink[c] = 1;
                break;
            }
        }
        a = new SevenPoint(mask.nx(), mask.ny(), 1, gx, gy, new double[n], sink);
        solver = Multigrid.of(a, threads);
    }

    private static double[] filled(int n) {
        double[] one = new double[n];
        Arrays.fill(one, 1);
        return one;
    }

    private void conduct(double[] relative) {
        int nx = mask.nx();
        for (int c = 0; c < mask.cells(); c++) {
            gx[c] = mask.openX()[c] > 0 ? mean(relative[c], relative[c + 1]) * mask.openX()[c] / mask.dx() : 0;
            gy[c] = mask.openY()[c] > 0 ? mean(relative[c], relative[c + nx]) * mask.openY()[c] / mask.dy() : 0;
        }
    }

    private static double mean(double one, double other) {
        return 2 * one * other / (one + other);
    }

    /// Sets a mass conductance that differs from place to place, over the one later given to [#solve].
    ///
    /// @param relative factor on the conductance, above 0; one value for each cell
    public void vary(double[] relative) {
        conduct(relative);
        // viscosities differ by tens of percent: coarse grids of an even layer help as well
        solver.conductancesDrifted();
    }

    /// Returns the pressure.
    ///
    /// @param conductance mass conductance of the layer, s·m
    /// @param source mass that enters the layer, kg/s; one value for each cell; its sum is taken out evenly by area
    /// @param tolerance relative residual to be reached
    /// @return the pressure, Pa, one value for each cell, a new array; mean 0, and 0 outside
    public double[] solve(double conductance, double[] source, double tolerance) {
        double surplus = Arrays.stream(source).sum() / mask.total();
        double[] b = new double[mask.cells()];
        Arrays.setAll(b, c -> source[c] - surplus * mask.area()[c]);
        double size = Arrays.stream(b).map(Math::abs).max().orElse(0);
        if (size == 0) {
            return new double[mask.cells()];
        }
        Arrays.setAll(b, c -> b[c] / size);
        solver.solve(b, pressure, tolerance, 80);
        double mean = 0;
        for (int c = 0; c < mask.cells(); c++) {
            mean += pressure[c] * mask.area()[c];
        }
        double level = mean / mask.total();
        double[] p = new double[mask.cells()];
        Arrays.setAll(p, c -> mask.area()[c] > 0 ? (pressure[c] - level) * size / conductance : 0);
        return p;
    }
}

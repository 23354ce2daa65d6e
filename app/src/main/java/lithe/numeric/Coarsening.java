// SPDX-License-Identifier: Apache-2.0
package lithe.numeric;

import java.util.Arrays;

/// Which columns of a box become one column of the next coarser box, and with what conductances.
///
/// Columns along z are never cut: only x and y are coarsened, a group being one or two neighbouring columns in each
/// direction.
///
/// @param fine the finer operator
/// @param groupX coarse column of each fine i, rising
/// @param groupY coarse column of each fine j, rising
record Coarsening(SevenPoint fine, int[] groupX, int[] groupY) {

    /// Pairs columns in both directions.
    static Coarsening of(SevenPoint fine) {
        return new Coarsening(fine, pairs(fine.nx), pairs(fine.ny));
    }

    private static int[] pairs(int n) {
        int[] group = new int[n];
        Arrays.setAll(group, i -> i / 2);
        return group;
    }

    /// Builds the coarser operator.
    SevenPoint operator() {
        int nx = groupX[fine.nx - 1] + 1;
        int ny = groupY[fine.ny - 1] + 1;
        int n = nx * ny * fine.nz;
        var coarse = new SevenPoint(
                nx, ny, fine.nz, new double[n], new double[n], new double[n], new double[n]);
        refreshConductances(coarse);
        refreshSink(coarse);
        return coarse;
    }

    /// Forms gx, gy and gz of the coarser operator anew.
    void refreshConductances(SevenPoint coarse) {
        Arrays.fill(coarse.gx, 0);
        Arrays.fill(coarse.gy, 0);
        Arrays.fill(coarse.gz, 0);
        for (int k = 0; k < fine.nz; k++) {
            for (int j = 0; j < fine.ny; j++) {
                int f = fine.nx * (j + fine.ny * k);
                int c = coarse.nx * (groupY[j] + coarse.ny * k);
                for (int i = 0; i < fine.nx; i++) {
                    coarse.gz[c + groupX[i]] += fine.gz[f + i];
                    coarse.gx[c + groupX[i]] += link(fine.gx, f + i, 1, groupX, i);
                    coarse.gy[c + groupX[i]] += link(fine.gy, f + i, fine.nx, groupY, j);
                }
            }
        }
    }

    /// Forms the sink of the coarser operator anew.
    void refreshSink(SevenPoint coarse) {
        Arrays.fill(coarse.sink, 0);
        for (int k = 0; k < fine.nz; k++) {
            for (int j = 0; j < fine.ny; j++) {
                int f = fine.nx * (j + fine.ny * k);
                int c = coarse.nx * (groupY[j] + coarse.ny * k);
                for (int i = 0; i < fine.nx; i++) {
                    coarse.sink[c + groupX[i]] += fine.sink[f + i];
                }
            }
        }
    }

    /// What one fine face adds to the coarse conductance: half the link inside the near group, the face, half the link
    /// inside the far group, in series; 0 inside a group. Never less than half the face, so that a cell that is cut off
    /// from its partner does not hide the way around it.
    private static double link(double[] g, int c, int stride, int[] group, int i) {
        if (g[c] == 0 || group[i] == group[i + 1]) {
            return 0;
        }
        double resistance = 1 / g[c];
        if (i > 0 && group[i - 1] == group[i]) {
            resistance += 0.5 / g[c - stride];
        }
        if (i + 2 < group.length && group[i + 2] == group[i + 1]) {
            resistance += 0.5 / g[c + stride];
        }
        return Math.max(1 / resistance, 0.5 * g[c]);
    }
}

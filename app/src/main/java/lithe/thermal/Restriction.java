// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import java.util.Arrays;
import lithe.device.Face;
import lithe.numeric.Workers;

/// What a coarser mesh sees of a run: means over its cells, and the heat that truly flows through its faces.
final class Restriction {

    private final Grid fine;
    private final int[] ix;
    private final int[] iy;
    private final int[] iz;
    /// First cell in each coarse one along y and z, and the number of cells.
    private final int[] startY;
    private final int[] startZ;
    private final int width;
    private final Workers workers;
    /// Cell of the coarser mesh that each cell lies in.
    private final int[] into;
    private final double[] volume;
    /// Mean temperature above ambient of each coarse cell, K.
    final double[] mean;
    /// Heat through the face at +x of each coarse cell, W, and at +y and +z.
    final double[][] through;
    /// Conductance times the distance of its two cells, over all cells on that face, W·m/K.
    final double[][] span;
    /// Heat that leaves each coarse cell to the outside along x, y and z, W, sunlight taken off.
    final double[][] outside;

    Restriction(Heat run, Grid coarse) {
        fine = run.grid;
        ix = inside(fine.x, coarse.x);
        iy = inside(fine.y, coarse.y);
        iz = inside(fine.z, coarse.z);
        startY = starts(iy, coarse.ny());
        startZ = starts(iz, coarse.nz());
        width = coarse.nx();
        workers = Workers.of(run.threads());
        into = new int[fine.cells()];
        int cells = coarse.cells();
        mean = new double[cells];
        volume = new double[cells];
        through = new double[3][cells];
        span = new double[3][cells];
        outside = new double[3][cells];
        int columns = fine.nx() * fine.ny();
        for (int c = 0; c < into.length; c++) {
            into[c] = coarse.index(ix[c % fine.nx()], iy[c / fine.nx() % fine.ny()], iz[c / columns]);
            volume[into[c]] += fine.owner[c] < 0 ? 0 : run.conduction.volume(c % columns, c / columns);
        }
    }

    private static int[] inside(Axis fine, Axis coarse) {
        int[] cell = new int[fine.cells()];
        Arrays.setAll(cell, i -> coarse.at(fine.middle(i)));
        return cell;
    }

    private static int[] starts(int[] inside, int coarse) {
        int[] start = new int[coarse + 1];
        for (int cell : inside) {
            start[cell + 1]++;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        return start;
    }

    /// Tells of each cell along an axis whether it is one cell of the run's mesh as well.
    static boolean[] whole(Axis fine, Axis coarse) {
        int[] many = new int[coarse.cells()];
        for (int cell : inside(fine, coarse)) {
            many[cell]++;
        }
        boolean[] whole = new boolean[many.length];
        for (int i = 0; i < many.length; i++) {
            whole[i] = many[i] == 1;
        }
        return whole;
    }

    /// Volume of the open part of a coarse cell, m³.
    double volume(int cell) {
        return volume[cell];
    }

    /// Looks at the run as it is now.
    void look(Temperatures run) {
        Arrays.stream(outside).forEach(sum -> Arrays.fill(sum, 0));
        int rows = startY.length - 1;
        workers.share(rows * (startZ.length - 1), (from, to, _) -> {
            for (int row = from; row < to; row++) {
                gather(run, row, row % rows, row / rows);
            }
        });
        Skin skin = run.skin();
        for (int e = 0; e < skin.pieces; e++) {
            outside[axis(skin.face(e))][into[skin.cell[e]]] += run.flow(e);
        }
    }

    /// Gathers one row of coarse cells along x.
    private void gather(Temperatures run, int row, int coarseJ, int coarseK) {
        int first = row * width, end = first + width;
        for (int axis = 0; axis < 3; axis++) {
            Arrays.fill(through[axis], first, end, 0);
            Arrays.fill(span[axis], first, end, 0);
        }
        Arrays.fill(mean, first, end, 0);
        for (int k = startZ[coarseK]; k < startZ[coarseK + 1]; k++) {
            for (int j = startY[coarseJ]; j < startY[coarseJ + 1]; j++) {
                look(run, j, k);
            }
        }
        for (int c = first; c < end; c++) {
            mean[c] = volume[c] == 0 ? 0 : mean[c] / volume[c];
        }
    }

    private void look(Temperatures run, int j, int k) {
        Conduction conduction = run.conduction();
        double[] u = run.rise();
        int nx = fine.nx(), columns = nx * fine.ny();
        boolean y = j + 1 < fine.ny() && iy[j] != iy[j + 1], z = k + 1 < fine.nz() && iz[k] != iz[k + 1];
        double depth = fine.z.size(k);
        for (int i = 0; i < nx; i++) {
            int c = fine.index(i, j, k);
            if (fine.owner[c] < 0) {
                continue;
            }
            int to = into[c];
            mean[to] += conduction.area(i + nx * j) * depth * u[c];
            if (i + 1 < nx && ix[i] != ix[i + 1]) {
                cross(0, to, conduction.gx[c], u[c] - u[c + 1], fine.x.size(i) + fine.x.size(i + 1));
            }
            if (y) {
                cross(1, to, conduction.gy[c], u[c] - u[c + nx], fine.y.size(j) + fine.y.size(j + 1));
            }
            if (z) {
                cross(2, to, conduction.gz[c], u[c] - u[c + columns], depth + fine.z.size(k + 1));
            }
        }
    }

    private void cross(int axis, int to, double g, double fall, double twice) {
        through[axis][to] += g * fall;
        span[axis][to] += 0.5 * g * twice;
    }

    static int axis(Face face) {
        return switch (face) {
            case LEFT, RIGHT -> 0;
            case TOP, BOTTOM -> 1;
            case FRONT, BACK -> 2;
        };
    }
}

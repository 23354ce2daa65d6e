// SPDX-License-Identifier: Apache-2.0
package lithe.numeric;

import java.util.Arrays;

/// The finest grid of the multigrid cycle: conductances, factored z lines, right-hand side and correction, in single
/// precision.
///
/// The columns are coloured like a chessboard. All values of a slab j stand together, first those of even i, then those
/// of odd i, each as rows over i/2 for one k after the other: `[j][half][k][i/2]`. The neighbours of a row are then
/// whole rows too, so many z lines are solved side by side in loops without a stride. Rows and slabs have a margin of
/// zeros; every array has the same shape.
///
/// Single precision is safe because nothing is ever subtracted: with pivots written as `dₖ = gzₖ + eₖ`, where
/// `eₖ = lateral + sink + gzₖ₋₁ eₖ₋₁/dₖ₋₁`, the elimination only adds positive numbers.
final class Chessboard {

    /// Rows of a worker: one line of forward substitution for each k, one of zeros.
    static final class Scratch {
        final double[][] line;
        final double[] zero;

        Scratch(int width, int nz) {
            line = new double[nz][width];
            zero = new double[width];
        }
    }

    final SevenPoint operator;
    final int nx;
    final int ny;
    final int nz;
    private final int width;
    private final int stride;
    private final int half;
    private final int slab;
    final float[] x;
    final float[] b;
    private final float[] gx;
    private final float[] gy;
    /// gz to the cell below over the pivot of the cell below.
    private final float[] lower;
    private final float[] inversePivot;

    Chessboard(SevenPoint operator) {
        this.operator = operator;
        nx = operator.nx;
        ny = operator.ny;
        nz = operator.nz;
        width = (nx + 1) / 2;
        stride = width + 1;
        half = nz * stride;
        slab = 2 * half;
        int length = Math.toIntExact((long) (ny + 2) * slab + stride);
        x = new float[length];
        b = new float[length];
        gx = new float[length];
        gy = new float[length];
        lower = new float[length];
        inversePivot = new float[length];
    }

    Scratch scratch() {
        return new Scratch(width, nz);
    }

    /// Bytes of the arrays of this grid, without the operator.
    long bytes() {
        return 6L * Float.BYTES * x.length;
    }

    private int row(int j, int h, int k) {
        return (j + 1) * slab + h * half + k * stride + 1;
    }

    // ---- values that follow from the operator

    void packConductances(int from, int to) {
        for (int j = from; j < to; j++) {
            for (int k = 0; k < nz; k++) {
                int c = nx * (j + ny * k);
                scatter(operator.gx, c, gx, row(j, 0, k), 1);
                scatter(operator.gy, c, gy, row(j, 0, k), 1);
            }
        }
    }

    void factor(int from, int to) {
        double[] passed = new double[nx]; // gz e/d of the cell below
        double[] ratio = new double[nx];
        double[] inverse = new double[nx];
        for (int j = from; j < to; j++) {
            Arrays.fill(passed, 0);
            Arrays.fill(ratio, 0);
            for (int k = 0; k < nz; k++) {
                scatter(ratio, 0, lower, row(j, 0, k), 1);
                eliminate(nx * (j + ny * k), j > 0, passed, ratio, inverse);
                scatter(inverse, 0, inversePivot, row(j, 0, k), 1);
            }
        }
    }

    /// One layer of the elimination for a row of columns side by side.
    ///
    /// @param north whether there is a row before it
    private void eliminate(int c, boolean north, double[] passed, double[] ratio, double[] inverse) {
        var a = operator;
        double west = 0;
        for (int i = 0; i < nx; i++) {
            double east = a.gx[c + i];
            double e = a.sink[c + i] + east + a.gy[c + i] + passed[i] + west + (north ? a.gy[c + i - nx] : 0);
            double gz = a.gz[c + i];
            double pivot = gz + e;
            inverse[i] = pivot > 0 ? 1 / pivot : 0;
            ratio[i] = gz * inverse[i];
            passed[i] = ratio[i] * e;
            west = east;
        }
    }

    // ---- to and from the order of the caller

    /// Receives one row of the caller, times a factor.
    void receive(double[] values, int c, int j, int k, double factor) {
        scatter(values, c, b, row(j, 0, k), factor);
    }

    private void scatter(double[] from, int c, float[] to, int even, double factor) {
        int odd = even + half;
        for (int m = 0; m < nx / 2; m++) {
            to[even + m] = (float) (factor * from[c + 2 * m]);
            to[odd + m] = (float) (factor * from[c + 2 * m + 1]);
        }
        if ((nx & 1) == 1) {
            to[even + nx / 2] = (float) (factor * from[c + nx - 1]);
        }
    }

    /// p = factor x + beta p for one row of the caller.
    void direction(double[] p, int c, int j, int k, double factor, double beta) {
        int even = row(j, 0, k);
        int odd = even + half;
        float[] z = x;
        for (int m = 0; m < nx / 2; m++) {
            p[c + 2 * m] = factor * z[even + m] + beta * p[c + 2 * m];
            p[c + 2 * m + 1] = factor * z[odd + m] + beta * p[c + 2 * m + 1];
        }
        if ((nx & 1) == 1) {
            p[c + nx - 1] = factor * z[even + nx / 2] + beta * p[c + nx - 1];
        }
    }

    // ---- smoothing

    /// Solves the z lines of one colour in some slabs, all other columns taken as 0.
    void relaxFromZero(int colour, int from, int to, Scratch s) {
        for (int j = from; j < to; j++) {
            int h = j + colour & 1;
            for (int k = 0; k < nz; k++) {
                forwardFromZero(row(j, h, k), k > 0 ? s.line[k - 1] : s.zero, s.line[k]);
            }
            backward(j, h, s);
        }
    }

    /// Solves the z lines of one colour in some slabs with their neighbours as they stand.
    void relax(int colour, int from, int to, Scratch s) {
        for (int j = from; j < to; j++) {
            relaxSlab(j, j + colour & 1, s);
        }
    }

    private void relaxSlab(int j, int h, Scratch s) {
        for (int k = 0; k < nz; k++) {
            double[] y = s.line[k];
            lateral(j, h, k, y);
            int o = row(j, h, k);
            double[] below = k > 0 ? s.line[k - 1] : s.zero;
            for (int m = 0; m < width; m++) {
                y[m] += b[o + m] + lower[o + m] * below[m];
            }
        }
        backward(j, h, s);
    }

    /// What the four neighbouring columns send to a row.
    private void lateral(int j, int h, int k, double[] y) {
        float[] u = x;
        float[] ax = gx;
        float[] ay = gy;
        int n = width;
        int s = slab;
        int o = row(j, h, k);
        int other = row(j, 1 - h, k);
        int near = row(j, 0, k); // face between even i and the odd one after it
        int side = 2 * h - 1;
        int far = row(j, 1, k) + (h == 0 ? -1 : 0); // face between odd i and the even one after it
        for (int m = 0; m < n; m++) {
            y[m] = ax[near + m] * u[other + m]
                    + ax[far + m] * u[other + side + m]
                    + ay[o + m] * u[o + s + m]
                    + ay[o - s + m] * u[o - s + m];
        }
    }

    private void forwardFromZero(int o, double[] below, double[] y) {
        float[] f = b;
        float[] l = lower;
        for (int m = 0; m < width; m++) {
            y[m] = f[o + m] + l[o + m] * below[m];
        }
    }

    private void backward(int j, int h, Scratch s) {
        float[] u = x;
        float[] l = lower;
        float[] d = inversePivot;
        for (int k = nz - 1; k >= 0; k--) {
            int o = row(j, h, k);
            int up = o + stride;
            double[] y = s.line[k];
            double[] above = k < nz - 1 ? s.line[k + 1] : s.zero;
            for (int m = 0; m < width; m++) {
                y[m] = y[m] * d[o + m] + l[up + m] * above[m];
            }
            for (int m = 0; m < width; m++) {
                u[o + m] = (float) y[m];
            }
        }
    }

    /// b · x over one slab.
    double dot(int j, Scratch s) {
        double[] sum = s.line[0];
        Arrays.fill(sum, 0);
        for (int row = 0; row < 2 * nz; row++) {
            int o = row(j, 0, row);
            for (int m = 0; m < width; m++) {
                sum[m] += (double) b[o + m] * x[o + m];
            }
        }
        double total = 0;
        for (double part : sum) {
            total += part;
        }
        return total;
    }

    // ---- to and from the first net of columns

    int halfLength() {
        return ny * half + 1;
    }

    /// What is left of the first colour after a sweep over both from 0: what the second sent to it.
    void leave(int from, int to, float[] left, Scratch s) {
        double[] y = s.line[0];
        for (int j = from; j < to; j++) {
            for (int k = 0; k < nz; k++) {
                lateral(j, j & 1, k, y);
                int o = j * half + k * stride;
                for (int m = 0; m < width; m++) {
                    left[o + m] = (float) y[m];
                }
            }
        }
    }

    /// Sums what is left over the members of a group.
    void gather(int[] member, int first, int last, float[] left, float[] sum, int to) {
        Arrays.fill(sum, to, to + nz, 0);
        for (int m = first; m < last; m++) {
            int i = member[m] % nx;
            int j = member[m] / nx;
            if ((i + j & 1) == 0) {
                int o = j * half + i / 2;
                for (int k = 0; k < nz; k++) {
                    sum[to + k] += left[o + k * stride];
                }
            }
        }
    }

    /// Adds the correction of the groups to the first colour; the second is about to be solved anew.
    void prolong(int from, int to, Net net) {
        int[] group = net.group;
        for (int j = from; j < to; j++) {
            int h = j & 1;
            for (int k = 0; k < nz; k++) {
                int o = row(j, h, k);
                for (int i = h, m = 0; i < nx; i += 2, m++) {
                    int c = group[i + nx * j];
                    if (c >= 0) {
                        x[o + m] += net.x[c * nz + k];
                    }
                }
            }
        }
    }
}

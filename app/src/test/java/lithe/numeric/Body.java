// SPDX-License-Identifier: Apache-2.0
package lithe.numeric;

import java.util.Arrays;

/// A box of cells with conductivities painted into it, and the seven-point operator of its conduction: two half cells
/// in series between neighbours, half a cell in series with 1/h at front and back.
final class Body {
    final int nx;
    final int ny;
    final int nz;
    final double[] dx;
    final double[] dy;
    final double[] dz;
    private final double[] x;
    private final double[] y;
    final double[] inPlane;
    final double[] through;
    final double[] capacity;
    final double[] power;
    double front = 8;
    double back = 10;

    /// Cell sizes in m.
    Body(double[] dx, double[] dy, double[] dz) {
        this.dx = dx;
        this.dy = dy;
        this.dz = dz;
        nx = dx.length;
        ny = dy.length;
        nz = dz.length;
        x = centres(dx);
        y = centres(dy);
        inPlane = new double[nx * ny * nz];
        through = new double[nx * ny * nz];
        capacity = new double[nx * ny * nz];
        power = new double[nx * ny * nz];
    }

    static double[] uniform(int n, double length) {
        double[] d = new double[n];
        Arrays.fill(d, length / n);
        return d;
    }

    private static double[] centres(double[] d) {
        double[] c = new double[d.length];
        double edge = 0;
        for (int i = 0; i < d.length; i++) {
            c[i] = edge + d[i] / 2;
            edge += d[i];
        }
        return c;
    }

    int cells() {
        return nx * ny * nz;
    }

    int at(int i, int j, int k) {
        return i + nx * (j + ny * k);
    }

    interface Visit {
        void cell(int c);
    }

    /// Visits the cells whose centres lie in a rectangle, mm, in the layers k0 … k1 − 1.
    void within(double x0, double x1, double y0, double y1, int k0, int k1, Visit visit) {
        for (int k = k0; k < k1; k++) {
            for (int j = 0; j < ny; j++) {
                for (int i = 0; i < nx; i++) {
                    if (x[i] > x0 * 1e-3 && x[i] < x1 * 1e-3 && y[j] > y0 * 1e-3 && y[j] < y1 * 1e-3) {
                        visit.cell(at(i, j, k));
                    }
                }
            }
        }
    }

    void paint(double x0, double x1, double y0, double y1, int k0, int k1, double kxy, double kz, double rhoC) {
        within(x0, x1, y0, y1, k0, k1, c -> {
            inPlane[c] = kxy;
            through[c] = kz;
            capacity[c] = rhoC;
        });
    }

    /// Fills whole layers.
    void layer(int k0, int k1, double kxy, double kz, double rhoC) {
        paint(0, 1e9, 0, 1e9, k0, k1, kxy, kz, rhoC);
    }

    /// Takes columns out of the body where the test says so; x and y in mm.
    void cut(java.util.function.BiPredicate<Double, Double> gone) {
        for (int c = 0; c < cells(); c++) {
            if (gone.test(x[c % nx] * 1e3, y[c / nx % ny] * 1e3)) {
                inPlane[c] = 0;
                through[c] = 0;
                capacity[c] = 0;
                power[c] = 0;
            }
        }
    }

    /// Spreads a power over the volume of a rectangle, mm.
    void heat(double x0, double x1, double y0, double y1, int k0, int k1, double watt) {
        double[] volume = {0};
        within(x0, x1, y0, y1, k0, k1, c -> volume[0] += volume(c));
        within(x0, x1, y0, y1, k0, k1, c -> power[c] += watt * volume(c) / volume[0]);
    }

    double volume(int c) {
        return dx[c % nx] * dy[c / nx % ny] * dz[c / (nx * ny)];
    }

    private static double series(double a, double b) {
        return a > 0 && b > 0 ? a * b / (a + b) : 0;
    }

    /// The operator; `step` is the time step in s, infinite for steady state.
    SevenPoint operator(double step) {
        double[] gx = new double[cells()];
        double[] gy = new double[cells()];
        double[] gz = new double[cells()];
        double[] sink = new double[cells()];
        for (int k = 0; k < nz; k++) {
            for (int j = 0; j < ny; j++) {
                for (int i = 0; i < nx; i++) {
                    int c = at(i, j, k);
                    double xy = inPlane[c] * 2 * dz[k];
                    if (i < nx - 1) {
                        gx[c] = series(xy * dy[j] / dx[i], inPlane[c + 1] * 2 * dz[k] * dy[j] / dx[i + 1]);
                    }
                    if (j < ny - 1) {
                        gy[c] = series(xy * dx[i] / dy[j], inPlane[c + nx] * 2 * dz[k] * dx[i] / dy[j + 1]);
                    }
                    double area = dx[i] * dy[j];
                    double z = 2 * through[c] * area / dz[k];
                    if (k < nz - 1) {
                        gz[c] = series(z, 2 * through[c + nx * ny] * area / dz[k + 1]);
                    }
                    sink[c] = (k == 0 ? series(z, front * area) : 0)
                            + (k == nz - 1 ? series(z, back * area) : 0)
                            + capacity[c] * volume(c) / step;
                }
            }
        }
        return new SevenPoint(nx, ny, nz, gx, gy, gz, sink);
    }

    double totalPower() {
        return Arrays.stream(power).sum();
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.board.place;

import lithe.geometry.Rectangle;

/// The toy stack's heat: two thin sheets, joined by a gap and a ring, one to the frame, one to the back.
///
/// Finite volumes on square tiles, banded Cholesky. Written for these tests only, so it checks the placer's
/// superposition from outside.
final class TwoBoards {

    static final double WIDTH = 55e-3;
    static final double HEIGHT = 32e-3;
    private static final double SHEET = 45 * 0.7e-3; // W/K per square
    private static final double FRAME = 900;
    private static final double BACK = 40;
    private static final double BETWEEN = 120;
    private static final double RING = 11 / 1.2e-3;
    private static final double RING_WIDTH = 2e-3;

    final int nx;
    final int ny;
    private final int n;
    private final int band;
    private final double[] lower; // Cholesky factor, row by row: [row * (band + 1) + column - row + band]

    TwoBoards(double tile) {
        nx = (int) Math.round(WIDTH / tile);
        ny = (int) Math.round(HEIGHT / tile);
        n = 2 * nx * ny;
        band = 2 * ny;
        lower = new double[n * (band + 1)];
        assemble();
        factor();
    }

    private int row(int board, int i, int j) {
        return 2 * (i * ny + j) + board;
    }

    private void assemble() {
        double dx = WIDTH / nx;
        double dy = HEIGHT / ny;
        for (int i = 0; i < nx; i++) {
            for (int j = 0; j < ny; j++) {
                double cx = (i + 0.5) * dx;
                double cy = (j + 0.5) * dy;
                boolean ring = Math.min(Math.min(cx, WIDTH - cx), Math.min(cy, HEIGHT - cy)) < RING_WIDTH;
                join(row(0, i, j), row(1, i, j), (ring ? RING : BETWEEN) * dx * dy);
                diagonal(row(0, i, j), FRAME * dx * dy);
                diagonal(row(1, i, j), BACK * dx * dy);
                for (int b = 0; b < 2; b++) {
                    if (i + 1 < nx) {
                        join(row(b, i, j), row(b, i + 1, j), SHEET * dy / dx);
                    }
                    if (j + 1 < ny) {
                        join(row(b, i, j), row(b, i, j + 1), SHEET * dx / dy);
                    }
                }
            }
        }
    }

    private void diagonal(int r, double g) {
        lower[r * (band + 1) + band] += g;
    }

    private void join(int a, int b, double g) {
        diagonal(a, g);
        diagonal(b, g);
        int r = Math.max(a, b);
        lower[r * (band + 1) + Math.min(a, b) - r + band] -= g;
    }

    private void factor() {
        int w = band + 1;
        for (int i = 0; i < n; i++) {
            for (int j = Math.max(0, i - band); j <= i; j++) {
                double sum = lower[i * w + j - i + band];
                for (int k = Math.max(0, i - band); k < j; k++) {
                    sum -= lower[i * w + k - i + band] * lower[j * w + k - j + band];
                }
                lower[i * w + j - i + band] = i == j ? Math.sqrt(sum) : sum / lower[j * w + band];
            }
        }
    }

    /// Rise of every tile, `[(board * ny + j) * nx + i]`, for heat in the same order.
    double[] rise(double[] power) {
        int w = band + 1;
        double[] t = new double[n];
        for (int i = 0; i < nx; i++) {
            for (int j = 0; j < ny; j++) {
                for (int b = 0; b < 2; b++) {
                    t[row(b, i, j)] = power[(b * ny + j) * nx + i];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            double sum = t[i];
            for (int k = Math.max(0, i - band); k < i; k++) {
                sum -= lower[i * w + k - i + band] * t[k];
            }
            t[i] = sum / lower[i * w + band];
        }
        for (int i = n - 1; i >= 0; i--) {
            t[i] /= lower[i * w + band];
            for (int k = Math.max(0, i - band); k < i; k++) {
                t[k] -= lower[i * w + k - i + band] * t[i];
            }
        }
        double[] field = new double[n];
        for (int i = 0; i < nx; i++) {
            for (int j = 0; j < ny; j++) {
                for (int b = 0; b < 2; b++) {
                    field[(b * ny + j) * nx + i] = t[row(b, i, j)];
                }
            }
        }
        return field;
    }

    Influence influence() {
        double[][] columns = new double[n][];
        for (int source = 0; source < n; source++) {
            double[] one = new double[n];
            one[source] = 1;
            columns[source] = rise(one);
        }
        return new Influence(new Rectangle(0, 0, WIDTH, HEIGHT), nx, ny, 2, columns);
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

/// Cholesky factor of a symmetric positive definite band matrix.
final class BandedCholesky {

    private final int n;
    private final int band;
    private final double[] factor; // row i holds columns i − band … i

    /// Factors a matrix given by its lower band, row by row; the array is overwritten.
    BandedCholesky(double[] lower, int n, int band) {
        this.n = n;
        this.band = band;
        this.factor = lower;
        int w = band + 1;
        for (int i = 0; i < n; i++) {
            int from = Math.max(0, i - band);
            int ri = i * w + band - i;
            for (int j = from; j <= i; j++) {
                int rj = j * w + band - j;
                int first = Math.max(from, j - band);
                double sum = lower[ri + j] - dot(lower, ri + first, lower, rj + first, j - first);
                if (i == j) {
                    if (!(sum > 0)) {
                        throw new IllegalStateException("matrix is not positive definite at row " + i);
                    }
                    lower[ri + i] = Math.sqrt(sum);
                } else {
                    lower[ri + j] = sum / lower[rj + j];
                }
            }
        }
    }

    /// Sum of products with four running sums: one alone would wait for each addition.
    static double dot(double[] a, int fromA, double[] b, int fromB, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            s0 += a[fromA + i] * b[fromB + i];
            s1 += a[fromA + i + 1] * b[fromB + i + 1];
            s2 += a[fromA + i + 2] * b[fromB + i + 2];
            s3 += a[fromA + i + 3] * b[fromB + i + 3];
        }
        for (; i < length; i++) {
            s0 += a[fromA + i] * b[fromB + i];
        }
        return s0 + s1 + (s2 + s3);
    }

    /// Solves in place.
    ///
    /// @param x in: right side; out: solution
    void solve(double[] x) {
        int w = band + 1;
        for (int i = 0; i < n; i++) {
            int ri = i * w + band - i;
            int first = Math.max(0, i - band);
            x[i] = (x[i] - dot(factor, ri + first, x, first, i - first)) / factor[ri + i];
        }
        for (int i = n - 1; i >= 0; i--) {
            int ri = i * w + band - i;
            double at = x[i] / factor[ri + i];
            x[i] = at;
            for (int k = Math.max(0, i - band); k < i; k++) {
                x[k] -= factor[ri + k] * at;
            }
        }
    }
}

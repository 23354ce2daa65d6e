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
                double sum = lower[ri + j];
                for (int k = Math.max(from, j - band); k < j; k++) {
                    sum -= lower[ri + k] * lower[rj + k];
                }
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

    /// Solves in place.
    ///
    /// @param x in: right side; out: solution
    void solve(double[] x) {
        int w = band + 1;
        for (int i = 0; i < n; i++) {
            int ri = i * w + band - i;
            double sum = x[i];
            for (int k = Math.max(0, i - band); k < i; k++) {
                sum -= factor[ri + k] * x[k];
            }
            x[i] = sum / factor[ri + i];
        }
        for (int i = n - 1; i >= 0; i--) {
            int ri = i * w + band - i;
            x[i] /= factor[ri + i];
            for (int k = Math.max(0, i - band); k < i; k++) {
                x[k] -= factor[ri + k] * x[i];
            }
        }
    }
}

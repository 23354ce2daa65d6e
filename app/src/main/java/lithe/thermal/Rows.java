// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import java.util.Arrays;

/// Products with small matrices given as rows, in loops that keep a processor's lanes full.
final class Rows {

    private Rows() {}

    /// Four running sums: the additions need not wait for each other.
    static double dot(double[] a, double[] b) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        int c = 0;
        for (; c < a.length - 3; c += 4) {
            s0 += a[c] * b[c];
            s1 += a[c + 1] * b[c + 1];
            s2 += a[c + 2] * b[c + 2];
            s3 += a[c + 3] * b[c + 3];
        }
        for (; c < a.length; c++) {
            s0 += a[c] * b[c];
        }
        return s0 + s1 + (s2 + s3);
    }

    /// Σ share · row: loops without a sum that waits for itself.
    static void sum(double[] to, double[][] rows, double[] shares) {
        Arrays.fill(to, 0);
        for (int i = 0; i < rows.length; i++) {
            add(to, rows[i], shares[i]);
        }
    }

    static void add(double[] to, double[] from, double factor) {
        for (int j = 0; j < to.length; j++) {
            to[j] += factor * from[j];
        }
    }

    static void mix(double[] to, double[] low, double[] high, double weight) {
        for (int j = 0; j < to.length; j++) {
            to[j] = low[j] + weight * (high[j] - low[j]);
        }
    }

    /// Vectors times rows.
    static double[][] turn(double[][] vectors, double[][] rows) {
        double[][] turned = new double[vectors.length][rows[0].length];
        for (int i = 0; i < vectors.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                for (int q = 0; q < turned[i].length; q++) {
                    turned[i][q] += vectors[i][j] * rows[j][q];
                }
            }
        }
        return turned;
    }

    static double[][] identity(int m) {
        double[][] one = new double[m][m];
        for (int i = 0; i < m; i++) {
            one[i][i] = 1;
        }
        return one;
    }
}

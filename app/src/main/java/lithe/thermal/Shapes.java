// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lithe.numeric.SevenPoint;

/// Fields that span what a phone can look like, orthonormal in heat capacity.
final class Shapes {

    /// A direction that keeps less than this of its length is one the basis has already.
    private static final double DEPENDENT = 1e-9;
    /// Cells composed at a time.
    private static final int BLOCK = 2048;

    private final double[] capacity;
    private final List<double[]> basis = new ArrayList<>();
    /// The basis once it is complete, half as large.
    private float[][] kept = new float[0][];

    /// @param capacity heat capacity of each cell, J/K
    Shapes(double[] capacity) {
        this.capacity = capacity;
    }

    int count() {
        return basis.size();
    }

    double[] shape(int j) {
        return basis.get(j);
    }

    /// Adds a direction, made orthogonal, cleaned twice.
    ///
    /// @param x overwritten
    void join(double[] x) {
        double before = Math.sqrt(inner(x, x));
        for (int pass = 0; pass < 2; pass++) {
            for (double[] v : basis) {
                double share = inner(v, x);
                for (int c = 0; c < x.length; c++) {
                    x[c] -= share * v[c];
                }
            }
        }
        double length = Math.sqrt(inner(x, x));
        if (length > DEPENDENT * before) {
            for (int c = 0; c < x.length; c++) {
                x[c] /= length;
            }
            basis.add(x);
        }
    }

    double inner(double[] a, double[] b) {
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            sum += capacity[c] * a[c] * b[c];
        }
        return sum;
    }

    /// The equations as these shapes see them, W/K.
    double[][] projected(SevenPoint system) {
        int m = basis.size();
        double[][] a = new double[m][m];
        double[] product = new double[capacity.length];
        for (int j = 0; j < m; j++) {
            system.apply(basis.get(j), product);
            for (int i = 0; i <= j; i++) {
                a[i][j] = Rows.dot(basis.get(i), product);
                a[j][i] = a[i][j];
            }
        }
        return a;
    }

    /// Ends the building: from now on fields are composed only.
    void complete() {
        kept = basis.stream().map(Shapes::narrowed).toArray(float[][]::new);
        basis.clear();
    }

    private static float[] narrowed(double[] values) {
        float[] narrow = new float[values.length];
        for (int c = 0; c < narrow.length; c++) {
            narrow[c] = (float) values[c];
        }
        return narrow;
    }

    /// Sums shapes piece by piece, so that a piece of the sum stays in the cache.
    void compose(double[] shares, double[] u) {
        Arrays.fill(u, 0);
        for (int from = 0; from < u.length; from += BLOCK) {
            int to = Math.min(u.length, from + BLOCK);
            for (int j = 0; j < shares.length; j++) {
                float[] shape = kept[j];
                double share = shares[j];
                for (int c = from; c < to; c++) {
                    u[c] += share * shape[c];
                }
            }
        }
    }
}

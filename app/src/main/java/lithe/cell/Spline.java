// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

import java.util.Arrays;

/// Cubic splines through points at any spacing.
final class Spline {

    private Spline() {}

    /// Returns the slopes of the C² cubic spline with not-a-knot ends; with fewer than four points the parabola or line.
    static double[] slopes(double[] x, double[] y) {
        int n = x.length;
        if (n < 4) {
            return simpleSlopes(x, y);
        }
        var low = new double[n];
        var mid = new double[n];
        var up = new double[n];
        var right = new double[n];
        for (int i = 1; i < n - 1; i++) {
            double left = x[i] - x[i - 1];
            double next = x[i + 1] - x[i];
            low[i] = next;
            mid[i] = 2 * (left + next);
            up[i] = left;
            right[i] = 3 * (next * (y[i] - y[i - 1]) / left + left * (y[i + 1] - y[i]) / next);
        }
        // not-a-knot: the third derivative does not jump at the second and the last but one point
        double h0 = x[1] - x[0];
        double h1 = x[2] - x[1];
        double d0 = (y[1] - y[0]) / h0;
        double d1 = (y[2] - y[1]) / h1;
        mid[0] = h1;
        up[0] = h0 + h1;
        right[0] = ((h0 + 2 * up[0]) * h1 * d0 + h0 * h0 * d1) / up[0];
        double g0 = x[n - 1] - x[n - 2];
        double g1 = x[n - 2] - x[n - 3];
        double e0 = (y[n - 1] - y[n - 2]) / g0;
        double e1 = (y[n - 2] - y[n - 3]) / g1;
        mid[n - 1] = g1;
        low[n - 1] = g0 + g1;
        right[n - 1] = ((g0 + 2 * low[n - 1]) * g1 * e0 + g0 * g0 * e1) / low[n - 1];
        return thomas(low, mid, up, right);
    }

    static double value(double[] x, double[] y, double[] slope, double at) {
        int i = interval(x, at);
        double h = x[i + 1] - x[i];
        double t = (at - x[i]) / h;
        double s = 1 - t;
        return s * s * ((1 + 2 * t) * y[i] + t * h * slope[i])
                + t * t * ((1 + 2 * s) * y[i + 1] - s * h * slope[i + 1]);
    }

    static double linear(double[] x, double[] y, double at) {
        int i = interval(x, at);
        return y[i] + (y[i + 1] - y[i]) * (at - x[i]) / (x[i + 1] - x[i]);
    }

    private static int interval(double[] x, double at) {
        int found = Arrays.binarySearch(x, at);
        int i = found >= 0 ? found : -found - 2;
        return Math.clamp(i, 0, x.length - 2);
    }

    private static double[] simpleSlopes(double[] x, double[] y) {
        double first = (y[1] - y[0]) / (x[1] - x[0]);
        if (x.length == 2) {
            return new double[] {first, first};
        }
        double second = (y[2] - y[1]) / (x[2] - x[1]);
        double bend = (second - first) / (x[2] - x[0]);
        return new double[] {
            first - bend * (x[1] - x[0]), first + bend * (x[1] - x[0]), second + bend * (x[2] - x[1])
        };
    }

    private static double[] thomas(double[] low, double[] mid, double[] up, double[] right) {
        int n = mid.length;
        for (int i = 1; i < n; i++) {
            double f = low[i] / mid[i - 1];
            mid[i] -= f * up[i - 1];
            right[i] -= f * right[i - 1];
        }
        right[n - 1] /= mid[n - 1];
        for (int i = n - 2; i >= 0; i--) {
            right[i] = (right[i] - up[i] * right[i + 1]) / mid[i];
        }
        return right;
    }
}

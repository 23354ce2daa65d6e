// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

/// Modified Bessel functions of order 0 and 1 by the trapezoidal rule on their integrals, which is exact to rounding for
/// such smooth, periodic or fast-falling integrands.
final class Bessel {

    private Bessel() {}

    /// I_n(x) = (1/π) ∫₀^π exp(x cos θ) cos nθ dθ.
    static double i(int order, double x) {
        int n = 40 + (int) (4 * Math.sqrt(x) + x);
        double sum = 0.5 * (Math.exp(x) + Math.exp(-x) * (order % 2 == 0 ? 1 : -1));
        for (int k = 1; k < n; k++) {
            double angle = Math.PI * k / n;
            sum += Math.exp(x * Math.cos(angle)) * Math.cos(order * angle);
        }
        return sum / n;
    }

    /// K_n(x) = ∫₀^∞ exp(−x cosh t) cosh nt dt.
    static double k(int order, double x) {
        double step = 0.06, sum = 0.5 * Math.exp(-x);
        for (int k = 1; k < 100_000; k++) {
            double t = k * step, term = Math.exp(-x * Math.cosh(t)) * Math.cosh(order * t);
            sum += term;
            if (term < 1e-20 * sum) {
                break;
            }
        }
        return sum * step;
    }
}

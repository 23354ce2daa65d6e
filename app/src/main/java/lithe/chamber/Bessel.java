// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

/// Modified Bessel functions of order 0 and 1, without their exponential growth, by the trapezoidal rule on their
/// integrals: exact to rounding for such smooth, periodic or fast-falling integrands.
final class Bessel {

    private Bessel() {}

    /// e^(−x) I_n(x) = (1/π) ∫₀^π exp(x (cos θ − 1)) cos nθ dθ.
    static double i(int order, double x) {
        int n = 40 + (int) (12 * Math.sqrt(x));
        double sum = 0.5 * (1 + Math.exp(-2 * x) * (order % 2 == 0 ? 1 : -1));
        for (int k = 1; k < n; k++) {
            double cos = Math.cos(Math.PI * k / n);
            sum += Math.exp(x * (cos - 1)) * (order == 0 ? 1 : cos);
        }
        return sum / n;
    }

    /// e^x K_n(x) = ∫₀^∞ exp(x (1 − cosh t)) cosh nt dt.
    static double k(int order, double x) {
        double step = 0.06 / Math.max(1, Math.sqrt(x / 4)), sum = 0.5;
        for (int k = 1; k < 100_000; k++) {
            double cosh = Math.cosh(k * step), term = Math.exp(x * (1 - cosh)) * (order == 0 ? 1 : cosh);
            sum += term;
            if (term < 1e-20 * sum) {
                break;
            }
        }
        return sum * step;
    }
}

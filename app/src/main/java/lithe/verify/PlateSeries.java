// SPDX-License-Identifier: Apache-2.0
package lithe.verify;

/// A rectangular orthotropic plate with one heated rectangle on top and a cooled bottom: double cosine series.
///
/// R = Σ ε_m ε_n s_m² s_n² G(β)/(a b), s = cos(λX) sinc(λc/2), β² = λ² k_xy/k_z (Yovanovich and Muzychka form).
///
/// @param a width, m
/// @param b length, m
/// @param t thickness, m
/// @param kxy conductivity along the plate, W/(m·K)
/// @param kz conductivity through it, W/(m·K)
/// @param h film coefficient below, W/(m²·K)
/// @param x centre of the source, m
/// @param y centre of the source, m
/// @param c width of the source, m
/// @param d length of the source, m
record PlateSeries(
        double a, double b, double t, double kxy, double kz, double h, double x, double y, double c, double d) {

    private static final int MODES = 1000;

    /// Mean of the source on top, below the source centre, and below the corner (a, b); K/W.
    double[] resistances() {
        double mean = 0, below = 0, corner = 0;
        double[] sy = factors(b, y, d), cy = cosines(b, y);
        double[] sx = factors(a, x, c), cx = cosines(a, x);
        for (int m = 0; m < MODES; m++) {
            for (int n = 0; n < MODES; n++) {
                double weight = (m == 0 ? 1 : 2) * (n == 0 ? 1 : 2) / (a * b);
                double beta = Math.PI * Math.hypot(m / a, n / b) * Math.sqrt(kxy / kz);
                double s = sx[m] * sy[n];
                mean += weight * s * s * top(beta);
                double g = weight * s * bottom(beta);
                below += g * cx[m] * cy[n];
                corner += g * ((m + n) % 2 == 0 ? 1 : -1);
            }
        }
        return new double[] {mean, below, corner};
    }

    private static double[] factors(double side, double at, double size) {
        double[] s = new double[MODES];
        for (int m = 0; m < MODES; m++) {
            double l = m * Math.PI / side, half = l * size / 2;
            s[m] = Math.cos(l * at) * (m == 0 ? 1 : Math.sin(half) / half);
        }
        return s;
    }

    private static double[] cosines(double side, double at) {
        double[] s = new double[MODES];
        for (int m = 0; m < MODES; m++) {
            s[m] = Math.cos(m * Math.PI / side * at);
        }
        return s;
    }

    // G = [β + (h/k) tanh βt]/{k β [β tanh βt + h/k]}, G(0) = t/k + 1/h
    private double top(double beta) {
        if (beta == 0) {
            return t / kz + 1 / h;
        }
        double tanh = Math.tanh(beta * t);
        return (beta + h / kz * tanh) / (kz * beta * (beta * tanh + h / kz));
    }

    // the same layer seen from below: 1/[k β sinh βt + h cosh βt]
    private double bottom(double beta) {
        return beta == 0 ? 1 / h : 1 / (kz * beta * Math.sinh(beta * t) + h * Math.cosh(beta * t));
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

/// Three coupled sheets on a disk with an even central source, in closed form.
///
/// D ∇²θ = B θ − q splits into three fins along the eigenvectors of D⁻¹ B, each with Bessel functions; constant
/// properties, condenser wall cooled evenly.
public final class DiskSolution {

    private final Conductances.Fixed layers;
    private final double film;
    private final double source;
    private final double rim;
    private final double flux;
    private final double[] mu = new double[3];
    private final double[][] vector = new double[3][3];
    private final Fin[] fins = new Fin[3];

    /// Solves the problem.
    ///
    /// @param layers conductances
    /// @param film film coefficient on the condenser wall, W/(m²·K)
    /// @param source radius of the source, m
    /// @param rim radius of the disk, m
    /// @param heat heat into the evaporator wall, W
    public DiskSolution(Conductances.Fixed layers, double film, double source, double rim, double heat) {
        this.layers = layers;
        this.film = film;
        this.source = source;
        this.rim = rim;
        flux = heat / (Math.PI * source * source);
        diagonalise();
        for (int m = 0; m < 3; m++) {
            match(m);
        }
    }

    private double sheet(int k) {
        return k == 0 ? layers.evaporatorSheet() : k == 1 ? layers.vaporSheet() : layers.condenserSheet();
    }

    /// Jacobi rotations on D^(−1/2) B D^(−1/2).
    private void diagonalise() {
        double u = layers.evaporator(), v = layers.condenser();
        double[][] b = {{u, -u, 0}, {-u, u + v, -v}, {0, -v, v + film}};
        double[][] s = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                s[i][j] = b[i][j] / Math.sqrt(sheet(i) * sheet(j));
                vector[i][j] = i == j ? 1 : 0;
            }
        }
        for (int sweep = 0; sweep < 60; sweep++) {
            rotate(s, 0, 1);
            rotate(s, 0, 2);
            rotate(s, 1, 2);
        }
        // the smallest eigenvalue loses digits to the large ones: recover it from the determinant, which is u v h
        mu[0] = s[0][0];
        mu[1] = s[1][1];
        mu[2] = s[2][2];
        int least = mu[0] < mu[1] ? (mu[0] < mu[2] ? 0 : 2) : (mu[1] < mu[2] ? 1 : 2);
        double others = 1;
        for (int m = 0; m < 3; m++) {
            others *= m == least ? 1 : mu[m];
        }
        mu[least] = u * v * film / (sheet(0) * sheet(1) * sheet(2)) / others;
    }

    private void rotate(double[][] s, int p, int q) {
        if (s[p][q] == 0) {
            return;
        }
        double angle = (s[q][q] - s[p][p]) / (2 * s[p][q]);
        double t = Math.copySign(1, angle) / (Math.abs(angle) + Math.sqrt(1 + angle * angle));
        double c = 1 / Math.sqrt(1 + t * t), d = t * c;
        for (int k = 0; k < 3; k++) {
            double x = s[k][p], y = s[k][q];
            s[k][p] = c * x - d * y;
            s[k][q] = d * x + c * y;
        }
        for (int k = 0; k < 3; k++) {
            double x = s[p][k], y = s[q][k];
            s[p][k] = c * x - d * y;
            s[q][k] = d * x + c * y;
            x = vector[k][p];
            y = vector[k][q];
            vector[k][p] = c * x - d * y;
            vector[k][q] = d * x + c * y;
        }
    }

    private double drive(int m) {
        return vector[0][m] * flux / Math.sqrt(sheet(0));
    }

    private void match(int m) {
        fins[m] = new Fin(Math.sqrt(mu[m]), source, rim, drive(m) / mu[m]);
    }

    /// One fin. Inside p + A I₀(λr); outside C [K₁(λR) I₀(λr) + I₁(λR) K₀(λr)], so that nothing passes the rim; both
    /// divided by their growth up to r = a.
    private record Fin(double l, double source, double rim, double p, double inside, double outside) {

        Fin(double l, double source, double rim, double p) {
            this(l, source, rim, p, constant(l, source, rim, p) * slope(l, source, rim) / Bessel.i(1, l * source),
                    constant(l, source, rim, p));
        }

        private static double back(double l, double r, double rim) {
            return Bessel.k(1, l * rim) / Bessel.i(1, l * rim) * Math.exp(2 * l * (r - rim));
        }

        private static double slope(double l, double a, double rim) {
            return Bessel.i(1, l * a) * back(l, a, rim) - Bessel.k(1, l * a);
        }

        private static double constant(double l, double a, double rim, double p) {
            double value = Bessel.k(0, l * a) + Bessel.i(0, l * a) * back(l, a, rim);
            return p / (value - slope(l, a, rim) * Bessel.i(0, l * a) / Bessel.i(1, l * a));
        }

        double at(double r) {
            return r <= source
                    ? p + inside * Bessel.i(0, l * r) * Math.exp(l * (r - source))
                    : outside * (Bessel.k(0, l * r) + Bessel.i(0, l * r) * back(l, r, rim)) * Math.exp(l * (source - r));
        }
    }

    /// Returns the rise of a single cooled sheet on a disk with an even central source.
    ///
    /// @param sheet sheet conductance, W/K
    /// @param film film coefficient, W/(m²·K)
    /// @param source radius of the source, m
    /// @param rim radius of the disk, m
    /// @param heat heat that enters, W
    /// @param radius where, m
    /// @return the rise, K
    public static double fin(double sheet, double film, double source, double rim, double heat, double radius) {
        return new Fin(Math.sqrt(film / sheet), source, rim, heat / (Math.PI * source * source * film)).at(radius);
    }

    /// Returns an eigenvalue.
    ///
    /// @param index 0 smallest to 2 largest
    /// @return the eigenvalue of D⁻¹ B, 1/m²
    public double eigenvalue(int index) {
        double[] sorted = mu.clone();
        java.util.Arrays.sort(sorted);
        return sorted[index];
    }

    /// Returns the rises above ambient.
    ///
    /// @param radius distance from the centre, m
    /// @return evaporator wall, vapor, condenser wall, K
    public double[] rises(double radius) {
        double[] rise = new double[3];
        for (int m = 0; m < 3; m++) {
            double y = fins[m].at(radius);
            for (int k = 0; k < 3; k++) {
                rise[k] += vector[k][m] / Math.sqrt(sheet(k)) * y;
            }
        }
        return rise;
    }

    /// Returns the flux that evaporates.
    ///
    /// @param radius distance from the centre, m
    /// @return U₁ (T₁ − T_v), W/m²
    public double evaporation(double radius) {
        double[] t = rises(radius);
        return layers.evaporator() * (t[0] - t[1]);
    }

    /// Returns the heat that enters the vapor where more evaporates than nothing, or, if `net`, than condenses there.
    ///
    /// @param net whether to subtract what condenses at the same place
    /// @return the heat, W
    public double carried(boolean net) {
        return band(0, source, net) + band(source, rim, net);
    }

    /// Integral of 2πr times the positive part, by Gauss–Legendre on pieces.
    private double band(double from, double to, boolean net) {
        int pieces = 60;
        double sum = 0, h = (to - from) / pieces;
        double[] x = {-Math.sqrt(0.6), 0, Math.sqrt(0.6)}, w = {5 / 18.0, 8 / 18.0, 5 / 18.0};
        for (int p = 0; p < pieces; p++) {
            for (int k = 0; k < 3; k++) {
                double r = from + h * (p + 0.5 + 0.5 * x[k]);
                double[] t = rises(r);
                double q = layers.evaporator() * (t[0] - t[1]) - (net ? layers.condenser() * (t[1] - t[2]) : 0);
                sum += w[k] * h * 2 * Math.PI * r * Math.max(0, q);
            }
        }
        return sum;
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.verify;

/// Pennes' equation of tissue whose flow of blood follows its temperature, integrated from deep inside to the surface:
/// θ″ = θ exp(growth θ), depth in units of √(k / w_b c).
final class Pennes {

    private static final double STEP = 1e-3;

    private Pennes() {}

    /// Integrates by the classical Runge–Kutta method until the excess has a size.
    ///
    /// @param deep excess over blood temperature far inside, K; small
    /// @param growth relative rise of the flow with temperature, 1/K
    /// @param size excess at which the tissue ends, K
    /// @return excess at its face, K, and heat that enters over √(k w_b c), K
    static double[] march(double deep, double growth, double size) {
        // far inside the flow is that at blood temperature, so θ grows like exp(depth)
        double theta = deep, slope = deep;
        while (Math.abs(theta) < size) {
            double a1 = bend(theta, growth);
            double s2 = slope + 0.5 * STEP * a1, a2 = bend(theta + 0.5 * STEP * slope, growth);
            double s3 = slope + 0.5 * STEP * a2, a3 = bend(theta + 0.5 * STEP * s2, growth);
            double s4 = slope + STEP * a3, a4 = bend(theta + STEP * s3, growth);
            theta += STEP / 6 * (slope + 2 * s2 + 2 * s3 + s4);
            slope += STEP / 6 * (a1 + 2 * a2 + 2 * a3 + a4);
        }
        return new double[] {theta, slope};
    }

    private static double bend(double theta, double growth) {
        return theta * Math.exp(growth * theta);
    }
}

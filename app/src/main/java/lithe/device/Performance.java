// SPDX-License-Identifier: Apache-2.0
package lithe.device;

/// How fast something computes at a power, relative to its fastest.
public sealed interface Performance {

    /// Returns the power a speed takes.
    ///
    /// @param speed speed over the greatest speed, 0 to 1
    /// @return power, W
    double power(double speed);

    /// Returns the speed a power allows.
    ///
    /// @param power power, W
    /// @return speed over the greatest speed, 0 to 1
    double speed(double power);

    /// A law: P = P₀ + (P₁ − P₀) sⁿ. Switching takes f V², and the voltage follows the frequency: n is about 3.
    ///
    /// @param base power that does not depend on speed, W
    /// @param most power at the greatest speed, W
    /// @param exponent n
    record Law(double base, double most, double exponent) implements Performance {

        /// Checks that power rises with speed.
        ///
        /// @throws IllegalArgumentException when it does not
        public Law {
            if (!(base >= 0 && base < most && exponent > 0)) {
                throw new IllegalArgumentException(
                        "power must rise with speed, but goes from %s to %s W with exponent %s".formatted(base, most, exponent));
            }
        }

        @Override
        public double power(double speed) {
            return base + (most - base) * Math.pow(Math.clamp(speed, 0, 1), exponent);
        }

        @Override
        public double speed(double power) {
            return Math.pow(Math.clamp((power - base) / (most - base), 0, 1), 1 / exponent);
        }
    }

    /// Measured points, joined by lines; below the first, the speed falls in proportion to power.
    ///
    /// @param speed speed over the greatest speed, rising to 1
    /// @param power power at each, W, rising
    record Table(double[] speed, double[] power) implements Performance {

        /// Takes copies and checks that both rise.
        ///
        /// @throws IllegalArgumentException when they do not
        public Table {
            speed = speed.clone();
            power = power.clone();
            boolean rises = speed.length > 0 && speed.length == power.length && speed[0] > 0 && power[0] > 0;
            for (int i = 1; rises && i < speed.length; i++) {
                rises = speed[i] > speed[i - 1] && power[i] > power[i - 1];
            }
            if (!rises || Math.abs(speed[speed.length - 1] - 1) > 1e-9) {
                throw new IllegalArgumentException("a table of speed and power must rise in both, up to a speed of 100 %");
            }
        }

        @Override
        public double power(double at) {
            return between(speed, power, at);
        }

        @Override
        public double speed(double at) {
            return between(power, speed, at);
        }

        private static double between(double[] from, double[] to, double at) {
            int next = 0;
            while (next < from.length && from[next] < at) {
                next++;
            }
            if (next == from.length) {
                return to[next - 1];
            }
            double x = next == 0 ? 0 : from[next - 1], y = next == 0 ? 0 : to[next - 1];
            return y + (Math.max(at, 0) - x) / (from[next] - x) * (to[next] - y);
        }
    }
}

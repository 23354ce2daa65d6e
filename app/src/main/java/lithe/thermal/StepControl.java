// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

/// How long the next step in time may be, from the errors of those before.
final class StepControl {

    private static final double SHORTEST = 1e-6;
    private static final double LONGEST = 300;
    private static final double LEAST_GROWTH = 0.2;
    private static final double MOST_GROWTH = 4;
    /// Tolerances by which the fastest part may warm in the first step after a jump of its power.
    private static final double FIRST = 8;

    /// Error allowed in one step, K.
    double tolerance;
    /// Length of all steps where they are not controlled, s; otherwise 0.
    double fixed;

    private double step = 0.1;
    private double lastStep;
    private double lastError;
    private boolean failed;

    StepControl(double tolerance) {
        this.tolerance = tolerance;
    }

    /// Returns the length of the next step on the way to a time that has to be met, s.
    double next(double left) {
        double dt = fixed > 0 ? fixed : step;
        return left <= dt * 1.0001 ? left : left < 2 * dt && fixed == 0 ? left / 2 : dt;
    }

    /// Tells whether a step is good enough, and learns from its error.
    boolean accepts(double dt, double error) {
        if (fixed > 0) {
            return true;
        }
        double off = Math.max(error, 1e-12) / tolerance;
        boolean good = off <= 1 || dt <= SHORTEST;
        double grown = dt * Math.clamp(good ? growth(dt, off) : shrinkage(off), LEAST_GROWTH, MOST_GROWTH);
        // a step cut short to land on a time says little about the next one
        step = good && dt < step && grown < step ? step : Math.clamp(grown, SHORTEST, LONGEST);
        failed = !good;
        if (good) {
            lastStep = dt;
            lastError = off;
        }
        return good;
    }

    /// Tells whether a step is shorter than it might have been, so that its error matters only in being small enough.
    boolean cutShort(double dt) {
        return dt < 0.99 * step;
    }

    /// The error falls with the third power of the step. After a jump it also falls by itself from step to step, as one
    /// part after another comes to rest; where it did so over the last two steps, it is expected to go on (Gustafsson 1994).
    private double growth(double dt, double off) {
        double plain = 0.9 * Math.cbrt(1 / off);
        double trend = lastStep > 0 ? dt / lastStep * Math.cbrt(lastError / off) : 1;
        return plain * Math.max(1, trend);
    }

    /// A step that fails again is longer than what makes the error: there the error falls with the step itself.
    private double shrinkage(double off) {
        return 0.9 * (failed ? 1 / off : Math.cbrt(1 / off));
    }

    /// Shortens the next step where a power jumps.
    ///
    /// @param rate how fast the fastest part starts to warm or cool more than before, K/s
    void jump(double rate) {
        if (rate > 0) {
            lastStep = 0;
            atMost(FIRST * tolerance / rate);
        }
    }

    void atMost(double seconds) {
        step = Math.clamp(step, SHORTEST, Math.max(SHORTEST, seconds));
    }

    double wanted() {
        return step;
    }

    void want(double seconds) {
        step = seconds;
        lastStep = 0;
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.governor;

import lithe.device.Governor.Critical;
import lithe.device.Governor.SetPoints;
import lithe.device.Governor.StepWise;
import lithe.device.Severities;
import lithe.device.Severity;

/// What the simple rules do at a poll.
public final class Rules {

    /// Android's headroom runs from 0 to 1 over this, up to the threshold of severe, K. ThermalManagerService,
    /// DEGREES_BETWEEN_ZERO_AND_ONE.
    private static final double HEADROOM_SPAN = 30;

    private Rules() {}

    /// Polls a step-wise governor.
    ///
    /// Linux, gov_step_wise.c: hot and rising, one state up; hot and falling, one down but not below the first; not hot
    /// and falling, one down until free; steady, nothing. Hot from the trip on, until the hysteresis below it. The first
    /// poll that finds it hot counts as rising.
    ///
    /// @param rule the governor
    /// @param states cooling states there are
    /// @param memory what it remembers
    /// @param temperature temperature of its sensor, K
    /// @return what it remembers from now on
    public static Memory.Steps poll(StepWise rule, int states, Memory.Steps memory, double temperature) {
        boolean hot = temperature >= (memory.hot() ? rule.trip() - rule.hysteresis() : rule.trip());
        boolean rising = temperature > memory.last() || hot && memory.state() == 0;
        boolean falling = temperature < memory.last();
        int up = Math.min(memory.state() + 1, states);
        int down = Math.max(memory.state() - 1, hot ? 1 : 0);
        int state = hot && rising ? up : falling ? Math.min(down, memory.state()) : memory.state();
        return new Memory.Steps(state, temperature, hot);
    }

    /// Tells whether a step-wise governor looks at the shorter time: while hot, and until it is free again.
    ///
    /// @param memory what it remembers
    /// @return true when it does
    static boolean passive(Memory.Steps memory) {
        return memory.hot() || memory.state() > 0;
    }

    /// Polls set and clear points: each begins to hold at its set temperature and ceases at its clear temperature.
    ///
    /// @param rule the governor
    /// @param memory what it remembers
    /// @param temperature temperature of its sensor, K
    /// @return what it remembers from now on
    public static Memory.Points poll(SetPoints rule, Memory.Points memory, double temperature) {
        boolean[] held = memory.held().clone();
        for (int i = 0; i < held.length; i++) {
            var point = rule.points().get(i);
            held[i] = held[i] ? temperature > point.clear() : temperature >= point.set();
        }
        return new Memory.Points(held);
    }

    /// Returns the speed that the slowest point that holds leaves.
    ///
    /// @param rule the governor
    /// @param memory what it remembers
    /// @return speed over the greatest; infinite when none holds
    public static double speed(SetPoints rule, Memory.Points memory) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < memory.held().length; i++) {
            least = memory.held()[i] ? Math.min(least, rule.points().get(i).speed()) : least;
        }
        return least;
    }

    /// Polls the severities.
    ///
    /// Android's thermal HAL of the Pixel, getSeverityFromThresholds: up at once to the highest threshold reached; down
    /// only to the highest whose threshold less its hysteresis is still exceeded.
    ///
    /// @param rule the thresholds
    /// @param memory what it remembers
    /// @param temperature temperature of the sensor, K
    /// @return what it remembers from now on
    public static Memory.Level poll(Severities rule, Memory.Level memory, double temperature) {
        var reached = Severity.NONE;
        var kept = Severity.NONE;
        for (var severity : Severity.values()) {
            var threshold = rule.thresholds().get(severity);
            if (threshold != null && temperature >= threshold.at()) {
                reached = severity;
            }
            if (threshold != null && temperature > threshold.at() - threshold.hysteresis()) {
                kept = severity;
            }
        }
        var before = memory.severity();
        var now = before.compareTo(reached) < 0 ? reached : before.compareTo(kept) > 0 ? kept : before;
        return new Memory.Level(now);
    }

    /// Returns Android's thermal headroom: 0 at 30 K below the threshold of severe and colder, 1 at it.
    ///
    /// @param rule the thresholds
    /// @param temperature temperature of the sensor, K
    /// @return headroom, dimensionless; NaN when there is no threshold of severe
    public static double headroom(Severities rule, double temperature) {
        double zero = rule.at(Severity.SEVERE) - HEADROOM_SPAN;
        return Double.isInfinite(zero) ? Double.NaN : Math.max(0, (temperature - zero) / HEADROOM_SPAN);
    }

    /// Polls a critical trip.
    ///
    /// @param rule the trip
    /// @param memory what it remembers
    /// @param temperature temperature of its sensor, K
    /// @return what it remembers from now on
    public static Memory.Trip poll(Critical rule, Memory.Trip memory, double temperature) {
        return new Memory.Trip(memory.tripped() || temperature >= rule.trip());
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.device;

import org.jspecify.annotations.Nullable;

/// A heat source whose power a governor may cap.
///
/// @param source name of the heat source
/// @param least power below which it cannot be capped, W
/// @param most greatest power it can take, W
/// @param weight how much its requests count when power is shared, dimensionless
/// @param states cooling states below the free one; the last leaves it the least power
/// @param performance how its speed follows its power, or null when it does not compute: a screen
public record Actor(
        String source, double least, double most, double weight, int states, @Nullable Performance performance) {

    /// Checks the range.
    ///
    /// @throws IllegalArgumentException when it is empty, a weight is not above 0 or there is no state
    public Actor {
        if (!(least >= 0 && least < most && most < 1e3)) {
            throw new IllegalArgumentException(
                    "%s: least and greatest power must rise and lie between 0 and 1000 W, but are %s and %s W".formatted(source, least, most));
        }
        if (!(weight > 0) || states < 1) {
            throw new IllegalArgumentException("%s: weight must be above 0 and at least one state, but are %s and %d".formatted(source, weight, states));
        }
    }

    /// Returns the power at which it keeps a share of its speed; of its power when it does not compute.
    ///
    /// @param speed speed over the greatest speed, 0 to 1
    /// @return power, W, not below the least
    public double at(double speed) {
        return Math.clamp(performance == null ? speed * most : performance.power(speed), least, most);
    }

    /// Returns the power left in a cooling state; the states are evenly spaced in speed.
    ///
    /// @param state 0 for free, up to the number of states
    /// @return power, W
    public double state(int state) {
        double slowest = performance == null ? least / most : performance.speed(least);
        return state == 0 ? most : at(1 + (slowest - 1) * state / states);
    }

    /// Returns how fast it is at a power.
    ///
    /// @param power power, W
    /// @return speed over the greatest speed, 0 to 1; 1 when it does not compute
    public double speed(double power) {
        return performance == null ? 1 : performance.speed(power);
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.device;

import java.util.Arrays;

/// A power over time, constant before the first and after the last point.
///
/// @param time strictly increasing, s
/// @param power power from each time on, W; same length
/// @param linear true to join the points by lines, false to hold each until the next
public record Trace(double[] time, double[] power, boolean linear) {

    /// Takes copies and checks the order.
    ///
    /// @throws IllegalArgumentException when time does not increase or the lengths differ
    public Trace {
        time = time.clone();
        power = power.clone();
        if (time.length == 0 || time.length != power.length) {
            throw new IllegalArgumentException("a trace needs as many powers as times and at least one");
        }
        for (int i = 1; i < time.length; i++) {
            if (!(time[i] > time[i - 1])) {
                throw new IllegalArgumentException("time must increase, but %s s follows %s s".formatted(time[i], time[i - 1]));
            }
        }
    }

    /// Returns a power that never changes.
    ///
    /// @param power power, W
    /// @return the trace
    public static Trace constant(double power) {
        return new Trace(new double[] {0}, new double[] {power}, false);
    }

    /// Returns the power at a time; at a jump, the value after it.
    ///
    /// @param t time, s
    /// @return power, W
    public double at(double t) {
        int i = Arrays.binarySearch(time, t);
        if (i >= 0) {
            return power[i];
        }
        int next = -i - 1;
        if (next == 0 || next == time.length) {
            return power[Math.max(next - 1, 0)];
        }
        double share = linear ? (t - time[next - 1]) / (time[next] - time[next - 1]) : 0;
        return power[next - 1] + share * (power[next] - power[next - 1]);
    }

    /// Returns the next point of the trace after a time.
    ///
    /// @param now time, s
    /// @return time of the next point, s; infinite after the last
    public double next(double now) {
        int i = Arrays.binarySearch(time, now);
        int next = i >= 0 ? i + 1 : -i - 1;
        return next < time.length ? time[next] : Double.POSITIVE_INFINITY;
    }

    /// Returns the power just before a time: at a jump, the value it jumps from.
    ///
    /// @param t time, s
    /// @return power, W
    public double before(double t) {
        int i = Arrays.binarySearch(time, t);
        return i > 0 && !linear ? power[i - 1] : at(t);
    }

    /// Returns the number of points of the trace after the start.
    ///
    /// @param end end of the time looked at, s
    /// @return points after 0 and before the end
    public int steps(double end) {
        return (int) Arrays.stream(time).filter(t -> t > 0 && t < end).count();
    }

    /// Returns the mean power from time 0 on.
    ///
    /// @param end end of the time looked at, s
    /// @return mean power, W
    public double mean(double end) {
        double energy = 0;
        for (double t = 0; t < end; ) {
            double next = Math.min(end, next(t));
            energy += (next - t) * (at(t) + before(next)) / 2;
            t = next;
        }
        return energy / end;
    }
}

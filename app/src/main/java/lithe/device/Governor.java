// SPDX-License-Identifier: Apache-2.0
package lithe.device;

import java.util.List;

/// A rule by which a phone caps the power of its sources when a sensor is hot. What it does from poll to poll is told in
/// the room of governors; here stand its numbers.
public sealed interface Governor {

    /// Returns the name.
    ///
    /// @return unique among the governors
    String name();

    /// Returns the sensor it looks at.
    ///
    /// @return name of a sensor
    String sensor();

    /// Returns how often it looks.
    ///
    /// @return the times
    Poll poll();

    /// Returns whom it caps.
    ///
    /// @return names of sources
    List<String> actors();

    /// Linux step-wise: one cooling state up per poll while hot and rising, one down while falling.
    ///
    /// @param name name
    /// @param sensor sensor
    /// @param poll how often it looks; passive while it throttles
    /// @param actors whom it caps
    /// @param trip hot from here on, K
    /// @param hysteresis no longer hot this far below, K
    record StepWise(String name, String sensor, Poll poll, List<String> actors, double trip, double hysteresis)
            implements Governor {

        /// Takes a copy.
        public StepWise {
            actors = List.copyOf(actors);
            positive("trip", trip);
            notNegative("hysteresis", hysteresis);
        }
    }

    /// Linux power allocator (IPA): a budget from a PID controller, shared by requests.
    ///
    /// @param name name
    /// @param sensor sensor
    /// @param poll how often it looks; passive from the switch-on temperature on
    /// @param actors whom it caps
    /// @param switchOn below it nobody is capped, K
    /// @param control temperature it aims at, K
    /// @param sustainable power the phone bears at that temperature, W; NaN for the sum of the actors' least powers
    /// @param over gain while too hot, W/K; NaN for the default
    /// @param under gain while not too hot, W/K; NaN for the default
    /// @param integral gain of the summed error per poll, W/K; NaN for the default
    /// @param derivative gain of the change of the error, W·s/K
    /// @param cutOff the error is summed only while below this, K
    record PowerAllocator(
            String name,
            String sensor,
            Poll poll,
            List<String> actors,
            double switchOn,
            double control,
            double sustainable,
            double over,
            double under,
            double integral,
            double derivative,
            double cutOff)
            implements Governor {

        /// Takes a copy and checks the order.
        ///
        /// @throws IllegalArgumentException when the control temperature is not above the switch-on temperature
        public PowerAllocator {
            actors = List.copyOf(actors);
            if (!(switchOn > 0 && control > switchOn)) {
                throw new IllegalArgumentException("control temperature must be above the switch-on temperature, but they are %s and %s K"
                        .formatted(control, switchOn));
            }
        }

        /// With the kernel's defaults for all gains.
        ///
        /// @param name name
        /// @param sensor sensor
        /// @param poll how often it looks
        /// @param actors whom it caps
        /// @param switchOn below it nobody is capped, K
        /// @param control temperature it aims at, K
        /// @param sustainable sustainable power, W; NaN for the sum of the actors' least powers
        public PowerAllocator(
                String name, String sensor, Poll poll, List<String> actors, double switchOn, double control, double sustainable) {
            this(name, sensor, poll, actors, switchOn, control, sustainable, Double.NaN, Double.NaN, Double.NaN, 0, 0);
        }
    }

    /// Caps between a set and a clear temperature, as vendors' thermal engines have them; of the points that hold, the
    /// slowest counts.
    ///
    /// @param name name
    /// @param sensor sensor
    /// @param poll how often it looks; passive while a point holds
    /// @param actors whom it caps
    /// @param points the points
    record SetPoints(String name, String sensor, Poll poll, List<String> actors, List<Point> points) implements Governor {

        /// Takes copies.
        public SetPoints {
            actors = List.copyOf(actors);
            points = List.copyOf(points);
        }
    }

    /// One cap of [SetPoints].
    ///
    /// @param set it begins to hold at this temperature, K
    /// @param clear it ceases to hold at this temperature, K
    /// @param speed speed left to each actor, over its greatest; of a source that does not compute, power left
    record Point(double set, double clear, double speed) {

        /// Checks the order and the range.
        ///
        /// @throws IllegalArgumentException when clear is above set or the speed is outside 0 to 1
        public Point {
            if (!(clear > 0 && clear <= set) || !(speed >= 0 && speed <= 1)) {
                throw new IllegalArgumentException(
                        "a point must clear at or below where it sets and leave 0 to 100 %% of speed, but sets at %s K, clears at %s K and leaves %s"
                                .formatted(set, clear, speed));
            }
        }
    }

    /// Switches the phone off.
    ///
    /// @param name name
    /// @param sensor sensor, mostly a die
    /// @param poll how often it looks
    /// @param trip temperature at which it acts, K
    record Critical(String name, String sensor, Poll poll, double trip) implements Governor {

        /// Checks the temperature.
        public Critical {
            positive("trip", trip);
        }

        @Override
        public List<String> actors() {
            return List.of();
        }
    }

    private static void positive(String what, double kelvin) {
        if (!(kelvin > 0)) {
            throw new IllegalArgumentException("%s must be above 0 K, but is %s K".formatted(what, kelvin));
        }
    }

    private static void notNegative(String what, double kelvin) {
        if (!(kelvin >= 0)) {
            throw new IllegalArgumentException("%s must not be below 0 K, but is %s K".formatted(what, kelvin));
        }
    }
}

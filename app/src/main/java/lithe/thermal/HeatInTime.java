// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import java.util.function.Consumer;

/// Temperatures of a phone as they change under changing powers, by whichever model.
public sealed interface HeatInTime permits Transient, ReducedTransient {

    /// Returns the time since the start.
    ///
    /// @return s
    double time();

    /// Advances under powers that change linearly. A jump from the powers before is met exactly.
    ///
    /// @param seconds how far, s
    /// @param from power of each part at the start, W
    /// @param to power of each part at the end, W
    /// @param each told after each step
    void advance(double seconds, double[] from, double[] to, Consumer<HeatInTime> each);

    /// Returns the temperatures now, with the balance of the moment in W.
    ///
    /// @return a snapshot
    Temperatures now();

    /// Returns where the heat went since the start, in J.
    ///
    /// @return the balance over time
    Balance energy();
}

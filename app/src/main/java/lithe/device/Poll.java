// SPDX-License-Identifier: Apache-2.0
package lithe.device;

/// How often a temperature is looked at.
///
/// @param idle time from look to look while nothing is hot, s
/// @param passive the same while something is, s
public record Poll(double idle, double passive) {

    /// Checks the times.
    ///
    /// @throws IllegalArgumentException when one is not between 1 ms and an hour
    public Poll {
        if (!(Math.min(idle, passive) >= 1e-3 && Math.max(idle, passive) <= 3600)) {
            throw new IllegalArgumentException(
                    "polling must take between 0.001 and 3600 s, but takes %s and %s s".formatted(idle, passive));
        }
    }
}

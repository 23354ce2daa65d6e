// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

import java.util.Arrays;
import java.util.Comparator;

/// How much of each limit is used, 1 at the limit.
///
/// @param capillary pressure across the driest meniscus over what the wick holds, everything wet
/// @param viscous fall of the squared vapor pressure, over the 0.9 that counts as the limit
/// @param boiling greatest evaporating flux over that at which bubbles start
/// @param sonic greatest vapor flux over Levy's sonic one
/// @param entrainment greatest vapor flux over that which tears liquid out of the wick
public record Uses(double capillary, double viscous, double boiling, double sonic, double entrainment) {

    /// Returns the use of one limit.
    ///
    /// @param limit the limit
    /// @return its use
    public double of(Limit limit) {
        return switch (limit) {
            case CAPILLARY -> capillary;
            case VISCOUS -> viscous;
            case BOILING -> boiling;
            case SONIC -> sonic;
            case ENTRAINMENT -> entrainment;
        };
    }

    /// Returns the limit that is nearest or most exceeded.
    ///
    /// @return the limit
    public Limit nearest() {
        return Arrays.stream(Limit.values()).max(Comparator.comparingDouble(this::of)).orElseThrow();
    }

    /// Returns the use of the nearest limit.
    ///
    /// @return the use, 1 at the limit
    public double greatest() {
        return of(nearest());
    }
}

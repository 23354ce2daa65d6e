// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import lithe.device.Face;

/// Where the heat goes: released + sun = stored + convection + radiation + hand. In W for a moment, in J over a time.
///
/// @param released heat released by the parts
/// @param sun sunlight absorbed
/// @param stored heat kept in the phone
/// @param convection heat given to air at ambient temperature, by correlation or by a given film
/// @param radiation heat radiated
/// @param hand heat given to a hand, to skin or to a plate of a temperature of its own; negative when it warms the phone
/// @param out heat that leaves each face, sunlight taken off
public record Balance(
        double released,
        double sun,
        double stored,
        double convection,
        double radiation,
        double hand,
        Map<Face, Double> out) {

    /// Takes a copy of the map.
    public Balance {
        out = out.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(out));
    }

    /// Returns what does not add up, over the greatest of the flows.
    ///
    /// @return relative error, 0 when nothing flows
    public double error() {
        double gap = released + sun - stored - convection - radiation - hand;
        double most = Math.max(
                Math.max(Math.abs(released), Math.abs(sun)),
                Math.max(Math.abs(stored), Math.max(Math.abs(convection), Math.max(Math.abs(radiation), Math.abs(hand)))));
        return most == 0 ? 0 : Math.abs(gap) / most;
    }
}

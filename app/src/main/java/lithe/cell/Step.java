// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

import java.util.List;

/// One step of a protocol: the tightest of its controls is held until one of its stops is met.
///
/// @param text the step as the user wrote it
/// @param charging whether current flows into the cell; decides which side of a limit is inside
/// @param controls one or more; at any moment the one that allows the least current is held
/// @param stops what ends the step; at least one
public record Step(String text, boolean charging, List<Control> controls, List<Stop> stops) {

    /// Checks that there is something to hold and something to end it.
    ///
    /// @throws IllegalArgumentException when controls or stops are missing
    public Step {
        controls = List.copyOf(controls);
        stops = List.copyOf(stops);
        if (controls.isEmpty()) {
            throw new IllegalArgumentException("step \"%s\" holds nothing".formatted(text));
        }
        if (stops.isEmpty()) {
            throw new IllegalArgumentException(
                    "step \"%s\" never ends; add for example \"until 4.2 V\" or \"for 10 min\"".formatted(text));
        }
    }
}

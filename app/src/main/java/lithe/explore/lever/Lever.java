// SPDX-License-Identifier: Apache-2.0
package lithe.explore.lever;

import java.util.List;
import lithe.explore.claim.Setting;

/// Something about a phone that can be moved a little.
///
/// @param name what is moved, in a few words
/// @param role whose decision it is
/// @param step how far it is moved each way, such as `0.2 W`
/// @param unit what effects are told for, such as `1 W`; for a swap, what is swapped in
/// @param ratio unit over step
/// @param up values that move it up by the step; empty when there is no such side
/// @param down values that move it down by the step; empty when there is no such side
public record Lever(String name, Role role, String step, String unit, double ratio, List<Setting> up, List<Setting> down) {

    /// Whose decision a lever is.
    public enum Role {
        /// The designer's.
        DESIGN,
        /// Nobody's: where the phone is.
        SURROUNDINGS,
        /// The user's, or the software's.
        LOAD;

        /// Returns the role in words.
        ///
        /// @return a word
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// Takes copies and checks that something is moved.
    ///
    /// @throws IllegalArgumentException when nothing is moved, or the ratio is not positive
    public Lever {
        up = List.copyOf(up);
        down = List.copyOf(down);
        if (up.isEmpty() && down.isEmpty() || !(ratio > 0)) {
            throw new IllegalArgumentException("lever %s must move something by a step above 0, but its unit is %s steps".formatted(name, ratio));
        }
    }

    /// Returns whether this is one thing in place of another, of which there is no half.
    ///
    /// @return true for a swap
    public boolean swap() {
        return down.isEmpty() && ratio == 1 && step.isEmpty();
    }
}

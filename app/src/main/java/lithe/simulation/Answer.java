// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.List;
import lithe.result.Catalogue;
import lithe.result.Sense;
import lithe.result.Verdict.Status;
import org.jspecify.annotations.Nullable;

/// The answer to one of the three questions about a phone: does it fit, does it stay cool, does it charge?
///
/// The limit is the one that decides, so that a pass or a tight answer has a margin of at least 0 and a fail one below: a
/// tight skin is held against the ceiling, not against the comfort it is beyond.
///
/// @param status how it stands, or null when it was not asked or nothing can be said
/// @param id result that decides; empty when none does
/// @param value its value, SI; NaN when there is none
/// @param limit its limit, SI; NaN when there is none
/// @param workload workload it happens in; empty for the packing
/// @param where place, time or parts, in words
/// @param notes what else should be seen beside it, each a few words
public record Answer(
        @Nullable Status status, String id, double value, double limit, String workload, String where, List<String> notes) {

    /// Takes a copy.
    public Answer {
        notes = List.copyOf(notes);
    }

    /// Nothing was asked, or nothing can be said.
    ///
    /// @param why the reason in a few words
    /// @return an answer without status
    public static Answer none(String why) {
        return new Answer(null, "", Double.NaN, Double.NaN, "", why, List.of());
    }

    /// Returns what is left of the limit, SI: at least 0 unless it fails.
    ///
    /// @return the margin; NaN without a limit
    public double margin() {
        return !id.isEmpty() && Catalogue.of(id).sense() == Sense.HIGHER ? value - limit : limit - value;
    }
}

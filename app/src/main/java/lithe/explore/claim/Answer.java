// SPDX-License-Identifier: Apache-2.0
package lithe.explore.claim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the experiment of a claim gave.
///
/// @param claim the claim
/// @param values value of each of its quantities by name, SI
/// @param plain verdict with every input at its value
/// @param standing the verdict: the plain one, or partly when one unpublished input alone changes that
/// @param inputs unsure inputs, the one that decides most first
/// @param flip chance that another draw of the unsure inputs changes the plain verdict, 0 to 1; not a number when nothing
///     was varied
/// @param chances chance of each verdict that occurred, 0 to 1
/// @param spreads 10–90 % band of each quantity over the draws, by name; empty when nothing was varied
/// @param notes what the reader should know
public record Answer(
        Claim claim,
        Map<String, Double> values,
        Standing plain,
        Standing standing,
        List<Influence> inputs,
        double flip,
        Map<Standing, Double> chances,
        Map<String, Spread> spreads,
        List<String> notes) {

    /// Where a quantity lies in eight of ten draws.
    ///
    /// @param low a tenth of the draws stay below, SI
    /// @param high a tenth of the draws exceed it, SI
    public record Spread(double low, double high) {}

    /// Takes copies.
    public Answer {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        inputs = List.copyOf(inputs);
        chances = Collections.unmodifiableMap(new LinkedHashMap<>(chances));
        spreads = Collections.unmodifiableMap(new LinkedHashMap<>(spreads));
        notes = List.copyOf(notes);
    }

    /// Returns the inputs that decide: those that alone change the verdict, and the largest shares of the spread.
    ///
    /// @return at most four
    public List<Influence> deciding() {
        return inputs.stream()
                .filter(input -> input.flips() != null || input.share() >= 0.05)
                .limit(4)
                .toList();
    }
}

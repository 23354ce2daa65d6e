// SPDX-License-Identifier: Apache-2.0
package lithe.explore.claim;

import java.util.List;

/// Something that is said about a product, and the experiment that was declared for it.
///
/// @param id short name, such as `C4`
/// @param claim what is said, in a few words
/// @param claimed the claimed figure, as it is written
/// @param source who says it, where
/// @param condition under which condition it is simulated
/// @param unsaid what is not said and therefore had to be chosen
/// @param experiment how it is tested
/// @param unsure what is varied to see whether the verdict holds
public record Claim(
        String id,
        String claim,
        String claimed,
        String source,
        String condition,
        String unsaid,
        Experiment experiment,
        List<Factor> unsure) {

    /// Takes a copy.
    public Claim {
        unsure = List.copyOf(unsure);
    }

    /// Returns the same claim with other inputs varied.
    ///
    /// @param others what is varied
    /// @return the claim
    public Claim unsure(List<Factor> others) {
        return new Claim(id, claim, claimed, source, condition, unsaid, experiment, others);
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.explore.claim;

import java.util.List;

/// Answers to all claims, and what they cost.
///
/// @param claims what was asked
/// @param answers one per claim, in the same order
/// @param runs workloads that were simulated
/// @param phones phones that were simulated: variants, and variants with an input at an end
/// @param draws draws behind each chance, 0 when nothing was varied
public record Answers(Claims claims, List<Answer> answers, int runs, int phones, int draws) {

    /// Takes a copy.
    public Answers {
        answers = List.copyOf(answers);
    }
}

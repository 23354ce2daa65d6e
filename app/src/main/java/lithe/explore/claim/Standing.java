// SPDX-License-Identifier: Apache-2.0
package lithe.explore.claim;

/// How a claim stands in a model.
public enum Standing {
    /// The simulated quantities lie in the band.
    SUPPORTED("supported"),
    /// Only under a further assumption, or only for a part of what is claimed.
    PARTLY("partly"),
    /// Outside the band.
    NOT_SUPPORTED("not supported"),
    /// So far beyond the claim that an input is probably wrong.
    CHECK_INPUTS("check the inputs"),
    /// History or opinion.
    NOT_TESTABLE("not testable");

    private final String words;

    Standing(String words) {
        this.words = words;
    }

    /// Returns the verdict in words.
    ///
    /// @return one to three words
    public String words() {
        return words;
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

/// What can stop a chamber.
public enum Limit {
    /// The wick cannot pull enough liquid; part of it falls dry.
    CAPILLARY("capillary"),
    /// The vapor pressure at the far end falls towards zero.
    VISCOUS("viscous"),
    /// Bubbles form in the wick.
    BOILING("boiling"),
    /// The vapor nears the speed of sound.
    SONIC("sonic"),
    /// The vapor tears liquid out of the wick.
    ENTRAINMENT("entrainment");

    private final String word;

    Limit(String word) {
        this.word = word;
    }

    /// Returns the word used in reports.
    ///
    /// @return the lower-case word
    public String word() {
        return word;
    }
}

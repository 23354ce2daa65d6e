// SPDX-License-Identifier: Apache-2.0
package lithe.units;

import org.jspecify.annotations.Nullable;

/// A text that is not the quantity expected; the message says why, in words that follow "found …:".
public final class UnitException extends IllegalArgumentException {

    private final @Nullable String nearest;

    /// Keeps the reason and a suggestion.
    ///
    /// @param reason what is wrong
    /// @param nearest what was probably meant, or null
    public UnitException(String reason, @Nullable String nearest) {
        super(reason);
        this.nearest = nearest;
    }

    /// Returns what was probably meant.
    ///
    /// @return a suggestion that reads without an error, or null
    public @Nullable String nearest() {
        return nearest;
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.explore.claim;

import java.util.List;

/// A phone to compare with: the one that is asked about, or another, with other values in it.
///
/// @param name its name; `base` is the phone as it is
/// @param phone which device file, as the claims file names it; empty for the one that is asked about
/// @param settings values that differ, in the order they are put in
public record Variant(String name, String phone, List<Setting> settings) {

    /// Name of the phone as it is.
    public static final String BASE = "base";

    /// Takes a copy.
    public Variant {
        settings = List.copyOf(settings);
    }

    /// Returns the phone as it is.
    ///
    /// @return a variant in which nothing differs
    public static Variant base() {
        return new Variant(BASE, "", List.of());
    }
}

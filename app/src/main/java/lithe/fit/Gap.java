// SPDX-License-Identifier: Apache-2.0
package lithe.fit;

import java.util.Locale;

/// The distance between two parts that must keep one.
///
/// @param first name of one
/// @param second name of the other
/// @param distance smallest distance where they stand beside each other, m; negative where they overlap
/// @param least distance they should keep, m
/// @param x where it is smallest, m
/// @param y where it is smallest, m
public record Gap(String first, String second, double distance, double least, double x, double y) {

    /// Returns what is left above the least distance.
    ///
    /// @return the margin, m, negative when they are too near
    public double margin() {
        return distance - least;
    }

    /// Returns who and where, in words.
    ///
    /// @return such as `battery to frame at (67, 99) mm`
    public String words() {
        return String.format(Locale.ROOT, "%s to %s at (%.0f, %.0f) mm", first, second, x * 1e3, y * 1e3);
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.device;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How much the phone throttles, in the words of Android's thermal service; the numbers are the order here.
public enum Severity {
    /// Not at all.
    NONE,
    /// Without effect for the user.
    LIGHT,
    /// With a small effect.
    MODERATE,
    /// With a large effect.
    SEVERE,
    /// Everything that can be done is done.
    CRITICAL,
    /// Parts are shut down.
    EMERGENCY,
    /// The phone is shut down.
    SHUTDOWN;

    /// Returns the name used in device files.
    ///
    /// @return the name
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Returns the names of those that have a threshold, the mildest first.
    ///
    /// @return names as in device files
    public static List<String> words() {
        return Arrays.stream(values()).skip(1).map(Severity::word).toList();
    }
}

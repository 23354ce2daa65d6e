// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import org.jspecify.annotations.Nullable;

/// One thing that is wrong in a file.
///
/// @param place where
/// @param path the path of the value, empty for the file as a whole
/// @param found what stands there
/// @param expected what should
/// @param example a well-formed value, or null
/// @param nearest what was probably meant, or null
public record Problem(
        Place place, String path, String found, String expected, @Nullable String example, @Nullable String nearest) {

    private static final int LONGEST = 60;

    /// Returns the problem as one line.
    ///
    /// @return place, path, found, expected, example and nearest
    @Override
    public String toString() {
        var text = new StringBuilder().append(place).append(' ');
        if (!path.isEmpty()) {
            text.append(shown(path)).append(": ");
        }
        text.append("found ").append(found).append(", expected ").append(expected);
        if (example != null) {
            text.append(", e.g. ").append(example);
        }
        if (nearest != null) {
            text.append("; nearest \"").append(nearest).append('"');
        }
        return text.toString();
    }

    /// Makes text from a file fit for a terminal: short and without control characters.
    static String shown(String text) {
        var whole = text.length() <= 2 * LONGEST ? text : text.substring(0, LONGEST) + "…";
        var safe = new StringBuilder();
        whole.codePoints().forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || Character.getType(c) == Character.SURROGATE) {
                safe.append(String.format("\\u%04x", c));
            } else {
                safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }
}

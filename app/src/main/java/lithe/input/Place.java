// SPDX-License-Identifier: Apache-2.0
package lithe.input;

/// Where something stands in a file.
///
/// @param file the file as the user named it
/// @param line line, from 1
/// @param column column, from 1
public record Place(String file, int line, int column) {

    /// Returns the place as editors and compilers write it.
    ///
    /// @return file, line and column joined by colons
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}

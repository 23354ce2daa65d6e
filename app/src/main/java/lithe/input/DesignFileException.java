// SPDX-License-Identifier: Apache-2.0
package lithe.input;

/// A board design that cannot be read, with the place and the reason.
public final class DesignFileException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /// Makes the exception.
    ///
    /// @param file name of the file
    /// @param line line, from 1
    /// @param column column, from 1
    /// @param reason what was found and what was expected
    public DesignFileException(String file, int line, int column, String reason) {
        super("%s:%d:%d  %s".formatted(file, line, column, reason));
        this.line = line;
        this.column = column;
    }

    /// Returns the line.
    ///
    /// @return line, from 1
    public int line() {
        return line;
    }

    /// Returns the column.
    ///
    /// @return column, from 1
    public int column() {
        return column;
    }
}

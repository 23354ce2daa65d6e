// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.List;
import lithe.board.Board;

/// A board as read, and what the reader had to assume.
///
/// @param board the board
/// @param format format and version as the file states it
/// @param warnings what was assumed or left out, each a sentence with its position where it has one
public record BoardImport(Board board, String format, List<String> warnings) {

    /// Takes a copy.
    public BoardImport {
        warnings = List.copyOf(warnings);
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lithe.board.Board;
import lithe.board.PlacedPart;
import lithe.units.Kind;
import lithe.units.UnitException;
import lithe.units.Units;

/// Heights and powers of parts from a CSV file, by reference designator.
///
/// The header is `reference,height,<workload>,…`; cells hold a value with its unit, such as `1.1 mm` and `2.5 W`; an
/// empty cell means not known. Design files state neither, so this is how they come to a board.
public final class PartSideFile {

    private PartSideFile() {}

    private record Row(double height, Map<String, Double> power, int line) {}

    /// Completes a board.
    ///
    /// @param read the board as read
    /// @param name file name, for messages
    /// @param text content of the CSV file
    /// @return the board with heights and powers; a warning for each reference that is not on the board
    /// @throws DesignFileException with line and column of a cell that cannot be read
    public static BoardImport complete(BoardImport read, String name, String text) {
        var rows = rows(name, text);
        Set<String> used = new HashSet<>();
        List<PlacedPart> parts = new ArrayList<>();
        for (var part : read.board().parts()) {
            var row = rows.get(part.reference());
            if (row == null) {
                parts.add(part);
            } else {
                parts.add(part.with(row.height, row.power));
                used.add(part.reference());
            }
        }
        List<String> warnings = new ArrayList<>(read.warnings());
        rows.forEach((reference, row) -> {
            if (!used.contains(reference)) {
                warnings.add("%s:%d  no part named %s on the board".formatted(name, row.line, reference));
            }
        });
        var b = read.board();
        return new BoardImport(
                new Board(b.name(), b.outline(), b.stack(), parts, b.vias(), b.copper()), read.format(), warnings);
    }

    private static Map<String, Row> rows(String name, String text) {
        var lines = text.lines().toList();
        var header = lines.isEmpty() ? List.<String>of() : cells(lines.getFirst());
        if (header.size() < 2 || !header.get(0).equals("reference") || !header.get(1).equals("height")) {
            throw new DesignFileException(name, 1, 1, "expected the header reference,height,<workload>,…");
        }
        Map<String, Row> rows = new TreeMap<>();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            var cells = cells(lines.get(i));
            Map<String, Double> power = new TreeMap<>();
            double height = Double.NaN;
            for (int c = 1; c < Math.min(cells.size(), header.size()); c++) {
                if (cells.get(c).isEmpty()) {
                    continue;
                }
                if (c == 1) {
                    height = value(name, i + 1, c, cells, Kind.LENGTH);
                } else {
                    power.put(header.get(c), value(name, i + 1, c, cells, Kind.POWER));
                }
            }
            rows.put(cells.getFirst(), new Row(height, power, i + 1));
        }
        return rows;
    }

    private static double value(String name, int line, int cell, List<String> cells, Kind kind) {
        int column = cells.subList(0, cell).stream().mapToInt(c -> c.length() + 1).sum() + 1;
        try {
            double si = Units.read(cells.get(cell), kind).si();
            if (si >= 0) {
                return si;
            }
        } catch (UnitException e) {
            throw new DesignFileException(name, line, column, String.valueOf(e.getMessage()));
        }
        throw new DesignFileException(name, line, column, "'%s' must not be negative".formatted(cells.get(cell)));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    }
}

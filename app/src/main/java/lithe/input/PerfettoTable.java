// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lithe.input.Rails.Unreadable;

/// Reads counters as a trace processor exports them: a header with `ts` (ns), `name` or `rail`, and `value`, in any order,
/// then one sample a line.
final class PerfettoTable {

    private static final int LONGEST_LINE = 20_000;

    private PerfettoTable() {}

    static Rails read(String text) throws Unreadable {
        var rails = new Rails();
        int[] columns = new int[0];
        int line = 0;
        for (var row : (Iterable<String>) text.lines()::iterator) {
            line++;
            if (row.isBlank() || row.startsWith("#")) {
                continue;
            }
            if (row.length() > LONGEST_LINE) {
                throw new Unreadable("line %d of %d characters".formatted(line, row.length()), "at most %d".formatted(LONGEST_LINE));
            }
            var cells = cells(row);
            if (columns.length == 0) {
                columns = header(cells, line);
            } else {
                sample(rails, cells, columns, line);
            }
        }
        if (columns.length == 0) {
            throw new Unreadable("no header", "ts, name, value");
        }
        return rails;
    }

    private static int[] header(List<String> cells, int line) throws Unreadable {
        int[] columns = {-1, -1, -1};
        for (int c = 0; c < cells.size(); c++) {
            switch (cells.get(c).toLowerCase(Locale.ROOT)) {
                case "ts" -> columns[0] = c;
                case "name", "rail" -> columns[1] = c;
                case "value" -> columns[2] = c;
                default -> {} // further columns of a query
            }
        }
        if (columns[0] < 0 || columns[1] < 0 || columns[2] < 0) {
            throw new Unreadable("a header on line %d without ts, name and value".formatted(line), "ts in ns, name, value");
        }
        return columns;
    }

    private static void sample(Rails rails, List<String> cells, int[] columns, int line) throws Unreadable {
        for (int column : columns) {
            if (column >= cells.size()) {
                throw new Unreadable("%d cells on line %d".formatted(cells.size(), line), "as many as the header has");
            }
        }
        rails.add(cells.get(columns[1]), 1e-9 * number(cells.get(columns[0]), line), number(cells.get(columns[2]), line));
    }

    private static double number(String text, int line) throws Unreadable {
        try {
            if (text.length() <= 40) {
                return Double.parseDouble(text);
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new Unreadable("\"%s\" on line %d".formatted(Problem.shown(text), line), "a number");
    }

    /// Cells of a line; quotes hold commas and double quotes.
    private static List<String> cells(String row) {
        List<String> cells = new ArrayList<>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '"') {
                boolean twice = quoted && i + 1 < row.length() && row.charAt(i + 1) == '"';
                if (twice) {
                    cell.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}

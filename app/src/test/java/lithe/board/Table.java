// SPDX-License-Identifier: Apache-2.0
package lithe.board;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A CSV table of the tests' resources; quotes keep commas in.
public final class Table {

    private Table() {}

    public static List<Map<String, String>> read(String name) {
        try (var in = Table.class.getResourceAsStream("/lithe/board/" + name)) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            var header = cells(lines.getFirst());
            List<Map<String, String>> rows = new ArrayList<>();
            for (var line : lines.subList(1, lines.size())) {
                var cells = cells(line);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < header.size(); i++) {
                    row.put(header.get(i), cells.get(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}

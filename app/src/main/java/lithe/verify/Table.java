// SPDX-License-Identifier: Apache-2.0
package lithe.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Rows of a reference table that ships with the program.
final class Table {

    private Table() {}

    /// Reads a table; fields in quotes may contain commas.
    static List<String[]> rows(String name) {
        try (InputStream in = Table.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its table " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Table::fields)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The value of a case and quantity.
    static double value(String name, String which, String quantity) {
        return rows(name).stream()
                .filter(row -> row[0].equals(which) && row[1].equals(quantity))
                .mapToDouble(row -> Double.parseDouble(row[name.startsWith("lb1") ? 3 : 2]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("%s has no row %s %s".formatted(name, which, quantity)));
    }

    private static String[] fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields.toArray(String[]::new);
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lithe.device.Trace;
import lithe.units.Kind;
import lithe.units.UnitException;
import lithe.units.Units;
import org.jspecify.annotations.Nullable;

/// Reads a table of powers over time: a header `time [s], SoC [W]`, decimal points, commas, `#` comments.
final class PowerTable {

    /// Largest table, bytes; about a million rows.
    static final int MOST_BYTES = 64_000_000;

    private static final int LONGEST_LINE = 20_000;
    private static final int MOST_COLUMNS = 1000;
    private static final int MOST_TOLD = 20;
    private static final Pattern HEADING = Pattern.compile("([^\\[\\]]{1,80})\\[([^\\[\\]]{0,20})\\]");

    private final SourceText source;
    private final Collection<String> known;
    private final Problems problems;
    private final List<Column> columns = new ArrayList<>();
    private int told;

    PowerTable(SourceText source, Collection<String> known, Problems problems) {
        this.source = source;
        this.known = known;
        this.problems = problems;
    }

    /// A column with the values read so far.
    private static final class Column {
        final String name;
        final String unit;
        final Kind kind;
        double[] values = new double[256];
        int size;

        Column(String name, String unit, Kind kind) {
            this.name = name;
            this.unit = unit;
            this.kind = kind;
        }

        void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        double[] all() {
            return Arrays.copyOf(values, size);
        }
    }

    /// Returns a trace for each column, or null after telling what is wrong.
    @Nullable Map<String, Trace> read(boolean linear) {
        int before = problems.count();
        int line = 0;
        for (var text : (Iterable<String>) source.text().lines()::iterator) {
            line++;
            var row = text.strip();
            if (row.isEmpty() || row.startsWith("#")) {
                continue;
            }
            if (text.length() > LONGEST_LINE) {
                tell(line, 1, "a line of %d characters".formatted(text.length()), "at most %d".formatted(LONGEST_LINE), null);
                return null;
            }
            if (columns.isEmpty()) {
                header(text, line);
                if (problems.count() > before) {
                    return null;
                }
            } else if (!row(text, line)) {
                break;
            }
        }
        if (columns.isEmpty() || columns.get(0).size == 0) {
            tell(Math.max(line, 1), 1, "no rows", "a header and at least one row", null);
        }
        return problems.count() > before ? null : traces(linear);
    }

    private Map<String, Trace> traces(boolean linear) {
        Map<String, Trace> traces = new LinkedHashMap<>();
        columns.stream().skip(1).forEach(c -> traces.put(c.name, new Trace(columns.get(0).all(), c.all(), linear)));
        return traces;
    }

    private void header(String text, int line) {
        int column = 1;
        for (var heading : text.split(",", -1)) {
            int at = column + heading.length() - heading.stripLeading().length();
            column += heading.length() + 1;
            if (columns.size() >= MOST_COLUMNS) {
                tell(line, at, "more than %d columns".formatted(MOST_COLUMNS), "fewer", null);
                return;
            }
            columns.add(heading(heading.strip(), line, at));
        }
        if (columns.size() < 2) {
            tell(line, 1, "one column", "time and at least one power, time [s], SoC [W]", null);
        }
    }

    private Column heading(String heading, int line, int at) {
        boolean first = columns.isEmpty();
        var kind = first ? Kind.TIME : Kind.POWER;
        var matcher = HEADING.matcher(heading);
        if (!matcher.matches()) {
            var expected = first ? "time with its unit" : "a source with its unit";
            tell(line, at, quoted(heading), expected + (first ? ", e.g. time [s]" : ", e.g. SoC [W]"), null);
            return new Column(heading, kind.unit(), kind);
        }
        var name = matcher.group(1).strip();
        var unit = matcher.group(2).strip();
        if (first && !name.equals("time")) {
            tell(line, at, quoted(name), "time as the first column", null);
        } else if (!first && !known.contains(name)) {
            tell(line, at, quoted(name), "a part or source of the device", problems.nearest(name, known));
        } else if (columns.stream().anyMatch(c -> c.name.equals(name))) {
            tell(line, at, quoted(name) + " a second time", "each column once", null);
        }
        try {
            Units.toSi(1, unit, kind);
        } catch (UnitException e) {
            tell(line, at, "\"[" + Problem.shown(unit) + "]\" (" + e.getMessage() + ")", "a unit of " + kind.words().substring(2), null);
        }
        return new Column(name, unit, kind);
    }

    private boolean row(String text, int line) {
        var cells = text.split(",", -1);
        if (cells.length != columns.size()) {
            tell(line, 1, "%d values".formatted(cells.length), "%d, as in the header".formatted(columns.size()), null);
            return told < MOST_TOLD;
        }
        int column = 1;
        for (int i = 0; i < cells.length; i++) {
            int at = column + cells[i].length() - cells[i].stripLeading().length();
            column += cells[i].length() + 1;
            columns.get(i).add(cell(cells[i].strip(), columns.get(i), line, at));
        }
        var time = columns.get(0);
        int n = time.size;
        if (n > 1 && time.values[n - 1] <= time.values[n - 2]) {
            tell(line, 1, "time " + quoted(cells[0].strip()) + " after a later or equal one", "times that increase", null);
        }
        return told < MOST_TOLD;
    }

    private double cell(String text, Column column, int line, int at) {
        var shape = column.kind == Kind.TIME ? DeviceShape.MOMENT : DeviceShape.WATTS;
        try {
            double si = Units.read(column.unit.isEmpty() ? text : text + " " + column.unit, column.kind).si();
            if (si < shape.low() || si > shape.high()) {
                tell(line, at, quoted(text + " " + column.unit), shape.words(), null);
            }
            return si;
        } catch (UnitException e) {
            tell(line, at, text.isEmpty() ? "nothing" : quoted(text), "a number in " + column.unit, null);
            return Double.NaN;
        }
    }

    private static String quoted(String text) {
        return "\"" + Problem.shown(text) + "\"";
    }

    private void tell(int line, int column, String found, String expected, @Nullable String nearest) {
        told++;
        problems.add(new Problem(new Place(source.name(), line, column), "", found, expected, null, nearest));
    }
}

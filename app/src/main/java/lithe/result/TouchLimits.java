// SPDX-License-Identifier: Apache-2.0
package lithe.result;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lithe.units.Grade;
import lithe.units.Units;

/// How hot a surface may be when it is touched for a given time: a named, versioned table.
///
/// Limits are absolute and not scaled with the ambient. The tables Lithe ships were written from general knowledge; a
/// report prints their name and tells the reader to check the standard.
///
/// @param name name of the table
/// @param version its version
/// @param between what holds between two rows
/// @param rows by increasing contact time
public record TouchLimits(String name, String version, Between between, List<Row> rows) {

    /// What holds between two rows.
    public enum Between {
        /// A row holds until the next begins.
        STEPS,
        /// A straight line over the logarithm of time.
        LOG_TIME
    }

    /// The limits of one contact time.
    ///
    /// @param contact the contact in words
    /// @param time contact time, s; of a step, where it begins
    /// @param limit temperature by material (metal, glass, plastic), K
    /// @param grade how far the numbers can be trusted
    public record Row(String contact, double time, Map<String, Double> limit, Grade grade) {

        /// Takes a copy.
        public Row {
            limit = Map.copyOf(limit);
        }
    }

    private static final List<String> MATERIALS = List.of("metal", "glass", "plastic");
    private static final String HEADER = "contact,time [s],metal [°C],glass [°C],plastic [°C],grade";

    /// Takes a copy and checks that time increases and that a longer touch never allows more.
    ///
    /// @throws IllegalArgumentException naming the row that does not fit
    public TouchLimits {
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("touch limits %s have no rows".formatted(name));
        }
        for (int i = 1; i < rows.size(); i++) {
            follows(name, rows.get(i - 1), rows.get(i));
        }
    }

    /// Returns the classes of IEC 62368-1 for an ordinary person.
    ///
    /// @return a table of steps
    public static TouchLimits classes() {
        return shipped("touch-iec-62368-1-ts1.csv");
    }

    /// Returns the burn thresholds of ISO 13732-1.
    ///
    /// @return a table that runs in a line over log time
    public static TouchLimits burns() {
        return shipped("touch-iso-13732-1.csv");
    }

    /// Reads a table; the format is that of the shipped files.
    ///
    /// @param text lines of comma-separated values, with name, version and between in comments
    /// @return the table
    /// @throws IllegalArgumentException naming the line that does not fit
    public static TouchLimits read(String text) {
        Map<String, String> head = new LinkedHashMap<>();
        text.lines().filter(line -> line.startsWith("#")).forEach(line -> remember(head, line));
        var lines = text.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
        if (lines.isEmpty() || !lines.getFirst().strip().equals(HEADER)) {
            throw new IllegalArgumentException("touch limits need the header " + HEADER);
        }
        var rows = lines.stream().skip(1).map(TouchLimits::row).toList();
        var between = Objects.equals(head.get("between"), "log time") ? Between.LOG_TIME : Between.STEPS;
        return new TouchLimits(head.getOrDefault("name", "unnamed"), head.getOrDefault("version", "none"), between, rows);
    }

    /// Returns the limit for a contact time.
    ///
    /// @param material metal, glass or plastic
    /// @param seconds contact time, s, greater than 0
    /// @return the highest allowed temperature, K; beyond the table its first or last row
    /// @throws IllegalArgumentException for another material or a time that is not positive
    public double at(String material, double seconds) {
        if (!(seconds > 0) || !MATERIALS.contains(material)) {
            throw new IllegalArgumentException("touch limits are for %s and times above 0 s, but asked for %s at %s s"
                    .formatted(String.join(", ", MATERIALS), material, seconds));
        }
        int next = 0;
        while (next < rows.size() && rows.get(next).time() <= seconds) {
            next++;
        }
        var before = rows.get(Math.max(next - 1, 0));
        double low = limit(before, material);
        if (between == Between.STEPS || next == 0 || next == rows.size()) {
            return low;
        }
        var after = rows.get(next);
        double share = Math.log(seconds / before.time()) / Math.log(after.time() / before.time());
        return low + share * (limit(after, material) - low);
    }

    /// Returns how long a surface may be touched.
    ///
    /// @param material metal, glass or plastic
    /// @param temperature temperature of the surface, K
    /// @return the longest contact time whose limit is not exceeded, s; 0 when even the shortest is too long, infinite when
    ///     the last row allows it
    public double longest(String material, double temperature) {
        double low = Math.max(rows.getFirst().time(), 1e-3), high = Math.max(rows.getLast().time(), 2e-3);
        if (temperature > at(material, low)) {
            return 0;
        }
        if (temperature <= at(material, high)) {
            return Double.POSITIVE_INFINITY;
        }
        for (int halving = 0; halving < 60; halving++) {
            double middle = Math.sqrt(low * high);
            if (temperature > at(material, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }

    private static double limit(Row row, String material) {
        return Objects.requireNonNull(row.limit().get(material), material);
    }

    private static void remember(Map<String, String> head, String line) {
        int colon = line.indexOf(':');
        var key = colon < 0 ? "" : line.substring(1, colon).strip();
        if (Set.of("name", "version", "between").contains(key)) {
            head.put(key, line.substring(colon + 1).strip());
        }
    }

    private static Row row(String line) {
        var cells = line.split(",", -1);
        if (cells.length != 6) {
            throw new IllegalArgumentException("a row of touch limits has 6 cells, but this has %d: %s".formatted(cells.length, line));
        }
        Map<String, Double> limit = new LinkedHashMap<>();
        for (int m = 0; m < MATERIALS.size(); m++) {
            limit.put(MATERIALS.get(m), Units.ICE + Double.parseDouble(cells[2 + m].strip()));
        }
        return new Row(cells[0].strip(), Double.parseDouble(cells[1].strip()), limit, grade(cells[5].strip()));
    }

    private static Grade grade(String word) {
        for (var grade : Grade.values()) {
            if (grade.word().equals(word)) {
                return grade;
            }
        }
        throw new IllegalArgumentException("no grade named " + word);
    }

    private static void follows(String table, Row before, Row after) {
        if (!(after.time() > before.time())) {
            throw new IllegalArgumentException(
                    "touch limits %s: time must increase, but %s s follows %s s".formatted(table, after.time(), before.time()));
        }
        for (var material : MATERIALS) {
            if (limit(after, material) > limit(before, material)) {
                throw new IllegalArgumentException("touch limits %s: a longer touch may not allow more, but %s does at %s s"
                        .formatted(table, material, after.time()));
            }
        }
    }

    private static TouchLimits shipped(String file) {
        try (InputStream in = Objects.requireNonNull(TouchLimits.class.getResourceAsStream(file), file)) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

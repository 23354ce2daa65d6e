// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lithe.units.Units;

/// Tells a comparison in a terminal and as JSON.
public final class ComparisonText {

    private ComparisonText() {}

    /// Returns the comparison as a table for a terminal.
    ///
    /// @param both the comparison
    /// @return lines, each ended
    public static String text(Comparison both) {
        var text = new StringBuilder();
        line(text, "", both.first().name(), both.second().name(), "difference");
        String section = "";
        for (var row : both.rows()) {
            if (!row.section().equals(section)) {
                section = row.section();
                text.append(section).append('\n');
            }
            line(text, "  " + row.quantity(), value(row, row.first()), value(row, row.second()), difference(row));
        }
        if (!both.conditions().isEmpty()) {
            text.append(both.conditions()).append('\n');
        }
        both.leftOut().forEach(sentence -> text.append(sentence).append('\n'));
        return text.toString();
    }

    private static void line(StringBuilder text, String what, String first, String second, String difference) {
        // counted in characters, as all of these are one column wide
        text.append(("%-58s %18s %18s  %s".formatted(what, cut(first), cut(second), difference)).stripTrailing()).append('\n');
    }

    private static String cut(String name) {
        return name.length() > 18 ? name.substring(0, 17) + "…" : name;
    }

    static String value(Comparison.Row row, double value) {
        return Double.isFinite(value) ? Words.fixed(value, row.decimals()) + " " + row.unit() : "–";
    }

    /// The difference in its unit and, where that says something, in percent.
    static String difference(Comparison.Row row) {
        double difference = row.difference();
        if (!Double.isFinite(difference)) {
            return "–";
        }
        String number = Words.fixed(difference, row.decimals());
        String sign = difference > 0 && !number.matches("[0.,]*") ? "+" : "";
        String percent = Double.isFinite(row.percent()) ? " (%s%s %%)".formatted(row.percent() > 0 ? "+" : "", Words.fixed(row.percent(), 1)) : "";
        return sign + number + " " + row.differenceUnit() + percent;
    }

    /// Returns the comparison as a document.
    ///
    /// @param both the comparison
    /// @return keys in the order they are written
    public static Map<String, Object> document(Comparison both) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("lithe", both.first().report().provenance().version());
        document.put("command", "compare");
        document.put("devices", List.of(side(both.first()), side(both.second())));
        document.put("conditions", both.conditions());
        document.put("left-out", both.leftOut());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (var row : both.rows()) {
            rows.add(Json.keys(
                    "section", row.section(), "quantity", row.quantity(), "unit", row.unit(), "first", row.first(), "second", row.second(),
                    "difference", row.difference(), "difference-unit", row.differenceUnit(), "percent", row.percent()));
        }
        document.put("rows", rows);
        var scale = both.scale();
        document.put("scale", Json.keys("low", scale.low() - Units.ICE, "high", scale.high() - Units.ICE, "unit", "°C"));
        return document;
    }

    private static Map<String, Object> side(Comparison.Side side) {
        var from = side.report().provenance();
        var device = side.report().outcome().device();
        return Json.keys("name", side.name(), "file", from.file(), "sha256", from.sha256(), "reconstructed", device.reconstructed());
    }
}

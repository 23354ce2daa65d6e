// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lithe.fit.Packing;
import lithe.result.Catalogue;
import lithe.result.Verdict.Status;
import lithe.result.Verdicts;
import lithe.simulation.Answer;
import lithe.simulation.Headline;

/// The three answers in the words that terminal, page and JSON share.
public final class HeadlineWords {

    private HeadlineWords() {}

    /// Returns the answer of a packing as a line for a terminal.
    ///
    /// @param packing the packing
    /// @return one line without a line feed
    public static String line(Packing packing) {
        var answer = Headline.fit(packing);
        return "%-7s %-6s %s".formatted("FIT", status(answer), fit(answer));
    }

    /// Returns the answers as a JSON object: fit, cool, charge, each with status, value, limit, margin, unit and where.
    ///
    /// @param headline the answers
    /// @return a new map
    public static Map<String, Object> json(Headline headline) {
        return Json.keys("fit", json(headline.fit()), "cool", json(headline.cool()), "charge", json(headline.charge()));
    }

    /// Returns one answer as a JSON object.
    ///
    /// @param answer the answer
    /// @return a new map; value, limit and margin are null where there is none
    public static Map<String, Object> json(Answer answer) {
        boolean asked = answer.status() != null && !answer.id().isEmpty();
        var json = Json.keys("status", asked ? HtmlReport.style(java.util.Objects.requireNonNull(answer.status())) : "not asked");
        double value = asked ? Catalogue.of(answer.id()).shown(answer.value()) : Double.NaN;
        double limit = asked ? Catalogue.of(answer.id()).shown(answer.limit()) : Double.NaN;
        json.put("value", value);
        json.put("limit", limit);
        json.put("margin", Math.signum(answer.margin()) * Math.abs(value - limit));
        json.put("unit", asked ? Catalogue.of(answer.id()).unit() : "");
        json.put("where", where(answer));
        json.put("result", answer.id());
        json.put("notes", answer.notes());
        return json;
    }

    /// Workload, face and place.
    static String where(Answer answer) {
        List<String> words = new ArrayList<>();
        if (!answer.workload().isEmpty()) {
            words.add(answer.workload());
        }
        if (answer.id().startsWith("skin.")) {
            words.add(Words.face(answer.id()));
        }
        if (!answer.where().isBlank()) {
            words.add(answer.where());
        }
        return String.join(", ", words);
    }

    static String status(Answer answer) {
        return switch (answer.status()) {
            case null -> "–";
            case PASS -> "pass";
            case TIGHT -> "TIGHT";
            case FAIL -> "FAIL";
        };
    }

    static String fit(Answer answer) {
        if (answer.status() == Status.FAIL) {
            return String.join(". ", answer.notes());
        }
        if (Double.isNaN(answer.value())) {
            return "nothing overlaps or sticks out; " + answer.where();
        }
        int digits = answer.margin() < 0.0995e-3 ? 3 : 2;
        return "%s: %s mm, %s mm needed, %s mm to spare".formatted(
                answer.where(), Words.fixed(1e3 * answer.value(), digits), Words.fixed(1e3 * answer.limit(), digits),
                Words.fixed(1e3 * answer.margin(), digits));
    }

    static String cool(Answer answer) {
        if (answer.status() == null) {
            return answer.where();
        }
        var standard = Verdicts.standard();
        var name = answer.limit() == standard.ceiling() ? "the ceiling" : standard.comfort().containsValue(answer.limit()) ? "comfort" : "the target";
        var place = answer.where().startsWith("(") ? " at " + answer.where() : answer.where().isBlank() ? "" : ", " + answer.where();
        return "%s, %s %s%s: %s K %s %s (%s)".formatted(
                answer.workload(), Words.face(answer.id()), Words.celsius(answer.value()), place, Words.fixed(Math.abs(answer.margin()), 1),
                answer.margin() < 0 ? "over" : "below", name, Words.degrees(answer.limit()));
    }

    static String charge(Answer answer) {
        if (answer.status() == null) {
            return answer.where();
        }
        var told = answer.workload() + (answer.notes().isEmpty() ? "" : ": " + String.join(", ", answer.notes()));
        if (answer.id().startsWith("charge.t")) {
            var over = answer.margin() < 0 ? "over" : "under";
            var reached = answer.where().equals("target") ? "" : answer.id().substring("charge.t".length()) + " % " + answer.where() + ", ";
            return "%s; %s%s %s the target (%s)".formatted(told, reached, Words.time(Math.abs(answer.margin())), over, Words.time(answer.limit()));
        }
        return answer.status() == Status.PASS
                ? told
                : "%s; %s %s against %s".formatted(
                        told, Catalogue.of(answer.id()).name(), Words.result(answer.id(), answer.value()), Words.result(answer.id(), answer.limit()));
    }

    /// Two decimals, three for what would vanish in them.
    static String mm(double metres) {
        return String.format(Locale.ROOT, Math.abs(metres) < 0.0995e-3 && metres != 0 ? "%.3f mm" : "%.2f mm", metres * 1e3);
    }
}

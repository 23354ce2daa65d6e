// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lithe.explore.lever.Limits;
import lithe.explore.lever.Sensitivity;
import lithe.result.Catalogue;
import lithe.result.Verdict.Status;
import lithe.simulation.Event;

/// What limits a phone, in the words that text, page and JSON share.
final class LimitWords {

    /// Events a terminal is spared beyond this many.
    private static final int MOST = 12;

    private LimitWords() {}

    /// Lines for a terminal, each block after an empty line.
    static List<String> lines(Limits limits) {
        List<String> lines = new ArrayList<>();
        var grave = limits.events().stream().filter(event -> event.weight() != Status.PASS).toList();
        if (!grave.isEmpty()) {
            lines.add("");
            lines.add("What limits me, in order of time");
            int widest = grave.stream().mapToInt(event -> event.workload().length()).max().orElse(0);
            grave.stream().limit(MOST).forEach(event -> lines.add("  %s%s  %8s  %s".formatted(event.workload(), " ".repeat(widest - event.workload().length()), at(event), sentence(event))));
            if (grave.size() > MOST) {
                lines.add("  … and %d more in the report".formatted(grave.size() - MOST));
            }
        }
        if (!limits.levers().isEmpty()) {
            lines.add("");
            lines.add("What one unit of a lever does to " + subject(limits) + " (" + limits.mesh() + ")");
            int widest = limits.levers().stream().mapToInt(s -> s.lever().name().length()).max().orElse(0);
            int units = limits.levers().stream().mapToInt(s -> unit(s).length()).max().orElse(0);
            limits.levers().forEach(s -> lines.add("  %s%s  %s%s  %9s   %s".formatted(
                    s.lever().name(), " ".repeat(widest - s.lever().name().length()), " ".repeat(units - unit(s).length()), unit(s), kelvin(s.perUnit()), step(s))));
        }
        if (!limits.note().isEmpty()) {
            lines.addAll(limits.levers().isEmpty() ? List.of("", limits.note()) : List.of("  " + limits.note()));
        }
        return lines;
    }

    /// What the levers act on.
    static String subject(Limits limits) {
        return limits.about().map(d -> "the " + Words.face(d.verdict().id()) + " in " + d.workload() + ", now " + Words.result(d.verdict().id(), d.verdict().value())).orElse("");
    }

    static String at(Event event) {
        return Double.isInfinite(event.time()) ? "steady" : Words.time(event.time() >= 120 ? 6 * Math.rint(event.time() / 6) : Math.rint(event.time()));
    }

    static String sentence(Event event) {
        return event.what() + (event.where().isEmpty() ? "" : (event.where().startsWith("(") ? " at " : ", ") + event.where());
    }

    static String unit(Sensitivity s) {
        return s.lever().swap() ? s.lever().unit() : "+" + s.lever().unit();
    }

    static String step(Sensitivity s) {
        if (s.lever().swap()) {
            return s.lever().role().word();
        }
        var sides = s.oneSided() ? Double.isNaN(s.up()) ? "−" : "+" : "±";
        return s.lever().role().word() + ", step " + sides + s.lever().step();
    }

    /// A difference of temperature with its sign, to three digits but not below a millikelvin.
    static String kelvin(double difference) {
        double size = Math.abs(difference);
        var digits = Words.fixed(size, size >= 10 ? 1 : size >= 1 ? 2 : 3);
        return (size < 5e-4 ? "±" : difference < 0 ? "−" : "+") + digits + " K";
    }

    /// Adds the keys `decides`, `events`, `levers-of`, `levers` and `levers-note`.
    static void json(Limits limits, Map<String, Object> document) {
        limits.decides().ifPresent(d -> document.put("decides", Json.keys("workload", d.workload(), "result", d.verdict().id())));
        document.put("events", limits.events().stream()
                .map(event -> Json.keys(
                        "workload", event.workload(), "time", Json.keys("value", event.time(), "unit", "s"),
                        "weight", event.weight().name().toLowerCase(Locale.ROOT), "what", event.what(), "where", event.where()))
                .toList());
        limits.about().ifPresent(d -> document.put("levers-of", Json.keys("workload", d.workload(), "result", d.verdict().id())));
        document.put("levers", limits.levers().stream().map(s -> lever(s, limits)).toList());
        if (!limits.note().isEmpty()) {
            document.put("levers-note", limits.note());
        }
    }

    private static Map<String, Object> lever(Sensitivity s, Limits limits) {
        Map<String, Object> json = Json.keys("lever", s.lever().name(), "role", s.lever().role().word(), "per", unit(s), "step", s.lever().step());
        json.put("change", s.perUnit());
        json.put("up", s.upEffect());
        json.put("down", s.downEffect());
        limits.about().ifPresent(d -> json.put("unit", difference(d.verdict().id())));
        json.put("mesh", limits.mesh());
        return json;
    }

    /// Unit of a difference of a result.
    private static String difference(String id) {
        var unit = Catalogue.of(id).unit();
        return unit.equals("°C") ? "K" : unit;
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lithe.device.Surfaces;
import lithe.device.Workload;
import lithe.result.Catalogue;
import lithe.result.Verdict;
import lithe.result.Verdicts;
import lithe.simulation.Run;
import lithe.units.Units;

/// Numbers and verdicts in the words that text and page share.
final class Words {

    private static final Map<String, String> FACES =
            Map.of("skin.front.max", "front", "skin.back.max", "back", "skin.edge.max", "edges", "skin.max", "skin");

    private Words() {}

    /// A number with a fixed count of decimals and no sign on zero; a dash for what is not a number.
    static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        var text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        return text.matches("-[0.,]*") ? text.substring(1) : text;
    }

    static String celsius(double kelvin) {
        return fixed(kelvin - Units.ICE, 1) + " °C";
    }

    /// A limit: whole degrees without a point.
    static String degrees(double kelvin) {
        double degrees = kelvin - Units.ICE;
        return fixed(degrees, Math.abs(degrees - Math.rint(degrees)) < 1e-6 ? 0 : 1) + " °C";
    }

    /// A small ratio in one digit and a power of ten.
    static String power(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.0e", value).replaceFirst("e([+-])0?", "e$1").replace("e+", "e");
    }

    static String face(String id) {
        return FACES.getOrDefault(id, id);
    }

    static String material(Surfaces surfaces, String id) {
        var surface =
                switch (id) {
                    case "skin.front.max" -> surfaces.front();
                    case "skin.edge.max" -> surfaces.edges();
                    default -> surfaces.back();
                };
        return surface.touch().name().toLowerCase(Locale.ROOT);
    }

    static String duration(Workload workload) {
        return workload.steady() ? "steady state" : time(workload.duration());
    }

    static String time(double seconds) {
        boolean minutes = seconds >= 120;
        double shown = minutes ? seconds / 60 : seconds;
        return fixed(shown, Math.abs(shown - Math.rint(shown)) < 1e-6 ? 0 : 1) + (minutes ? " min" : " s");
    }

    /// Value and unit of a result as the catalogue shows it.
    static String result(String id, double value) {
        var kind = Catalogue.of(id);
        double shown = kind.shown(value);
        var unit = kind.unit().equals("1") ? "" : " " + kind.unit();
        return switch (kind.unit()) {
            case "°C", "%" -> fixed(shown, 1) + unit;
            case "1" -> Math.abs(shown) >= 1 || shown == 0 ? fixed(shown, 0) : power(shown);
            case "B", "mm²" -> fixed(shown, 0) + unit;
            default -> fixed(shown, 2) + unit;
        };
    }

    static double result(Run run, String id) {
        return run.results().getOrDefault(id, Double.NaN);
    }

    /// Which model of heat a run took.
    static String model(Run run) {
        var error = run.results().get("solve.reduced-error");
        return error == null ? "full model" : "reduced model, own error ±" + result("solve.reduced-error", error);
    }

    static String status(Verdict verdict) {
        return switch (verdict.status()) {
            case PASS -> "pass";
            case TIGHT -> "TIGHT";
            case FAIL -> "FAIL";
        };
    }

    /// One sentence: value, place, and how far it is from the limits.
    static String sentence(Verdict verdict) {
        var where = verdict.where().isBlank() ? "" : (verdict.where().startsWith("(") ? " at " : ", ") + verdict.where();
        return face(verdict.id()) + " " + result(verdict.id(), verdict.value()) + where + ": " + margin(verdict);
    }

    /// How far a result is from what decides, in words.
    static String margin(Verdict verdict) {
        if (!Catalogue.of(verdict.id()).unit().equals("°C")) {
            return "limit " + result(verdict.id(), verdict.limit());
        }
        double over = verdict.value() - verdict.limit();
        var standard = Verdicts.standard();
        return switch (verdict.status()) {
            case PASS -> "%s K below comfort (%s)".formatted(fixed(-over, 1), degrees(verdict.limit()));
            case TIGHT -> "%s K over comfort (%s), %s K below the ceiling (%s)%s"
                    .formatted(
                            fixed(over, 1),
                            degrees(verdict.limit()),
                            fixed(standard.ceiling() - verdict.value(), 1),
                            degrees(standard.ceiling()),
                            alarm(verdict, standard));
            case FAIL -> "%s K over the ceiling (%s)".formatted(fixed(over, 1), degrees(verdict.limit()));
        };
    }

    private static String alarm(Verdict verdict, Verdicts standard) {
        return verdict.value() > standard.alarm() ? ", past the alarm mark (%s)".formatted(degrees(standard.alarm())) : "";
    }

    static Optional<Verdict> worst(Run run) {
        return Verdicts.worst(run.verdicts());
    }

    /// The part a reader would look for under one of some words: the one called so, else the shortest name that holds it.
    static Optional<String> part(Run run, String... words) {
        var parts = run.results().keySet().stream()
                .filter(id -> id.startsWith("part.") && id.endsWith(".max"))
                .map(Words::partOf)
                .sorted(Comparator.comparingInt(String::length))
                .toList();
        return Arrays.stream(words)
                .flatMap(word -> parts.stream().filter(part -> part.toLowerCase(Locale.ROOT).contains(word)))
                .findFirst();
    }

    static String partOf(String id) {
        return id.substring("part.".length(), id.lastIndexOf('.'));
    }
}

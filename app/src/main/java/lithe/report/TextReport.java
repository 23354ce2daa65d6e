// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lithe.result.Verdict.Status;
import lithe.simulation.Answer;
import lithe.simulation.Headline;
import lithe.simulation.Run;

/// Tells an outcome in a terminal: the verdicts first, then per workload the lines an expert looks for.
public final class TextReport {

    private static final String ESCAPE = "\u001b[";

    private final boolean colour;

    private TextReport(boolean colour) {
        this.colour = colour;
    }

    /// Returns the text of a report.
    ///
    /// @param report the report
    /// @param colour whether words may be coloured with ANSI sequences
    /// @param written files that were written, named at the end
    /// @return lines, each ending with a line feed
    public static String text(Report report, boolean colour, List<Path> written) {
        return new TextReport(colour).lines(report, written).collect(Collectors.joining("\n", "", "\n"));
    }

    private Stream<String> lines(Report report, List<Path> written) {
        List<String> lines = new ArrayList<>();
        var device = report.outcome().device();
        lines.add(bold(plain(device.name())) + (device.reconstructed() ? " (reconstructed)" : "") + dim("  " + plain(report.provenance().file())));
        lines.add("");
        var headline = Headline.of(report.outcome());
        lines.add(answer("FIT", headline.fit(), HeadlineWords.fit(headline.fit())));
        lines.add(answer("COOL", headline.cool(), HeadlineWords.cool(headline.cool())));
        headline.cool().notes().forEach(note -> lines.add(" ".repeat(15) + plain(note)));
        lines.add(answer("CHARGE", headline.charge(), HeadlineWords.charge(headline.charge())));
        lines.add("");
        int widest = report.outcome().runs().stream().mapToInt(run -> plain(run.workload().name()).length()).max().orElse(0);
        report.outcome().runs().forEach(run -> lines.add(verdict(run, widest)));
        LimitWords.lines(report.limits()).forEach(line -> lines.add(plain(line)));
        report.outcome().runs().forEach(run -> lines.addAll(expert(run)));
        if (!written.isEmpty()) {
            lines.add("");
            lines.add("wrote " + written.stream().map(Path::toString).collect(Collectors.joining(", ")));
        }
        return lines.stream();
    }

    private String answer(String question, Answer answer, String words) {
        var status = padded(HeadlineWords.status(answer), 6);
        return padded(question, 7) + " " + (answer.status() == null ? dim(status) : tint(answer.status(), status)) + " " + plain(words);
    }

    private String verdict(Run run, int widest) {
        var name = padded(plain(run.workload().name()), widest);
        var worst = Words.worst(run);
        if (worst.isEmpty()) {
            return "COOL  " + dim("–     ") + name + "  nothing was held against a limit";
        }
        var verdict = worst.get();
        return "COOL  " + tint(verdict.status(), padded(Words.status(verdict), 6)) + name + "  " + plain(Words.sentence(verdict));
    }

    private List<String> expert(Run run) {
        List<String> lines = new ArrayList<>();
        var workload = run.workload();
        lines.add("");
        lines.add(bold(plain(workload.name())) + "  %s, %s, %s"
                .formatted(plain(workload.boundary().name()), Words.celsius(workload.ambient()), Words.duration(workload)));
        lines.add(line("hottest", faces(run)));
        lines.add(line("skin", skin(run)));
        Words.part(run, "soc", "cpu", "processor").ifPresent(part -> lines.add(line(plain(part), part(run, part))));
        Words.part(run, "batt").ifPresent(part -> lines.add(line(plain(part), part(run, part))));
        Throttled.sentence(run).ifPresent(text -> lines.add(line("governor", plain(text))));
        lines.add(line("heat", balance(run)));
        lines.add(line("solver", solver(run)));
        run.warnings().forEach(warning -> lines.add(line("note", plain(warning))));
        return lines;
    }

    private static String faces(Run run) {
        return Stream.of("skin.front.max", "skin.back.max", "skin.edge.max")
                .filter(run.results()::containsKey)
                .map(id -> Words.face(id) + " " + Words.celsius(Words.result(run, id)) + where(run, id))
                .collect(Collectors.joining(", "));
    }

    private static String where(Run run, String id) {
        return run.verdicts().stream()
                .filter(verdict -> verdict.id().equals(id) && !verdict.where().isBlank())
                .map(verdict -> (verdict.where().startsWith("(") ? " at " : " ") + plain(verdict.where()))
                .findFirst()
                .orElse("");
    }

    private static String skin(Run run) {
        return "mean " + Words.celsius(Words.result(run, "skin.mean"))
                + optional(run, "hand-check.skin", "hand check (isothermal)")
                + optional(run, "skin.rise-per-watt", "rise");
    }

    private static String part(Run run, String part) {
        return "max " + Words.celsius(Words.result(run, "part." + part + ".max"))
                + ", mean " + Words.celsius(Words.result(run, "part." + part + ".mean"));
    }

    private static String balance(Run run) {
        var out = Stream.of("stored", "convection", "radiation", "hand")
                .filter(way -> run.results().containsKey("heat." + way))
                .map(way -> way + " " + Words.fixed(Words.result(run, "heat." + way), 2))
                .collect(Collectors.joining(" + "));
        var sun = run.results().getOrDefault("heat.sun", 0.0);
        return "in " + Words.fixed(Words.result(run, "heat.in"), 2)
                + (sun == 0 ? "" : " + sun " + Words.fixed(sun, 2))
                + " W = " + out + " W, error " + Words.power(Words.result(run, "heat.error"));
    }

    private static String solver(Run run) {
        return Words.model(run) + ", " + Words.fixed(Words.result(run, "solve.cells"), 0) + " cells"
                + (run.results().containsKey("solve.iterations") ? ", " + Words.fixed(Words.result(run, "solve.iterations"), 0) + " iterations" : "")
                + optional(run, "solve.residual", "residual")
                + optional(run, "solve.mesh-error", "mesh error ±")
                + ", " + Words.fixed(run.seconds(), 1) + " s";
    }

    private static String optional(Run run, String id, String word) {
        var value = run.results().get(id);
        return value == null ? "" : ", " + word + (word.endsWith("±") ? "" : " ") + Words.result(id, value);
    }

    private String line(String label, String text) {
        return "  " + dim(padded(label, 9)) + " " + text;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    /// Takes control characters out of a name, so that a device file cannot write to the terminal.
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    private String tint(Status status, String word) {
        return switch (status) {
            case PASS -> coded("32", word);
            case TIGHT -> coded("1;33", word);
            case FAIL -> coded("1;31", word);
        };
    }

    private String bold(String text) {
        return coded("1", text);
    }

    private String dim(String text) {
        return coded("2", text);
    }

    private String coded(String code, String text) {
        return colour ? String.format(Locale.ROOT, "%s%sm%s%s0m", ESCAPE, code, text, ESCAPE) : text;
    }
}

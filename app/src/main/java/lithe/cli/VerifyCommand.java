// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import lithe.report.Json;
import lithe.thermal.Resolution;
import lithe.verify.Cases;
import lithe.verify.PhoneTargets;
import lithe.verify.VerificationCase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Solves what has a known answer.
@Command(
        name = "verify",
        description = {
            "Solves cases with a known answer and prints value, reference, error and limit of each.",
            "verify phone (or T1 … T15): simulates phones that were measured, compares, and writes a page."
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", paramLabel = "START", description = "only cases whose name starts with this, such as cell; default: all")
    String start = "";

    @Option(names = "--json", description = "one JSON document on standard output")
    boolean json;

    @Option(
            names = "--resolution",
            paramLabel = "NAME|CELLS",
            defaultValue = "draft",
            description = "of the phones: draft, standard, fine, or a number of cells; default: ${DEFAULT-VALUE}")
    String resolution = "draft";

    @Option(names = "--threads", paramLabel = "N", description = "phones that are simulated side by side; default: all processors")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--out", paramLabel = "FOLDER", defaultValue = "out/validation", description = "where the page of the phones goes; default: ${DEFAULT-VALUE}")
    Path out = Path.of("out", "validation");

    @Spec
    @Nullable CommandSpec spec;

    /// A case and how it went; the reason where it did not run.
    private record Done(VerificationCase task, VerificationCase.@Nullable Check check, String failure, double seconds) {

        boolean passes() {
            return check != null && check.passes();
        }
    }

    @Override
    public Integer call() {
        var line = Objects.requireNonNull(spec).commandLine();
        return start.equals("phone") || start.matches("T\\d+") ? phones(line.getOut(), line.getErr()) : cases(line.getOut(), line.getErr());
    }

    private int phones(PrintWriter out, PrintWriter err) {
        var bar = new ProgressBar(err);
        long begun = System.nanoTime();
        try {
            var grid = Resolution.named(resolution);
            var outcome = PhoneTargets.compare(start.equals("phone") ? List.of() : List.of(start), grid, threads, bar);
            bar.done();
            return new VerifyPhone(out, resolution).tell(outcome, this.out, json, (System.nanoTime() - begun) * 1e-9);
        } finally {
            bar.done();
        }
    }

    private int cases(PrintWriter out, PrintWriter err) {
        var bar = new ProgressBar(err);
        List<VerificationCase> cases = Cases.all().stream().filter(c -> c.id().startsWith(start)).toList();
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("no case starts with " + start);
        }
        int width = cases.stream().mapToInt(c -> c.id().length()).max().orElse(10);
        List<Done> done = new ArrayList<>();
        if (!json) {
            out.printf("%-" + width + "s %16s %16s %10s %10s  %s%n", "case", "value", "reference", "error", "limit", "what, source");
        }
        for (VerificationCase task : cases) {
            bar.at(task.id(), (double) done.size() / cases.size());
            var one = run(task);
            done.add(one);
            if (!json) {
                bar.done();
                out.println(line(one, width));
            }
        }
        bar.done();
        boolean all = done.stream().allMatch(Done::passes);
        if (json) {
            out.println(Json.text(document(done)));
        } else {
            long passed = done.stream().filter(Done::passes).count();
            double seconds = done.stream().mapToDouble(Done::seconds).sum();
            out.printf(Locale.ROOT, "%d of %d cases hold, %.1f s, lithe %s%n", passed, done.size(), seconds, Version.current());
        }
        out.flush();
        return all ? ExitCode.OK : ExitCode.VERDICT_FAILED;
    }

    private static Done run(VerificationCase task) {
        long start = System.nanoTime();
        try {
            var check = task.run().get();
            return new Done(task, check, "", (System.nanoTime() - start) * 1e-9);
        } catch (RuntimeException broken) {
            // one broken case must not hide the others
            return new Done(task, null, String.valueOf(broken.getMessage()), (System.nanoTime() - start) * 1e-9);
        }
    }

    private static String line(Done done, int width) {
        var task = done.task();
        var check = done.check();
        if (check == null) {
            return String.format(Locale.ROOT, "%-" + width + "s did not run: %s", task.id(), done.failure());
        }
        return String.format(
                Locale.ROOT,
                "%-" + width + "s %16s %16s %10.1e %10.1e%s %s; %s",
                task.id(),
                number(check.value(), check.unit()),
                number(check.reference(), check.unit()),
                check.error(),
                check.limit(),
                check.passes() ? " " : " FAILS",
                task.what(),
                task.source());
    }

    private static String number(double value, String unit) {
        return String.format(Locale.ROOT, "%.7g", value) + (unit.equals("1") || unit.isEmpty() ? "" : " " + unit);
    }

    private static Map<String, Object> document(List<Done> done) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Done one : done) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("id", one.task().id());
            row.put("what", one.task().what());
            row.put("source", one.task().source());
            var check = one.check();
            if (check != null) {
                row.put("value", check.value());
                row.put("reference", check.reference());
                row.put("error", check.error());
                row.put("limit", check.limit());
                row.put("unit", check.unit());
            } else {
                row.put("failure", one.failure());
            }
            row.put("holds", one.passes());
            row.put("seconds", one.seconds());
            rows.add(row);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("lithe", Version.current());
        document.put("command", "verify");
        document.put("cases", rows);
        return document;
    }
}

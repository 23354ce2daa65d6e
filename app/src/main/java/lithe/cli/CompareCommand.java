// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lithe.device.Device;
import lithe.device.Workload;
import lithe.input.DeviceFile;
import lithe.report.Comparison;
import lithe.report.ComparisonPage;
import lithe.report.ComparisonText;
import lithe.report.Json;
import lithe.report.Place;
import lithe.report.Provenance;
import lithe.report.Report;
import lithe.simulation.Coupling;
import lithe.simulation.Outcome;
import lithe.simulation.Progress;
import lithe.simulation.Run;
import lithe.simulation.Sustained;
import lithe.thermal.Grid;
import lithe.thermal.Resolution;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Puts two phones, or two variants of one, side by side.
@Command(
        name = "compare",
        description = "Puts two phones, or two variants of one, side by side: size, battery, board, temperatures, sustained power, charge.",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

    @Parameters(arity = "1..2", paramLabel = "DEVICE", description = "two device files; or one, beside itself changed by --set")
    List<Path> devices = List.of();

    @Option(names = "--set", paramLabel = "PATH=VALUE", description = "change a value of the last phone, such as --set chamber.thickness=\"0.4 mm\"; may be repeated")
    Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--workload", paramLabel = "NAME", split = ",", description = "only these workloads; default: all that both have, and a charge of each")
    List<String> workloads = List.of();

    @Option(names = "--same-load", description = "the second phone does what the first does: its powers, room, posture and times")
    boolean sameLoad;

    @Option(names = "--posture", paramLabel = "NAME", description = "hold both this way in every workload")
    @Nullable String posture;

    @Option(names = "--ambient", paramLabel = "CELSIUS", description = "temperature around both in every workload, °C")
    @Nullable Double ambient;

    @Option(
            names = "--resolution",
            paramLabel = "NAME|CELLS",
            defaultValue = "draft",
            description = "draft, standard, fine, or a number of cells; default: ${DEFAULT-VALUE}")
    String resolution = "draft";

    @Option(names = "--threads", paramLabel = "N", description = "threads that share a solve; default: all processors")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "one JSON document on standard output, nothing else there")
    boolean json;

    @Option(names = "--out", paramLabel = "FOLDER", description = "where to write; default: out/<both names>")
    @Nullable Path out;

    @Spec
    @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var line = Objects.requireNonNull(spec).commandLine();
        var first = DeviceFile.read(devices.getFirst());
        var second = second(first);
        var load = new SideBySide(first.device(), second.device(), sameLoad, posture, ambient);
        var pairs = load.pairs(workloads);
        var bar = new ProgressBar(line.getErr());
        try {
            var both = compare(first, second, load, pairs, bar);
            bar.done();
            tell(both, line.getOut());
            return ExitCode.OK;
        } finally {
            bar.done();
        }
    }

    private DeviceFile second(DeviceFile first) {
        if (devices.size() == 1 && set.isEmpty()) {
            throw new IllegalArgumentException("one phone and nothing to compare it with: name a second device file, or change this one by --set");
        }
        var read = devices.size() == 1 ? first : DeviceFile.read(devices.getLast());
        return set.isEmpty() ? read : read.set(set);
    }

    private Comparison compare(DeviceFile first, DeviceFile second, SideBySide load, List<SideBySide.Pair> pairs, Progress bar) {
        String changes = set.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(", "));
        String one = first.device().name(), other = second.device().name() + (changes.isEmpty() ? "" : ", " + changes);
        Side a = side(one, first, load.first(), pairs.stream().map(SideBySide.Pair::first).toList(), (what, share) -> bar.at(one + ", " + what, share / 2));
        Side b = side(other.equals(one) ? other + " (2)" : other, second, load.second(), pairs.stream().map(SideBySide.Pair::second).toList(),
                (what, share) -> bar.at(other + ", " + what, 0.5 + share / 2));
        Map<String, Comparison.Pair> runs = new LinkedHashMap<>();
        Map<String, Sustained> sustainedA = new LinkedHashMap<>(), sustainedB = new LinkedHashMap<>();
        for (int p = 0; p < pairs.size(); p++) {
            String name = pairs.get(p).name();
            Run runA = a.outcome().runs().get(p), runB = b.outcome().runs().get(p);
            runs.put(name, new Comparison.Pair(runA, runB));
            put(sustainedA, name, a.sustained().get(runA.workload().name()));
            put(sustainedB, name, b.sustained().get(runB.workload().name()));
        }
        return new Comparison(a.beside(sustainedA), b.beside(sustainedB), runs, load.leftOut(pairs, workloads), load.conditions());
    }

    private static void put(Map<String, Sustained> map, String name, @Nullable Sustained sustained) {
        if (sustained != null) {
            map.put(name, sustained);
        }
    }

    /// One phone and what it gave.
    private record Side(String name, DeviceFile file, Outcome outcome, Map<String, Sustained> sustained) {

        Comparison.Side beside(Map<String, Sustained> byPair) {
            var provenance = new Provenance(Version.current(), "compare", file.file(), file.sha256(), Instant.now());
            return new Comparison.Side(name, new Report(provenance, outcome, file.given()), file.board(), byPair);
        }
    }

    private Side side(String name, DeviceFile file, Device phone, List<Workload> todo, Progress progress) {
        var grid = Grid.of(phone, Resolution.named(resolution));
        var outcome = Coupling.of(phone, grid, threads).solve(todo, (what, share) -> progress.at(what, 0.7 * share));
        Map<String, Sustained> sustained = new LinkedHashMap<>();
        int done = 0;
        for (Workload workload : todo) {
            progress.at("sustained power, " + workload.name(), 0.7 + 0.3 * done++ / todo.size());
            if (!workload.charged()) {
                sustained.put(workload.name(), Sustained.of(phone, workload, grid, threads));
            }
        }
        return new Side(name, file, outcome, sustained);
    }

    private void tell(Comparison both, PrintWriter to) {
        var folder = out == null ? Path.of("out", folderName()) : out;
        var written = List.of(
                new Place(folder).write("compare.html", ComparisonPage.text(both)),
                new Place(folder).write("compare.json", Json.text(ComparisonText.document(both))));
        if (json) {
            to.print(Json.text(ComparisonText.document(both)));
        } else {
            to.print(ComparisonText.text(both));
            to.printf("%nwrote %s%n", written.stream().map(Path::toString).collect(Collectors.joining(", ")));
        }
        to.flush();
    }

    private String folderName() {
        List<String> names = new ArrayList<>();
        devices.forEach(device -> names.add(String.valueOf(Folders.of(device).getFileName())));
        if (devices.size() == 1) {
            names.add("changed");
        }
        return String.join("-", names);
    }
}

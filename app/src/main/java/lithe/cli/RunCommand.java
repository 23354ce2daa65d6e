// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import lithe.device.Device;
import lithe.device.Posture;
import lithe.device.Workload;
import lithe.explore.lever.Limits;
import lithe.input.DeviceFile;
import lithe.report.JsonReport;
import lithe.report.Report;
import lithe.report.TextReport;
import lithe.result.Verdict;
import lithe.simulation.Coupling;
import lithe.simulation.HeatChoice;
import lithe.simulation.Headline;
import lithe.simulation.Outcome;
import lithe.simulation.Progress;
import lithe.thermal.Grid;
import lithe.thermal.Resolution;
import lithe.units.Nearest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Simulates a phone.
@Command(
        name = "run",
        description = "Simulates the workloads of a device file, prints verdicts and writes a report.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    /// Moving the first levers, or all, takes about as long as so many workloads (Xiaomi 12, standard).
    private static final double FIRST = 5;

    private static final double ALL = 60;

    @Mixin
    Asked asked = new Asked();

    @Option(names = "--workload", paramLabel = "NAME", split = ",", description = "only these workloads; default: all")
    List<String> workloads = List.of();

    @Option(names = "--posture", paramLabel = "NAME", description = "hold the phone this way in every workload: table, stand, hand-portrait, …")
    @Nullable String posture;

    @Option(
            names = "--resolution",
            paramLabel = "NAME|CELLS",
            defaultValue = "standard",
            description = "draft, standard, fine, or a number of cells; default: ${DEFAULT-VALUE}")
    String resolution = "standard";

    @Option(names = "--out", paramLabel = "FOLDER", description = "where to write; default: out/<name of the device file>")
    @Nullable Path out;

    @Option(names = "--vtk", description = "also write the temperature field for ParaView")
    boolean vtk;

    @Option(names = "--perfetto", description = "also write temperatures and powers as counter tracks for the Perfetto viewer")
    boolean perfetto;

    @Option(names = "--threads", paramLabel = "N", description = "threads that share a solve; default: all processors")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--band",
            paramLabel = "N",
            description = "also simulate N variants at draft resolution with the graded inputs varied over their ranges, and give the 10–90 %% band of the highest skin temperature")
    int variants;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "model of heat for workloads over time: full; reduced, some hundred modes with an own error estimate; or auto (default), reduced where it saves time and its estimate is at most 0.5 K")
    String model = "auto";

    @Option(names = "--explain", description = "move every lever of the phone at the resolution of the run; takes long. Without it the first few are moved on a coarser mesh, for the verdict that decides or, where that would take long, the next one")
    boolean explain;

    @Option(names = "--no-levers", description = "move no levers: faster, without what one unit of each would buy")
    boolean noLevers;

    @Override
    public Integer call() {
        var file = asked.read();
        var phone = file.device();
        var chosen = choose(phone);
        var bar = new ProgressBar(asked.err());
        try {
            var grid = Grid.of(phone, Resolution.named(resolution));
            var coupling = Coupling.of(phone, grid, threads).judged().heat(HeatChoice.named(model));
            double share = noLevers && !explain ? 1 : chosen.size() / (chosen.size() + (explain ? ALL : FIRST));
            var outcome = coupling.solve(chosen, bar.part(0, share));
            report(file, outcome, bar.part(share, 1), bar);
            return failed(outcome) ? ExitCode.VERDICT_FAILED : ExitCode.OK;
        } finally {
            bar.done();
        }
    }

    private List<Workload> choose(Device phone) {
        List<String> names = phone.workloads().stream().map(Workload::name).toList();
        var unknown = workloads.stream().filter(name -> !names.contains(name)).findFirst();
        if (unknown.isPresent()) {
            throw new IllegalArgumentException("no workload named %s in this file; nearest: %s; there are: %s"
                    .formatted(unknown.get(), Nearest.to(unknown.get(), names), String.join(", ", names)));
        }
        return phone.workloads().stream()
                .filter(workload -> workloads.isEmpty() || workloads.contains(workload.name()))
                .map(workload -> held(phone, workload))
                .toList();
    }

    private Workload held(Device phone, Workload workload) {
        return posture == null ? workload : workload.held(Posture.named(posture).boundary(phone.body()));
    }

    private void report(DeviceFile file, Outcome outcome, Progress progress, ProgressBar bar) {
        var own = Resolution.named(resolution);
        var limiting = new Limiting(file, explain || own.cells() < Limiting.REDUCED.cells() ? own : Limiting.REDUCED, explain, this::held);
        var folder = out == null ? Folders.of(asked.path()) : out;
        var report = new Report(asked.provenance(file), outcome, file.given(), Limits.of(outcome));
        // first what is known: a run that is stopped while levers move loses nothing
        List<Path> written = new ArrayList<>(Folders.write(report, folder, vtk));
        if (explain || !noLevers) {
            report = new Report(asked.provenance(file), outcome, file.given(), limiting.of(outcome, threads, progress));
            Folders.write(report, folder, vtk);
        }
        bar.done();
        written.addAll(perfetto ? Folders.perfetto(outcome, folder) : List.of());
        var bands = variants == 0 ? List.<Uncertain.Line>of() : new Uncertain(asked, variants).bands(outcome, threads);
        if (asked.json) {
            asked.out().println(JsonReport.text(report));
        } else {
            asked.out().print(TextReport.text(report, Asked.colour(), List.copyOf(new LinkedHashSet<>(written))));
            bands.forEach(line -> asked.out().println(line.text()));
        }
        asked.out().flush();
    }

    private static boolean failed(Outcome outcome) {
        return Headline.of(outcome).failed() || outcome.runs().stream()
                .flatMap(run -> run.verdicts().stream())
                .anyMatch(verdict -> verdict.status() == Verdict.Status.FAIL);
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lithe.device.Device;
import lithe.device.Workload;
import lithe.result.Catalogue;
import lithe.thermal.Grid;
import lithe.thermal.Heat;
import lithe.thermal.MeshError;
import lithe.thermal.Temperatures;

/// The models of one phone, coupled: runs workload after workload on one grid.
public final class Coupling {

    private final Device phone;
    private final int threads;
    /// The run mesh first; then coarser ones by which its error is judged, if that is wanted.
    private final List<Heat> meshes;

    private Coupling(Device phone, int threads, List<Heat> meshes) {
        this.phone = phone;
        this.threads = threads;
        this.meshes = meshes;
    }

    /// Couples the models of a phone.
    ///
    /// @param phone the phone
    /// @param grid its grid
    /// @param threads threads that share the work of a solve
    /// @return the coupled models, ready to run
    public static Coupling of(Device phone, Grid grid, int threads) {
        return new Coupling(phone, threads, List.of(Heat.on(grid, threads)));
    }

    /// Returns the same models with a judge of the mesh: every workload is run on two coarser grids as well, at about a
    /// seventh of the cost, and each temperature gets an estimate of its mesh error.
    ///
    /// @return coupled models that estimate their mesh error
    public Coupling judged() {
        var coarse = meshes.getFirst().grid().coarser();
        return new Coupling(
                phone,
                threads,
                List.of(meshes.getFirst(), Heat.on(coarse, threads), Heat.on(coarse.coarser(), threads)));
    }

    /// Runs workloads one after another; one that continues another starts where that ended, and runs it first if it
    /// was not asked for.
    ///
    /// @param workloads workloads of the phone
    /// @param progress hears how far it is
    /// @return the outcome, one run per workload asked for
    /// @throws IllegalArgumentException when a workload cannot be run, such as one without a way out for its heat
    /// @throws ArithmeticException when a solve does not converge
    public Outcome solve(List<Workload> workloads, Progress progress) {
        double each = Arrays.stream(SHARE).limit(meshes.size()).sum();
        var meter = new Meter(each * chains(workloads).stream().mapToDouble(Coupling::effort).sum(), progress);
        Map<String, List<Ran>> done = new HashMap<>();
        List<Run> runs = new ArrayList<>();
        for (Workload workload : workloads) {
            runs.add(judge(ran(workload, done, meter).stream().map(Ran::run).toList()));
        }
        return new Outcome(phone, runs);
    }

    /// Share of the work of a run on each mesh.
    private static final double[] SHARE = {1, 0.13, 0.03};

    /// A finished run with the temperatures it ended at.
    private record Ran(Run run, Temperatures end) {}

    /// Runs a workload on every mesh, unless that has been done.
    private List<Ran> ran(Workload workload, Map<String, List<Ran>> done, Meter meter) {
        var known = done.get(workload.name());
        if (known != null) {
            return known;
        }
        List<Ran> before = workload.after() == null ? List.of() : ran(phone.workload(workload.after()), done, meter);
        List<Ran> ran = new ArrayList<>();
        for (int mesh = 0; mesh < meshes.size(); mesh++) {
            meter.start(workload.name(), effort(workload) * SHARE[mesh]);
            var from = before.isEmpty() ? null : before.get(mesh).end();
            var run = new WorkloadRun(phone, meshes.get(mesh), workload, from, meter);
            ran.add(new Ran(run.run(), run.end()));
        }
        done.put(workload.name(), ran);
        return ran;
    }

    /// Adds to the run on the run mesh what the coarser ones say of its error.
    private static Run judge(List<Run> runs) {
        var fine = runs.getFirst();
        if (runs.size() == 1) {
            return fine;
        }
        Map<String, Double> errors = new LinkedHashMap<>();
        fine.results().forEach((id, value) -> {
            if (id.matches("(skin|part|sensor)\\..*") && Catalogue.of(id).unit().equals("°C")) {
                double error = MeshError.of(value, runs.get(1).result(id), runs.get(2).result(id));
                errors.put("solve.mesh-error." + id, error);
            }
        });
        errors.put("solve.mesh-error", errors.getOrDefault("solve.mesh-error.skin.max", Double.NaN));
        double seconds = runs.stream().mapToDouble(Run::seconds).sum();
        errors.put("solve.seconds", seconds);
        return fine.with(errors, seconds);
    }

    /// The workloads asked for and those they continue, each once.
    private List<Workload> chains(List<Workload> workloads) {
        List<Workload> all = new ArrayList<>();
        for (Workload workload : workloads) {
            for (Workload w = workload; w != null; w = w.after() == null ? null : phone.workload(w.after())) {
                if (!all.contains(w)) {
                    all.add(w);
                }
            }
        }
        return all;
    }

    /// Rough share of the work of a workload: the error control takes steps that grow with time.
    private static double effort(Workload workload) {
        return workload.steady() ? 1 : 1 + Math.sqrt(workload.duration() / 60);
    }

    /// Adds up the progress of several runs.
    static final class Meter {

        private final double whole;
        private final Progress progress;
        private double before;
        private double current;
        private String name = "";

        Meter(double whole, Progress progress) {
            this.whole = whole;
            this.progress = progress;
        }

        void start(String next, double effort) {
            before += current;
            current = effort;
            name = next;
            at(0);
        }

        void at(double fraction) {
            progress.at(name, (before + fraction * current) / whole);
        }
    }

    /// Returns the grid the models are on.
    ///
    /// @return the grid
    public Grid grid() {
        return meshes.getFirst().grid();
    }
}

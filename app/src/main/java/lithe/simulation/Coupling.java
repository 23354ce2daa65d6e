// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lithe.device.Device;
import lithe.device.Workload;
import lithe.result.Catalogue;
import lithe.thermal.Grid;
import lithe.thermal.MeshError;

/// The models of one phone, coupled: runs workload after workload on one grid.
public final class Coupling {

    /// Share of the work of a run on each mesh, estimate.
    static final double[] SHARE = {1, 0.4, 0.3};

    /// From so many cells on, threads that share a solve gain more than runs side by side (`lithe bench`: 1.13 at 117 k
    /// cells, 1.6 from 468 k on, on two threads).
    private static final int WORTH_SHARING = 400_000;

    private final Device phone;
    private final int threads;
    /// The run mesh first; then coarser ones by which its error is judged, if that is wanted.
    private final List<Grid> grids;
    private final double refinement;

    private Coupling(Device phone, int threads, List<Grid> grids, double refinement) {
        this.phone = phone;
        this.refinement = refinement;
        this.threads = threads;
        this.grids = grids;
    }

    /// Couples the models of a phone.
    ///
    /// @param phone the phone
    /// @param grid its grid
    /// @param threads threads that share the work
    /// @return the coupled models, ready to run
    public static Coupling of(Device phone, Grid grid, int threads) {
        return new Coupling(phone, threads, List.of(grid), 1);
    }

    /// Returns the same models with a judge of the mesh: every workload is run on two coarser grids as well, with the
    /// same steps and powers, and each temperature gets an estimate of its mesh error. They follow while the run goes on.
    ///
    /// @return coupled models that estimate their mesh error
    public Coupling judged() {
        var coarse = grids.getFirst().coarser();
        return new Coupling(phone, threads, List.of(grids.getFirst(), coarse, coarse.coarser()), refinement);
    }

    /// Returns the same models with shorter coupling steps, to see what the steps do to a result.
    ///
    /// @param times how many times shorter, 1 or more
    /// @return finer coupled models
    public Coupling refined(double times) {
        if (!(times >= 1)) {
            throw new IllegalArgumentException("coupling steps must be divided by 1 or more, but by " + times);
        }
        return new Coupling(phone, threads, grids, refinement * times);
    }

    /// Runs workloads. One that continues another starts where that ended, and runs it first if it was not asked for.
    /// Those that do not wait for one another run side by side, the longest first, and so do the meshes.
    ///
    /// @param workloads workloads of the phone
    /// @param progress hears how far it is, one call at a time
    /// @return the outcome, one run per workload asked for
    /// @throws IllegalArgumentException when a workload cannot be run, such as one without a way out for its heat
    /// @throws ArithmeticException when a solve does not converge
    public Outcome solve(List<Workload> workloads, Progress progress) {
        var chains = chains(workloads);
        double each = Arrays.stream(SHARE).limit(grids.size()).sum();
        var total = new Meter.Total(each * chains.stream().mapToDouble(Chain::effort).sum(), progress);
        int abreast = Math.clamp(chains.size(), 1, threads);
        boolean beside = grids.size() > 1 && threads > 1 && grid().cells() < WORTH_SHARING;
        int share = Math.max(1, threads / (beside ? 2 * abreast : abreast));
        Map<String, List<Run>> done = new HashMap<>();
        // those who follow wait now and then: one more than there are threads
        try (var pool = Executors.newFixedThreadPool(beside ? threads + 1 : abreast)) {
            List<Future<Map<String, List<Run>>>> running = new ArrayList<>();
            for (Chain chain : chains) {
                running.add(pool.submit(() -> chain.run(grid(), share, total)));
                running.add(pool.submit(() -> chain.follow(grids.subList(1, grids.size()), share, total)));
            }
            running.forEach(run -> Abreast.finished(run, pool).forEach(
                    (name, runs) -> done.computeIfAbsent(name, first -> new ArrayList<>()).addAll(runs)));
        }
        return new Outcome(phone, workloads.stream().map(w -> judge(done.getOrDefault(w.name(), List.of()))).toList());
    }

    /// The workloads asked for and those they continue, in chains that can be run side by side, the longest first.
    private List<Chain> chains(List<Workload> workloads) {
        Map<String, List<Workload>> chains = new LinkedHashMap<>();
        for (Workload workload : workloads) {
            Deque<Workload> back = new ArrayDeque<>();
            for (Workload w = workload; w != null; w = w.after() == null ? null : phone.workload(w.after())) {
                back.push(w);
            }
            var chain = chains.computeIfAbsent(back.getFirst().name(), first -> new ArrayList<>());
            back.stream().filter(w -> chain.stream().noneMatch(c -> c.name().equals(w.name()))).forEach(chain::add);
        }
        return chains.values().stream()
                .map(chain -> new Chain(phone, chain, refinement))
                .sorted(Comparator.comparingDouble(Chain::effort).reversed())
                .toList();
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

    /// Tells how far one run is, as a share of all.
    static final class Meter {

        /// Adds up the progress of runs that go on side by side.
        static final class Total {

            private final double whole;
            private final Progress progress;
            private double done;

            Total(double whole, Progress progress) {
                this.whole = whole;
                this.progress = progress;
            }

            private synchronized void add(String name, double effort) {
                done += effort;
                progress.at(name, Math.min(1, done / whole));
            }
        }

        private final Total total;
        private final String name;
        private final double effort;
        private double reached;

        Meter(Total total, String name, double effort) {
            this.total = total;
            this.name = name;
            this.effort = effort;
        }

        void at(double fraction) {
            total.add(name, effort * Math.max(0, fraction - reached));
            reached = Math.max(reached, fraction);
        }
    }

    /// Returns the grid the models are on.
    ///
    /// @return the grid
    public Grid grid() {
        return grids.getFirst();
    }
}

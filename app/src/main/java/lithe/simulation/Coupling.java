// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lithe.device.Device;
import lithe.device.Workload;
import lithe.thermal.Grid;

/// The models of one phone, coupled: runs workload after workload on one grid.
public final class Coupling {

    private final Device phone;
    private final int threads;
    private final Grid grid;
    private final boolean judged;
    private final double refinement;
    private final HeatChoice choice;

    private Coupling(Device phone, int threads, Grid grid, boolean judged, double refinement, HeatChoice choice) {
        this.choice = choice;
        this.phone = phone;
        this.refinement = refinement;
        this.threads = threads;
        this.grid = grid;
        this.judged = judged;
    }

    /// Couples the models of a phone.
    ///
    /// @param phone the phone
    /// @param grid its grid
    /// @param threads threads that share the work
    /// @return the coupled models, ready to run
    public static Coupling of(Device phone, Grid grid, int threads) {
        return new Coupling(phone, threads, grid, false, 1, HeatChoice.FULL);
    }

    /// Returns the same models with a judge of the mesh: each temperature gets an estimate of its mesh error.
    ///
    /// @return coupled models that estimate their mesh error
    public Coupling judged() {
        return new Coupling(phone, threads, grid, true, refinement, choice);
    }

    /// Returns the same models with shorter coupling steps, to see what the steps do to a result.
    ///
    /// @param times how many times shorter, 1 or more
    /// @return finer coupled models
    public Coupling refined(double times) {
        if (!(times >= 1)) {
            throw new IllegalArgumentException("coupling steps must be divided by 1 or more, but by " + times);
        }
        return new Coupling(phone, threads, grid, judged, refinement * times, choice);
    }

    /// Returns the same models with another choice of the model of heat; without it, the full equations.
    ///
    /// @param wish full, reduced, or whichever fits
    /// @return coupled models that choose so
    public Coupling heat(HeatChoice wish) {
        return new Coupling(phone, threads, grid, judged, refinement, wish);
    }

    /// Runs workloads. One that continues another starts where that ended, and runs it first if it was not asked for.
    /// Those that do not wait for one another run side by side, the longest first.
    ///
    /// @param workloads workloads of the phone
    /// @param progress hears how far it is, one call at a time
    /// @return the outcome, one run per workload asked for
    /// @throws IllegalArgumentException when a workload cannot be run, such as one without a way out for its heat
    /// @throws ArithmeticException when a solve does not converge
    public Outcome solve(List<Workload> workloads, Progress progress) {
        var chains = chains(workloads);
        var total = new Meter.Total(chains.stream().mapToDouble(Chain::effort).sum(), progress);
        int abreast = Math.clamp(chains.size(), 1, threads);
        int share = Math.max(1, threads / abreast);
        Map<String, Run> done = new HashMap<>();
        try (var pool = Executors.newFixedThreadPool(abreast)) {
            List<Future<Map<String, Run>>> running = new ArrayList<>();
            for (Chain chain : chains) {
                running.add(pool.submit(() -> chain.run(grid, share, judged, total)));
            }
            running.forEach(run -> done.putAll(Abreast.finished(run, pool)));
        }
        return new Outcome(phone, workloads.stream().map(w -> Objects.requireNonNull(done.get(w.name()))).toList());
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
                .map(chain -> new Chain(phone, chain, refinement, choice))
                .sorted(Comparator.comparingDouble(Chain::effort).reversed())
                .toList();
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
        return grid;
    }
}

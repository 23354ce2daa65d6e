// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lithe.device.Device;
import lithe.device.Workload;
import lithe.thermal.Grid;
import lithe.thermal.Heat;
import lithe.thermal.Surroundings;
import lithe.thermal.Temperatures;

/// The models of one phone, coupled: runs workload after workload on one grid.
public final class Coupling {

    private final Device phone;
    private final Grid grid;
    private final Heat heat;

    private Coupling(Device phone, Grid grid, Heat heat) {
        this.phone = phone;
        this.grid = grid;
        this.heat = heat;
    }

    /// Couples the models of a phone.
    ///
    /// @param phone the phone
    /// @param grid its grid
    /// @param threads threads that share the work of a solve
    /// @return the coupled models, ready to run
    public static Coupling of(Device phone, Grid grid, int threads) {
        return new Coupling(phone, grid, Heat.on(grid, threads));
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
        var meter = new Meter(chains(workloads).stream().mapToDouble(Coupling::effort).sum(), progress);
        Map<String, Ran> done = new HashMap<>();
        List<Run> runs = new ArrayList<>();
        for (Workload workload : workloads) {
            runs.add(ran(workload, done, meter).run());
        }
        return new Outcome(phone, runs);
    }

    /// A finished run with the temperatures it ended at.
    private record Ran(Run run, Temperatures end) {}

    private Ran ran(Workload workload, Map<String, Ran> done, Meter meter) {
        var known = done.get(workload.name());
        if (known != null) {
            return known;
        }
        var before = workload.after() == null ? null : ran(phone.workload(workload.after()), done, meter).end();
        meter.start(workload.name(), effort(workload));
        var workloadRun = new WorkloadRun(phone, heat, workload, before, meter);
        var ran = new Ran(workloadRun.run(), workloadRun.end());
        done.put(workload.name(), ran);
        return ran;
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
        return grid;
    }
}

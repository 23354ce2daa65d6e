// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lithe.device.Device;
import lithe.device.Workload;
import lithe.thermal.Grid;
import lithe.thermal.Heat;
import lithe.thermal.Judge;
import lithe.thermal.Temperatures;
import org.jspecify.annotations.Nullable;

/// Workloads of which each starts where an earlier one ended: run on one mesh.
final class Chain {

    /// Steps of a charge over those of a workload with constant power, estimate.
    private static final double CHARGE = 5;

    private final Device phone;
    private final List<Workload> workloads;
    private final double refinement;
    private final HeatChoice choice;

    /// @param workloads in an order that can be run
    /// @param refinement how many times shorter than usual coupling steps are
    Chain(Device phone, List<Workload> workloads, double refinement, HeatChoice choice) {
        this.phone = phone;
        this.choice = choice;
        this.refinement = refinement;
        this.workloads = workloads;
    }

    /// Runs all workloads.
    ///
    /// @param judged whether their mesh errors are wanted
    Map<String, Run> run(Grid grid, int threads, boolean judged, Coupling.Meter.Total total) {
        var heat = Heat.on(grid, threads);
        @Nullable Judge judge = judged ? Judge.of(heat) : null;
        Map<String, Run> runs = new LinkedHashMap<>();
        Map<String, Temperatures> ends = new HashMap<>();
        Map<String, double[]> lacks = new HashMap<>();
        for (Workload workload : workloads) {
            @Nullable Temperatures before = workload.after() == null ? null : ends.get(workload.after());
            var meter = new Coupling.Meter(total, workload.name(), effort(workload));
            var run = new WorkloadRun(phone, heat, workload, before, meter).fineness(1 / refinement).heat(choice);
            if (judge != null) {
                judge.begin(workload.after() == null ? new double[0] : lacks.getOrDefault(workload.after(), new double[0]));
                run.judged(judge);
            }
            runs.put(workload.name(), run.run());
            ends.put(workload.name(), run.end());
            if (judge != null) {
                lacks.put(workload.name(), judge.state());
            }
        }
        return runs;
    }

    /// Rough work: the error control takes steps that grow with time.
    double effort() {
        return workloads.stream().mapToDouble(Chain::effort).sum();
    }

    private static double effort(Workload workload) {
        return workload.steady() ? 1 : (1 + Math.sqrt(workload.duration() / 60)) * (workload.charged() ? CHARGE : 1);
    }
}

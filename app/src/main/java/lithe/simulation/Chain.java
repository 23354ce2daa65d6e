// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lithe.device.Device;
import lithe.device.Workload;
import lithe.thermal.Grid;
import lithe.thermal.Heat;
import lithe.thermal.Temperatures;
import org.jspecify.annotations.Nullable;

/// Workloads of which each starts where an earlier one ended: run on one mesh and followed on coarser ones.
final class Chain {

    /// Steps of a charge over those of a workload with constant power, estimate.
    private static final double CHARGE = 5;

    private final Device phone;
    private final List<Workload> workloads;
    private final double refinement;
    private final Map<String, Trail> trails = new HashMap<>();

    /// @param workloads in an order that can be run
    /// @param refinement how many times shorter than usual coupling steps are
    Chain(Device phone, List<Workload> workloads, double refinement) {
        this.phone = phone;
        this.refinement = refinement;
        this.workloads = workloads;
        workloads.forEach(workload -> trails.put(workload.name(), new Trail()));
    }

    /// Runs all workloads and leaves their trails.
    Map<String, List<Run>> run(Grid grid, int threads, Coupling.Meter.Total total) {
        var mesh = new Mesh(grid, threads, 0);
        Map<String, List<Run>> runs = new LinkedHashMap<>();
        try {
            for (Workload workload : workloads) {
                var run = mesh.begin(workload, total);
                var trail = trail(workload);
                runs.put(workload.name(), List.of(run.run(trail)));
                mesh.ends.put(workload.name(), run.end());
                trail.end();
            }
            return runs;
        } finally {
            trails.values().forEach(Trail::end);
        }
    }

    /// Follows the run on other meshes, while it goes on or after it.
    Map<String, List<Run>> follow(List<Grid> grids, int threads, Coupling.Meter.Total total) throws InterruptedException {
        List<Mesh> meshes = new ArrayList<>();
        for (Grid grid : grids) {
            meshes.add(new Mesh(grid, threads, meshes.size() + 1));
        }
        Map<String, List<Run>> runs = new LinkedHashMap<>();
        for (Workload workload : workloads) {
            var following = meshes.stream().map(mesh -> mesh.begin(workload, total)).toList();
            runs.put(workload.name(), WorkloadRun.follow(following, trail(workload)));
            for (int m = 0; m < meshes.size(); m++) {
                meshes.get(m).ends.put(workload.name(), following.get(m).end());
            }
        }
        return runs;
    }

    private Trail trail(Workload workload) {
        return trails.getOrDefault(workload.name(), new Trail());
    }

    /// Rough work: the error control takes steps that grow with time.
    double effort() {
        return workloads.stream().mapToDouble(Chain::effort).sum();
    }

    private static double effort(Workload workload) {
        return workload.steady() ? 1 : (1 + Math.sqrt(workload.duration() / 60)) * (workload.charged() ? CHARGE : 1);
    }

    /// One mesh with its equations and the states its workloads ended in.
    private final class Mesh {
        private final Heat heat;
        private final int number;
        private final Map<String, Temperatures> ends = new HashMap<>();

        Mesh(Grid grid, int threads, int number) {
            heat = Heat.on(grid, threads);
            this.number = number;
        }

        WorkloadRun begin(Workload workload, Coupling.Meter.Total total) {
            @Nullable Temperatures before = workload.after() == null ? null : ends.get(workload.after());
            var meter = new Coupling.Meter(total, workload.name(), effort(workload) * Coupling.SHARE[number]);
            return new WorkloadRun(phone, heat, workload, before, meter).fineness(1 / refinement);
        }
    }
}

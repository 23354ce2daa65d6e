// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import lithe.device.Device;
import lithe.device.Workload;
import lithe.explore.claim.Setting;
import lithe.explore.lever.Lever;
import lithe.explore.lever.Levers;
import lithe.explore.lever.Limits;
import lithe.explore.lever.Sensitivities;
import lithe.input.DeviceFile;
import lithe.simulation.Coupling;
import lithe.simulation.Outcome;
import lithe.simulation.Progress;
import lithe.thermal.Grid;
import lithe.thermal.Resolution;

/// Finds what limits a phone by simulating it again with its levers moved, one after another.
///
/// All runs of one answer share the cells of one mesh, whose planes move with the edges.
///
/// @param file the device file
/// @param resolution how finely the runs are cut
/// @param all whether every lever is moved, or only the first
/// @param held puts a workload into the posture that was asked for
record Limiting(DeviceFile file, Resolution resolution, boolean all, BiFunction<Device, Workload, Workload> held) {

    /// The mesh of the runs that `lithe run` makes on its own: the coarsest on which the slopes are those of the standard mesh
    /// (on the Xiaomi 12 within 0.4 %; a draft misses graphite by 23 %).
    static final Resolution REDUCED = new Resolution("reduced", 100_000, Resolution.GUARD);

    Limits of(Outcome outcome, int threads, PrintWriter err) {
        var limits = Limits.of(outcome);
        if (limits.decides().isEmpty()) {
            return limits;
        }
        var decides = limits.decides().get();
        var bar = new ProgressBar(err);
        try {
            var grid = Grid.of(file.device(), resolution);
            var moved = Sensitivities.of(levers(decides.workload()), trial(grid, decides.workload(), decides.verdict().id()), threads, bar);
            return limits.with(moved, String.format(Locale.ROOT, "%s mesh, %,d cells", resolution.name(), grid.cells()));
        } finally {
            bar.done();
        }
    }

    List<Lever> levers(String workload) {
        var device = file.device();
        var levers = Levers.of(device, file.given(), device.workload(workload));
        return all ? levers : levers.stream().limit(Levers.FIRST).map(Limiting::cheap).toList();
    }

    /// Air and power act nearly in proportion: one side tells the slope within half a percent.
    private static Lever cheap(Lever lever) {
        return lever.role() == Lever.Role.DESIGN
                ? lever
                : new Lever(lever.name(), lever.role(), lever.step(), lever.unit(), lever.ratio(), lever.up(), List.of());
    }

    Sensitivities.Trial trial(Grid grid, String workload, String result) {
        return settings -> {
            var phone = with(settings).device();
            return Coupling.of(phone, grid.moved(phone, resolution), 1)
                    .solve(List.of(held.apply(phone, phone.workload(workload))), Progress.SILENT)
                    .runs()
                    .getFirst()
                    .result(result);
        };
    }

    private DeviceFile with(List<Setting> settings) {
        Map<String, String> values = new LinkedHashMap<>();
        settings.forEach(setting -> values.put(setting.path(), setting.text()));
        return values.isEmpty() ? file : file.set(values);
    }
}

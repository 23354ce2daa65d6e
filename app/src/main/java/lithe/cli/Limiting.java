// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import lithe.device.Device;
import lithe.device.Workload;
import lithe.explore.claim.Setting;
import lithe.explore.lever.Lever;
import lithe.explore.lever.Levers;
import lithe.explore.lever.Limits;
import lithe.explore.lever.Limits.Decides;
import lithe.explore.lever.Peak;
import lithe.explore.lever.Sensitivities;
import lithe.explore.lever.Sensitivity;
import lithe.explore.lever.Subject;
import lithe.input.DeviceFile;
import lithe.simulation.Coupling;
import lithe.simulation.Outcome;
import lithe.simulation.Progress;
import lithe.simulation.Run;
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

    /// The mesh of the runs that `lithe run` makes on its own: the coarsest on which the slopes of the Xiaomi 12 are those of the
    /// standard mesh within 5 % (heavy game 2.2 %, charge 4.6 %; a draft misses graphite by 23 %).
    static final Resolution REDUCED = new Resolution("reduced", 100_000, Resolution.GUARD);

    private static final String ASKED = "What would one more unit buy? ";

    /// Moves levers where they can be moved in good time, and says what was left out.
    Limits of(Outcome outcome, int threads, Progress progress) {
        var limits = Limits.of(outcome);
        if (limits.decides().isEmpty()) {
            return limits;
        }
        var grid = Grid.of(file.device(), resolution);
        var found = all ? Subject.governing(outcome) : Subject.quick(outcome, grid.cells());
        var decides = limits.decides().get();
        if (found.isEmpty()) {
            return limits.noted(ASKED + "%s %s; --explain moves every lever.".formatted(decides.workload(), Subject.against(outcome, decides, grid.cells())));
        }
        var subject = found.get();
        var about = subject.decides();
        var moved = Sensitivities.of(levers(about.workload()), trial(grid, subject, names(outcome)), threads, progress);
        if (moved.isEmpty()) {
            return limits.noted(ASKED + "No lever of %s could be moved.".formatted(about.workload()));
        }
        var told = all ? moved : Sensitivities.straight(moved);
        if (told.isEmpty()) {
            return limits.noted(ASKED + about.workload() + " answers small moves by jumps, no slope tells it; --explain moves every lever.");
        }
        return limits.with(about, told, on(grid, subject)).noted(all ? "" : left(outcome, decides, about, grid) + bent(moved));
    }

    private static String bent(List<Sensitivity> moved) {
        var bent = moved.stream().filter(Sensitivity::bent).map(s -> s.lever().name()).toList();
        return bent.isEmpty() ? "" : " Left out, as their two sides differ: " + String.join("; ", bent) + ".";
    }

    private static Set<String> names(Outcome outcome) {
        return outcome.runs().stream().map(run -> run.workload().name()).collect(Collectors.toSet());
    }

    private String on(Grid grid, Subject subject) {
        boolean whole = subject.until() >= file.device().workload(subject.decides().workload()).duration();
        String end = whole ? "" : String.format(Locale.ROOT, ", past the peak to %.0f s", subject.until());
        return String.format(Locale.ROOT, "%s mesh, %,d cells%s", resolution.name(), grid.cells(), end);
    }

    private String left(Outcome outcome, Decides governing, Decides told, Grid grid) {
        if (!told.equals(governing)) {
            return "%s, which decides, %s: --explain moves its levers.".formatted(governing.workload(), Subject.against(outcome, governing, grid.cells()));
        }
        boolean tabs = file.device().workload(told.workload()).charged();
        return "--explain moves every lever%s.".formatted(tabs ? ", tabs as well" : "");
    }

    List<Lever> levers(String workload) {
        var device = file.device();
        var does = device.workload(workload);
        return all
                ? Levers.of(device, file.given(), does)
                : Levers.first(device, file.given(), does).stream().map(Limiting::cheap).toList();
    }

    /// Air and power act nearly in proportion: one side tells the slope within half a percent.
    private static Lever cheap(Lever lever) {
        return lever.role() == Lever.Role.DESIGN
                ? lever
                : new Lever(lever.name(), lever.role(), lever.step(), lever.unit(), lever.ratio(), lever.up(), List.of());
    }

    /// @param asked workloads that were put into a posture; one that is continued starts where it ended in the main run
    Sensitivities.Trial trial(Grid grid, Subject subject, Set<String> asked) {
        var about = subject.decides();
        return settings -> {
            var phone = with(settings).device();
            var coupling = Coupling.of(phone, grid.moved(phone, resolution), 1);
            var whole = held.apply(phone, phone.workload(about.workload()));
            var workload = whole.until(subject.until());
            var before = before(phone, whole, asked);
            var run = run(coupling, before, workload);
            boolean told = workload.duration() == whole.duration() || Peak.behind(run, about.verdict().id());
            return (told ? run : run(coupling, before, whole)).result(about.verdict().id());
        };
    }

    /// What it continues, the first first, in the posture it was run in.
    private List<Workload> before(Device phone, Workload workload, Set<String> asked) {
        List<Workload> before = new ArrayList<>();
        for (var name = workload.after(); name != null && asked.contains(name); name = before.getFirst().after()) {
            before.addFirst(held.apply(phone, phone.workload(name)));
        }
        return before;
    }

    private static Run run(Coupling coupling, List<Workload> before, Workload workload) {
        List<Workload> chain = new ArrayList<>(before);
        chain.add(workload);
        return coupling.solve(chain, Progress.SILENT).runs().getLast();
    }

    private DeviceFile with(List<Setting> settings) {
        Map<String, String> values = new LinkedHashMap<>();
        settings.forEach(setting -> values.put(setting.path(), setting.text()));
        return values.isEmpty() ? file : file.set(values);
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lithe.input.DeviceFile;
import lithe.simulation.Abreast;
import lithe.simulation.Coupling;
import lithe.simulation.Outcome;
import lithe.simulation.Progress;
import lithe.simulation.Run;
import lithe.thermal.Grid;
import lithe.thermal.Resolution;

/// Runs trials side by side, each on one thread, and keeps what came out.
final class Lab {

    private final Resolution resolution;
    private final int threads;
    private final Map<String, DeviceFile> files = new LinkedHashMap<>();
    private final Map<Trial, Outcome> outcomes = new LinkedHashMap<>();

    Lab(Resolution resolution, int threads) {
        this.resolution = resolution;
        this.threads = threads;
    }

    /// Reads a device file that comes with Lithe.
    static DeviceFile shipped(String name) {
        String path = "devices/" + name + ".yaml";
        try (InputStream in = Lab.class.getResourceAsStream(path)) {
            var text = new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
            return DeviceFile.parse(text, path, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Returns a device file, read once.
    synchronized DeviceFile file(String name) {
        return files.computeIfAbsent(name, Lab::shipped);
    }

    /// Returns the device files read so far.
    Collection<DeviceFile> files() {
        return files.values();
    }

    /// Runs all trials; the longest begin first.
    void run(Collection<Trial> trials, Progress progress) {
        List<Trial> order = new ArrayList<>(trials);
        order.sort((a, b) -> Double.compare(effort(b), effort(a)));
        var total = new Total(order.stream().mapToDouble(this::effort).sum(), progress);
        try (var pool = Executors.newFixedThreadPool(Math.max(1, threads))) {
            Map<Trial, Future<Outcome>> running = new LinkedHashMap<>();
            order.forEach(trial -> running.put(trial, pool.submit(() -> outcome(trial, total.share(effort(trial))))));
            running.forEach((trial, outcome) -> outcomes.put(trial, Abreast.finished(outcome, pool)));
        }
    }

    private double effort(Trial trial) {
        return trial.effort(file(trial.device()).device());
    }

    private Outcome outcome(Trial trial, Progress progress) {
        var file = file(trial.device());
        var phone = trial.phone((trial.values().isEmpty() ? file : file.set(trial.values())).device());
        return Coupling.of(phone, Grid.of(phone, resolution), 1)
                .solve(trial.workloads().stream().map(phone::workload).toList(), (what, share) -> progress.at(phone.name() + ", " + what, share));
    }

    /// Returns what a workload gave in a trial.
    Run result(Trial trial, String workload) {
        return Objects.requireNonNull(outcomes.get(trial), "the trial was not run").runs().stream()
                .filter(run -> run.workload().name().equals(workload))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the trial has no workload " + workload));
    }

    /// Adds up the progress of trials that go on side by side.
    private static final class Total {

        private final double whole;
        private final Progress progress;
        private double done;

        Total(double whole, Progress progress) {
            this.whole = whole;
            this.progress = progress;
        }

        Progress share(double effort) {
            double[] told = {0};
            return (what, fraction) -> {
                synchronized (this) {
                    done += effort * (fraction - told[0]);
                    told[0] = fraction;
                    progress.at(what, Math.min(1, done / whole));
                }
            };
        }
    }
}

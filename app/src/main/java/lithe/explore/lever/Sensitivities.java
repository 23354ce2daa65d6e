// SPDX-License-Identifier: Apache-2.0
package lithe.explore.lever;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import lithe.explore.claim.Setting;
import lithe.simulation.Abreast;
import lithe.simulation.Progress;

/// Moves levers and looks what a result does.
public final class Sensitivities {

    private Sensitivities() {}

    /// Simulates a phone with other values in its file.
    @FunctionalInterface
    public interface Trial {

        /// Returns the result that is looked at.
        ///
        /// @param settings values in place of those in the file; empty for the phone as it is
        /// @return the result, SI
        /// @throws IllegalArgumentException when such a phone cannot exist
        /// @throws ArithmeticException when a solve does not converge
        double result(List<Setting> settings);
    }

    /// Moves each lever both ways. Every run is one job on one thread, so the numbers do not depend on how many there are.
    ///
    /// @param levers the levers
    /// @param trial simulates
    /// @param threads runs at a time
    /// @param progress hears how far it is
    /// @return one per lever that could be moved, the strongest first
    public static List<Sensitivity> of(List<Lever> levers, Trial trial, int threads, Progress progress) {
        int jobs = 1 + levers.stream().mapToInt(lever -> lever.up().isEmpty() || lever.down().isEmpty() ? 1 : 2).sum();
        var done = new AtomicInteger();
        List<Sensitivity> found = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(Math.max(1, threads))) {
            var job = new Job(trial, pool, done, jobs, progress);
            var base = job.start("the phone as it is", List.of());
            List<Future<Double>> up = new ArrayList<>(), down = new ArrayList<>();
            for (Lever lever : levers) {
                up.add(job.side(lever, lever.up()));
                down.add(job.side(lever, lever.down()));
            }
            double as = Abreast.finished(base, pool);
            for (int n = 0; n < levers.size(); n++) {
                found.add(new Sensitivity(levers.get(n), as, Abreast.finished(up.get(n), pool), Abreast.finished(down.get(n), pool)));
            }
        }
        return found.stream()
                .filter(s -> !Double.isNaN(s.perUnit()))
                .sorted(Comparator.comparingDouble((Sensitivity s) -> -Math.abs(s.perUnit())))
                .toList();
    }

    /// Returns those that have a slope. Where most have none, the rest may have one by accident, and none is returned.
    ///
    /// @param found what moving levers does
    /// @return those whose two sides agree, in the same order
    public static List<Sensitivity> straight(List<Sensitivity> found) {
        var straight = found.stream().filter(s -> !s.bent()).toList();
        return 2 * straight.size() > found.size() ? straight : List.of();
    }

    private record Job(Trial trial, ExecutorService pool, AtomicInteger done, int whole, Progress progress) {

        static final Future<Double> NOTHING = java.util.concurrent.CompletableFuture.completedFuture(Double.NaN);

        Future<Double> side(Lever lever, List<Setting> settings) {
            return settings.isEmpty() ? NOTHING : start(lever.name(), settings);
        }

        Future<Double> start(String name, List<Setting> settings) {
            return pool.submit(() -> {
                try {
                    return trial.result(settings);
                } catch (IllegalArgumentException | ArithmeticException refused) {
                    if (settings.isEmpty()) {
                        throw refused;
                    }
                    return Double.NaN; // a phone that cannot exist is an answer: the lever has one side only
                } finally {
                    told(name);
                }
            });
        }

        private void told(String name) {
            synchronized (done) {
                progress.at("levers: " + name, (double) done.incrementAndGet() / whole);
            }
        }
    }
}

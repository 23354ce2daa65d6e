// SPDX-License-Identifier: Apache-2.0
package lithe.explore.claim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lithe.device.Device;
import lithe.explore.claim.Measure.Case;
import lithe.simulation.Abreast;
import lithe.simulation.Progress;
import org.jspecify.annotations.Nullable;

/// Puts claims to the test: simulates every variant they name, then again with every unsure input at the ends of its range.
///
/// Runs that several claims need are made once. Each run is one job on one thread, so the answers do not depend on how
/// many threads there are.
public final class Trial {

    /// Draws behind each chance.
    public static final int DRAWS = 10_000;

    private static final long SEED = 12;

    private final Claims claims;
    private final Phone.Maker maker;
    private final Runner runner;
    private final Map<Job, Map<String, Double>> done = new HashMap<>();
    private final Map<String, Phone> phones = new HashMap<>();

    /// One workload of one phone.
    ///
    /// @param of variant and workload
    /// @param factor unsure input that is moved, or null for none
    /// @param end -1 for its low end, 1 for its high end
    private record Job(Case of, @Nullable Factor factor, int end) {

        Job nominal() {
            return new Job(of, null, 0);
        }
    }

    /// Prepares a trial.
    ///
    /// @param claims what is claimed
    /// @param maker makes the phones
    /// @param runner runs them
    public Trial(Claims claims, Phone.Maker maker, Runner runner) {
        this.claims = claims;
        this.maker = maker;
        this.runner = runner;
    }

    /// Runs everything and answers.
    ///
    /// @param threads runs at a time
    /// @param vary whether unsure inputs are varied; without that there are no chances
    /// @param progress hears how far it is
    /// @return the answers
    /// @throws IllegalArgumentException when a variant cannot exist, or a result that is asked for was not given
    /// @throws ArithmeticException when a solve of a variant does not converge
    public Answers answers(int threads, boolean vary, Progress progress) {
        Set<Job> jobs = new LinkedHashSet<>();
        for (var claim : claims.claims()) {
            cases(claim).forEach(c -> jobs.add(new Job(c, null, 0)));
        }
        if (vary) {
            claims.claims().forEach(claim -> jobs.addAll(swings(claim)));
        }
        run(List.copyOf(jobs), threads, progress);
        int runs = (int) jobs.stream().filter(job -> !job.of().workload().isEmpty()).count();
        int made = (int) jobs.stream().map(job -> List.of(job.of().variant(), String.valueOf(job.factor()), job.end())).distinct().count();
        var answers = claims.claims().stream().map(claim -> answer(claim, vary)).toList();
        return new Answers(claims, answers, runs, made, vary ? DRAWS : 0);
    }

    private static Set<Case> cases(Claim claim) {
        Set<Case> cases = new LinkedHashSet<>();
        claim.experiment().gauges().forEach(gauge -> gauge.measure().cases().forEach(cases::add));
        return cases;
    }

    /// The cases of the quantities that bands are about; the others are only shown and need not be varied.
    private static Set<Case> judged(Claim claim) {
        Set<Case> cases = new LinkedHashSet<>();
        claim.experiment().gauges().stream()
                .filter(gauge -> claim.experiment().judges(gauge.name()))
                .forEach(gauge -> gauge.measure().cases().forEach(cases::add));
        return cases;
    }

    private List<Job> swings(Claim claim) {
        List<Job> jobs = new ArrayList<>();
        for (var factor : claim.unsure()) {
            for (var of : judged(claim)) {
                for (int end : new int[] {-1, 1}) {
                    if (moves(factor, end) && concerns(factor, of)) {
                        jobs.add(new Job(of, factor, end));
                    }
                }
            }
        }
        return jobs;
    }

    /// Whether an end differs from the phone as it is.
    private static boolean moves(Factor factor, int end) {
        return !(factor instanceof Factor.Ends ends) || !(end < 0 ? ends.low() : ends.high()).isEmpty();
    }

    /// Whether an input can change a case at all; saves the runs in which it cannot.
    private boolean concerns(Factor factor, Case of) {
        if (!factor.phone().equals(Factor.EVERY) && !factor.phone().equals(claims.variant(of.variant()).phone())) {
            return false;
        }
        var device = phone(of.variant()).device();
        return switch (factor) {
            case Factor.Graded graded -> graded.inputs().stream().anyMatch(input -> concerns(input.path(), of, device));
            case Factor.Ends ends ->
                ends.low().stream().anyMatch(s -> concerns(s.path(), of, device)) || ends.high().stream().anyMatch(s -> concerns(s.path(), of, device));
        };
    }

    private static boolean concerns(String path, Case of, Device device) {
        var first = path.startsWith("workloads.") ? path.substring("workloads.".length()) : path;
        for (var workload : device.workloads()) {
            if (first.startsWith(workload.name() + ".")) {
                return leads(device, of.workload(), workload.name());
            }
        }
        if (of.workload().isEmpty()) {
            return true;
        }
        boolean charged = device.workload(of.workload()).charged();
        boolean board = path.startsWith("board.") && !named(device, "board");
        boolean charging = path.startsWith("charging.") && !named(device, "charging");
        return !board && (charged || !charging);
    }

    /// Whether a part goes by the name of a section.
    private static boolean named(Device device, String name) {
        return device.parts().stream().anyMatch(part -> part.name().equals(name));
    }

    /// Whether a workload is another, or begins where that other ended.
    private static boolean leads(Device device, String workload, String other) {
        for (String now = workload; now != null && !now.isEmpty(); now = device.workload(now).after()) {
            if (now.equals(other)) {
                return true;
            }
        }
        return false;
    }

    private void run(List<Job> jobs, int threads, Progress progress) {
        double whole = jobs.stream().mapToDouble(this::effort).sum();
        double[] reached = {0};
        try (var pool = Executors.newFixedThreadPool(Math.max(1, threads))) {
            Map<Job, Future<@Nullable Map<String, Double>>> running = new LinkedHashMap<>();
            for (var job : jobs) {
                running.put(job, pool.submit(() -> {
                    var results = results(job);
                    synchronized (reached) {
                        reached[0] += effort(job);
                        progress.at(job.of().workload() + " " + job.of().variant(), Math.min(1, reached[0] / whole));
                    }
                    return results;
                }));
            }
            running.forEach((job, future) -> {
                var results = Abreast.finished(future, pool);
                if (results != null) {
                    done.put(job, results);
                }
            });
        }
    }

    /// Rough share of the work: steps grow with time, and a charge solves its cell besides.
    private double effort(Job job) {
        if (job.of().workload().isEmpty()) {
            return 0.01;
        }
        var workload = phone(job.of().variant()).device().workload(job.of().workload());
        double steps = workload.steady() ? 1 : 1 + Math.sqrt(workload.duration() / 60);
        return workload.charged() ? 3 * steps : steps;
    }

    /// Returns the results of a job, or null when an input at its end makes a phone that cannot exist.
    private @Nullable Map<String, Double> results(Job job) {
        try {
            var phone = job.factor() == null ? phone(job.of().variant()) : moved(claims.variant(job.of().variant()), job.factor(), job.end());
            return job.of().workload().isEmpty() ? phone.described().get() : runner.run(phone.device(), job.of().workload());
        } catch (IllegalArgumentException | ArithmeticException refused) {
            if (job.factor() == null) {
                throw refused;
            }
            return null;
        }
    }

    private synchronized Phone phone(String variant) {
        return phones.computeIfAbsent(variant, name -> maker.of(claims.variant(name), Map.of(), List.of()));
    }

    private Phone moved(Variant variant, Factor factor, int end) {
        return switch (factor) {
            case Factor.Graded graded -> {
                Map<String, Double> values = new LinkedHashMap<>();
                graded.inputs().forEach(i -> values.put(i.path(), end < 0 ? i.quantity().low() : i.quantity().high()));
                yield maker.of(variant, values, List.of());
            }
            case Factor.Ends ends -> maker.of(variant, Map.of(), end < 0 ? ends.low() : ends.high());
        };
    }

    private Answer answer(Claim claim, boolean vary) {
        var experiment = claim.experiment();
        List<String> notes = new ArrayList<>();
        var values = Objects.requireNonNull(values(claim, null, 0, notes), "a variant was not run");
        var plain = notes.isEmpty() ? experiment.judge(values) : Standing.NOT_TESTABLE;
        if (plain != Standing.NOT_TESTABLE && experiment instanceof Experiment.SideBySide side && !side.reproduces(values)) {
            notes.add("the model does not reproduce what was measured, within its bands and in its order, so: partly at most");
        }
        if (!vary || claim.unsure().isEmpty() || plain == Standing.NOT_TESTABLE) {
            return new Answer(claim, values, plain, plain, List.of(), Double.NaN, Map.of(), Map.of(), notes);
        }
        var response = new Response(claim, values);
        for (var factor : claim.unsure()) {
            var low = values(claim, factor, -1, new ArrayList<>());
            var high = values(claim, factor, 1, new ArrayList<>());
            response.add(low, high);
            if (low == null || high == null) {
                notes.add("%s could not be moved to its %s".formatted(factor.name(), low == null && high == null ? "ends" : low == null ? "low end" : "high end"));
            }
            values.keySet().stream()
                    .filter(gauge -> !gone(values, gauge) && (gone(low, gauge) || gone(high, gauge)))
                    .forEach(gauge -> notes.add("with %s at an end of its range there is no %s; it counts as far as the other end".formatted(factor.name(), gauge)));
        }
        var inputs = response.influences(plain);
        var drawn = response.draw(DRAWS, SEED);
        var standing = standing(plain, inputs, notes);
        double flip = 1 - drawn.chances().getOrDefault(plain, 0.0);
        return new Answer(claim, values, plain, standing, inputs, flip, drawn.chances(), drawn.spreads(), notes);
    }

    /// Whether a run was made but did not give a quantity.
    private static boolean gone(@Nullable Map<String, Double> end, String gauge) {
        return end != null && !Double.isFinite(end.getOrDefault(gauge, Double.NaN));
    }

    /// One unpublished input that alone changes the verdict makes it partly.
    private static Standing standing(Standing plain, List<Influence> inputs, List<String> notes) {
        var alone = inputs.stream().filter(i -> i.factor().unpublished() && i.flips() != null).findFirst();
        if (alone.isEmpty() || plain == Standing.PARTLY) {
            return plain;
        }
        notes.add("%s with every input at its value; %s alone makes it %s, so: partly"
                .formatted(plain.words(), alone.get().factor().name(), Objects.requireNonNull(alone.get().flips()).words()));
        return Standing.PARTLY;
    }

    /// Returns the value of each quantity of a claim, or null when a run it needs could not be made.
    ///
    /// @param missing told which results never came, such as the time to a percentage that is not reached
    private @Nullable Map<String, Double> values(Claim claim, @Nullable Factor factor, int end, List<String> missing) {
        Map<String, Double> values = new LinkedHashMap<>();
        if (factor != null && moves(factor, end) && judged(claim).stream().anyMatch(of -> concerns(factor, of) && !done.containsKey(new Job(of, factor, end)))) {
            return null;
        }
        for (var gauge : claim.experiment().gauges()) {
            values.put(gauge.name(), gauge.measure().value((variant, workload, id) -> {
                var job = new Job(new Case(variant, workload), factor, end);
                var results = done.getOrDefault(job, done.getOrDefault(job.nominal(), Collections.emptyMap()));
                var value = results.get(id);
                if (value == null) {
                    missing.add("%s of %s gave no %s, so there is nothing to judge".formatted(workload.isEmpty() ? "the description" : workload, variant, id));
                }
                return value == null ? Double.NaN : value;
            }));
        }
        return values;
    }
}

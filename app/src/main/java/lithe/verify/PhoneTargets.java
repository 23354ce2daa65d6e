// SPDX-License-Identifier: Apache-2.0
package lithe.verify;

import static lithe.verify.Answer.Basis.CALIBRATED;
import static lithe.verify.Answer.Basis.PREDICTED;
import static lithe.verify.Answer.Basis.REREAD;
import static lithe.verify.Answer.Basis.REVISED;
import static lithe.verify.Answer.Basis.STATED;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import lithe.input.DeviceFile;
import lithe.simulation.Progress;
import lithe.simulation.Run;
import lithe.thermal.Resolution;
import lithe.units.Given;
import lithe.units.Units;

/// Holds the phones that come with Lithe against published measurements.
///
/// Only T1 was used to calibrate anything. Where a source leaves an input open, such as how the phone lay, the answer of the
/// file stands beside those of the other readings, so that a reader sees which input decides.
public final class PhoneTargets {

    private static final Trial TURBO = Trial.of("redmi-note-12-turbo", "charge-67w");
    private static final Trial TWELVE_CHARGE = Trial.of("xiaomi-12", "charge-67w");
    private static final Trial TWELVE = Trial.of("xiaomi-12", "record-4k30", "game");
    private static final Trial THIRTEEN = Trial.of("iphone-13", "record-4k30");
    private static final Trial THIRTEEN_CHARGE = Trial.of("iphone-13", "charge-20w");
    private static final Trial ULTRA = Trial.of("redmi-k50-ultra", "game-30min", "second-game-30min");
    private static final Trial ULTRA_LONG = Trial.of("redmi-k50-ultra", "genshin-66min");
    private static final Trial ONE_PLUS = Trial.of("oneplus-10-pro", "charge-80w");
    private static final Trial ELEVEN = Trial.of("xiaomi-11", "charge-55w");

    /// The first seconds, in which phone and charger agree on a voltage, s.
    private static final double HANDSHAKE = 10;

    /// Share of its capacity that a phone may show as 100 %; the lower end of what is left open. Estimate: 97 % on the screen
    /// of the sister phones, and a fast charge that ends at 97 %. The Redmi Note 12 Turbo states its own range.
    private static final double LEAST_BEHIND = 0.94;

    private static final String BEHIND = "capacity behind 100 %";

    private static final String RESISTANCE = "resistance in the cell, calibrated on T1";

    private static final Pattern BETWEEN = Pattern.compile("between (\\d+):(\\d\\d) and (\\d+):(\\d\\d) min:s");
    private static final Pattern PERCENT = Pattern.compile("time to (\\d+) %");

    private final Lab lab;

    /// Readings of an open input: trial by how it is read.
    private record Open(String input, Map<String, Trial> as) {}

    private PhoneTargets(Lab lab) {
        this.lab = lab;
    }

    /// A device file that answers rest on.
    ///
    /// @param name name of the phone
    /// @param file name of the file
    /// @param sha256 its SHA-256
    /// @param inputs its numbers, each with grade and source
    public record Phone(String name, String file, String sha256, List<Given> inputs) {

        /// Takes a copy.
        public Phone {
            inputs = List.copyOf(inputs);
        }

        static Phone of(DeviceFile file) {
            return new Phone(file.device().name(), file.file(), file.sha256(), file.given());
        }
    }

    /// What came out.
    ///
    /// @param answers one or more for each target, in the order of the table
    /// @param phones the device files they rest on
    public record Outcome(List<Answer> answers, List<Phone> phones) {

        /// Takes copies.
        public Outcome {
            answers = List.copyOf(answers);
            phones = List.copyOf(phones);
        }

        /// Returns the absolute errors of all skin temperatures.
        ///
        /// @return errors, K, sorted
        public double[] skinErrors() {
            return skinErrors(answer -> Math.abs(answer.error()));
        }

        /// Returns the median absolute error of the skin temperatures.
        ///
        /// @return the median, K; NaN when none was asked for
        public double medianSkinError() {
            return median(skinErrors());
        }

        /// Returns the median absolute error with the one open input of each case that fits best, and with the one that fits worst.
        ///
        /// @return least and greatest median, K; NaN when none was asked for
        public double[] medianSkinErrors() {
            return new double[] {
                median(skinErrors(answer -> read(answer).min().orElseThrow())), median(skinErrors(answer -> read(answer).max().orElseThrow()))
            };
        }

        private static DoubleStream read(Answer answer) {
            return DoubleStream.concat(
                            DoubleStream.of(answer.simulated()), answer.readings().stream().mapToDouble(Answer.Reading::value))
                    .map(value -> Math.abs(value - answer.target().measured()));
        }

        private double[] skinErrors(ToDoubleFunction<Answer> error) {
            return answers.stream().filter(answer -> answer.target().skin()).mapToDouble(error).sorted().toArray();
        }

        private static double median(double[] sorted) {
            int n = sorted.length;
            return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        }
    }

    /// Simulates what the targets need and compares.
    ///
    /// @param ids targets to answer, such as T6; all of the table when empty
    /// @param resolution of the grids
    /// @param threads trials that run side by side
    /// @param progress hears how far it is
    /// @return the answers
    /// @throws IllegalArgumentException when a target is not in the table
    public static Outcome compare(Collection<String> ids, Resolution resolution, int threads, Progress progress) {
        List<Target> all = Target.all();
        ids.stream().filter(id -> all.stream().noneMatch(t -> t.id().equals(id))).findFirst().ifPresent(id -> {
            throw new IllegalArgumentException("no measurement is named " + id + "; there are T1 to T15");
        });
        List<Target> asked = all.stream().filter(t -> ids.isEmpty() || ids.contains(t.id())).toList();
        var lab = new Lab(resolution, threads);
        Set<Trial> trials = new LinkedHashSet<>();
        asked.forEach(target -> trials.addAll(needs(target.id())));
        lab.run(trials, progress);
        var targets = new PhoneTargets(lab);
        List<Answer> answers = asked.stream().flatMap(target -> targets.answers(target).stream()).toList();
        return new Outcome(answers, lab.files().stream().map(Phone::of).toList());
    }

    private static List<Trial> needs(String id) {
        List<Trial> trials = new ArrayList<>();
        switch (id) {
            case "T1", "T2", "T3" -> trials.add(TURBO);
            case "T4", "T5" -> trials.add(TWELVE_CHARGE);
            case "T6", "T7" -> trials.add(TWELVE);
            case "T8" -> trials.add(THIRTEEN);
            case "T9" -> trials.addAll(List.of(TWELVE, THIRTEEN));
            case "T10" -> trials.add(ULTRA);
            case "T11" -> trials.add(ULTRA_LONG);
            case "T12" -> trials.add(ONE_PLUS);
            case "T14" -> trials.add(THIRTEEN_CHARGE);
            case "T15" -> trials.add(ELEVEN);
            default -> {}
        }
        open(id).forEach(open -> trials.addAll(open.as().values()));
        return trials;
    }

    /// What the source of a target leaves open, beside its charge table.
    private static List<Open> open(String id) {
        return switch (id) {
            case "T6" -> List.of(
                    new Open("posture", recorded(TWELVE)),
                    new Open("power ±10 %", powered(TWELVE, "record-4k30", "game")));
            case "T7" -> {
                var postures = new LinkedHashMap<>(recorded(TWELVE));
                postures.put("recorded and played standing", TWELVE.reading(Trial.Change.STAND, "record-4k30", "game"));
                postures.put("recorded and played on a wooden table", TWELVE.reading(Trial.Change.WOODEN_TABLE, "game"));
                yield List.of(
                        new Open("posture", postures),
                        new Open("power ±10 %", powered(TWELVE, "record-4k30", "game")));
            }
            case "T2" -> List.of(new Open(BEHIND, behind()), weaker());
            case "T3" -> List.of(weaker());
            case "T8" -> List.of(new Open("posture", recorded(THIRTEEN)));
            case "T10" -> List.of(new Open("posture", played(ULTRA, "game-30min", "second-game-30min")));
            case "T11" -> List.of(
                    new Open("posture", played(ULTRA_LONG, "genshin-66min")),
                    new Open("power ±10 %", powered(ULTRA_LONG, "genshin-66min")));
            default -> List.of();
        };
    }

    private static Open weaker() {
        return new Open(RESISTANCE, Map.of("10 mΩ, the low end of its range", TURBO.with("charging.resistance", "10 mΩ")));
    }

    /// What stands behind 100 % of the Redmi Note 12 Turbo, over its range.
    private static Map<String, Trial> behind() {
        Map<String, Trial> as = new LinkedHashMap<>();
        as.put("4610 mAh, rated capacity", TURBO.with("charging.reported", "4610 mAh"));
        as.put("4850 mAh, 97 % of the typical capacity", TURBO.with("charging.reported", "4850 mAh"));
        as.put("5000 mAh, no mapping", TURBO.with("charging.reported", "5000 mAh"));
        return as;
    }

    private static Map<String, Trial> powered(Trial trial, String... workloads) {
        Map<String, Trial> as = new LinkedHashMap<>();
        as.put("10 % less", trial.reading(Trial.Change.LESS_POWER, workloads));
        as.put("10 % more", trial.reading(Trial.Change.MORE_POWER, workloads));
        return as;
    }

    private static Map<String, Trial> recorded(Trial trial) {
        Map<String, Trial> as = new LinkedHashMap<>();
        as.put("recorded on a wooden table, as in the file", trial);
        as.put("recorded on a wooden table that was cold", trial.reading(Trial.Change.COLD_TABLE, "record-4k30"));
        as.put("recorded standing", trial.reading(Trial.Change.STAND, "record-4k30"));
        as.put("recorded on an insulating table", trial.reading(Trial.Change.TABLE, "record-4k30"));
        return as;
    }

    private static Map<String, Trial> played(Trial trial, String... workloads) {
        Map<String, Trial> as = new LinkedHashMap<>();
        as.put("in two hands, as in the file", trial);
        as.put("standing", trial.reading(Trial.Change.STAND, workloads));
        as.put("on a wooden table", trial.reading(Trial.Change.WOODEN_TABLE, workloads));
        as.put("on an insulating table", trial.reading(Trial.Change.TABLE, workloads));
        return as;
    }

    private List<Answer> answers(Target target) {
        return switch (target.id()) {
            case "T1" -> List.of(plateau(target));
            case "T2" -> List.of(shown(target, TURBO, percent(target)));
            case "T3" -> List.of(energy(target));
            case "T4" -> List.of(shown(target, TWELVE_CHARGE, 1));
            case "T5" -> List.of(after(target, TWELVE_CHARGE, 1800));
            case "T6" -> List.of(hottest(target, TWELVE, "record-4k30", "skin.max"));
            case "T7" -> List.of(hottest(target, TWELVE, "game", "skin.max"));
            case "T8" -> List.of(hottest(target, THIRTEEN, "record-4k30", "skin.max"));
            case "T9" -> List.of(perWatt(target, TWELVE), perWatt(target, THIRTEEN));
            case "T10" -> List.of(hottest(target, ULTRA, "game-30min", "skin.max"));
            case "T11" -> List.of(hottest(target, ULTRA_LONG, "genshin-66min", surface(target)));
            case "T12" -> List.of(shown(target, ONE_PLUS, percent(target)));
            case "T13" -> List.of(chamberShare(target));
            case "T14" -> List.of(shown(target, THIRTEEN_CHARGE, 1));
            case "T15" -> List.of(after(target, ELEVEN, 1800));
            default -> List.of();
        };
    }

    /// Mean power of the charger in a plateau.
    private Answer plateau(Target target) {
        double[] window = numbers(BETWEEN, target.test(), 4);
        double from = Math.max(HANDSHAKE, 60 * window[0] + window[1]), to = 60 * window[2] + window[3];
        return new Answer(target, story(TURBO).power(from, to), CALIBRATED, how(TURBO, "charge-67w"), List.of());
    }

    private Answer energy(Target target) {
        // the tester's own end of charge
        double joules = story(TURBO).energy(56.3 * 60);
        var bare = new Story(story(TURBO).moments(), 0).energy(56.3 * 60);
        List<Answer.Reading> readings = new ArrayList<>();
        readings.add(new Answer.Reading("power of the phone itself", "0 W", bare / 3600));
        readings.addAll(readings(target, trial -> story(trial).energy(56.3 * 60) / 3600));
        readings.addAll(readings(target, trial -> new Story(story(trial).moments(), 0).energy(56.3 * 60) / 3600).stream()
                .map(reading -> new Answer.Reading("both of them", "0 W and 10 mΩ", reading.value(), false))
                .toList());
        return new Answer(target, joules / 3600, REVISED, how(TURBO, "charge-67w"), readings);
    }

    private static double percent(Target target) {
        return numbers(PERCENT, target.test(), 1)[0] / 100;
    }

    private static double[] numbers(Pattern pattern, String text, int count) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("the table of measurements does not say " + pattern + " in: " + text);
        }
        return java.util.stream.IntStream.rangeClosed(1, count).mapToDouble(g -> Double.parseDouble(found.group(g))).toArray();
    }

    private Story story(Trial charge) {
        return Story.of(lab.result(charge, charge.workloads().getFirst()));
    }

    /// Time until the screen shows a percentage.
    private Answer shown(Target target, Trial charge, double share) {
        var story = story(charge);
        List<Answer.Reading> readings = new ArrayList<>();
        if (!charge.equals(TURBO)) {
            readings.add(new Answer.Reading(BEHIND, "94 % of the file's", story.reaches(share, LEAST_BEHIND) / 60));
        }
        readings.addAll(readings(target, trial -> story(trial).reaches(share, 1) / 60));
        var basis = charge.equals(TURBO) ? REVISED : PREDICTED;
        return new Answer(target, story.reaches(share, 1) / 60, basis, how(charge, charge.workloads().getFirst()), readings);
    }

    /// Percentage on the screen after a time.
    private Answer after(Target target, Trial charge, double seconds) {
        var story = story(charge);
        var readings = List.of(new Answer.Reading(
                BEHIND, "94 % of the file's", 100 * story.shownAt(seconds, LEAST_BEHIND)));
        return new Answer(
                target, 100 * story.shownAt(seconds, 1), PREDICTED, how(charge, charge.workloads().getFirst()), readings);
    }

    private static String surface(Target target) {
        return target.quantity().startsWith("front")
                ? "skin.front.max"
                : target.quantity().startsWith("back") ? "skin.back.max" : "sensor.battery";
    }

    private Answer hottest(Target target, Trial trial, String workload, String id) {
        ToDoubleFunction<Trial> value = t -> lab.result(t, workload).result(id) - Units.ICE;
        // the frame of the Redmi K50 Ultra was looked up after its first comparison
        var basis = trial.equals(ULTRA) || trial.equals(ULTRA_LONG) ? REVISED : REREAD;
        return new Answer(target, value.applyAsDouble(trial), basis, how(trial, workload), readings(target, value));
    }

    /// What the open inputs of a target make of a value.
    private static List<Answer.Reading> readings(Target target, ToDoubleFunction<Trial> value) {
        List<Answer.Reading> readings = new ArrayList<>();
        for (Open open : open(target.id())) {
            open.as().forEach((as, other) -> readings.add(
                    new Answer.Reading(open.input(), as, value.applyAsDouble(other), !open.input().equals(RESISTANCE))));
        }
        return readings;
    }

    /// Rise of the hottest skin over the mean power.
    private Answer perWatt(Target target, Trial trial) {
        Run run = lab.result(trial, "record-4k30");
        double watts = run.result("heat.in");
        double rise = run.result("skin.max") - run.workload().ambient();
        return new Answer(target, rise / watts, REREAD, how(trial, "record-4k30"), List.of());
    }

    private Answer chamberShare(Target target) {
        var phone = lab.file("xiaomi-12").device();
        double area = DoubleStream.of(phone.part("chamber").boxes().getFirst().area()).sum();
        return new Answer(target, 100 * area / phone.body().footprint(), STATED, "xiaomi-12.yaml", List.of());
    }

    private String how(Trial trial, String workload) {
        var held = lab.result(trial, workload).workload().boundary().name();
        return "%s.yaml, %s, %s".formatted(trial.device(), workload, held);
    }
}

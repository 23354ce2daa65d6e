// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lithe.device.Device;
import lithe.fit.Packing;
import lithe.result.Verdict;
import lithe.result.Verdict.Status;
import lithe.result.Verdicts;
import org.jspecify.annotations.Nullable;

/// The three answers that come first: fit, cool, charge.
///
/// @param fit whether the parts fit into the body
/// @param cool whether everything that is touched stays within its limits in the workloads that were run
/// @param charge whether the battery is charged in time, without plating and within its temperatures; not asked when no
///     workload charges
public record Headline(Answer fit, Answer cool, Answer charge) {

    /// A target for the skin is tight from here on, K: what a mesh and a thermometer leave open (estimate).
    private static final double NEAR_SKIN = 1;
    /// A target for a time is tight from here on (estimate: the band of target T2, which the model does not
    /// always meet, see docs/validation.md).
    private static final double NEAR_TIME = 0.08;
    /// A plating margin below this is tight, V (estimate: the spread of a reference electrode).
    private static final double NEAR_PLATING = 0.005;
    /// A cell this near to the end of its charging window is tight, K: the hysteresis of charger tables.
    private static final double NEAR_WINDOW = 2;

    /// Draws the answers from an outcome.
    ///
    /// @param outcome what was simulated; may hold no run
    /// @return the answers
    public static Headline of(Outcome outcome) {
        return new Headline(fit(outcome.packing()), cool(outcome), charge(outcome));
    }

    /// Returns the answers by name, in the order they are told.
    ///
    /// @return fit, cool, charge
    public List<Answer> all() {
        return List.of(fit, cool, charge);
    }

    /// Returns whether one of the answers is a fail.
    ///
    /// @return true when one is
    public boolean failed() {
        return all().stream().anyMatch(answer -> answer.status() == Status.FAIL);
    }

    /// Says whether a packing is legal and by how much.
    ///
    /// @param packing the packing
    /// @return pass, tight or fail with the smallest margin
    public static Answer fit(Packing packing) {
        var status = !packing.legal() ? Status.FAIL : packing.tight() ? Status.TIGHT : Status.PASS;
        List<String> notes = packing.findings().stream().limit(3).map(Packing.Finding::words).toList();
        var decisive = packing.decisive();
        return decisive == null
                ? new Answer(status, "fit.margin", Double.NaN, Double.NaN, "", "no rule of the file applies", notes)
                : new Answer(status, "fit.margin", decisive.value(), decisive.limit(), "", decisive.where(), notes);
    }

    private static Answer cool(Outcome outcome) {
        double target = outcome.device().demands().targets().skin();
        List<Answer> answers = new ArrayList<>();
        for (Run run : outcome.runs()) {
            var skins = run.verdicts().stream().filter(verdict -> verdict.id().startsWith("skin.")).toList();
            Verdicts.worst(skins).ifPresent(verdict -> answers.add(skin(run, verdict)));
            // a target only adds: the hottest surface is held against it as well
            skins.stream()
                    .filter(_ -> Double.isFinite(target))
                    .max(Comparator.comparingDouble(Verdict::value))
                    .ifPresent(verdict -> answers.add(held(run, verdict.id(), verdict.value(), target, NEAR_SKIN, verdict.where())));
        }
        var worst = worst(answers);
        return worst == null ? Answer.none("no skin was held against a limit") : with(worst, chamber(outcome, worst));
    }

    private static Answer skin(Run run, Verdict verdict) {
        double limit = verdict.status() == Status.PASS ? verdict.limit() : Verdicts.standard().ceiling();
        return new Answer(verdict.status(), verdict.id(), verdict.value(), limit, run.workload().name(), verdict.where(), List.of());
    }

    /// The vapor chamber, where it stands worse than the skin.
    private static List<String> chamber(Outcome outcome, Answer skin) {
        return outcome.runs().stream()
                .flatMap(run -> run.verdicts().stream()
                        .filter(verdict -> verdict.id().startsWith("chamber."))
                        .filter(verdict -> verdict.status().compareTo(java.util.Objects.requireNonNull(skin.status())) > 0)
                        .map(verdict -> new Answer(
                                verdict.status(), verdict.id(), verdict.value(), verdict.limit(), run.workload().name(), verdict.where(), List.of())))
                .max(Comparator.comparing(Answer::status, Comparator.nullsFirst(Comparator.naturalOrder())).thenComparing(Answer::value))
                .map(answer -> words("the vapor chamber uses %.0f %% of its wick in %s (%s)", 100 * answer.value(), answer.workload(), answer.where()))
                .stream()
                .toList();
    }

    private static Answer charge(Outcome outcome) {
        List<Answer> answers = new ArrayList<>();
        outcome.runs().stream().filter(run -> run.workload().charged()).forEach(run -> charge(outcome.device(), run, answers));
        var worst = worst(answers);
        return worst == null ? Answer.none("no workload that was run charges the battery") : with(worst, told(outcome, worst));
    }

    private static void charge(Device phone, Run run, List<Answer> answers) {
        var targets = phone.demands().targets();
        time(run, "charge.t100", targets.charge100(), answers);
        time(run, "charge.t80", targets.charge80(), answers);
        double plating = run.results().getOrDefault("plating.margin.min", Double.NaN);
        if (Double.isFinite(plating)) {
            var status = plating < 0 ? Status.FAIL : plating < NEAR_PLATING ? Status.TIGHT : Status.PASS;
            answers.add(new Answer(status, "plating.margin.min", plating, 0, run.workload().name(), "at the negative electrode", List.of()));
        }
        double cell = run.results().getOrDefault("cell.max", Double.NaN);
        var charging = phone.charging();
        if (charging != null && Double.isFinite(cell)) {
            double hottest = charging.table().windows().stream().mapToDouble(window -> window.to()).max().orElse(Double.NaN);
            answers.add(held(run, "cell.max", cell, hottest, NEAR_WINDOW, "end of the charging window"));
        }
    }

    private static void time(Run run, String id, double target, List<Answer> answers) {
        if (!Double.isFinite(target)) {
            return;
        }
        Double reached = run.results().get(id);
        double lasted = run.workload().duration();
        if (reached != null) {
            answers.add(held(run, id, reached, target, NEAR_TIME * target, "target"));
        } else {
            // not before the run ended: a fail unless the target lies later still
            var status = lasted >= target ? Status.FAIL : Status.TIGHT;
            answers.add(new Answer(status, id, lasted, target, run.workload().name(), "not reached when the run ended", List.of()));
        }
    }

    private static Answer held(Run run, String id, double value, double limit, double near, String where) {
        var status = value > limit ? Status.FAIL : value > limit - near ? Status.TIGHT : Status.PASS;
        return new Answer(status, id, value, limit, run.workload().name(), where, List.of());
    }

    /// What a charge is asked about first, whatever decides.
    private static List<String> told(Outcome outcome, Answer decides) {
        var run = outcome.runs().stream().filter(r -> r.workload().name().equals(decides.workload())).findFirst().orElseThrow();
        return Stream.of(
                        told(run, "charge.t80", "80 %% in %.1f min", 1 / 60.0, 0),
                        told(run, "charge.t100", "100 %% in %.1f min", 1 / 60.0, 0),
                        told(run, "cell.max", "cell up to %.1f °C", 1, -lithe.units.Units.ICE),
                        told(run, "plating.margin.min", "plating margin %.0f mV", 1e3, 0))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String told(Run run, String id, String format, double scale, double offset) {
        var value = run.results().get(id);
        return value == null ? "" : words(format, value * scale + offset);
    }

    private static Answer with(Answer answer, List<String> notes) {
        return new Answer(answer.status(), answer.id(), answer.value(), answer.limit(), answer.workload(), answer.where(), notes);
    }

    /// The worst status; among equals the first criterion, and for one criterion the smallest margin.
    private static @Nullable Answer worst(List<Answer> answers) {
        Answer worst = null;
        for (Answer answer : answers) {
            if (worst == null || isWorse(answer, worst)) {
                worst = answer;
            }
        }
        return worst;
    }

    private static boolean isWorse(Answer answer, Answer than) {
        int order = java.util.Objects.requireNonNull(answer.status()).compareTo(java.util.Objects.requireNonNull(than.status()));
        boolean comparable = answer.id().equals(than.id()) || answer.id().startsWith("skin.") && than.id().startsWith("skin.");
        return order > 0 || order == 0 && comparable && answer.margin() < than.margin();
    }

    private static String words(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lithe.explore.claim.Answer;
import lithe.explore.claim.Experiment;
import lithe.explore.claim.Influence;
import lithe.explore.claim.Standing;

/// Words about answers to claims that terminal, page and JSON share.
final class ClaimWords {

    private ClaimWords() {}

    /// Each quantity with its value, as "benefit 0.62 K"; side by side with the other's and who is ahead.
    static List<String> simulated(Answer answer) {
        List<String> words = new ArrayList<>();
        if (answer.claim().experiment() instanceof Experiment.SideBySide(var metrics, var reproduced)) {
            metrics.forEach(m -> words.add("%s %s against %s: %s".formatted(
                    m.name(), m.own().shown(value(answer, m.own().name())), m.other().shown(value(answer, m.other().name())), m.word(answer.values()))));
            reproduced.forEach(r -> words.add("%s %s, measured %s".formatted(r.gauge().name(), r.gauge().shown(value(answer, r.gauge().name())), r.text())));
        } else {
            answer.claim().experiment().gauges().forEach(g -> words.add(g.name() + " " + g.shown(value(answer, g.name()))));
        }
        return words;
    }

    static double value(Answer answer, String gauge) {
        return answer.values().getOrDefault(gauge, Double.NaN);
    }

    /// An input that decides, with what it does.
    static String decides(Influence input) {
        var gauge = input.gauge();
        return "%s %s: %s %s to %s, %.0f %% of its spread%s".formatted(
                input.factor().name(), input.factor().words(), gauge.name(), gauge.shown(input.low()), gauge.shown(input.high()),
                100 * input.share(), input.flips() == null ? "" : "; alone makes it " + input.flips().words());
    }

    /// The chance that a draw of the inputs changes the verdict, or a dash when none were drawn.
    static String flip(Answer answer) {
        return Double.isNaN(answer.flip()) ? "-" : answer.flip() > 0 && answer.flip() < 0.01 ? "< 1 %" : String.format(Locale.ROOT, "%.0f %%", 100 * answer.flip());
    }

    /// All verdicts that draws gave, the most frequent first.
    static String chances(Answer answer) {
        return String.join(", ", answer.chances().entrySet().stream()
                .sorted(Map.Entry.<Standing, Double>comparingByValue().reversed())
                .map(e -> "%s %.0f %%".formatted(e.getKey().words(), 100 * e.getValue()))
                .toList());
    }

    /// Where no input decides: why.
    static String undecided(Answer answer) {
        return answer.standing() == Standing.NOT_TESTABLE
                ? "none: there is nothing to test"
                : answer.chances().isEmpty() ? "inputs were not varied" : "none of the varied inputs moves a quantity towards an end of a band";
    }
}

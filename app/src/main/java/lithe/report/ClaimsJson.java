// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lithe.explore.claim.Answer;
import lithe.explore.claim.Experiment;
import lithe.explore.claim.Gauge;
import lithe.explore.claim.Influence;

/// Writes answers to claims as JSON.
public final class ClaimsJson {

    private ClaimsJson() {}

    /// Returns the document.
    ///
    /// @param report what is told
    /// @return keys and values
    public static Map<String, Object> document(ClaimsReport report) {
        var answers = report.answers();
        return Json.keys(
                "lithe", report.version(),
                "command", "claims",
                "device", report.device(),
                "files", List.of(
                        Json.keys("file", report.deviceFile(), "sha256", report.deviceHash()),
                        Json.keys("file", report.claimsFile(), "sha256", report.claimsHash())),
                "about", answers.claims().name(),
                "source", answers.claims().source(),
                "resolution", report.resolution(),
                "phones", answers.phones(),
                "runs", answers.runs(),
                "draws", answers.draws(),
                "claims", answers.answers().stream().map(ClaimsJson::claim).toList());
    }

    private static Map<String, Object> claim(Answer answer) {
        var claim = answer.claim();
        var document = Json.keys(
                "id", claim.id(),
                "claim", claim.claim(),
                "claimed", claim.claimed(),
                "simulated", claim.experiment().gauges().stream().map(gauge -> gauge(gauge, answer)).toList(),
                "band", claim.experiment().bands(),
                "verdict", answer.standing().words(),
                "inputs", answer.deciding().stream().map(ClaimsJson::input).toList(),
                "inputs-as-given", answer.plain().words(),
                "flip-chance", answer.flip());
        Map<String, Object> chances = new LinkedHashMap<>();
        answer.chances().forEach((standing, chance) -> chances.put(standing.words(), chance));
        document.put("chances", chances);
        document.put("varied", claim.unsure().size());
        if (claim.experiment() instanceof Experiment.SideBySide side) {
            document.put("metrics", side.metrics().stream()
                    .map(m -> Json.keys("name", m.name(), "own", gauge(m.own(), answer), "other", gauge(m.other(), answer), "equal-within", m.text(), "outcome", m.word(answer.values())))
                    .toList());
        }
        document.put("condition", claim.condition());
        document.put("not-said", claim.unsaid());
        document.put("source", claim.source());
        document.put("notes", answer.notes());
        return document;
    }

    private static Map<String, Object> gauge(Gauge gauge, Answer answer) {
        double value = ClaimWords.value(answer, gauge.name());
        var document = Json.keys("name", gauge.name(), "value", Double.isFinite(value) ? gauge.number(value) : Double.NaN, "unit", gauge.unit());
        var spread = answer.spreads().get(gauge.name());
        if (spread != null && answer.claim().experiment().judges(gauge.name())) {
            document.put("low", gauge.number(spread.low()));
            document.put("high", gauge.number(spread.high()));
        }
        return document;
    }

    private static Map<String, Object> input(Influence input) {
        return Json.keys(
                "name", input.factor().name(),
                "value", input.factor().words(),
                "decides", input.gauge().name(),
                "at-low", input.gauge().number(input.low()),
                "at-high", input.gauge().number(input.high()),
                "share", input.share(),
                "alone-makes-it", input.flips() == null ? "" : input.flips().words());
    }
}

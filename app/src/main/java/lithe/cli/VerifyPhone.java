// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lithe.report.Json;
import lithe.report.Place;
import lithe.report.ValidationPage;
import lithe.verify.Answer;
import lithe.verify.PhoneTargets;

/// Prints how the phones that come with Lithe compare with published measurements, and writes the page.
final class VerifyPhone {

    private static final String ROW = "%-4s %-20s %-36.36s %9s %9s %7s  %-15s %-7s %s%n";

    private final PrintWriter out;
    private final String resolution;

    VerifyPhone(PrintWriter out, String resolution) {
        this.out = out;
        this.resolution = resolution;
    }

    /// Returns the exit code: a gate that is missed is a failed verdict.
    int tell(PhoneTargets.Outcome outcome, Path folder, boolean json, double seconds) {
        var page = new ValidationPage.Facts(Version.current(), "verify phone", resolution, seconds, Instant.now());
        var written = new Place(folder).write("validation.html", ValidationPage.text(outcome, page));
        if (json) {
            out.println(Json.text(document(outcome, seconds)));
        } else {
            print(outcome, seconds);
            out.printf("%nwrote %s%n", written);
        }
        out.flush();
        return outcome.answers().stream().anyMatch(Answer::fails) ? ExitCode.VERDICT_FAILED : ExitCode.OK;
    }

    private void print(PhoneTargets.Outcome outcome, double seconds) {
        out.printf(ROW, "case", "phone", "quantity", "measured", "simulated", "error", "accepted", "role", "verdict");
        for (Answer answer : outcome.answers()) {
            var target = answer.target();
            out.printf(ROW, target.id(), phone(answer), what(answer), number(target.measured()) + unit(answer),
                    number(answer.simulated()), signed(answer.error()),
                    number(target.low()) + " … " + number(target.high()), target.gate() ? "gate" : "report",
                    answer.verdict() + (answer.basis() == Answer.Basis.PREDICTED ? "" : ", " + answer.basis().word()));
            answer.ranges().forEach((input, range) -> out.printf(
                    "     %s: %s … %s%s%n", input, number(range[0]), number(range[1]),
                    answer.deciding().filter(input::equals).isPresent() && answer.ranges().size() > 1 ? ", decides" : ""));
            answer.explanation().filter(reading -> !answer.met()).ifPresent(reading -> out.printf(
                    "     inside the band with %s, %s: %s%n", reading.input(), reading.as(), number(reading.value())));
        }
        long gates = outcome.answers().stream().filter(a -> a.target().gate()).count();
        long met = outcome.answers().stream().filter(a -> a.target().gate() && a.met()).count();
        out.printf(Locale.ROOT, "%d of %d gates met; calibrated on T1 only; %s resolution, %.0f s%n", met, gates, resolution, seconds);
        int cases = outcome.skinErrors().length;
        if (cases > 0) {
            double[] open = outcome.medianSkinErrors();
            out.printf(
                    Locale.ROOT,
                    "skin temperature: median absolute error %.1f K over %d cases (%.1f to %.1f K with the best and the worst reading of one open input each)%n",
                    outcome.medianSkinError(), cases, open[0], open[1]);
        }
    }

    private static String phone(Answer answer) {
        return answer.target().phone().contains(" and ") ? answer.how().replaceFirst("\\.yaml.*", "") : answer.target().phone();
    }

    private static String what(Answer answer) {
        return ValidationPage.shortly(answer.target());
    }

    private static String unit(Answer answer) {
        return " " + answer.target().unit();
    }

    private static String number(double value) {
        return ValidationPage.number(value);
    }

    private static String signed(double value) {
        return (value > 0 ? "+" : "") + number(value);
    }

    private Map<String, Object> document(PhoneTargets.Outcome outcome, double seconds) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Answer answer : outcome.answers()) {
            var target = answer.target();
            Map<String, Object> row = Json.keys(
                    "id", target.id(), "phone", target.phone(), "test", target.test(), "quantity", target.quantity(), "unit",
                    target.unit(), "measured", target.measured(), "simulated", answer.simulated(), "error", answer.error(), "low",
                    target.low(), "high", target.high(), "role", target.gate() ? "gate" : "report", "met", answer.met(), "verdict",
                    answer.verdict(), "basis", answer.basis().word(), "how", answer.how(), "source", target.source());
            row.put("readings", answer.readings().stream()
                    .map(r -> Json.keys("input", r.input(), "as", r.as(), "value", r.value()))
                    .toList());
            answer.deciding().ifPresent(input -> row.put("decides", input));
            rows.add(row);
        }
        Map<String, Object> document = Json.keys("lithe", Version.current(), "command", "verify phone", "resolution", resolution);
        document.put("cases", rows);
        double[] open = outcome.medianSkinErrors();
        document.put("skin", Json.keys(
                "cases", outcome.skinErrors().length, "median-absolute-error", outcome.medianSkinError(), "best-readings", open[0],
                "worst-readings", open[1], "unit", "K"));
        document.put("inputs", outcome.phones().stream()
                .map(phone -> Json.keys("file", phone.file(), "sha256", phone.sha256(), "grades", ValidationPage.grades(phone.inputs())))
                .toList());
        document.put("seconds", seconds);
        return document;
    }
}

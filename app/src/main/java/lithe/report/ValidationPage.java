// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import lithe.units.Given;
import lithe.units.Grade;
import lithe.verify.Answer;
import lithe.verify.PhoneTargets;
import lithe.verify.Target;

/// Tells how simulated phones compare with published measurements, as one page that opens from disk.
public final class ValidationPage {

    private static final double WIDTH = 300, HEIGHT = 34, SIDE = 8;

    private ValidationPage() {}

    /// What was asked of which program.
    ///
    /// @param version version of Lithe
    /// @param command command as typed
    /// @param resolution of the grids
    /// @param seconds wall time, s
    /// @param when when the answer was computed
    public record Facts(String version, String command, String resolution, double seconds, Instant when) {}

    /// Returns the page.
    ///
    /// @param outcome the comparison
    /// @param facts what was asked
    /// @return the whole file
    public static String text(PhoneTargets.Outcome outcome, Facts facts) {
        var page = new StringBuilder();
        Page.head(page, "Lithe: phones against measurements");
        page.append("<header><p class=\"brand\">Lithe</p><h1>Phones against measurements</h1>")
                .append("<p class=\"sub\">Reconstructed phones, simulated at ").append(e(facts.resolution()))
                .append(" resolution, beside what testers published. Inputs were calibrated on T1 alone; whatever is not marked otherwise is a prediction.</p></header>\n");
        page.append(answer(outcome));
        page.append("<p class=\"hint\">Bar: the accepted band; line: measured; dot: simulated from the device file as it stands; ")
                .append("open dots: inputs that the source leaves open, read another way.</p>");
        byTest(outcome).forEach((test, answers) -> page.append(section(test, answers)));
        page.append(calibrated());
        outcome.phones().forEach(phone -> page.append("<h2>").append(e(phone.name())).append(" <small>")
                .append(e(phone.file())).append(", reconstructed</small></h2>").append(InputSection.of(phone.inputs())));
        foot(page, facts);
        return page.append("</body></html>\n").toString().replace(" °C", "\u00a0°C");
    }

    private static String answer(PhoneTargets.Outcome outcome) {
        long gates = outcome.answers().stream().filter(a -> a.target().gate()).count();
        long met = outcome.answers().stream().filter(a -> a.target().gate() && a.met()).count();
        long reported = outcome.answers().size() - gates;
        long inside = outcome.answers().stream().filter(a -> !a.target().gate() && a.met()).count();
        var text = new StringBuilder("<p class=\"answer ").append(met == gates ? "pass" : "fail").append("\"><b>")
                .append("%d of %d gates met.</b> %d of %d reported cases lie inside their band.".formatted(met, gates, inside, reported));
        int cases = outcome.skinErrors().length;
        if (cases > 0) {
            double[] open = outcome.medianSkinErrors();
            text.append(" Skin temperature: median absolute error %s K over %d cases (%s to %s K with the best and the worst reading of one open input each)."
                    .formatted(Words.fixed(outcome.medianSkinError(), 1), cases, Words.fixed(open[0], 1), Words.fixed(open[1], 1)));
        }
        return text.append("</p>\n").toString();
    }

    private static Map<String, List<Answer>> byTest(PhoneTargets.Outcome outcome) {
        Map<String, List<Answer>> tests = new LinkedHashMap<>();
        outcome.answers().forEach(a -> tests.computeIfAbsent(a.target().id(), id -> new java.util.ArrayList<>()).add(a));
        return tests;
    }

    private static String section(String id, List<Answer> answers) {
        var first = answers.getFirst().target();
        var text = new StringBuilder("<section class=\"target\" id=\"").append(e(id)).append("\"><h3>").append(e(id)).append(" ")
                .append(e(first.phone())).append(" <span class=\"badge\">").append(first.gate() ? "gate" : "report").append("</span></h3>")
                .append("<p class=\"hint\">").append(e(sentence(first))).append("</p>")
                .append("<table class=\"all targets\"><thead><tr><th>quantity</th><th>measured</th><th>simulated</th><th>error</th>")
                .append("<th>accepted</th><th>verdict</th><th>band</th></tr></thead><tbody>");
        answers.forEach(answer -> text.append(row(answer)));
        text.append("</tbody></table>");
        answers.stream().filter(answer -> answer.readings().isEmpty()).map(Answer::how).distinct()
                .forEach(how -> text.append("<p class=\"hint\">").append(e(how)).append("</p>"));
        answers.stream().filter(answer -> !answer.readings().isEmpty()).forEach(answer -> text.append(readings(answer)));
        return text.append("</section>\n").toString();
    }

    private static String sentence(Target target) {
        var note = target.note().isBlank() ? "" : " Note: " + target.note() + ".";
        return target.test().replaceFirst(": (charger power|time to).*", "") + ". Source: " + target.source() + "." + note;
    }

    private static String row(Answer answer) {
        var target = answer.target();
        return "<tr><th>%s</th><td class=\"num\">%s %s</td><td class=\"num\"><b>%s</b></td><td class=\"num\">%s%s</td><td class=\"num\">%s … %s</td><td>%s %s</td><td class=\"wide\">%s</td></tr>"
                .formatted(
                        e(shortly(target) + (target.phone().contains(" and ") ? ", " + answer.how().replaceFirst("\\.yaml.*", "") : "")),
                        number(target.measured()), e(target.unit()), number(answer.simulated()), answer.error() > 0 ? "+" : "",
                        number(answer.error()), number(target.low()), number(target.high()), chip(answer),
                        answer.basis() == Answer.Basis.PREDICTED ? "" : e(answer.basis().word()), picture(answer));
    }

    private static String chip(Answer answer) {
        var style = answer.met() ? "pass" : answer.target().gate() ? "fail" : "tight";
        return "<span class=\"chip %s\">%s</span>".formatted(style, e(answer.verdict().toLowerCase(Locale.ROOT)));
    }

    /// Band, measurement, simulation and other readings on one line.
    private static String picture(Answer answer) {
        var target = answer.target();
        var all = DoubleStream.concat(
                        DoubleStream.of(target.low(), target.high(), answer.simulated()),
                        answer.readings().stream().mapToDouble(Answer.Reading::value))
                .filter(Double::isFinite)
                .summaryStatistics();
        double span = Math.max(all.getMax() - all.getMin(), 1e-9), per = (WIDTH - 2 * SIDE) / span, y = 15;
        var svg = new Svg("bandplot", "band of " + target.id(), 0, 0, WIDTH, HEIGHT, "");
        double low = SIDE + per * (target.low() - all.getMin()), high = SIDE + per * (target.high() - all.getMin());
        svg.rect("accepted", low, y - 8, high - low, 16, "");
        double measured = SIDE + per * (target.measured() - all.getMin());
        svg.line("measured-line", measured, y - 11, measured, y + 11);
        for (var reading : answer.readings()) {
            if (Double.isFinite(reading.value())) {
                svg.add("<circle class=\"open\" cx=\"%s\" cy=\"%s\" r=\"4\"><title>%s</title></circle>".formatted(
                        Svg.n(SIDE + per * (reading.value() - all.getMin())), Svg.n(y), e(reading.as() + ": " + number(reading.value()))));
            }
        }
        if (Double.isFinite(answer.simulated())) {
            svg.add("<circle class=\"dot\" cx=\"%s\" cy=\"%s\" r=\"4.5\"/>"
                    .formatted(Svg.n(SIDE + per * (answer.simulated() - all.getMin())), Svg.n(y)));
        }
        return svg.end();
    }

    private static String readings(Answer answer) {
        var text = new StringBuilder("<details><summary>").append(e(shortly(answer.target()))).append(": ")
                .append(e(answer.how())).append("; ");
        text.append(String.join("; ", answer.ranges().entrySet().stream()
                .map(entry -> e(entry.getKey()) + ": " + number(entry.getValue()[0]) + " … " + number(entry.getValue()[1]))
                .toList()));
        answer.deciding().filter(input -> answer.ranges().size() > 1)
                .ifPresent(input -> text.append("; <b>").append(e(input)).append(" decides</b>"));
        answer.explanation().filter(reading -> !answer.met())
                .ifPresent(reading -> text.append("; inside with ").append(e(reading.input() + ", " + reading.as() + ": " + number(reading.value()))));
        text.append("</summary><table><tbody>");
        answer.readings().forEach(reading -> text.append("<tr><td>").append(e(reading.input())).append("</td><td>").append(e(reading.as()))
                .append("</td><td class=\"num\">").append(number(reading.value())).append(" ").append(e(answer.target().unit()))
                .append("</td><td>").append(answer.target().accepts(reading.value()) ? "inside" : "outside").append("</td></tr>"));
        return text.append("</tbody></table></details>").toString();
    }

    private static String calibrated() {
        return """
                <section><h3>What was calibrated</h3><p class="hint">On T1, the plateaus of the Redmi Note 12 Turbo: 18 mΩ in its cell beside \
                foils and leads, and the three skin temperatures at which its charger steps down. Nothing else in any file was \
                adjusted to a number on this page. The posture of the recording was read anew after the first comparison; \
                docs/validation.md keeps both figures.</p></section>
                """;
    }

    private static void foot(StringBuilder page, Facts facts) {
        var when = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH).format(facts.when().atOffset(ZoneOffset.UTC));
        page.append("<footer><p>Lithe ").append(e(facts.version())).append(", <code>lithe ").append(e(facts.command()))
                .append("</code>, ").append(when).append(", ").append(Words.fixed(facts.seconds(), 0)).append(" s</p></footer>\n");
    }

    /// Returns what was measured in few words.
    ///
    /// @param target the measurement
    /// @return such as `time to 50 %`
    public static String shortly(Target target) {
        var test = target.test();
        int colon = test.lastIndexOf(": ");
        boolean detail = colon >= 0 && (test.contains("time to") || test.contains("between"));
        return detail ? test.substring(colon + 2).replace("between ", "").replaceFirst("(\\d:\\d\\d) and (.*) min:s", "$1 – $2").replace(" on the screen", "") : target.quantity();
    }

    /// Returns a number with three or four digits.
    ///
    /// @param value any number
    /// @return the number for people
    public static String number(double value) {
        return Words.fixed(value, Math.abs(value) < 10 ? 2 : 1);
    }

    /// Returns how many inputs have each grade.
    ///
    /// @param inputs graded inputs
    /// @return count by the word of the grade
    public static Map<String, Object> grades(List<Given> inputs) {
        Map<String, Object> counts = new LinkedHashMap<>();
        for (var grade : Grade.values()) {
            counts.put(grade.word(), inputs.stream().filter(given -> given.quantity().grade() == grade).count());
        }
        return counts;
    }

    private static String e(String text) {
        return Markup.escaped(text);
    }
}

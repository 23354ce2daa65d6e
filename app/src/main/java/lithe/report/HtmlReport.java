// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import lithe.result.Verdict.Status;
import lithe.result.Verdicts;
import lithe.simulation.Answer;
import lithe.simulation.Headline;
import lithe.simulation.Run;

/// Tells an outcome as one HTML file that opens from disk and asks the network for nothing.
///
/// The page reads without its script, which only lets the pointer read values off maps and plots. A content security
/// policy in the file forbids every request, so a name in a device file cannot cause one either.
public final class HtmlReport {

    private final Report report;
    private final ColourScale scale;
    private final StringBuilder page = new StringBuilder(1 << 19);

    private HtmlReport(Report report, ColourScale scale) {
        this.report = report;
        this.scale = scale;
    }

    /// Returns a report as a page, with the colours spread over its own maps.
    ///
    /// @param report the report
    /// @return the whole file
    public static String text(Report report) {
        return text(report, ColourScale.over(List.of(report.outcome())));
    }

    /// Returns a report as a page with given colours, as a comparison needs.
    ///
    /// @param report the report
    /// @param scale colours of all maps
    /// @return the whole file
    public static String text(Report report, ColourScale scale) {
        return new HtmlReport(report, scale).page();
    }

    private String page() {
        var device = report.outcome().device();
        var runs = report.outcome().runs();
        page.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; ")
                .append("style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<link rel=\"icon\" href=\"data:,\">\n")
                .append("<title>").append(e(device.name())).append(": does it fit, stay cool, charge?</title>\n<style>\n")
                .append(Page.resource("report.css")).append(tabs(runs.size())).append("</style></head>\n<body>\n");
        for (int r = 0; r < runs.size(); r++) {
            page.append("<input type=\"radio\" name=\"run\" id=\"r%d\"%s>".formatted(r, r == 0 ? " checked" : ""));
        }
        head();
        verdicts(runs);
        chooser(runs);
        page.append("<main>\n");
        for (int r = 0; r < runs.size(); r++) {
            page.append(new RunSection(device, runs.get(r), scale).article(r));
        }
        page.append("</main>\n").append(LimitSection.of(report.limits())).append(FitSection.of(report.outcome().packing())).append(InputSection.of(report.inputs()));
        foot();
        return page.append("<div id=\"tip\" hidden></div>\n<script>\n").append(palette()).append(Page.resource("report.js"))
                .append("</script>\n</body></html>\n").toString()
                .replace(" °C", "\u00a0°C")
                .replace(" mm", "\u00a0mm");
    }

    private void head() {
        var device = report.outcome().device();
        page.append("<header><p class=\"brand\">Lithe</p><h1>").append(e(device.name()));
        if (device.reconstructed()) {
            page.append(" <span class=\"badge\">reconstructed</span>");
        }
        page.append("</h1>");
        var body = device.body();
        page.append("<p class=\"sub\">").append("%s × %s × %s mm, %d layers, %d parts".formatted(
                Words.fixed(1e3 * body.width(), 1), Words.fixed(1e3 * body.length(), 1), Words.fixed(1e3 * body.thickness(), 2),
                device.layers().size(), device.parts().size())).append("</p>");
        if (!device.note().isBlank()) {
            page.append("<p class=\"sub\">").append(e(device.note())).append("</p>");
        }
        page.append("</header>\n");
    }

    private void verdicts(List<Run> runs) {
        page.append("<section class=\"verdicts\" aria-label=\"verdicts\">");
        var headline = Headline.of(report.outcome());
        page.append("<div class=\"headline\">");
        answer("Does it fit?", headline.fit(), HeadlineWords.fit(headline.fit()));
        answer("Does it stay cool?", headline.cool(), HeadlineWords.cool(headline.cool()));
        answer("Does it charge?", headline.charge(), HeadlineWords.charge(headline.charge()));
        page.append("</div>");
        page.append("<table class=\"all\"><thead><tr><th>workload</th><th>cool?</th><th>hottest</th><th>where</th>")
                .append("<th>margin</th><th>held</th><th>ambient</th><th>for</th></tr></thead><tbody>");
        for (int r = 0; r < runs.size(); r++) {
            row(runs.get(r), r);
        }
        page.append("</tbody></table></section>\n");
    }

    /// One of the three answers a reader came for.
    private void answer(String question, Answer answer, String words) {
        var status = answer.status();
        page.append("<div class=\"answer ").append(status == null ? "none" : style(status)).append("\"><p><b>").append(question).append("</b> ")
                .append(status == null ? "<span class=\"chip none\">not asked</span>" : chip(status)).append("</p><p>").append(e(words).replaceAll("\\((\\d+), (\\d+)\\)", "($1,\u00a0$2)")).append(".</p>");
        if (answer.id().startsWith("skin.")) {
            answer.notes().forEach(note -> page.append("<p class=\"aside\">Also: ").append(e(note)).append(".</p>"));
        }
        page.append("</div>");
    }

    private void row(Run run, int r) {
        var workload = run.workload();
        page.append("<tr><th><label for=\"r%d\">%s</label></th>".formatted(r, e(workload.name())));
        Words.worst(run).ifPresentOrElse(
                verdict -> page.append("<td>").append(chip(verdict.status())).append("</td><td class=\"num\">")
                        .append(Words.result(verdict.id(), verdict.value())).append("</td><td class=\"wide\">")
                        .append(e(Words.face(verdict.id()) + " " + verdict.where())).append("</td><td class=\"wide\">")
                        .append(e(Words.margin(verdict))).append("</td>"),
                () -> page.append("<td colspan=\"4\">nothing was held against a limit</td>"));
        page.append("<td class=\"wide\">%s</td><td class=\"num\">%s</td><td class=\"num\">%s</td></tr>"
                .formatted(e(workload.boundary().name()), Words.celsius(workload.ambient()), Words.duration(workload)));
    }

    private void chooser(List<Run> runs) {
        page.append("<nav aria-label=\"workloads\">");
        for (int r = 0; r < runs.size(); r++) {
            page.append("<label for=\"r%d\" class=\"tab t%d\">".formatted(r, r)).append(e(runs.get(r).workload().name()));
            Words.worst(runs.get(r)).ifPresent(verdict -> page.append(" ").append(dot(verdict.status())));
            page.append("</label>");
        }
        page.append("</nav>\n");
    }

    private void foot() {
        var from = report.provenance();
        var when = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                .format(from.when().atOffset(ZoneOffset.UTC));
        page.append("<footer><p>").append(e(from.file())).append(", SHA-256 <code>").append(e(from.sha256()))
                .append("</code></p><p>Lithe ").append(e(from.version())).append(", <code>lithe ").append(e(from.command()))
                .append("</code>, ").append(when).append("</p><p>Verdicts: ").append(e(Verdicts.standard().name()))
                .append(". A simulation is not a measurement; check the standard and the inputs before you rely on a margin.</p></footer>\n");
    }

    /// The palette for the script, which reads temperatures back from colours.
    static String palette() {
        var text = new StringBuilder("const PALETTE=[");
        for (int colour : ColourScale.colours()) {
            text.append(colour).append(',');
        }
        return text.append("];\n").toString();
    }

    private static String tabs(int runs) {
        var css = new StringBuilder();
        for (int r = 0; r < runs; r++) {
            css.append("#r%1$d:checked~main>.run%1$d{display:block}#r%1$d:checked~nav .t%1$d{background:#fff;border-color:#15181c;color:#15181c}"
                    .formatted(r));
            css.append("#r%1$d:focus-visible~nav .t%1$d{outline:2px solid #33658a;outline-offset:2px}\n".formatted(r));
        }
        return css.toString();
    }

    static String style(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    static String chip(Status status) {
        return "<span class=\"chip %s\">%s %s</span>".formatted(style(status), sign(status), style(status));
    }

    private static String dot(Status status) {
        return "<span class=\"dotted %s\" title=\"%s\">%s</span>".formatted(style(status), style(status), sign(status));
    }

    private static String sign(Status status) {
        return switch (status) {
            case PASS -> "✓";
            case TIGHT -> "!";
            case FAIL -> "✕";
        };
    }

    private static String e(String text) {
        return Markup.escaped(text);
    }
}

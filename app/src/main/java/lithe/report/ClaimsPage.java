// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lithe.explore.claim.Answer;
import lithe.explore.claim.Experiment;
import lithe.explore.claim.Experiment.Metric;
import lithe.explore.claim.Gauge;
import lithe.explore.claim.Influence;
import lithe.explore.claim.Standing;

/// Tells answers to claims as one HTML file that opens from disk and asks the network for nothing; it has no script.
public final class ClaimsPage {

    private final ClaimsReport report;
    private final StringBuilder page = new StringBuilder(1 << 16);

    private ClaimsPage(ClaimsReport report) {
        this.report = report;
    }

    /// Returns the page.
    ///
    /// @param report what is told
    /// @return the whole file
    public static String text(ClaimsReport report) {
        return new ClaimsPage(report).page();
    }

    private String page() {
        page.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<link rel=\"icon\" href=\"data:,\">\n")
                .append("<title>").append(e(report.device())).append(": what is left of the claims?</title>\n<style>\n")
                .append(resource("report.css")).append(resource("claims.css")).append("</style></head>\n<body>\n");
        head();
        table();
        report.answers().answers().forEach(this::claim);
        foot();
        return page.append("</body></html>\n").toString().replace(" °C", "\u00a0°C").replace(" mm", "\u00a0mm");
    }

    private void head() {
        var claims = report.answers().claims();
        page.append("<header><p class=\"brand\">Lithe</p><h1>").append(e(report.device())).append(": what is left of the claims?</h1>")
                .append("<p class=\"sub\">").append(e(claims.name())).append(".</p><p class=\"hint\">")
                .append("A verdict is about a model of the phone with the inputs named, never about a maker's honesty. The bands were declared ")
                .append("before anything was run; differences between two variants of one model are more trustworthy than temperatures.</p></header>\n<p class=\"tally\">");
        Arrays.stream(Standing.values()).forEach(standing -> {
            long count = report.answers().answers().stream().filter(a -> a.standing() == standing).count();
            if (count > 0) {
                page.append("<span class=\"chip ").append(style(standing)).append("\">%d %s</span>".formatted(count, standing.words()));
            }
        });
        page.append("</p>\n");
    }

    private void table() {
        page.append("<table class=\"all\"><thead><tr><th></th><th>verdict</th><th>claim</th><th>claimed</th><th>most narrowly decided by</th><th>flips</th></tr></thead><tbody>");
        for (var a : report.answers().answers()) {
            var claim = a.claim();
            page.append("<tr><th><a href=\"#").append(anchor(a)).append("\">").append(e(claim.id())).append("</a></th><td>").append(chip(a.standing()))
                    .append("</td><td class=\"wide\">").append(e(claim.claim())).append("</td><td class=\"wide\" data-is=\"claimed\">").append(e(claim.claimed()))
                    .append("</td><td class=\"wide\" data-is=\"decided by\">").append(e(a.deciding().isEmpty() ? "-" : a.deciding().getFirst().factor().name()))
                    .append("</td><td class=\"num\" data-is=\"flips\">").append(e(ClaimWords.flip(a))).append("</td></tr>");
        }
        page.append("</tbody></table><p class=\"hint\">flips: chance that another draw of the unsure inputs within their ranges changes the verdict that the inputs as given lead to.</p>\n");
        page.append("<p class=\"key\">In the strips: <i style=\"background:#1b7f4b;margin-left:0\"></i>supported<i style=\"background:#ffcf66\"></i>partly, as far as this quantity goes; dot: simulated; line: 10 to 90&nbsp;% of the draws.</p>\n");
    }

    private void claim(Answer a) {
        var claim = a.claim();
        page.append("<section><h2 id=\"").append(anchor(a)).append("\">").append(e(claim.id())).append(" <small>").append(e(claim.claim()))
                .append("</small> ").append(chip(a.standing())).append("</h2>\n<dl class=\"facts\">");
        fact("claimed", claim.claimed());
        fact("condition", claim.condition());
        fact("not said", claim.unsaid());
        fact("source", claim.source());
        claim.experiment().bands().forEach(band -> fact("band", band));
        a.notes().forEach(note -> fact("note", note));
        page.append("</dl>\n");
        if (claim.experiment() instanceof Experiment.SideBySide side) {
            beside(a, side);
        } else if (!claim.experiment().gauges().isEmpty()) {
            quantities(a);
        }
        inputs(a);
        page.append("</section>\n");
    }

    private void fact(String what, String text) {
        if (!text.isEmpty()) {
            page.append("<dt>").append(what).append("</dt><dd>").append(e(text)).append("</dd>");
        }
    }

    private void quantities(Answer a) {
        page.append("<div class=\"scroll\"><table class=\"quantities\"><thead><tr><th>quantity</th><th>simulated</th><th>10 to 90 %</th><th></th></tr></thead><tbody>");
        for (var gauge : a.claim().experiment().gauges()) {
            page.append("<tr><th>").append(e(gauge.name())).append("</th><td class=\"num\" data-is=\"simulated\">").append(e(gauge.shown(ClaimWords.value(a, gauge.name()))))
                    .append("</td><td class=\"num\" data-is=\"10 to 90 %\">").append(e(spread(a, gauge))).append("</td><td>");
            if (a.claim().experiment() instanceof Experiment.Bands bands && bands.judges(gauge.name())) {
                page.append(ClaimStrip.svg(bands, gauge, ClaimWords.value(a, gauge.name()), a.spreads().get(gauge.name())));
            }
            page.append("</td></tr>");
        }
        page.append("</tbody></table></div>\n");
    }

    private static String spread(Answer a, Gauge gauge) {
        var spread = a.claim().experiment().judges(gauge.name()) ? a.spreads().get(gauge.name()) : null;
        if (spread == null || gauge.shown(spread.low()).equals(gauge.shown(spread.high()))) {
            return "-";
        }
        return gauge.shown(spread.low()) + " to " + gauge.shown(spread.high());
    }

    private void beside(Answer a, Experiment.SideBySide side) {
        page.append("<div class=\"scroll\"><table class=\"quantities\"><thead><tr><th>figure</th><th>this phone</th><th>the other</th><th>equal within</th><th>outcome</th></tr></thead><tbody>");
        for (Metric m : side.metrics()) {
            var word = m.word(a.values());
            page.append("<tr><th>").append(e(m.name())).append("</th><td class=\"num\" data-is=\"this phone\">").append(e(m.own().shown(ClaimWords.value(a, m.own().name()))))
                    .append("</td><td class=\"num\" data-is=\"the other\">").append(e(m.other().shown(ClaimWords.value(a, m.other().name()))))
                    .append("</td><td class=\"num\" data-is=\"equal within\">").append(e(m.text())).append("</td><td><span class=\"chip %s\">%s</span></td></tr>"
                            .formatted(word.equals("ahead") ? "pass" : word.equals("behind") ? "fail" : "none", word));
        }
        side.reproduced().forEach(r -> page.append("<tr><th>").append(e(r.gauge().name())).append("</th><td class=\"num\" data-is=\"simulated\">")
                .append(e(r.gauge().shown(ClaimWords.value(a, r.gauge().name())))).append("</td><td class=\"num\" colspan=\"3\">measured ").append(e(r.text())).append("</td></tr>"));
        page.append("</tbody></table></div>\n");
    }

    private void inputs(Answer a) {
        var deciding = a.deciding();
        if (deciding.isEmpty()) {
            page.append("<p class=\"hint\">Inputs that decide: ").append(e(ClaimWords.undecided(a))).append(".</p>\n");
        } else {
            page.append("<h4>Inputs that decide <small>").append(e(deciding.getFirst().gauge().name())).append(", ").append("%d varied".formatted(a.claim().unsure().size()))
                    .append("</small></h4><div class=\"scroll\"><table class=\"inputs\"><thead><tr><th>input</th><th>value and range</th><th>at its low end</th><th>at its high end</th><th>share of the spread</th><th>alone</th></tr></thead><tbody>");
            deciding.forEach(this::input);
            page.append("</tbody></table></div>\n");
        }
        if (!a.chances().isEmpty()) {
            page.append("<div class=\"odds\" role=\"img\" aria-label=\"").append(e(ClaimWords.chances(a))).append("\">");
            a.chances().entrySet().stream().sorted(Map.Entry.<Standing, Double>comparingByValue(Comparator.reverseOrder())).forEach(entry -> page.append(String.format(
                    Locale.ROOT, "<span class=\"%s\" style=\"flex:%.4f 0 0\">%s</span>", style(entry.getKey()), entry.getValue(), entry.getValue() < 0.25 ? "" : entry.getKey().words())));
            page.append("</div><p class=\"hint\">Draws: ").append(e(ClaimWords.chances(a))).append(".</p>\n");
        }
    }

    private void input(Influence i) {
        page.append("<tr><th>").append(e(i.factor().name())).append("</th><td data-is=\"is\">").append(e(i.factor().words())).append("</td><td class=\"num\" data-is=\"at its low end\">")
                .append(e(i.gauge().shown(i.low()))).append("</td><td class=\"num\" data-is=\"at its high end\">").append(e(i.gauge().shown(i.high())))
                .append(String.format(Locale.ROOT, "</td><td class=\"num\"><span class=\"share\" style=\"width:%.0fpx\"></span>%.0f&nbsp;%%</td><td>", 80 * i.share(), 100 * i.share()))
                .append(i.flips() == null ? "" : "makes it " + chip(i.flips())).append("</td></tr>");
    }

    private void foot() {
        var answers = report.answers();
        page.append("<footer><p>").append(e(report.deviceFile())).append(", SHA-256 <code>").append(e(report.deviceHash())).append("</code></p><p>")
                .append(e(report.claimsFile())).append(", SHA-256 <code>").append(e(report.claimsHash())).append("</code></p><p>Lithe ").append(e(report.version()))
                .append(", <code>lithe claims</code>, %s resolution, %d runs of %d phones%s.</p><p>A simulation is not a measurement.</p></footer>\n".formatted(
                        e(report.resolution()), answers.runs(), answers.phones(),
                        answers.draws() == 0 ? ", no inputs varied" : ", each chance from %,d draws of the response to one input at a time".formatted(answers.draws())));
    }

    private static String anchor(Answer a) {
        return e(Place.harmless(a.claim().id()));
    }

    private static String chip(Standing standing) {
        return "<span class=\"chip %s\">%s</span>".formatted(style(standing), standing.words());
    }

    private static String style(Standing standing) {
        return switch (standing) {
            case SUPPORTED -> "pass";
            case PARTLY -> "tight";
            case NOT_SUPPORTED -> "fail";
            case CHECK_INPUTS, NOT_TESTABLE -> "none";
        };
    }

    private static String e(String text) {
        return Markup.escaped(text);
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ClaimsPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

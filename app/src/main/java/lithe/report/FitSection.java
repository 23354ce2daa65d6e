// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import lithe.fit.Packing;
import lithe.simulation.Headline;

/// Whether the phone fits: plan and section to scale, the tightest distances, the room to swell, the largest battery.
final class FitSection {

    private static final int GAPS = 5;

    private FitSection() {}

    static String of(Packing packing) {
        var text = new StringBuilder("<section class=\"fit\" id=\"fit\"><h2>Does it fit?</h2><div class=\"plan-and-words\"><figure>");
        text.append(PlanSvg.of(packing)).append("<figcaption>Plan from the front, to scale, without the sheets. Numbers: the tightest distances. ");
        text.append(packing.largest() == null ? "" : "Dashed: the largest battery that would fit.").append("</figcaption></figure><div>");
        findings(packing, text);
        gaps(packing, text);
        rest(packing, text);
        return text.append("</div></div>").append(section(packing)).append("</section>\n").toString();
    }

    private static void findings(Packing packing, StringBuilder text) {
        var answer = Headline.fit(packing);
        if (packing.legal()) {
            text.append("<p>").append(e(HeadlineWords.fit(answer))).append(".</p>");
            return;
        }
        text.append("<ul class=\"notes\">");
        packing.findings().forEach(finding -> text.append("<li>").append(e(finding.words())).append("</li>"));
        text.append("</ul>");
    }

    private static void gaps(Packing packing, StringBuilder text) {
        if (packing.gaps().isEmpty()) {
            return;
        }
        text.append("<h3>Tightest distances</h3><div class=\"scroll\"><table><thead><tr><th></th><th>between</th><th>there</th><th>needed</th><th>to spare</th></tr></thead><tbody>");
        for (int g = 0; g < Math.min(GAPS, packing.gaps().size()); g++) {
            var gap = packing.gaps().get(g);
            text.append("<tr><td>%d</td><td>%s</td><td class=\"num\">%s</td><td class=\"num\">%s</td><td class=\"num\">%s</td></tr>".formatted(
                    g + 1, e(gap.first() + " to " + gap.second()), HeadlineWords.mm(gap.distance()), HeadlineWords.mm(gap.least()),
                    HeadlineWords.mm(gap.margin())));
        }
        text.append("</tbody></table></div>");
    }

    private static void rest(Packing packing, StringBuilder text) {
        if (packing.swelling() != null) {
            text.append("<h3>Room to swell</h3><p>").append(e(FitWords.swelling(packing.swelling()))).append(".</p>");
        }
        text.append("<h3>Front to back</h3><ul class=\"notes\">");
        packing.stacks().forEach(stack -> text.append("<li>").append(e(FitWords.stack(stack))).append("</li>"));
        text.append("</ul><h3>Volume</h3><p>").append(e(FitWords.volume(packing))).append(".</p>");
        var largest = FitWords.largest(packing);
        if (!largest.isEmpty()) {
            text.append("<h3>Battery</h3><p>").append(e(largest)).append(".</p>");
        }
    }

    /// The cut through the middle of the battery, or of the phone.
    private static String section(Packing packing) {
        var largest = packing.largest();
        double x = largest == null
                ? packing.device().body().width() / 2
                : (largest.now().x0() + largest.now().x1()) / 2;
        return "<h3>Cut at x = %s mm</h3><p class=\"hint\">To scale along the phone, thickness drawn %s times too large.</p><div class=\"scroll\">%s</div>"
                .formatted(Words.fixed(1e3 * x, 1), Words.fixed(SectionSvg.STRETCH, 0), SectionSvg.built(packing.device(), x));
    }

    private static String e(String text) {
        return Markup.escaped(text);
    }
}

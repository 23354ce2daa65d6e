// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import lithe.explore.lever.Limits;

/// What limits the phone: limits in order of time, and what each lever does.
final class LimitSection {

    private LimitSection() {}

    static String of(Limits limits) {
        if (limits.events().isEmpty() && limits.levers().isEmpty() && limits.note().isEmpty()) {
            return "";
        }
        var text = new StringBuilder("<section class=\"limits\" id=\"limits\"><h2>What limits me?</h2>");
        levers(limits, text);
        events(limits, text);
        return text.append("</section>\n").toString();
    }

    private static void levers(Limits limits, StringBuilder text) {
        if (limits.levers().isEmpty()) {
            text.append(limits.note().isEmpty() ? "" : "<p class=\"hint\">" + e(limits.note()) + "</p>");
            return;
        }
        text.append("<h3>What one unit of each lever does to ").append(e(LimitWords.subject(limits))).append("</h3><p class=\"hint\">Each was moved and the phone simulated (")
                .append(e(limits.mesh())).append("). <span class=\"key up\"></span> more of it, <span class=\"key down\"></span> less of it; a bar with a gap is longer than drawn. Units differ: compare what they cost. ").append(e(limits.note())).append("</p>")
                .append(TornadoSvg.of(limits.levers()))
                .append("<details><summary>Numbers and steps</summary><div class=\"scroll\"><table><thead><tr><th>lever</th><th>whose</th><th>per</th><th>change</th><th>step</th></tr></thead><tbody>");
        limits.levers().forEach(s -> text.append("<tr><td>%s</td><td>%s</td><td class=\"num\">%s</td><td class=\"num\">%s</td><td class=\"num\">%s</td></tr>".formatted(
                e(s.lever().name()), s.lever().role().word(), e(LimitWords.unit(s)), LimitWords.kelvin(s.perUnit()), e(s.lever().swap() ? "a swap" : (s.oneSided() ? "one-sided, " : "± ") + s.lever().step()))));
        text.append("</tbody></table></div></details>");
    }

    private static void events(Limits limits, StringBuilder text) {
        if (limits.events().isEmpty()) {
            return;
        }
        text.append("<h3>Limits in order of time</h3><div class=\"scroll\"><table><thead><tr><th>workload</th><th>after</th><th></th><th>limit</th></tr></thead><tbody>");
        String before = "";
        for (var event : limits.events()) {
            text.append("<tr><th>%s</th><td class=\"num\">%s</td><td>%s</td><td>%s</td></tr>".formatted(
                    event.workload().equals(before) ? "" : e(event.workload()), LimitWords.at(event),
                    event.weight() == lithe.result.Verdict.Status.PASS ? "" : HtmlReport.chip(event.weight()), e(LimitWords.sentence(event))));
            before = event.workload();
        }
        text.append("</tbody></table></div>");
    }

    private static String e(String text) {
        return Markup.escaped(text);
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.List;
import java.util.stream.Collectors;
import lithe.device.Device;
import lithe.result.TouchLimits;
import lithe.simulation.Run;

/// Touch limits per surface and contact time, held against what was computed.
final class TouchSection {

    private static final List<String> SURFACES = List.of("skin.front.max", "skin.back.max", "skin.edge.max");

    private TouchSection() {}

    static String of(Device device, Run run) {
        var there = SURFACES.stream().filter(run.results()::containsKey).toList();
        if (there.isEmpty()) {
            return "";
        }
        return "<section><h3>Touch limits</h3><p class=\"hint\">Absolute temperatures, not scaled with the ambient. These tables were written from general knowledge: check the standard.</p>"
                + table(device, run, there, TouchLimits.classes()) + table(device, run, there, TouchLimits.burns()) + "</section>";
    }

    private static String table(Device device, Run run, List<String> surfaces, TouchLimits limits) {
        boolean lasting = limits.between() == TouchLimits.Between.LOG_TIME;
        var head = limits.rows().stream().map(row -> "<th>" + e(row.contact()) + "</th>").collect(Collectors.joining());
        var body = surfaces.stream().map(id -> row(device, run, id, limits, lasting)).collect(Collectors.joining());
        return "<h4>%s <small>%s</small></h4><div class=\"scroll\"><table class=\"touch\"><thead><tr><th>surface</th><th>computed</th>%s%s</tr></thead><tbody>%s</tbody></table></div>"
                .formatted(e(limits.name()), e(limits.version()), head, lasting ? "<th>reached after</th>" : "", body);
    }

    private static String row(Device device, Run run, String id, TouchLimits limits, boolean lasting) {
        var material = Words.material(device.surfaces(), id);
        double kelvin = Words.result(run, id);
        var cells = limits.rows().stream()
                .map(row -> cell(limits.at(material, Math.max(row.time(), 1e-3)), kelvin))
                .collect(Collectors.joining());
        return "<tr><th>%s, %s</th><td class=\"num\"><b>%s</b></td>%s%s</tr>".formatted(
                Words.face(id), material, Words.celsius(kelvin), cells,
                lasting ? "<td class=\"num\">" + contact(limits.longest(material, kelvin)) + "</td>" : "");
    }

    private static String cell(double limit, double kelvin) {
        boolean over = kelvin > limit;
        return "<td class=\"num %s\">%s<small>%s %s K</small></td>".formatted(
                over ? "over" : "under", Words.degrees(limit), over ? "✕ over by" : "✓ below by", Words.fixed(Math.abs(limit - kelvin), 1));
    }

    private static String contact(double seconds) {
        if (seconds == 0) {
            return "at once";
        }
        return Double.isInfinite(seconds) ? "not in 8 h" : seconds >= 5400 ? Words.fixed(seconds / 3600, 1) + " h" : Words.time(Math.rint(seconds));
    }

    private static String e(String text) {
        return Markup.escaped(text);
    }
}

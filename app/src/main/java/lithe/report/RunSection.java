// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lithe.device.Device;
import lithe.result.Catalogue;
import lithe.result.Verdicts;
import lithe.simulation.Plane;
import lithe.simulation.Run;
import lithe.units.Units;

/// One workload in the page.
///
/// @param device the phone
/// @param run what the workload gave
/// @param scale colours of all maps in the document
record RunSection(Device device, Run run, ColourScale scale) {

    private static final int CURVES = 8;

    String article(int number) {
        var workload = run.workload();
        var title = "<h2>%s <small>%s, %s, %s</small></h2>".formatted(
                e(workload.name()), e(workload.boundary().name()), Words.celsius(workload.ambient()), Words.duration(workload));
        return "<article class=\"run run%d\">%s%s%s%s%s%s%s%s%s%s%s</article>\n".formatted(
                number, title, tiles(), maps(), ChamberSection.of(run), section(), histories(), FoilSection.of(device, run), heat(), TouchSection.of(device, run), notes(), solver());
    }

    private String tiles() {
        var text = new StringBuilder("<div class=\"tiles\">");
        for (var verdict : run.verdicts()) {
            var surface = verdict.id().startsWith("skin.") ? ", " + Words.material(device.surfaces(), verdict.id()) : "";
            text.append("<div class=\"tile ").append(HtmlReport.style(verdict.status())).append("\"><p class=\"what\">")
                    .append(e(Words.face(verdict.id()) + surface).replace(".", ".<wbr>")).append(" ").append(HtmlReport.chip(verdict.status()))
                    .append("</p><p class=\"value\">").append(Words.result(verdict.id(), verdict.value())).append("</p><p>")
                    .append(e(verdict.where())).append("</p><p>").append(e(Words.margin(verdict))).append("</p></div>");
        }
        Words.part(run, "soc", "cpu", "processor").ifPresent(part -> text.append(tile(part + ", max", "part." + part + ".max")));
        Words.part(run, "batt").ifPresent(part -> text.append(tile(part + ", max", "part." + part + ".max")));
        text.append(tile("skin, mean", "skin.mean"));
        return text.append("</div>").toString();
    }

    private String tile(String what, String id) {
        var value = run.results().get(id);
        return value == null
                ? ""
                : "<div class=\"tile\"><p class=\"what\">%s</p><p class=\"value\">%s</p></div>".formatted(e(what), Words.result(id, value));
    }

    private String maps() {
        if (run.maps().isEmpty()) {
            return "";
        }
        var text = new StringBuilder("<section><h3>Temperature</h3><p class=\"hint\">At the hottest moment. Every map is seen from the front, ")
                .append("the back too, so that places line up; all maps of this page share one scale. Lines at 41, 43, 45 and 48 °C; edges in mm.</p>")
                .append(ScaleSvg.of(scale)).append("<div class=\"maps\">");
        run.maps().forEach(map -> text.append(map(map)));
        return text.append("</div></section>").toString();
    }

    private String map(Plane map) {
        var spot = Relief.hottest(map);
        return "<figure>%s<figcaption><b>%s</b> max %s at (%s, %s) mm, mean %s%s</figcaption></figure>".formatted(
                MapSvg.of(map, device, scale), e(map.name()), Words.celsius(spot.kelvin()), Words.fixed(1e3 * spot.x(), 0),
                Words.fixed(1e3 * spot.y(), 0), Words.celsius(Relief.mean(map)), areas(map));
    }

    /// How much of a map is above each isotherm that it reaches.
    private static String areas(Plane map) {
        return MapSvg.ISOTHERMS.stream()
                .filter(level -> Relief.above(map, Units.ICE + level) > 0)
                .map(level -> "%d °C %s mm²".formatted(level, Words.fixed(1e6 * Relief.above(map, Units.ICE + level), 0)))
                .collect(Collectors.collectingAndThen(Collectors.joining(", "), text -> text.isEmpty() ? "" : "; above " + text));
    }

    /// The cut goes through the hottest place of the skin.
    private String section() {
        double x = run.maps().stream()
                .filter(map -> !map.name().startsWith("mid"))
                .map(Relief::hottest)
                .filter(spot -> Double.isFinite(spot.kelvin()))
                .max(Comparator.comparingDouble(Relief.Spot::kelvin))
                .map(Relief.Spot::x)
                .orElse(device.body().width() / 2);
        boolean field = run.field().temperature().length > 0;
        return "<section><h3>Section</h3><p class=\"hint\">Cut along the phone at x = %s mm, through the hottest place of the skin. Thickness is drawn %s times too large, everything else to scale. Darker conducts better along the sheet.%s</p><div class=\"scroll\">%s%s</div></section>"
                .formatted(
                        Words.fixed(1e3 * x, 1),
                        Words.fixed(SectionSvg.STRETCH, 0),
                        field ? " Below: temperatures at the end, in the colours of the maps; what is hotter than the scale has its last colour." : "",
                        SectionSvg.built(device, x),
                        field ? SectionSvg.hot(device, run.field(), x, scale) : "");
    }

    private String histories() {
        if (run.series().time().length < 2) {
            return "<section><h3>Over time</h3><p class=\"hint\">A steady state has no history.</p></section>";
        }
        var standard = Verdicts.standard();
        Map<String, Double> marks = new LinkedHashMap<>();
        marks.put("comfort, glass", comfort(standard));
        marks.put("alarm", standard.alarm() - Units.ICE);
        marks.put("ceiling", standard.ceiling() - Units.ICE);
        var governed = Throttled.sentence(run).map(text -> "<p>Governor: " + e(text) + ".</p>").orElse("");
        return "<section><h3>Over time</h3>" + governed + "<div class=\"plots\">"
                + plot("Skin, °C", skin(), marks)
                + plot("Parts, hottest place, °C", ids("part.", ".max", "°C"), Map.of())
                + plot("Sensors, °C", ids("sensor.", "", "°C"), Map.of())
                + plot("Power of the sources, W", ids("power.", "", "W"), Map.of())
                + plot("Caps of the governor, W", ids("governor.cap.", "", "W"), Map.of())
                + plot("Speed over the speed asked for, %", ids("performance", "", "%"), Map.of())
                + plot("Android thermal headroom, %", ids("governor.headroom", "", "%"), Map.of("severe", 100.0))
                + plot("Android severity, 0 none to 6 shutdown", ids("governor.severity", "", "1"), Map.of())
                + plot("Charge current, A", ids("charge.current", "", "A"), Map.of())
                + plot("Cell voltage, V", ids("charge.voltage", "", "V"), Map.of())
                + plot("Percentage on the screen, %", ids("charge.shown", "", "%"), Map.of())
                + plot("Power drawn from the adapter, W", ids("charge.drawn", "", "W"), Map.of())
                + plot("Plating margin, V", ids("plating.margin", "", "V"), Map.of())
                + plot("Capillary limit of the vapor chamber in use, %", ids("chamber.capillary.use.", "", "%"), Map.of("limit", 100.0))
                + plot("Ways of the heat, W", ids("heat.", "", "W"), Map.of())
                + "</div></section>";
    }

    private static double comfort(Verdicts standard) {
        return standard.comfort().getOrDefault("glass", standard.alarm()) - Units.ICE;
    }

    private String plot(String title, List<String> ids, Map<String, Double> marks) {
        if (ids.isEmpty()) {
            return "";
        }
        var more = ids.size() > CURVES ? " (%d of %d)".formatted(CURVES, ids.size()) : "";
        return PlotSvg.of(title + more, run.series(), ids.size() > CURVES ? chosen(ids) : ids, marks);
    }

    /// As many as a plot bears: processor and battery, which everyone looks for, and the highest of the others.
    private List<String> chosen(List<String> ids) {
        var wanted = Stream.of(Words.part(run, "soc", "cpu", "processor"), Words.part(run, "batt"))
                .flatMap(Optional::stream)
                .map(part -> "part." + part + ".max")
                .filter(ids::contains)
                .toList();
        var kept = Stream.concat(wanted.stream(), ids.stream()).distinct().limit(CURVES).collect(Collectors.toSet());
        return ids.stream().filter(kept::contains).toList();
    }

    /// Series of a kind, the highest at its end first.
    private List<String> ids(String head, String tail, String unit) {
        return run.series().values().keySet().stream()
                .filter(id -> id.startsWith(head) && id.endsWith(tail) && Catalogue.of(id).unit().equals(unit))
                .sorted(Comparator.comparingDouble((String id) -> -last(id)))
                .toList();
    }

    /// The highest of all surfaces is one of them; it is drawn only where they are not.
    private List<String> skin() {
        var all = ids("skin.", "", "°C");
        return all.size() == 1 ? all : all.stream().filter(id -> !id.equals("skin.max")).toList();
    }

    private double last(String id) {
        var values = Objects.requireNonNull(run.series().values().get(id));
        return Double.isFinite(values[values.length - 1]) ? values[values.length - 1] : Double.NEGATIVE_INFINITY;
    }

    private String heat() {
        var flows = Flows.of(run);
        if (flows.in().isEmpty() || flows.out().isEmpty()) {
            return "";
        }
        var open = Math.abs(flows.open()) > Flows.CLOSED
                ? " <b class=\"fail\">In and out differ by %s %%.</b>".formatted(Words.fixed(100 * flows.open(), 2))
                : "";
        return "<section><h3>Where the heat goes</h3><p class=\"hint\">%s: %s W in, %s W out; relative error of the balance %s.%s</p><div class=\"scroll\">%s</div></section>"
                .formatted(
                        run.workload().steady() ? "Steady" : "Mean over the run",
                        Words.fixed(flows.total(flows.in()), 3),
                        Words.fixed(flows.total(flows.out()), 3),
                        Words.power(Words.result(run, "heat.error")),
                        open,
                        FlowSvg.of(flows));
    }

    private String notes() {
        var text = new StringBuilder("<section><h3>Validity notes</h3>");
        if (run.warnings().isEmpty()) {
            return text.append("<p>None: every correlation stayed within its range.</p></section>").toString();
        }
        text.append("<ul class=\"notes\">");
        run.warnings().forEach(note -> text.append("<li>").append(e(note)).append("</li>"));
        return text.append("</ul></section>").toString();
    }

    private String solver() {
        var text = new StringBuilder("<section><h3>How it was solved</h3><p>");
        text.append(e(Words.model(run))).append(", ").append(Words.fixed(Words.result(run, "solve.cells"), 0)).append(" cells");
        if (run.results().containsKey("solve.iterations")) {
            text.append(", at most ").append(Words.fixed(Words.result(run, "solve.iterations"), 0)).append(" iterations");
        }
        optional(text, ", true residual ", "solve.residual");
        optional(text, ", estimated mesh error of the hottest skin ± ", "solve.mesh-error");
        optional(text, ", ", "solve.bytes-per-cell");
        text.append(run.results().containsKey("solve.bytes-per-cell") ? " per cell" : "")
                .append(", ").append(Words.fixed(run.seconds(), 1)).append(" s.");
        var check = run.results().get("hand-check.skin");
        if (check != null) {
            text.append(" A phone of one temperature would have a skin of ").append(Words.celsius(check))
                    .append("; the mean skin is ").append(Words.celsius(Words.result(run, "skin.mean"))).append(".");
        }
        text.append("</p><details><summary>All results</summary><div class=\"scroll\"><table><tbody>");
        run.results().forEach((id, value) -> text.append("<tr><td><code>").append(e(id)).append("</code></td><td class=\"num\">")
                .append(e(Words.result(id, value))).append("</td><td>").append(e(Catalogue.of(id).name())).append("</td></tr>"));
        return text.append("</tbody></table></div></details></section>").toString();
    }

    private void optional(StringBuilder text, String word, String id) {
        var value = run.results().get(id);
        if (value != null) {
            text.append(word).append(Words.result(id, value));
        }
    }

    private static String e(String text) {
        return Markup.escaped(text);
    }
}

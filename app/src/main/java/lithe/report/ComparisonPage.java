// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import lithe.charge.Moment;
import lithe.device.Device;
import lithe.result.Catalogue;
import lithe.simulation.Plane;
import lithe.simulation.Run;

/// Tells a comparison as one page that opens from disk: the table, every map in one colour scale, curves of both.
public final class ComparisonPage {

    private final Comparison both;
    private final ColourScale scale;
    private final StringBuilder page = new StringBuilder(1 << 19);

    private ComparisonPage(Comparison both) {
        this.both = both;
        this.scale = both.scale();
    }

    /// Returns the page.
    ///
    /// @param both the comparison
    /// @return the whole file
    public static String text(Comparison both) {
        return new ComparisonPage(both).text();
    }

    private String text() {
        Page.head(page, both.first().name() + " beside " + both.second().name());
        page.append("<header><p class=\"brand\">Lithe</p><h1>").append(e(both.first().name())).append(" <small>beside</small> ")
                .append(e(both.second().name())).append("</h1>");
        reconstructed();
        paragraph(both.conditions());
        both.leftOut().forEach(this::paragraph);
        page.append("</header>\n");
        table();
        page.append("<section><h3>Temperature</h3><p class=\"hint\">At the hottest moment of each. Every map is seen from the front, the back ")
                .append("too; all maps of this page share one scale, and all phones one scale of length. Lines at 41, 43, 45 and 48 °C.</p>")
                .append(ScaleSvg.of(scale)).append("</section>");
        both.pairs().forEach(this::pair);
        sustainedNote();
        foot();
        return page.append("<div id=\"tip\" hidden></div>\n<script>\n").append(HtmlReport.palette()).append(Page.resource("report.js"))
                .append("</script>\n</body></html>\n").toString()
                .replace(" °C", "\u00a0°C")
                .replace(" mm", "\u00a0mm");
    }

    private void reconstructed() {
        List<String> names = new ArrayList<>();
        for (var side : List.of(both.first(), both.second())) {
            if (device(side).reconstructed()) {
                names.add(side.name());
            }
        }
        if (!names.isEmpty()) {
            page.append("<p class=\"sub\"><span class=\"badge\">reconstructed</span> ").append(e(String.join(", ", names))).append("</p>");
        }
    }

    private void paragraph(String sentence) {
        if (!sentence.isEmpty()) {
            page.append("<p class=\"sub\">").append(e(sentence)).append("</p>");
        }
    }

    private void table() {
        page.append("<section><table class=\"beside\"><thead><tr><th>quantity</th><th>").append(e(both.first().name())).append("</th><th>")
                .append(e(both.second().name())).append("</th><th>difference</th></tr></thead><tbody>");
        String section = "";
        for (var row : both.rows()) {
            if (!row.section().equals(section)) {
                section = row.section();
                page.append("<tr class=\"group\"><th colspan=\"4\">").append(e(section)).append("</th></tr>");
            }
            page.append("<tr><td>").append(e(row.quantity())).append("</td><td class=\"num\">").append(e(ComparisonText.value(row, row.first())))
                    .append("</td><td class=\"num\">").append(e(ComparisonText.value(row, row.second()))).append("</td><td class=\"num\">")
                    .append(e(ComparisonText.difference(row))).append("</td></tr>");
        }
        page.append("</tbody></table></section>\n");
    }

    private void pair(String name, Comparison.Pair pair) {
        page.append("<section class=\"pair\"><h2>").append(e(name)).append(" <small>").append(e(held(pair))).append("</small></h2>");
        List<String> faces = Comparison.maps(pair.first()).stream().map(Plane::name).toList();
        for (String face : faces) {
            page.append("<div class=\"duo\">");
            map(both.first(), pair.first(), face);
            map(both.second(), pair.second(), face);
            page.append("</div>");
        }
        page.append("<div class=\"plots\">");
        curves("Highest skin temperature, °C", pair, "skin.max");
        if (pair.charge()) {
            story("Percentage on the screen, %", "charge.shown", pair);
            story("Power drawn from the adapter, W", "charge.drawn", pair);
            curves("Highest temperature of the cell, °C", pair, "cell.max");
        }
        page.append("</div></section>\n");
    }

    private static String held(Comparison.Pair pair) {
        var a = held(pair.first());
        var b = held(pair.second());
        return a.equals(b) ? a : a + " beside " + b;
    }

    private static String held(Run run) {
        var w = run.workload();
        return w.boundary().name() + ", " + Words.celsius(w.ambient()) + ", " + Words.duration(w);
    }

    /// Both maps of a row are drawn at one scale of length: each takes as much of the row as its drawing is wide.
    private void map(Comparison.Side side, Run run, String face) {
        var device = device(side);
        run.maps().stream().filter(map -> map.name().equals(face)).findFirst().ifPresent(map -> {
            var spot = Relief.hottest(map);
            page.append("<figure style=\"flex:%s 1 0\">".formatted(Svg.n(1e3 * device.body().width() + MapSvg.ROOM_X)))
                    .append(MapSvg.of(map, device, scale)).append("<figcaption><b>").append(e(side.name() + ", " + face)).append("</b> max ")
                    .append(Words.celsius(spot.kelvin())).append(" at (").append(Words.fixed(1e3 * spot.x(), 0)).append(", ")
                    .append(Words.fixed(1e3 * spot.y(), 0)).append(") mm, mean ").append(Words.celsius(Relief.mean(map)))
                    .append("</figcaption></figure>");
        });
    }

    private void curves(String title, Comparison.Pair pair, String id) {
        if (pair.first().series().values().containsKey(id)
                && pair.second().series().values().containsKey(id)
                && pair.first().series().time().length > 1
                && pair.second().series().time().length > 1) {
            page.append(PlotSvg.of(title, Catalogue.of(id).unit(), List.of(curve(both.first(), pair.first(), id), curve(both.second(), pair.second(), id))));
        }
    }

    private static PlotSvg.Curve curve(Comparison.Side side, Run run, String id) {
        var kind = Catalogue.of(id);
        double[] values = java.util.Arrays.stream(Objects.requireNonNull(run.series().values().get(id))).map(kind::shown).toArray();
        return new PlotSvg.Curve(side.name(), run.series().time(), values);
    }

    private void story(String title, String id, Comparison.Pair pair) {
        page.append(PlotSvg.of(title, Catalogue.of(id).unit(), List.of(
                told(both.first(), pair.first(), id), told(both.second(), pair.second(), id))));
    }

    private static PlotSvg.Curve told(Comparison.Side side, Run run, String id) {
        double[] time = run.charge().stream().mapToDouble(Moment::time).toArray();
        double[] values = run.charge().stream().mapToDouble(m -> id.equals("charge.shown") ? 100 * m.shown() : m.drawn()).toArray();
        return new PlotSvg.Curve(side.name(), time, values);
    }

    private void sustainedNote() {
        if (!both.first().sustained().isEmpty()) {
            page.append("<section><h3>Sustained power</h3><p class=\"hint\">The split, room and posture of the workload in the steady state, its power ")
                    .append("scaled until the first surface reaches its comfort limit (43 °C on glass and plastic, 41 °C on metal).</p></section>");
        }
    }

    private void foot() {
        var from = both.first().report().provenance();
        var other = both.second().report().provenance();
        var when = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH).format(from.when().atOffset(ZoneOffset.UTC));
        page.append("<footer><p>").append(e(from.file())).append(", SHA-256 <code>").append(e(from.sha256())).append("</code></p><p>")
                .append(e(other.file())).append(", SHA-256 <code>").append(e(other.sha256())).append("</code></p><p>Lithe ")
                .append(e(from.version())).append(", <code>lithe compare</code>, ").append(when).append("</p></footer>\n");
    }

    private static Device device(Comparison.Side side) {
        return side.report().outcome().device();
    }

    private static String e(String text) {
        return Markup.escaped(text);
    }
}

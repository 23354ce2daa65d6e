// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lithe.Figures;
import lithe.simulation.Outcome;
import lithe.simulation.Plane;
import lithe.simulation.Run;
import lithe.simulation.Sustained;
import lithe.units.Units;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ComparisonTest {

    private static final double HOTTER = 7.3;

    @TempDir
    Path temp;

    @Test
    @DisplayName("every map of both phones is drawn in one scale, which holds the hottest and the coldest of both")
    void oneColourScale() {
        var both = comparison();
        var scale = both.scale();
        var page = ComparisonPage.text(both);
        var drawn = Pattern.compile("<svg class=\"map\"[^>]*data-low=\"([^\"]*)\" data-high=\"([^\"]*)\"").matcher(page);
        List<String> scales = new ArrayList<>();
        while (drawn.find()) {
            scales.add(drawn.group(1) + " " + drawn.group(2));
        }
        assertThat(scales).hasSize(2 * 2 * both.pairs().size());
        assertThat(scales).containsOnly((scale.low() - Units.ICE) + " " + (scale.high() - Units.ICE));
        both.pairs().values().forEach(pair -> List.of(pair.first(), pair.second()).forEach(run -> Comparison.maps(run).forEach(map ->
                Arrays.stream(map.temperature()).filter(Double::isFinite).forEach(t -> assertThat(t).isBetween(scale.low(), scale.high())))));
        assertThat(page).containsOnlyOnce("<svg class=\"scale\"");
        Figures.record("6", "compare: colour scale", "%d maps of two phones, one scale".formatted(scales.size()));
    }

    @Test
    @DisplayName("the same colour is the same temperature in both: pictures are painted from that scale alone")
    void sameColours() {
        var both = comparison();
        var page = ComparisonPage.text(both);
        var device = both.first().report().outcome().device();
        both.pairs().values().forEach(pair -> List.of(pair.first(), pair.second()).forEach(run ->
                assertThat(page).contains(MapSvg.of(Comparison.maps(run).getFirst(), device, both.scale()).replace(" °C", "\u00a0°C").replace(" mm", "\u00a0mm"))));
    }

    @Test
    @DisplayName("text, page and JSON show the same rows in the same order, and swapping the phones keeps it")
    void oneRowOrder() {
        var both = comparison();
        List<String> names = both.rows().stream().map(row -> row.section() + "/" + row.quantity()).toList();
        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(20);
        assertThat(ofText(ComparisonText.text(both))).isEqualTo(names);
        assertThat(ofPage(ComparisonPage.text(both))).isEqualTo(names);
        assertThat(ofJson(Json.text(ComparisonText.document(both)))).isEqualTo(names);
        assertThat(swapped(both).rows().stream().map(row -> row.section() + "/" + row.quantity()).toList()).isEqualTo(names);
        Figures.record("6", "compare: row order", "%d rows, the same in text, page, JSON and swapped".formatted(names.size()));
    }

    @Test
    @DisplayName("differences are in K for temperatures, with percent for everything else, and change sign when swapped")
    void differences() {
        var both = comparison();
        var skin = row(both, "record-4k30", "highest skin temperature");
        assertThat(skin.difference()).isCloseTo(HOTTER, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(ComparisonText.difference(skin)).isEqualTo("+7.3 K");
        var power = row(both, "record-4k30", "sustained power, steady at the comfort limit");
        assertThat(ComparisonText.difference(power)).isEqualTo("-0.80 W (-20.0 %)");
        assertThat(row(swapped(both), "record-4k30", "highest skin temperature").difference()).isCloseTo(-HOTTER, org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    @DisplayName("a quantity only one phone has keeps its row, with a dash for the other")
    void missing() {
        var both = comparison();
        assertThat(row(both, "idle", "sustained power, steady at the comfort limit").second()).isNaN();
        assertThat(ComparisonText.text(both)).contains("–");
        assertThat(ComparisonText.text(both)).contains("Only one has, left out: charge.");
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    @DisplayName("opens from disk: no error, no request, nothing wider than the screen, both phones at one scale of length")
    void opens(int width) {
        assumeTrue(Browser.there(), "no chromium and chromedriver on this computer: the page was not opened");
        var page = new Place(temp).write("compare.html", ComparisonPage.text(comparison()));
        try (var browser = Browser.open(page, width, temp.resolve("browser" + width))) {
            assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo((long) width);
            assertThat(browser.run("return document.querySelectorAll('svg.map').length")).isEqualTo(12L);
            var perMm = browser.run("return [...document.querySelectorAll('.duo')].map(d => [...d.querySelectorAll('svg.map')]"
                    + ".map(s => s.getBoundingClientRect().width / s.viewBox.baseVal.width)).every(r => Math.abs(r[0] / r[1] - 1) < 0.01)");
            assertThat(perMm).isEqualTo(true);
            assertThat(browser.console()).isEmpty();
            assertThat(browser.requests()).isEmpty();
        }
    }

    private static List<String> ofText(String text) {
        List<String> names = new ArrayList<>();
        String section = "";
        for (String line : text.lines().skip(1).toList()) {
            if (line.startsWith("  ")) {
                names.add(section + "/" + line.substring(2).split("  ")[0]);
            } else {
                section = line;
            }
        }
        return names;
    }

    private static List<String> ofPage(String page) {
        List<String> names = new ArrayList<>();
        String section = "";
        var row = Pattern.compile("<tr class=\"group\"><th colspan=\"4\">([^<]*)</th>|<tr><td>([^<]*)</td><td class=\"num\">[^<]*</td><td class=\"num\">[^<]*</td><td class=\"num\">")
                .matcher(page);
        while (row.find()) {
            section = row.group(1) != null ? row.group(1) : section;
            if (row.group(2) != null) {
                names.add(section + "/" + row.group(2));
            }
        }
        return names;
    }

    private static List<String> ofJson(String json) {
        List<String> names = new ArrayList<>();
        JsonMapper.shared().readTree(json).get("rows").forEach(row -> names.add(row.get("section").asString() + "/" + row.get("quantity").asString()));
        return names;
    }

    private static Comparison.Row row(Comparison both, String section, String quantity) {
        return both.rows().stream().filter(r -> r.section().equals(section) && r.quantity().equals(quantity)).findFirst().orElseThrow();
    }

    private static Comparison comparison() {
        var report = Fixture.report();
        Map<String, Comparison.Pair> pairs = new LinkedHashMap<>();
        report.outcome().runs().forEach(run -> pairs.put(run.workload().name(), new Comparison.Pair(run, hotter(run))));
        var other = new Report(report.provenance(), new Outcome(report.outcome().device(), pairs.values().stream().map(Comparison.Pair::second).toList()), report.inputs());
        var one = new Comparison.Side("one", report, null, Map.of("record-4k30", new Sustained(4, "skin.back.max", 316), "idle", new Sustained(1, "skin.back.max", 316)));
        var two = new Comparison.Side("other " + Fixture.HOSTILE, other, null, Map.of("record-4k30", new Sustained(3.2, "skin.back.max", 316)));
        return new Comparison(one, two, pairs, List.of("Only one has, left out: charge."), "");
    }

    private static Comparison swapped(Comparison both) {
        Map<String, Comparison.Pair> pairs = new LinkedHashMap<>();
        both.pairs().forEach((name, pair) -> pairs.put(name, new Comparison.Pair(pair.second(), pair.first())));
        return new Comparison(both.second(), both.first(), pairs, both.leftOut(), "");
    }

    /// The same run, everything hotter.
    private static Run hotter(Run run) {
        Map<String, Double> results = new LinkedHashMap<>(run.results());
        results.replaceAll((id, value) -> id.startsWith("skin.") && id.endsWith("max") ? value + HOTTER : value);
        var maps = run.maps().stream()
                .map(map -> new Plane(map.name(), map.x(), map.y(), Arrays.stream(map.temperature()).map(t -> t + HOTTER).toArray()))
                .toList();
        return new Run(run.workload(), results, run.verdicts(), run.warnings(), run.series(), maps, run.field(), run.seconds());
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lithe.explore.claim.Setting;
import lithe.explore.lever.Lever;
import lithe.explore.lever.Lever.Role;
import lithe.explore.lever.Limits;
import lithe.explore.lever.Sensitivity;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LimitSectionTest {

    private static Sensitivity moved(String name, String unit, double up, double down) {
        List<Setting> some = List.of(new Setting("x", "1"));
        var lever = new Lever(name, Role.DESIGN, "1 K", unit, 1, some, Double.isNaN(down) ? List.of() : some);
        return new Sensitivity(lever, 320, 320 + up, 320 + down);
    }

    private static Limits limits() {
        var limits = Limits.of(Fixture.report().outcome());
        return limits.with(
                limits.decides().orElseThrow(),
                List.of(moved("ambient", "1 K", 0.9, -0.8), moved(Fixture.HOSTILE, "10 µm", -0.2, 0.25), moved("one way", "0.1", -0.1, Double.NaN), moved("vent", "1 mm", 0.05, 0.03)),
                "draft mesh, 1,000 cells").noted("more: " + Fixture.HOSTILE);
    }

    @Test
    @DisplayName("levers stand in a terminal with unit, change and step, and events in order of time")
    void words() {
        var lines = LimitWords.lines(limits());
        assertThat(lines).anySatisfy(line -> assertThat(line).contains("ambient", "+1 K", "+0.850 K", "step ±1 K"));
        assertThat(lines).anySatisfy(line -> assertThat(line).contains("one way", "−0.100 K", "step +1 K"));
        assertThat(lines).contains("What limits me, in order of time");
        assertThat(lines.stream().filter(line -> line.startsWith("What one unit")).findFirst().orElseThrow()).contains("now", "draft mesh, 1,000 cells");
        assertThat(lines).anySatisfy(line -> assertThat(line).startsWith("  more: "));
        assertThat(LimitWords.lines(Limits.of(Fixture.report().outcome()).noted("What would one more unit buy?"))).endsWith("", "What would one more unit buy?");
    }

    @Test
    @DisplayName("the chart has a bar for each side that was simulated, and harmless words")
    void chart() {
        var page = LimitSection.of(limits());
        assertThat(page.split("<rect class=\"up\"", -1)).hasSize(5);
        assertThat(page.split("<rect class=\"down\"", -1)).hasSize(4);
        assertThat(page).doesNotContain(Fixture.HOSTILE).contains("one-sided, 1 K", "+0.900 K", "−0.800 K");
    }

    @Test
    @DisplayName("a run without levers and events has no section")
    void empty() {
        assertThat(LimitSection.of(new Limits(List.of(), java.util.Optional.empty(), java.util.Optional.empty(), List.of(), "", ""))).isEmpty();
        assertThat(LimitWords.lines(new Limits(List.of(), java.util.Optional.empty(), java.util.Optional.empty(), List.of(), "", ""))).isEmpty();
    }

    @Test
    @DisplayName("JSON tells the deciding result, events with seconds, and levers with their change in kelvins")
    void json() {
        var text = JsonReport.text(new Report(Fixture.report().provenance(), Fixture.report().outcome(), List.of(), limits()));
        var json = tools.jackson.databind.json.JsonMapper.shared().readTree(text);
        assertThat(json.get("levers")).hasSize(4);
        assertThat(json.get("levers").get(0).get("change").asDouble()).isEqualTo(0.85);
        assertThat(json.get("levers").get(0).get("unit").asString()).isEqualTo("K");
        assertThat(json.get("levers").get(2).get("down").isNull()).isTrue();
        assertThat(json.get("levers-of")).isEqualTo(json.get("decides"));
        assertThat(json.get("decides").get("result").asString()).startsWith("skin.");
        assertThat(json.get("events")).isNotEmpty();
    }
}

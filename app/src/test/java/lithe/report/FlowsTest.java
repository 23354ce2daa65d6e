// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lithe.device.Trace;
import lithe.device.Workload;
import lithe.simulation.Run;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FlowsTest {

    private static final Run RUN = Fixture.report().outcome().runs().get(1);

    @Test
    @DisplayName("bands at both sides add up to the heat within 0.1 %, in watts and in drawn height")
    void sums() {
        var flows = Flows.of(RUN);
        assertThat(flows.total(flows.in())).isCloseTo(5.0, within(5e-3));
        assertThat(Math.abs(flows.open())).isLessThan(1e-3);
        assertThat(flows.in()).extracting(Flows.Flow::name).containsExactly("SoC", "screen", "rest");
        var drawn = FlowSvg.of(flows);
        assertThat(watts(drawn, "in")).isCloseTo(watts(drawn, "out"), within(5e-3));
    }

    @Test
    @DisplayName("a hand that warms the phone and a phone that cools are ways in")
    void turned() {
        var flows = Flows.of(with(Map.of("heat.hand", -0.3, "heat.stored", -0.2, "heat.convection", 3.0, "heat.radiation", 2.5)));
        assertThat(flows.in()).extracting(Flows.Flow::name).contains("from hand, skin or plate", "given up by the phone");
        assertThat(Math.abs(flows.open())).isLessThan(1e-3);
    }

    @Test
    @DisplayName("sources that do not add up to the heat released are shown as one sum, and an open balance is said")
    void open() {
        var run = with(Map.of("heat.in", 4.0));
        var flows = Flows.of(run);
        assertThat(flows.in()).extracting(Flows.Flow::name).containsExactly("heat released");
        assertThat(flows.open()).isCloseTo(-0.25, within(0.01));
        var outcome = Fixture.report().outcome();
        var page = new RunSection(outcome.device(), run, ColourScale.over(List.of(outcome))).article(0);
        assertThat(page).contains("In and out differ by -25.00 %");
    }

    @Test
    @DisplayName("a source that steps or ramps counts with its exact mean over the run")
    void meanOfTraces() {
        var step = new Trace(new double[] {0, 300}, new double[] {4, 1}, false);
        var ramp = new Trace(new double[] {0, 600, 900}, new double[] {0, 2, 2}, true);
        var old = RUN.workload();
        var workload = new Workload("mixed", old.ambient(), old.pressure(), 1200, old.boundary(), Map.of("SoC", step, "ramp", ramp), old.start(), null);
        // SoC (300·4 + 900·1)/1200 = 1.75 W; ramp (600·1 + 600·2)/1200 = 1.5 W
        Map<String, Double> results = new LinkedHashMap<>(RUN.results());
        results.put("heat.in", 3.25);
        var flows = Flows.of(new Run(workload, results, List.of(), List.of(), RUN.series(), List.of(), RUN.field(), 1));
        assertThat(flows.in()).containsExactly(new Flows.Flow("SoC", 1.75), new Flows.Flow("ramp", 1.5));
    }

    private static double watts(String svg, String side) {
        return Pattern.compile("data-watts=\"([^\"]*)\" data-side=\"" + side + "\"")
                .matcher(svg)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .sum();
    }

    private static Run with(Map<String, Double> changed) {
        Map<String, Double> results = new LinkedHashMap<>(RUN.results());
        results.putAll(changed);
        return new Run(RUN.workload(), results, RUN.verdicts(), RUN.warnings(), RUN.series(), RUN.maps(), RUN.field(), RUN.seconds());
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PerfettoReportTest {

    @Test
    @DisplayName("every history is a counter track whose last value is that of the run")
    void counters() {
        var run = Fixture.report().outcome().runs().get(1);
        var root = JsonMapper.builder().build().readTree(PerfettoReport.text(run));
        List<JsonNode> events = new ArrayList<>();
        root.path("traceEvents").forEach(events::add);
        assertThat(events.getFirst().path("args").path("name").asString()).isEqualTo("Lithe, " + run.workload().name());
        var power = events.stream().filter(e -> e.path("name").asString().equals("power.SoC [W]")).toList();
        assertThat(power).isNotEmpty().allMatch(e -> e.path("ph").asString().equals("C"));
        double[] soc = Objects.requireNonNull(run.series().values().get("power.SoC"));
        assertThat(power.getLast().path("args").path("value").asDouble()).isCloseTo(soc[soc.length - 1], within(1e-12));
        var skin = events.stream().filter(e -> e.path("name").asString().equals("skin.front.max [°C]")).toList();
        double[] kelvin = Objects.requireNonNull(run.series().values().get("skin.front.max"));
        assertThat(skin.getLast().path("args").path("value").asDouble()).isCloseTo(kelvin[kelvin.length - 1] - 273.15, within(1e-9));
        double[] time = run.series().time();
        assertThat(skin.getLast().path("ts").asLong()).isEqualTo(Math.round(time[time.length - 1] * 1e6));
    }
}

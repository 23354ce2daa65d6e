// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CsvReportTest {

    @Test
    @DisplayName("every series comes back, in the unit its header names")
    void roundTrip() {
        var run = Fixture.report().outcome().runs().get(1);
        var lines = CsvReport.series(run).lines().toList();
        var header = List.of(lines.getFirst().split(","));
        assertThat(header).startsWith("time [s]", "skin.front.max [°C]").contains("power.SoC [W]");
        assertThat(lines).hasSize(1 + run.series().time().length);
        for (int t = 0; t < run.series().time().length; t++) {
            var cells = Arrays.stream(lines.get(t + 1).split(",")).mapToDouble(Double::parseDouble).toArray();
            assertThat(cells[0]).isEqualTo(run.series().time()[t]);
            int c = 1;
            for (var values : run.series().values().entrySet()) {
                double zero = header.get(c).endsWith("[°C]") ? 273.15 : 0;
                assertThat(cells[c++] + zero).as(values.getKey()).isCloseTo(values.getValue()[t], within(1e-12 * 400));
            }
        }
    }

    @Test
    @DisplayName("a missing result is an empty cell, and a comma in a name is quoted")
    void results() {
        var text = CsvReport.results(Fixture.report());
        assertThat(text).startsWith("workload,posture,id,value,unit\n").contains("solve.mesh-error.part.SoC.mean,,K");
        assertThat(text.lines().filter(line -> line.startsWith("idle,stand,heat.in")).findFirst()).contains("idle,stand,heat.in,0.65,W");
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lithe.device.Device;
import lithe.device.Trace;
import lithe.device.Workload;
import lithe.input.DeviceFile;
import lithe.thermal.Grid;
import lithe.thermal.Resolution;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SustainedTest {

    @Test
    @DisplayName("at the power found, the surface named has its limit in the steady state, and no other is over its own")
    void isTheLimit() {
        Device phone = DeviceFile.read(Path.of("../devices/iphone-13.yaml")).device();
        var grid = Grid.of(phone, Resolution.of(12_000));
        var work = phone.workload("game");
        var found = Sustained.of(phone, work, grid, 1);
        double mean = work.power().values().stream().mapToDouble(trace -> trace.at(0)).sum();
        Map<String, Trace> power = new LinkedHashMap<>();
        work.power().forEach((source, trace) -> power.put(source, Trace.constant(trace.at(0) * found.power() / mean)));
        var steady = new Workload("steady", work.ambient(), work.pressure(), Double.POSITIVE_INFINITY, work.boundary(), power, work.ambient(), null);
        var run = Coupling.of(phone, grid, 1).solve(List.of(steady), Progress.SILENT).runs().getFirst();
        // 0.02 K is where the search stops
        assertThat(run.result(found.surface())).isEqualTo(found.limit(), Offset.offset(0.03));
        assertThat(run.result("skin.front.max")).isLessThan(273.15 + 43.03);
        assertThat(run.result("skin.back.max")).isLessThan(273.15 + 43.03);
        assertThat(run.result("skin.edge.max")).isLessThan(273.15 + 41.03);
    }
}

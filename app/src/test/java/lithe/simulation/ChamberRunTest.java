// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import lithe.Figures;
import lithe.device.Device;
import lithe.input.DeviceFile;
import lithe.thermal.Grid;
import lithe.thermal.Resolution;
import org.junit.jupiter.api.Test;

/// The vapor chamber inside the Xiaomi 12, on a coarse grid.
class ChamberRunTest {

    private static final Device PHONE = DeviceFile.read(Path.of("../devices/xiaomi-12.yaml")).device();

    private static Run run(String workload) {
        var grid = Grid.of(PHONE, Resolution.DRAFT);
        return Coupling.of(PHONE, grid, 1)
                .solve(List.of(PHONE.workload(workload)), (what, fraction) -> {})
                .runs()
                .getFirst();
    }

    private static double value(Run run, String id) {
        return Objects.requireNonNull(run.results().get(id), id);
    }

    private static void record(String name, Run run) {
        Figures.record("3 chamber", "Xiaomi 12, " + name + " (draft)", "spread %.1f K, capillary use flat %.0f %%, upright %.0f %%, upside down %.0f %%, dry %.0f mm²"
                .formatted(
                        value(run, "chamber.spread"), 100 * value(run, "chamber.capillary.use.flat"),
                        100 * value(run, "chamber.capillary.use.upright"), 100 * value(run, "chamber.capillary.use.upside-down"),
                        1e6 * value(run, "chamber.dry.area")));
    }

    @Test
    void aBurstDriesPartOfTheWickAndIsReportedAsBeyondTheLimit() {
        var burst = run("burst-10w");
        record("10 W burst", burst);
        assertThat(value(burst, "chamber.capillary.use")).isGreaterThan(1);
        assertThat(value(burst, "chamber.dry.area")).isPositive();
        assertThat(burst.warnings()).anyMatch(w -> w.contains("of what it can hold"));
        assertThat(burst.verdicts()).anyMatch(v -> v.id().equals("chamber.capillary.use"));
        // heat stays in the books when the wick falls dry
        assertThat(value(burst, "heat.error")).isLessThan(1e-4);
    }

    @Test
    void theChipLiesHighSoUprightIsTheHardestTilt() {
        var idle = run("idle");
        record("idle", idle);
        assertThat(value(idle, "chamber.capillary.use.upright")).isGreaterThan(value(idle, "chamber.capillary.use.flat"));
        assertThat(value(idle, "chamber.dry.area")).isZero();
    }
}

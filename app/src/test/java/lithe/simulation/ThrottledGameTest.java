// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lithe.Figures;
import lithe.device.Device;
import lithe.device.Workload;
import lithe.input.DeviceFile;
import lithe.thermal.Grid;
import lithe.thermal.Heat;
import lithe.thermal.Resolution;
import org.junit.jupiter.api.Test;

/// The Xiaomi 12 under its governor, on a coarse grid.
class ThrottledGameTest {

    private static final Device PHONE = DeviceFile.read(Path.of("../devices/xiaomi-12.yaml")).device();
    private static final Heat HEAT = Heat.on(Grid.of(PHONE, Resolution.of(12_000)), 1);

    private static WorkloadRun made(Workload workload, double fineness) {
        var meter = new Coupling.Meter(new Coupling.Meter.Total(1, Progress.SILENT), workload.name(), 1);
        return new WorkloadRun(PHONE, HEAT, workload, null, meter).fineness(fineness);
    }

    @Test
    void aHeavyGameIsThrottledAndTheStepsDoNotMatter() {
        var workload = PHONE.workload("throttled-game");
        var whole = made(workload, 1);
        var run = whole.run();
        var finer = made(workload, 0.5);
        var half = finer.run();
        assertThat(run.result("performance.sustained")).isBetween(0.3, 0.95);
        assertThat(run.result("throttle.first")).isBetween(20.0, 900.0);
        assertThat(run.result("frames.lost")).isGreaterThan(60 * 600 * (1 - run.result("performance.sustained")));
        assertThat(run.result("governor.withheld")).isCloseTo(8.7 - run.result("heat.in"), within(1e-3));
        assertThat(run.result("governor.severity.max")).isBetween(1.0, 4.0);
        assertThat(run.result("heat.error")).isLessThan(1e-4);
        assertThat(finer.governedSteps()).isGreaterThan(whole.governedSteps());
        double skin = half.result("skin.max") - run.result("skin.max");
        double sustained = half.result("performance.sustained") - run.result("performance.sustained");
        assertThat(skin).isBetween(-0.1, 0.1);
        assertThat(sustained).isBetween(-0.01, 0.01);
        Figures.record("6", "governor: halving the coupling step of throttled-game",
                "skin.max changes by %.4f K, sustained by %.2f points, first throttle by %.1f s; %d and %d coupling steps for 30 min".formatted(
                        skin, 100 * sustained, half.result("throttle.first") - run.result("throttle.first"),
                        whole.governedSteps(), finer.governedSteps()));
    }

    @Test
    void aGameWhileChargingIsGovernedAndCharged() {
        var game = PHONE.workload("throttled-game");
        var both = new Workload(
                "game-while-charging", game.ambient(), game.pressure(), 300, game.boundary(), game.power(), game.start(), null, 0.3,
                game.governed(), game.frameRate(), List.of());
        var run = made(both, 1).run();
        assertThat(run.with(Map.of(), 1).charge()).as("the story of the charge").isNotEmpty().isEqualTo(run.charge());
        assertThat(run.charge()).isNotEmpty();
        double[] shown = Objects.requireNonNull(run.series().values().get("charge.shown"));
        assertThat(shown[shown.length - 1]).isGreaterThan(0.36);
        // the heat of charging brings the first throttle forward
        assertThat(run.result("throttle.first")).isBetween(10.0, 250.0);
        assertThat(run.result("performance.sustained")).isLessThan(0.95);
        assertThat(run.result("heat.error")).isLessThan(1e-4);
        // the game's own power is what the governor grants, beside the heat of charging
        double[] soc = Objects.requireNonNull(run.series().values().get("power.SoC"));
        assertThat(soc[soc.length - 1]).isLessThan(6);
    }
}

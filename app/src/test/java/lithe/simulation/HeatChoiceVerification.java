// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import lithe.Figures;
import lithe.device.Device;
import lithe.input.DeviceFile;
import lithe.thermal.Grid;
import lithe.thermal.Resolution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The development phone under a trace of ten minutes with a new power every second, full and reduced.
class HeatChoiceVerification {

    private static final long SEED = 20261125;
    private static final String FIRST = "  - {name: stability";

    private static Device phone(int seconds) throws IOException {
        var random = new Random(SEED);
        var steps = new StringBuilder("[[0 s, 1 W]");
        for (int t = 1; t < seconds; t++) {
            steps.append(String.format(Locale.ROOT, ", [%d s, %.3f W]", t, 0.5 + 2 * random.nextDouble()));
        }
        var text = Files.readString(Path.of("../devices/msm8660.yaml"));
        var traced = "  - {name: traced, ambient: 23 °C, duration: 10 min, posture: stand, power: {AP: %s]}}\n".formatted(steps);
        return DeviceFile.parse(text.replace(FIRST, traced + FIRST), "msm8660.yaml", null).device();
    }

    private static Run run(Device phone, String workload, HeatChoice choice) {
        var coupling = Coupling.of(phone, Grid.of(phone, Resolution.of(8_000)), 1).heat(choice);
        return coupling.solve(List.of(phone.workload(workload)), Progress.SILENT).runs().getFirst();
    }

    @Test
    @DisplayName("a long trace takes the reduced model, whose highest temperatures are within its own estimate of the full ones")
    void longTrace() throws IOException {
        var phone = phone(600);
        var full = run(phone, "traced", HeatChoice.FULL);
        var chosen = run(phone, "traced", HeatChoice.AUTO);
        double own = chosen.result("solve.reduced-error"), worst = 0;
        for (String id : chosen.results().keySet()) {
            if (id.matches("(skin|part|sensor)\\..*(max|mean)") && !id.contains("area")) {
                worst = Math.max(worst, Math.abs(chosen.result(id) - full.result(id)));
            }
        }
        Figures.record("6 coupling", "reduced model chosen for a trace of 600 powers (MSM8660)",
                "largest difference %.3f K, own estimate %.3f K, balance open by %.1e (seed %d)".formatted(worst, own, chosen.result("heat.error"), SEED));
        assertThat(worst).isLessThan(own);
        assertThat(chosen.series().time()[chosen.series().time().length - 1]).isEqualTo(600);
        assertThat(full.results()).doesNotContainKey("solve.reduced-error");
    }

    @Test
    @DisplayName("a short trace and a steady state take the full equations")
    void shortTrace() throws IOException {
        var phone = phone(100);
        assertThat(run(phone, "traced", HeatChoice.AUTO).results()).doesNotContainKey("solve.reduced-error");
        assertThat(run(phone, "stability", HeatChoice.AUTO).results()).doesNotContainKey("solve.reduced-error");
    }

    @Test
    @DisplayName("a charge and a workload that continues another refuse the reduced model, with the reason")
    void refused() {
        var xiaomi = DeviceFile.read(Path.of("../devices/xiaomi-12.yaml")).device();
        var coupling = Coupling.of(xiaomi, Grid.of(xiaomi, Resolution.of(6_000)), 1).heat(HeatChoice.REDUCED);
        assertThatThrownBy(() -> coupling.solve(List.of(xiaomi.workload("charge-67w")), Progress.SILENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("workload charge-67w cannot take the reduced model: a charge heats more places");
        assertThatThrownBy(() -> HeatChoice.named("quick")).hasMessageContaining("full, reduced or auto");
    }
}

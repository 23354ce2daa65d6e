// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lithe.Figures;
import lithe.device.Device;
import lithe.input.DeviceFile;
import lithe.thermal.Grid;
import lithe.thermal.Resolution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The 67 W charge of the Xiaomi 12 on a draft mesh, up to the last percent: is the coupling of heat, cell and firmware
/// fine enough, and is no heat lost between them?
class CoupledChargeVerification {

    private static Run usual;
    private static Run finer;

    @BeforeAll
    static void charge() throws IOException {
        String text = Files.readString(Path.of("../devices/xiaomi-12.yaml"))
                .replace("duration: 60 min\n    posture: stand", "duration: 30 min\n    posture: stand");
        Device phone = DeviceFile.parse(text, "xiaomi-12.yaml", null).device();
        var coupling = Coupling.of(phone, Grid.of(phone, Resolution.DRAFT), 1);
        var charge = List.of(phone.workload("charge-67w"));
        usual = coupling.solve(charge, Progress.SILENT).runs().getFirst();
        finer = coupling.refined(2).solve(charge, Progress.SILENT).runs().getFirst();
    }

    @Test
    @DisplayName("half the coupling step changes skin.max by less than 0.1 K and charge.t80 by less than 0.1 min")
    void halving() {
        double skin = finer.result("skin.max") - usual.result("skin.max");
        double t80 = finer.result("charge.t80") - usual.result("charge.t80");
        Figures.record("6 coupling", "half the coupling step, 67 W charge (draft)",
                "skin.max %+.4f K, charge.t80 %+.4f min".formatted(skin, t80 / 60));
        assertThat(finer.series().time().length).isGreaterThan(usual.series().time().length);
        assertThat(skin).isCloseTo(0, within(0.1));
        assertThat(t80).isCloseTo(0, within(6.0));
    }

    @Test
    @DisplayName("heat into the phone is what the charge and the phone itself release, to 1e-3; the books close to 1e-3")
    void balances() {
        double given = usual.results().entrySet().stream()
                .filter(result -> result.getKey().startsWith("charge.heat."))
                .mapToDouble(result -> result.getValue())
                .sum();
        double in = usual.result("heat.in") - 0.6;
        Figures.record("6 coupling", "energy over the charge (draft)",
                "balance open by %.1e, ramps off the heat of the cell by %.1e".formatted(usual.result("heat.error"), Math.abs(in / given - 1)));
        assertThat(in).isCloseTo(given, within(1e-3 * given));
        assertThat(usual.result("heat.error")).isLessThan(1e-3);
    }
}

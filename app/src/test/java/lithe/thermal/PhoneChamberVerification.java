// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import lithe.Figures;
import lithe.device.Device;
import lithe.device.Filling;
import lithe.device.Part;
import lithe.device.Workload;
import lithe.input.DeviceFile;
import lithe.material.Material;
import lithe.units.Grade;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A chamber whose conductances follow temperature costs little more than a constant block, and ends where it must.
@Tag("verification")
class PhoneChamberVerification {

    private static final Path DEVICES =
            Files.exists(Path.of("devices")) ? Path.of("devices") : Path.of("..", "devices");
    private static final Device PHONE = DeviceFile.read(DEVICES.resolve("xiaomi-12.yaml")).device();

    private static Resolution resolution() {
        return Figures.all() ? Resolution.STANDARD : Resolution.DRAFT;
    }

    private static double[] powers(Heat heat, Workload workload) {
        Map<String, Double> power = new LinkedHashMap<>();
        workload.power().forEach((source, trace) -> power.put(source, trace.at(0)));
        return heat.powers(power);
    }

    @ParameterizedTest
    @ValueSource(strings = {"record-4k30", "sustained-game", "burst-10w"})
    @DisplayName("a pass more changes nothing above 1e-5 K, from wherever it starts")
    void settled(String name) {
        var workload = PHONE.workload(name);
        var heat = Heat.on(Grid.of(PHONE, resolution()), 1);
        var around = Surroundings.of(workload);
        var found = heat.steady(around, powers(heat, workload));
        double[] cold = new double[heat.grid.cells()];
        var other = heat.steady(around, powers(heat, workload), cold);
        var again = heat.steady(around, powers(heat, workload), other.rise().clone());
        double most = 0;
        for (int c = 0; c < cold.length; c++) {
            most = Math.max(most, Math.abs(found.rise()[c] - again.rise()[c]));
        }
        Figures.record("3 chamber", "steady phone against a tighter solution (1e-3 K)", "%s: %.1e K, balance open by %.1e".formatted(name, most, found.balance().error()));
        assertThat(found.solution().converged()).isTrue();
        assertThat(most).isLessThan(1e-5);
        assertThat(found.balance().error()).isLessThan(2e-8);
        assertThat(found.solution().residual()).isLessThanOrEqualTo(1e-8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"record-4k30", "sustained-game", "burst-10w"})
    @DisplayName("at most one and a half times the multigrid iterations of a block in its place")
    void iterations(String name) {
        var block = PHONE.with(PHONE.parts().stream().map(PhoneChamberVerification::block).toList());
        int with = count(PHONE, name), without = count(block, name);
        Figures.record(
                "3 chamber", "steady phone, multigrid iterations with the chamber and with a block (1.5 x)",
                "%s: %d and %d, %.2f x; times by `./lithe bench chamber devices/xiaomi-12.yaml`".formatted(name, with, without, (double) with / without));
        assertThat((double) with).isLessThanOrEqualTo(1.5 * without);
    }

    private static int count(Device phone, String name) {
        var heat = Heat.on(Grid.of(phone, resolution()), 1);
        var workload = phone.workload(name);
        return heat.steady(Surroundings.of(workload), powers(heat, workload)).solution().iterations();
    }

    private static Part block(Part part) {
        var solid = new Filling.Solid(new Material("block", 7000, 20, 5000, 400, Grade.ESTIMATE, "about the chamber at 45 °C"));
        return part.filling() instanceof Filling.Chamber ? new Part(part.name(), part.boxes(), solid, part.inside()) : part;
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import lithe.device.Filling;
import lithe.device.Workload;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The files that come with Lithe keep what they promise.
class ShippedFilesTest {

    static final Path DEVICES = Path.of("../devices");

    static Stream<Path> devices() throws IOException {
        try (var files = Files.list(DEVICES)) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("devices")
    @DisplayName("every number of a shipped device has a grade and a source")
    void gradedAndSourced(Path file) {
        var inputs = DeviceFile.read(file).inputs();
        assertThat(inputs).isNotEmpty().allSatisfy(input -> {
            assertThat(input.graded()).as(input.path()).isTrue();
            assertThat(input.quantity().source()).as(input.path()).isNotBlank();
        });
    }

    @Test
    @DisplayName("the chamber of the Xiaomi 12 covers 24.5 ± 0.2 % of the rounded footprint (T13)")
    void chamberShare() {
        var phone = DeviceFile.read(DEVICES.resolve("xiaomi-12.yaml")).device();
        var chamber = phone.part("chamber");
        double share = chamber.boxes().get(0).area() / phone.body().footprint();
        assertThat(share).isEqualTo(0.245, Offset.offset(0.002));
        assertThat(chamber.boxes().get(0).area()).isEqualTo(2600e-6, Offset.offset(1e-12));
        assertThat(chamber.filling()).isInstanceOfSatisfying(Filling.Chamber.class, filling -> {
            assertThat(filling.chamber().thickness()).isEqualTo(0.30e-3, Offset.offset(1e-12));
            assertThat(filling.chamber().vaporHeight()).isEqualTo(120e-6, Offset.offset(1e-9));
        });
    }

    @Test
    @DisplayName("the workloads of the Xiaomi 12 release the published power")
    void workloads() {
        var phone = DeviceFile.read(DEVICES.resolve("xiaomi-12.yaml")).device();
        assertThat(phone.reconstructed()).isTrue();
        assertThat(phone.workloads())
                .extracting(Workload::name)
                .containsExactly("record-4k30", "game", "sustained-game", "burst-10w", "idle", "charge-67w", "throttled-game");
        assertThat(heat(phone.workload("record-4k30"))).isEqualTo(3.83, Offset.offset(1e-9));
        assertThat(heat(phone.workload("game"))).isEqualTo(3.48, Offset.offset(1e-9));
        assertThat(phone.workload("game").after()).isEqualTo("record-4k30");
        assertThat(heat(phone.workload("sustained-game"))).isEqualTo(6.0, Offset.offset(1e-9));
        assertThat(heat(phone.workload("burst-10w"))).isEqualTo(11.0, Offset.offset(1e-9));
        assertThat(heat(phone.workload("idle"))).isEqualTo(0.65, Offset.offset(1e-9));
    }

    @Test
    @DisplayName("the battery of the Xiaomi 12 takes what the other layers leave, 4.95 mm")
    void rest() {
        var file = DeviceFile.read(DEVICES.resolve("xiaomi-12.yaml"));
        assertThat(file.device().part("battery").boxes().get(0).thickness()).isEqualTo(4.95e-3, Offset.offset(1e-9));
        var thin = file.with(Map.of("layers.cover glass.thickness", 0.50e-3)).device();
        assertThat(thin.part("battery").boxes().get(0).thickness()).isEqualTo(5.00e-3, Offset.offset(1e-9));
    }

    @Test
    @DisplayName("the MSM8660 phone has five power maps of 0.99 to 1.97 W")
    void msm8660() {
        var phone = DeviceFile.read(DEVICES.resolve("msm8660.yaml")).device();
        assertThat(phone.workloads()).hasSize(5);
        assertThat(phone.workloads().stream().mapToDouble(ShippedFilesTest::heat).min().orElseThrow()).isEqualTo(0.987, Offset.offset(1e-9));
        assertThat(phone.workloads().stream().mapToDouble(ShippedFilesTest::heat).max().orElseThrow()).isEqualTo(1.973, Offset.offset(1e-9));
        // the source puts the AP 10.8 mm from the back, on the front face of the board
        var chip = phone.part("AP").boxes().get(0);
        assertThat(chip.z1()).isEqualTo(phone.part("board").boxes().get(0).z0(), Offset.offset(1e-9));
    }

    @ParameterizedTest
    @MethodSource("devices")
    @DisplayName("variants drawn from the stated bands can exist")
    void variants(Path path) {
        var file = DeviceFile.read(path);
        long seed = 20261124;
        var random = new Random(seed);
        for (int variant = 0; variant < 10; variant++) {
            Map<String, Double> values = new LinkedHashMap<>();
            for (var input : file.uncertain()) {
                var q = input.quantity();
                // as far as the sampler goes: 2.5 standard deviations, 1.28 of them to the stated end
                double arms = Math.clamp(random.nextGaussian(), -2.5, 2.5) / 1.28;
                double end = arms < 0 ? q.low() : q.high();
                values.put(input.path(), q.si() * Math.pow(end / q.si(), Math.abs(arms)));
            }
            assertThat(file.with(values).device().workloads()).as("seed %d variant %d", seed, variant).isNotEmpty();
        }
    }

    @Test
    @DisplayName("every reconstructed phone says so")
    void reconstructed() {
        for (var name : List.of(
                "xiaomi-12.yaml", "iphone-13.yaml", "redmi-note-12-turbo.yaml", "redmi-k50-ultra.yaml", "oneplus-10-pro.yaml", "xiaomi-11.yaml")) {
            assertThat(DeviceFile.read(DEVICES.resolve(name)).device().reconstructed()).isTrue();
        }
    }

    @Test
    @DisplayName("the library can be read, and every material has a source")
    void library() {
        assertThat(Materials.shipped()).hasSizeGreaterThan(20).allSatisfy(m -> assertThat(m.source()).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    @DisplayName("every template is a device")
    void templates(Template template) {
        var device = DeviceFile.parse(template.text(), template.word() + ".yaml", null).device();
        assertThat(device.workloads()).isNotEmpty();
        assertThat(Template.named(template.word())).isEqualTo(template);
    }

    private static double heat(Workload workload) {
        return workload.power().values().stream().mapToDouble(trace -> trace.at(0)).sum();
    }
}

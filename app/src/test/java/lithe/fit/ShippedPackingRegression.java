// SPDX-License-Identifier: Apache-2.0
package lithe.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lithe.Figures;
import lithe.input.DeviceFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The packings of the shipped devices; a change of these numbers needs a line in the changelog.
class ShippedPackingRegression {

    private static Packing packing(String device) {
        return Packing.of(DeviceFile.read(Path.of("../devices/" + device + ".yaml")).device());
    }

    static List<String> devices() throws IOException {
        try (var files = Files.list(Path.of("../devices"))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml")).map(name -> name.replace(".yaml", "")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("devices")
    @DisplayName("every shipped device fits, and its stacks add up to its body")
    void fits(String device) {
        var packing = packing(device);
        assertThat(packing.findings()).isEmpty();
        assertThat(packing.volumes().used()).isBetween(0.1, 1.0);
        for (var stack : packing.stacks()) {
            assertThat(stack.sum()).as(stack.where()).isCloseTo(packing.device().body().thickness(), within(1e-9));
            assertThat(stack.slices().stream().mapToDouble(Stack.Slice::thickness).sum()).isCloseTo(stack.sum(), within(1e-9));
        }
    }

    @Test
    @DisplayName("the Xiaomi 12 is tight by its swelling gap alone; share of the chamber, largest battery and width are as recorded")
    void xiaomi() {
        var packing = packing("xiaomi-12");
        assertThat(packing.tight()).isTrue();
        // exactly: a claim asks for at least 0.20 mm
        assertThat(packing.swelling().free()).isEqualTo(0.20e-3);
        assertThat(packing.gaps().getFirst().margin()).isGreaterThan(Packing.TIGHT);
        // T13: 24.5 ± 0.2 %
        assertThat(packing.chamberShare()).isEqualTo(0.245, within(0.002));
        double hour = 3600;
        assertThat(packing.energy() / hour).isEqualTo(17.73, within(0.01));
        assertThat(packing.largest().energy() / hour).isEqualTo(19.44, within(0.01));
        assertThat(packing.widthValue() / hour).isEqualTo(0.2860, within(0.0005));
        assertThat(packing.volumes().used()).isEqualTo(0.6824, within(0.0005));
        Figures.record(
                "6 fit", "Xiaomi 12",
                "margin %.3f mm (%s), chamber %.2f %% of the footprint (T13 24.5 ± 0.2), volume used %.1f %%, largest battery %.2f Wh of %.2f Wh now, 1 mm of width %.3f Wh"
                        .formatted(1e3 * packing.margin(), packing.decisive().where(), 100 * packing.chamberShare(), 100 * packing.volumes().used(),
                                packing.largest().energy() / hour, packing.energy() / hour, packing.widthValue() / hour));
    }

    @Test
    @DisplayName("the iPhone 13 passes with 0.12 mm to spare")
    void iphone() {
        var packing = packing("iphone-13");
        assertThat(packing.legal() && !packing.tight()).isTrue();
        assertThat(packing.margin()).isEqualTo(0.116e-3, within(1e-6));
    }
}

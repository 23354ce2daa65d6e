// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lithe.chamber.Mask;
import lithe.chamber.Shape;
import lithe.geometry.Box;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A chamber with a polygon outline in a device file.
class OutlineReaderTest {

    private static final String OUTLINE =
            "[[12 mm, 27 mm], [17 mm, 22 mm], [57 mm, 22 mm], [57 mm, 52 mm], [44 mm, 52 mm], [44 mm, 92 mm], [12 mm, 92 mm]]";

    private static String text() throws IOException {
        return Files.readString(Path.of("src/test/resources/lithe/input/ell-chamber.yaml"));
    }

    private static DeviceFile read(String from, String to) throws IOException {
        assertThat(text()).contains(from);
        return DeviceFile.parse(text().replace(from, to), "ell.yaml", null);
    }

    @Test
    @DisplayName("boxes keep the area of the polygon, the depth and the thickness")
    void boxes() throws IOException {
        var chamber = read("L chamber", "L").device().part("chamber");
        assertThat(chamber.boxes().stream().mapToDouble(Box::area).sum()).isCloseTo(2617.5e-6, within(1e-12));
        assertThat(chamber.boxes()).allSatisfy(box -> {
            assertThat(box.z0()).isCloseTo(1.3e-3, within(1e-12));
            assertThat(box.thickness()).isCloseTo(0.3e-3, within(1e-12));
        });
        // five steps of the chamfer, the rest of the head, the foot
        assertThat(chamber.boxes()).hasSize(7);
    }

    @Test
    @DisplayName("the chamber's own solver sees the same area as the exact polygon")
    void mask() throws IOException {
        var boxes = read("L chamber", "L").device().part("chamber").boxes();
        var stepped = Mask.of(boxes.stream().map(b -> Shape.rectangle(b.x0(), b.y0(), b.width(), b.length())).toList(), 0.5e-3);
        var exact = Mask.of(
                new Shape(
                        new double[] {12e-3, 17e-3, 57e-3, 57e-3, 44e-3, 44e-3, 12e-3},
                        new double[] {27e-3, 22e-3, 22e-3, 52e-3, 52e-3, 92e-3, 92e-3}),
                0.5e-3);
        assertThat(stepped.total()).isCloseTo(exact.total(), within(1e-9 * exact.total()));
    }

    @Test
    @DisplayName("thickness and depth can be set")
    void set() throws IOException {
        var changed = read("L chamber", "L").set(java.util.Map.of("chamber.thickness", "0.25 mm", "chamber.depth", "0.05 mm")).device();
        assertThat(changed.part("chamber").boxes().getFirst().thickness()).isCloseTo(0.25e-3, within(1e-12));
        assertThat(changed.part("chamber").boxes().getFirst().z0()).isCloseTo(1.25e-3, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "[[12 mm, 27 mm], [57 mm, 92 mm], [57 mm, 27 mm], [12 mm, 92 mm]] | crosses itself: its edge from corner 3 meets that from corner 1",
        "[[12 mm, 27 mm], [57 mm, 92 mm]] | 3 to 200 of them",
        "[[12 mm, 27 mm], [57 mm, 27 mm], [30 mm, 27 mm]] | encloses 0.0 mm²",
        "[[12 mm, 27 mm], [81 mm, 27 mm], [30 mm, 90 mm]] | sticks out of the body by",
        "[[12 mm, 27 mm], [57 mm, 27], [30 mm, 90 mm]] | unit is missing",
        "[[5 mm, 27 mm], [57 mm, 27 mm], [30 mm, 90 mm, 1 mm]] | a list of 2 values",
    })
    @DisplayName("wrong outlines are refused with line and column")
    void refused(String outline, String message) {
        assertThatThrownBy(() -> read(OUTLINE, outline))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("ell.yaml:18:")
                .hasMessageContaining(message);
    }

    @Test
    @DisplayName("what does not go together is told")
    void mixed() {
        assertThatThrownBy(() -> read("    depth: 0.1 mm", "    at: [12 mm, 22 mm]")).hasMessageContaining("at beside an outline");
        assertThatThrownBy(() -> read("    thickness: 0.3 mm", "    thickness: 0.5 mm")).hasMessageContaining("at most 0.4 mm");
        assertThatThrownBy(() -> read("layer: core, at: [5 mm, 62 mm],", "layer: core, depth: 1 mm, at: [5 mm, 62 mm],"))
                .hasMessageContaining("depth without an outline");
        // one message for the whole outline, not one for each of its boxes
        assertThatThrownBy(() -> read("{name: battery, material: pouch cell,             layer: core, at", "{name: block, material: pouch cell, layer: mid-frame, at: [40 mm, 40 mm], size: [5 mm, 20 mm, 0.2 mm]}\n  - {name: battery, material: pouch cell,             layer: core, at"))
                .hasMessageContaining("an overlap with \"chamber\"")
                .hasMessageContaining("1 problem");
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.fit;

import static lithe.fit.Phones.MM;
import static lithe.fit.Phones.box;
import static lithe.fit.Phones.boxes;
import static lithe.fit.Phones.free;
import static lithe.fit.Phones.inside;
import static lithe.fit.Phones.part;
import static lithe.fit.Phones.phone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import lithe.device.FitRules;
import lithe.device.FitRules.Clearance;
import lithe.geometry.Direction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Packings whose answer follows from a drawing.
class PackingTest {

    /// A thousandth of the rounding to which boxes are compared.
    private static final Offset<Double> EXACT = within(1e-12);

    private static final FitRules RULES =
            new FitRules(Map.of(), List.of(new Clearance("battery", "frame", 0.5e-3), new Clearance("battery", "board", 1e-3)), 0.05);

    @Test
    @DisplayName("parts that touch pass, parts that overlap do not, and the smallest move is told")
    void overlap() {
        assertThat(Packing.of(phone(free(), part("a", 10, 10, 1, 10, 10, 2), part("b", 20, 10, 1, 10, 10, 2))).legal()).isTrue();
        var device = phone(free(), part("a", 10, 10, 1, 10, 10, 2), part("b", 18.8, 12, 1, 10, 10, 2));
        var packing = Packing.of(device);
        assertThat(packing.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.words()).isEqualTo("b overlaps a by 1.20 mm in x; move a 1.20 mm left");
            assertThat(Packing.of(finding.cure().applied(device)).legal()).isTrue();
        });
        assertThat(packing.margin()).isEqualTo(-1.2e-3, EXACT);
        assertThat(packing.decisive().where()).contains("b overlaps a");
    }

    @Test
    @DisplayName("a move that would hit a third part is not told; one behind it is")
    void thirdPart() {
        // walls before, behind, above and below leave only x; a second block 1 mm on the right closes the near place there
        var device = phone(70, 150, 8, 0, free(), List.of(
                boxes("wall", box(0, 0, 0, 70, 10, 8), box(0, 20, 0, 70, 130, 8)),
                part("post", 0, 10, 0, 20, 10, 8), part("chip", 18, 10, 0, 5, 10, 8), part("block", 24, 10, 0, 3, 10, 8)));
        var cure = Packing.of(device).findings().getFirst().cure();
        assertThat(cure).isEqualTo(new Cure.Move("chip", Direction.RIGHT, cure.distance()));
        assertThat(cure.distance()).isEqualTo(9e-3, within(1e-5));
        assertThat(Packing.of(cure.applied(device)).legal()).isTrue();
    }

    @Test
    @DisplayName("a part inside another is legal, moves with it, and may not leave it")
    void insideAnother() {
        var device = phone(
                free(), part("battery", 10, 50, 1, 40, 60, 4), inside("tabs", "battery", 20, 50, 2, 8, 4, 1), part("chip", 5, 50, 1, 5.5, 5, 4));
        var finding = Packing.of(device).findings().getFirst();
        assertThat(finding.cure()).isInstanceOf(Cure.Move.class);
        var cured = Packing.of(finding.cure().applied(device));
        assertThat(cured.legal()).isTrue();
        var moved = new Cure.Move("battery", Direction.RIGHT, 1e-3).applied(device);
        assertThat(moved.part("tabs").boxes().getFirst().x0()).isEqualTo(21e-3, EXACT);
        var out = phone(free(), part("battery", 10, 50, 1, 40, 60, 4), inside("tabs", "battery", 20, 48, 2, 8, 4, 1));
        assertThat(Packing.of(out).findings().getFirst().words()).contains("tabs stands partly outside battery; move tabs 2.00 mm down");
    }

    @Test
    @DisplayName("a corner beyond the arc fails by its distance to it, and a frame is cut to the outline")
    void corner() {
        // corner at (1, 1): 9√2 mm from the centre of a 10 mm arc
        var device = phone(free(), part("chip", 1, 1, 1, 20, 20, 2), part("frame", 0, 30, 1, 1, 20, 2), part("corner frame", 0, 120, 1, 2, 30, 2));
        var packing = Packing.of(device);
        assertThat(packing.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.violation().shortfall()).isEqualTo((9 * Math.sqrt(2) - 10) * MM, EXACT);
            assertThat(finding.violation().words()).contains("chip sticks out of the body").contains("at a rounded corner");
            // to the right until (10 − x)² + 9² = 10²
            assertThat(finding.cure().distance()).isEqualTo((9 - Math.sqrt(19)) * MM, within(1e-5));
            assertThat(Packing.of(finding.cure().applied(device)).legal()).isTrue();
        });
    }

    @Test
    @DisplayName("a distance that is not kept is told with the smaller of moving and making narrower")
    void tooNear() {
        var device = phone(
                RULES, boxes("frame", box(0, 0, 1, 2, 150, 6), box(68, 0, 1, 2, 150, 6)), part("battery", 2.5, 50, 1, 65.2, 80, 4.7));
        var finding = Packing.of(device).findings().getFirst();
        assertThat(finding.words()).isEqualTo("battery is 0.30 mm from frame, 0.50 mm are needed; make battery 0.20 mm narrower on the right");
        var cured = Packing.of(finding.cure().applied(device));
        assertThat(cured.legal()).isTrue();
        assertThat(cured.tight()).isTrue();
        assertThat(cured.margin()).isEqualTo(0, within(1e-9));
    }

    @Test
    @DisplayName("parts one above the other may touch whatever the distance beside them")
    void above() {
        assertThat(Packing.of(phone(RULES, part("board", 10, 50, 1, 40, 60, 1), part("battery", 10, 50, 2, 40, 60, 4))).legal()).isTrue();
    }

    @Test
    @DisplayName("room to swell is counted in front and behind, through foils, and made by a thinner battery")
    void swelling() {
        // 0.1 mm in front, a foil of 0.1 mm and 0.05 mm behind it, 4.75 mm of cell: 0.15 of 0.2375 mm
        var device = phone(
                RULES, part("stop", 30, 50, 1, 4, 4, 0.2), part("battery", 10, 50, 1.3, 40, 60, 4.75), part("foil", 10, 50, 6.05, 40, 60, 0.1),
                part("plate", 10, 50, 6.2, 40, 60, 0.8));
        var packing = Packing.of(device);
        assertThat(packing.swelling().front()).isEqualTo(0.1e-3, EXACT);
        assertThat(packing.swelling().back()).isEqualTo(0.05e-3, EXACT);
        var finding = packing.findings().getFirst();
        assertThat(finding.violation().shortfall()).isEqualTo(0.0875e-3, EXACT);
        assertThat(finding.cure()).isInstanceOf(Cure.Trim.class);
        assertThat(finding.cure().distance()).isEqualTo(0.0875e-3 / 1.05, within(1e-5));
        assertThat(Packing.of(finding.cure().applied(device)).legal()).isTrue();
    }

    @Test
    @DisplayName("volume used and stacks are exact")
    void volumes() {
        // 20 × 30 × 2 mm of solid with 4 × 4 × 1 mm of it inside another part count once; the inside is 6 mm high
        var device = phone(
                free(), part("a", 20, 40, 2, 20, 30, 2), inside("b", "a", 22, 42, 3, 4, 4, 1), part("frame", 0, 0, 1, 12, 12, 6));
        var packing = Packing.of(device);
        double footprint = 70 * 150 - (4 - Math.PI) * 100, frame = 12 * 12 - (1 - Math.PI / 4) * 100;
        assertThat(packing.volumes().inside()).isEqualTo(6e-9 * footprint, within(1e-17));
        assertThat(packing.volumes().solid()).isEqualTo(1e-9 * (20 * 30 * 2 + 6 * frame), within(1e-17));
        var stack = packing.stacks().getFirst();
        assertThat(stack.free()).isEqualTo(4e-3, EXACT);
        assertThat(stack.sum()).isEqualTo(8e-3, EXACT);
        var over = Packing.of(phone(free(), part("a", 20, 40, 2, 20, 30, 3), part("c", 20, 40, 4, 20, 30, 3)));
        assertThat(over.stacks().getFirst().sum()).isEqualTo(9e-3, EXACT);
    }

    @Test
    @DisplayName("the largest battery reaches every clearance and keeps its room to swell")
    void largest() {
        var device = phone(
                RULES, boxes("frame", box(0, 0, 1, 2, 150, 6), box(68, 0, 1, 2, 150, 6)), part("board", 4, 10, 1, 60, 40, 5),
                part("speaker", 4, 130, 1, 60, 10, 5), part("battery", 20, 70, 2, 20, 30, 3));
        var largest = Packing.of(device).largest();
        assertThat(largest.box()).isEqualTo(largest.now().equals(largest.box()) ? null : largest.box());
        var expected = box(2.5, 51, 1, 65, 79, 6 / 1.05);
        assertThat(largest.box().x0()).isEqualTo(expected.x0(), EXACT);
        assertThat(largest.box().x1()).isEqualTo(expected.x1(), EXACT);
        assertThat(largest.box().y0()).isEqualTo(expected.y0(), EXACT);
        assertThat(largest.box().y1()).isEqualTo(expected.y1(), EXACT);
        assertThat(largest.box().thickness()).isEqualTo(expected.thickness(), EXACT);
        assertThat(Packing.of(device.with(device.parts().stream()
                                .map(p -> p.name().equals("battery") ? boxes("battery", largest.box()) : p)
                                .toList()))
                        .legal())
                .isTrue();
    }

    @Test
    @DisplayName("groups are found by the end of a name, and a listed group holds only what it lists")
    void groups() {
        var near = List.of(part("second board", 10, 50, 1, 20, 20, 3), part("main battery", 30.5, 50, 1, 20, 20, 3), part("board cover", 10, 70.2, 1, 20, 20, 3));
        assertThat(Packing.of(phone(RULES, near.toArray(lithe.device.Part[]::new))).gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.words()).startsWith("main battery to second board at (30, 60) mm"));
        var listed = RULES.under(new FitRules(Map.of("board", Set.of("board cover")), List.of(new Clearance("board", "battery", 2e-3)), 0));
        assertThat(Packing.of(phone(listed, near.toArray(lithe.device.Part[]::new))).gaps())
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.words()).startsWith("board cover to main battery");
                    assertThat(gap.margin()).isEqualTo(-1.5e-3, EXACT);
                });
    }

    @Test
    @DisplayName("without a rule that applies there is no margin to tell, and it passes")
    void nothingAsked() {
        var packing = Packing.of(phone(free(), part("a", 10, 10, 1, 10, 10, 2)));
        assertThat(packing.decisive()).isNull();
        assertThat(packing.legal()).isTrue();
        assertThat(packing.tight()).isFalse();
        assertThat(packing.results()).doesNotContainKey("fit.margin").containsEntry("fit.violations", 0.0);
    }
}

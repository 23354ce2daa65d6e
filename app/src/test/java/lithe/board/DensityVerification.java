// SPDX-License-Identifier: Apache-2.0
package lithe.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lithe.Figures;
import lithe.board.DensityClaim.Basis;
import lithe.board.DensityClaim.GapStatistic;
import lithe.board.DensityClaim.Structure;
import lithe.board.DensityClaim.Verdict;
import org.junit.jupiter.api.Test;

/// The tables of the density model, recomputed.
class DensityVerification {

    @Test
    void thePhoneMixHas1211Parts() {
        var mix = PartMix.phone(1000, 0.4, 1);
        assertThat(mix.count()).isEqualTo(1211);
        assertThat(mix.landArea() * 1e6).isCloseTo(1487, within(1.0));
        assertThat(mix.cellArea(0.13e-3) * 1e6).isCloseTo(1744, within(1.0));
        var table = Table.read("part-mix.csv");
        assertThat(mix.classes()).hasSameSizeAs(table);
        for (int i = 0; i < table.size(); i++) {
            assertThat(mix.classes().get(i).count()).isEqualTo(Integer.parseInt(table.get(i).get("count")));
            assertThat(mix.classes().get(i).width() * 1e3).isCloseTo(Double.parseDouble(table.get(i).get("land_w_mm")), within(1e-9));
        }
    }

    @Test
    void gapRowsAgreeToATenthOfAPoint() {
        double worst = 0;
        for (var row : Table.read("density-test.csv")) {
            var claim = claim(
                    Double.parseDouble(row.get("start_gap_mm")) * 1e-3,
                    Double.parseDouble(row.get("share01005_before_pct")) / 100,
                    Double.parseDouble(row.get("share01005_after_pct")) / 100,
                    Double.parseDouble(row.get("ic_area_factor")));
            var change = row.get("change");
            double found = 100 * (change.contains("only") ? claim.gapOnly() : change.contains("every") ? claim.everyClass() : claim.withPassives());
            double expected = Double.parseDouble(row.get("cell_area_change_pct"));
            // the table is rounded to 0.1, so half a digit belongs to it
            assertThat(found).as(row.toString()).isCloseTo(expected, within(0.1));
            worst = Math.max(worst, Math.abs(found - expected));
        }
        Figures.record("5 board", "counting: gap rows to 0.1 point", "30 rows, largest difference %.2f points".formatted(worst));
    }

    @Test
    void theClaimDoesNotFollowFromTheGap() {
        var plain = DensityClaim.xiaomi12();
        assertThat(plain.areaPerPart()).isCloseTo(0.755, within(0.001));
        assertThat(plain.verdict()).isEqualTo(Verdict.NOT_SUPPORTED);
        assertThat(claim(0.13e-3, 0.2, 0.7, 0.85).verdict()).isEqualTo(Verdict.PARTLY);
        var stacked = new DensityClaim(-0.23, 0.10, -0.17, Basis.PLAN, Structure.SINGLE, GapStatistic.RULE, 0.15e-3, 0.4, 0.4, 1);
        assertThat(stacked.verdict()).isEqualTo(Verdict.PARTLY);
        assertThat(stacked.sentence()).contains("plan area", "single board", "rule", "partly");
    }

    @Test
    void theMinimumGapMovesLessThanTheRule() {
        var minimum = new DensityClaim(-0.23, 0.10, -0.17, Basis.PLAN, Structure.SANDWICH, GapStatistic.MINIMUM, 0.15e-3, 0.4, 0.4, 1);
        assertThat(minimum.gapOnly()).isBetween(DensityClaim.xiaomi12().gapOnly(), 0.0);
    }

    @Test
    void sandwichRatiosAgree() {
        double cells = PartMix.phone(1000, 0.4, 1).cellArea(0.15e-3);
        double more = PartMix.phone(1121, 0.4, 1).cellArea(0.15e-3 * 0.77);
        assertThat(SandwichModel.single(cells) * 1e6).isCloseTo(1323, within(1.5));
        double low = 1;
        double high = 0;
        for (var row : Table.read("sandwich-model.csv")) {
            double ring = Double.parseDouble(row.get("ring_mm")) * 1e-3;
            var model = new SandwichModel(ring, Integer.parseInt(row.get("faces_used")));
            double ratio = model.plan(cells) / SandwichModel.single(cells);
            double grown = model.plan(more) / SandwichModel.single(cells);
            assertThat(ratio).isCloseTo(Double.parseDouble(row.get("plan_ratio_same_cells")), within(0.005001));
            assertThat(grown).isCloseTo(Double.parseDouble(row.get("plan_ratio_plus10pct_parts_gap_minus23")), within(0.005001));
            assertThat(2 * grown).isCloseTo(Double.parseDouble(row.get("laminate_ratio_plus10pct_parts_gap_minus23")), within(0.01));
            if (model.faces() == 3 && ring <= 2.5e-3) {
                low = Math.min(low, ratio);
                high = Math.max(high, ratio);
            }
        }
        assertThat(low).isBetween(0.695, 0.765);
        assertThat(high).isBetween(0.695, 0.765);
        Figures.record("5 board", "counting: sandwich 0.70-0.76 (3 faces)", "%.3f to %.3f for ring 1.5 to 2.5 mm".formatted(low, high));
    }

    @Test
    void savedAreaIsBattery() {
        // 100 mm² by 5 mm at 0.7 Wh/cm³ and 3.87 V
        var freed = BatteryFreed.of(100e-6, 5e-3, 0.7 * 3600 / 1e-6, 3.87);
        assertThat(freed.volume()).isCloseTo(500e-9, within(1e-15));
        assertThat(freed.energy() / 3600).isCloseTo(0.35, within(1e-9));
        assertThat(freed.milliampereHours()).isCloseTo(90.4, within(0.1));
    }

    private static DensityClaim claim(double gap, double tinyBefore, double tinyAfter, double chips) {
        return new DensityClaim(-0.23, 0.10, -0.17, Basis.LAMINATE, Structure.SANDWICH, GapStatistic.RULE, gap, tinyBefore, tinyAfter, chips);
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.board.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Map;
import lithe.Figures;
import lithe.board.PartList;
import lithe.board.PartMix;
import lithe.board.Sandwich;
import org.junit.jupiter.api.Test;

/// The 1211 parts of a phone on the four faces of a sandwich that have hardly more room than they need.
class DensePlacerVerification {

    private static final double GAP = 0.13e-3;

    @Test
    void thePhoneMixFitsWithEightPercentDeadSpace() {
        var mix = PartMix.phone(1000, 0.4, 1);
        var parts = PartList.of(mix, 1);
        double cells = mix.cellArea(GAP);
        var sandwich = Sandwich.phone(Sandwich.outlineFor(cells / (1 - (Figures.all() ? 0.07 : 0.079))));
        var problem = sandwich.problem(parts, GAP, Map.of(), 20e-3);
        long moves = Figures.all() ? 500_000 : 150_000;
        long start = cpu();
        var run = DensePlacer.place(problem, owners(parts), moves, 1, share -> {});
        double seconds = (cpu() - start) / 1e9;
        assertThat(run.unplaced()).isEmpty();
        assertThat(Legality.violations(problem, run.placement())).isEmpty();
        double dead = 1 - cells / sandwich.usable();
        assertThat(dead).isLessThanOrEqualTo(0.08);
        Figures.record(
                "5 board",
                "phone scale: 1211 parts on a sandwich, legal, <= 8 % dead space in 60 s",
                "%d parts, legal, dead space %.2f %%, plan %.1f x %.1f mm, wire %.2f m, %.0f s of one core"
                        .formatted(
                                parts.items().size(),
                                100 * dead,
                                sandwich.outline().width() * 1e3,
                                sandwich.outline().height() * 1e3,
                                run.placement().wirelength(problem),
                                seconds));
    }

    @Test
    void everyPassiveHasAChipAndTheSameSeedGivesTheSameList() {
        var mix = PartMix.phone(1000, 0.4, 1);
        var parts = PartList.of(mix, 9);
        assertThat(parts.items()).hasSize(1211);
        assertThat(parts).usingRecursiveComparison().isEqualTo(PartList.of(mix, 9));
        assertThat(parts.items()).noneMatch(i -> i.name().startsWith("C") && i.owner() < 0);
        assertThat(parts.links()).hasSize(1000 + 90);
    }

    static int[] owners(PartList parts) {
        return parts.items().stream().mapToInt(PartList.Item::owner).toArray();
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.board.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import lithe.Figures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The placer on public floorplanning cases; skipped without LITHE_DATA.
///
/// Budgets are moves that took at most the asked seconds of one core where they were set; the seconds used are recorded,
/// not asserted. The short run tries a tenth of the moves once and asserts only what a tenth can reach: legality and the
/// result of a plain B*-tree of the year 2000 (10 % dead space).
class FloorplanValidation {

    @ParameterizedTest
    @CsvSource({
        "ami33, 17000000, 1.20e6",
        "ami49, 14000000, 36.5e6",
        "n100, 8000000, 185627",
        "n200, 4185000, 184168",
        "n300, 2900000, 293101"
    })
    void areaOfPackedBlocks(String name, long moves, double most) throws IOException {
        var blocks = open(name);
        assumeTrue(Figures.all() || blocks.width().length <= 100, name + " is run under -Dlithe.all=true");
        Packing best = null;
        double seconds = 0;
        for (int seed = 1; seed <= (Figures.all() ? 3 : 1); seed++) {
            long start = cpu();
            var run = TreePlacer.smallest(blocks.width(), blocks.height(), Figures.all() ? moves : moves / 10, seed);
            seconds = Math.max(seconds, (cpu() - start) / 1e9);
            assertThat(blocks.violations(run, run.width(), run.height())).isZero();
            best = best == null || run.area() < best.area() ? run : best;
        }
        double dead = 1 - blocks.total() / best.area();
        assertThat(best.area()).isLessThanOrEqualTo(Figures.all() ? most : blocks.total() / 0.90);
        Figures.record(
                "5 board",
                "placer, area, 15 s: " + name,
                "%.0f units² (limit %.0f), dead space %.2f %%, %.1f s of one core per seed%s"
                        .formatted(best.area(), most, 100 * dead, seconds, Figures.all() ? ", best of 3" : ", a tenth of the moves, one seed"));
    }

    @ParameterizedTest
    @CsvSource({"n100, 18000000, 218352", "n200, 12000000, 407057", "n300, 9000000, 567906"})
    void wirelengthInAFixedOutline(String name, long moves, double most) throws IOException {
        var blocks = open(name);
        assumeTrue(Figures.all() || blocks.width().length <= 100, name + " is run under -Dlithe.all=true");
        double side = Math.floor(Math.sqrt(1.1 * blocks.total()));
        long start = cpu();
        var run = TreePlacer.shortest(
                blocks.width(), blocks.height(), new Wires(blocks.nets()), side, side, Figures.all() ? moves : moves / 20, 1);
        double seconds = (cpu() - start) / 1e9;
        double length = blocks.wirelength(run);
        int wrong = blocks.violations(run, side, side);
        Figures.record(
                "5 board",
                "placer, wirelength, 120 s: " + name,
                "%.0f (limit %.0f), %d violations, %.0f x %.0f in %.0f, %.0f s of one core%s"
                        .formatted(length, most, wrong, run.width(), run.height(), side, seconds, Figures.all() ? "" : ", a twentieth of the moves"));
        assertThat(blocks.violations(run, run.width(), run.height())).isZero();
        if (Figures.all()) {
            assertThat(wrong).isZero();
            assertThat(length).isLessThanOrEqualTo(most);
        } else {
            assertThat(length).isLessThanOrEqualTo(1.15 * most);
        }
    }

    @Test
    void sameSeedSamePacking() {
        double[] w = {3, 5, 2, 7, 4, 6, 1, 2, 8, 3};
        double[] h = {4, 2, 6, 1, 4, 3, 5, 2, 2, 3};
        var a = TreePlacer.smallest(w, h, 20_000, 3);
        var b = TreePlacer.smallest(w, h, 20_000, 3);
        assertThat(a.x()).containsExactly(b.x());
        assertThat(a.y()).containsExactly(b.y());
        // total 127 units²; a rectangle of at most 5 % more is within reach of ten blocks
        assertThat(a.area()).isLessThanOrEqualTo(134);
    }

    private static FloorplanCase open(String name) throws IOException {
        var data = System.getenv("LITHE_DATA");
        assumeTrue(data != null, "LITHE_DATA is not set: the floorplanning cases are not run");
        var folder = Path.of(data, "floorplan");
        assumeTrue(Files.isDirectory(folder), folder + " is not there");
        return FloorplanCase.read(folder, name);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}

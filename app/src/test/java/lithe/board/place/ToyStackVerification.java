// SPDX-License-Identifier: Apache-2.0
package lithe.board.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import lithe.Figures;
import lithe.board.Table;
import lithe.geometry.Rectangle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Fourteen parts on the four faces of two boards: what temperature in the cost is worth.
class ToyStackVerification {

    private static final double GAP = 0.13e-3;
    private static Influence influence;
    private static Problem problem;

    @BeforeAll
    static void make() {
        influence = new TwoBoards(Figures.all() ? 1e-3 : 2e-3).influence();
        problem = problem();
    }

    /// Wire alone does not care which board it is on, and the upper board is cooled worse: blind runs of equal length end
    /// near 20 K or near 46 K by chance. The claim is against the shortest of seeds 1 to 5; the record also says in how
    /// many other groups of five it would have held.
    @Test
    void aLittleWireHalvesThePeak() {
        long moves = Figures.all() ? 400_000 : 150_000;
        List<StackPlacer.Result> blind = shortestOfFive(moves, Figures.all() ? 12 : 1);
        var shortest = blind.getFirst();
        double hot = influence.peak(problem, shortest.placement());
        var best = coolest(moves, 1.10 * shortest.wirelength());
        double cool = influence.peak(problem, best.placement());
        double[] peaks = blind.stream().mapToDouble(run -> influence.peak(problem, run.placement())).toArray();
        long held = Arrays.stream(peaks).filter(peak -> cool <= peak / 2).count();
        Figures.record(
                "5 board",
                "temperature: peak halved for <= 10 % more wirelength",
                "%.1f K at %.0f mm (%+.1f %% wire) against %.1f K at %.0f mm, the shortest of 5 seeds at weight 0: x %.2f; halved against %d of %d groups of 5 seeds, whose shortest run has %s K"
                        .formatted(
                                cool,
                                best.wirelength() * 1e3,
                                100 * (best.wirelength() / shortest.wirelength() - 1),
                                hot,
                                shortest.wirelength() * 1e3,
                                cool / hot,
                                held,
                                peaks.length,
                                Arrays.stream(peaks).mapToObj("%.1f"::formatted).toList()));
        assertThat(cool).isLessThanOrEqualTo(hot / 2);
        // the placer watches five points of each part; the hottest tile is not far from them
        assertThat(best.peak()).isCloseTo(cool, within(0.5));
        againstTheFullSolve(best.placement());
    }

    /// The shortest run of each group of five seeds, temperature left out.
    private static List<StackPlacer.Result> shortestOfFive(long moves, int groups) {
        List<StackPlacer.Result> shortest = new ArrayList<>();
        for (int seed = 1; seed <= 5 * groups; seed++) {
            var run = StackPlacer.place(problem, influence, 0, moves, seed, share -> {});
            assertThat(Legality.violations(problem, run.placement())).isEmpty();
            if (seed % 5 == 1) {
                shortest.add(run);
            } else if (run.wirelength() < shortest.getLast().wirelength()) {
                shortest.set(shortest.size() - 1, run);
            }
        }
        return shortest;
    }

    /// The coolest of some runs with temperature in the cost that need no more wire than allowed.
    private static StackPlacer.Result coolest(long moves, double allowed) {
        StackPlacer.Result best = null;
        for (double weight : Figures.all() ? new double[] {0.1, 0.2, 0.25, 0.3, 0.5, 2} : new double[] {0.1, 0.2}) {
            for (int seed = 1; seed <= 3; seed++) {
                var run = StackPlacer.place(problem, influence, weight / 30, moves, seed, share -> {});
                assertThat(Legality.violations(problem, run.placement())).isEmpty();
                if (run.wirelength() <= allowed && (best == null || run.peak() < best.peak())) {
                    best = run;
                }
            }
        }
        assertThat(best).as("a run within the allowed wire").isNotNull();
        return best;
    }

    /// Solved afresh on tiles half as wide: superposition must agree within 1 K.
    private static void againstTheFullSolve(Placement placement) {
        var fine = new TwoBoards(Figures.all() ? 0.5e-3 : 1e-3);
        double[] full = fine.rise(Influence.spread(influence.area(), fine.nx, fine.ny, 2, problem, placement));
        double peak = Arrays.stream(full).max().orElseThrow();
        double sum = influence.peak(problem, placement);
        Figures.record(
                "5 board",
                "temperature: superposition within 1 K of the full solve",
                "toy stack %.2f K by superposition, %.2f K solved on tiles half as wide".formatted(sum, peak));
        assertThat(sum).isCloseTo(peak, within(1.0));
    }

    @Test
    void sameSeedSamePlacement() {
        var a = StackPlacer.place(problem, influence, 0.01, 5_000, 7, share -> {});
        var b = StackPlacer.place(problem, influence, 0.01, 5_000, 7, share -> {});
        assertThat(a.placement().x()).containsExactly(b.placement().x());
        assertThat(a.placement().face()).containsExactly(b.placement().face());
        assertThat(a.cost()).isEqualTo(b.cost());
    }

    static Problem problem() {
        var all = Set.of(0, 1, 2, 3);
        List<Block> blocks = new ArrayList<>();
        for (var row : Table.read("toy-stack-parts.csv")) {
            blocks.add(Block.of(
                    row.get("part"),
                    Double.parseDouble(row.get("w_mm")) * 1e-3,
                    Double.parseDouble(row.get("h_mm")) * 1e-3,
                    GAP,
                    Double.parseDouble(row.get("power_W")),
                    all));
        }
        List<Wires.Net> nets = new ArrayList<>();
        for (var row : Table.read("toy-stack-nets.csv")) {
            nets.add(Wires.Net.of(
                    Double.parseDouble(row.get("weight")), Integer.parseInt(row.get("part_a")), Integer.parseInt(row.get("part_b"))));
        }
        var board = new Rectangle(0, 0, TwoBoards.WIDTH, TwoBoards.HEIGHT);
        var planes = List.of(
                Plane.of("lower out", 0, board.grown(-0.5e-3)),
                Plane.of("lower in", 0, board.grown(-2e-3)),
                Plane.of("upper in", 1, board.grown(-2e-3)),
                Plane.of("upper out", 1, board.grown(-0.5e-3)));
        return new Problem(blocks, planes, nets, 20e-3);
    }
}

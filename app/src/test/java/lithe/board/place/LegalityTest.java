// SPDX-License-Identifier: Apache-2.0
package lithe.board.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import lithe.geometry.Outline;
import lithe.geometry.Polygon;
import lithe.geometry.Rectangle;
import org.junit.jupiter.api.Test;

class LegalityTest {

    private static final Rectangle FACE = new Rectangle(0, 0, 20e-3, 10e-3);

    @Test
    void eachViolationIsFound() {
        var planes = List.of(
                new Plane("a", 0, Outline.of(FACE), List.of(new Rectangle(0, 0, 2e-3, 2e-3)), 1e-3, 1, 1.2e-3),
                new Plane("b", 1, Outline.of(FACE), List.of(), 1e-3, 0, 1.2e-3));
        var both = Set.of(0, 1);
        var blocks = List.of(
                new Block("p", 4e-3, 2e-3, 0.7e-3, 0.2e-3, 0, both, true, false, null),
                new Block("q", 4e-3, 2e-3, 0.7e-3, 0.2e-3, 0, both, true, false, null));
        var problem = new Problem(blocks, planes, List.of(), 0);
        assertThat(check(problem, 0, 5, 5, 0, 9.2, 5)).isEmpty();
        assertThat(check(problem, 0, 5, 5, 0, 9.1, 5)).singleElement().asString().contains("keep");
        assertThat(check(problem, 0, 1, 1, 0, 9.2, 5)).singleElement().asString().contains("keep-out");
        assertThat(check(problem, 0, 17, 5, 0, 9.2, 5)).singleElement().asString().contains("sticks out");
        assertThat(check(problem, 0, 5, 5, 1, 8, 5)).singleElement().asString().contains("face each other");
        assertThat(check(problem, 0, 5, 5, 1, 9, 5)).isEmpty();
        assertThat(check(problem, 2, 5, 5, 1, 9, 5)).singleElement().asString().contains("may not");
        var locked = new Problem(List.of(blocks.getFirst().lockedAt(new Block.Spot(0, 5e-3, 5e-3, false)), blocks.get(1)), planes, List.of(), 0);
        assertThat(check(locked, 0, 5, 5, 0, 9.2, 5)).isEmpty();
        assertThat(check(locked, 0, 5, 4.9, 0, 9.2, 5)).singleElement().asString().contains("locked");
    }

    @Test
    void anyOutlineWithHolesAndLocksIsRespected() {
        // an L with a round hole, a locked block and two connectors at the rim
        var corner = new Polygon(
                new double[] {0, 40e-3, 40e-3, 20e-3, 20e-3, 0}, new double[] {0, 0, 15e-3, 15e-3, 30e-3, 30e-3});
        double[] hx = new double[24];
        double[] hy = new double[24];
        for (int i = 0; i < 24; i++) {
            hx[i] = 10e-3 + 3e-3 * Math.cos(2 * Math.PI * i / 24);
            hy[i] = 10e-3 + 3e-3 * Math.sin(2 * Math.PI * i / 24);
        }
        var shape = new Outline(List.of(corner), List.of(new Polygon(hx, hy)));
        var planes = List.of(
                new Plane("in", 0, shape, List.of(new Rectangle(25e-3, 5e-3, 2e-3, 2e-3)), 1e-3, 1, 1.3e-3),
                new Plane("over", 1, shape, List.of(), 1e-3, 0, 1.3e-3));
        long seed = 5;
        var random = new SplittableRandom(seed);
        List<Block> blocks = new ArrayList<>();
        List<Wires.Net> nets = new ArrayList<>();
        blocks.add(Block.of("locked", 5e-3, 5e-3, 0.1e-3, 0, Set.of(0)).lockedAt(new Block.Spot(0, 30e-3, 2e-3, false)));
        for (int i = 1; i < 40; i++) {
            blocks.add(new Block("b" + i, 1e-3 + 3e-3 * random.nextDouble(), 1e-3 + 3e-3 * random.nextDouble(),
                    0.3e-3 + 0.7e-3 * random.nextDouble(), 0.1e-3, 0, Set.of(0, 1), true, i < 3, null));
            nets.add(Wires.Net.of(1, i, random.nextInt(i)));
        }
        var problem = new Problem(blocks, planes, nets, 5e-3);
        for (int s = 1; s <= 3; s++) {
            var run = StackPlacer.place(problem, null, 0, 20_000, s, share -> {});
            assertThat(Legality.violations(problem, run.placement())).as("seed %d", s).isEmpty();
            assertThat(run.wirelength()).isCloseTo(run.placement().wirelength(problem), within(1e-9));
        }
    }

    @Test
    void tooMuchForTheFacesIsSaid() {
        var blocks = List.of(Block.of("a", 15e-3, 8e-3, 0, 0, Set.of(0)), Block.of("b", 15e-3, 8e-3, 0, 0, Set.of(0)));
        var problem = new Problem(blocks, List.of(Plane.of("f", 0, FACE)), List.of(), 0);
        assertThatThrownBy(() -> StackPlacer.place(problem, null, 0, 10, 1, share -> {})).hasMessageContaining("too full");
    }

    private static List<String> check(Problem problem, int fa, double xa, double ya, int fb, double xb, double yb) {
        return Legality.violations(
                problem, new Placement(new int[] {fa, fb}, new double[] {xa * 1e-3, xb * 1e-3}, new double[] {ya * 1e-3, yb * 1e-3}, new boolean[2]));
    }
}

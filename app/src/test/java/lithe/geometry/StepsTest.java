// SPDX-License-Identifier: Apache-2.0
package lithe.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StepsTest {

    private static Polygon ring(double... xy) {
        double[] x = new double[xy.length / 2], y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = xy[2 * i] * 1e-3;
            y[i] = xy[2 * i + 1] * 1e-3;
        }
        return new Polygon(x, y);
    }

    @Test
    @DisplayName("an L is two rectangles, wherever collinear corners stand")
    void ell() {
        var ell = ring(0, 0, 40, 0, 40, 10, 40, 30, 20, 30, 20, 65, 0, 65);
        assertThat(ell.steps(1e-3)).containsExactly(
                Rectangle.between(0, 0, 0.04, 0.03), Rectangle.between(0, 0.03, 0.02, 0.065));
    }

    @Test
    @DisplayName("a chamfer of 5 mm is five steps of 1 mm, and the area is the polygon's")
    void chamfer() {
        var cut = ring(5, 0, 40, 0, 40, 20, 0, 20, 0, 5);
        var steps = cut.steps(1e-3);
        assertThat(steps).hasSize(6);
        assertThat(steps.getFirst().x()).isCloseTo(4.5e-3, within(1e-12));
        assertThat(steps.stream().mapToDouble(Rectangle::area).sum()).isCloseTo(cut.area(), within(1e-15));
    }

    @Test
    @DisplayName("two hundred stars keep their area, no step overlaps another, no edge is off by more than half a step")
    void stars() {
        long seed = 20211228;
        var random = new Random(seed);
        for (int n = 0; n < 200; n++) {
            int corners = 3 + random.nextInt(60);
            double[] x = new double[corners], y = new double[corners];
            for (int i = 0; i < corners; i++) {
                double r = 5e-3 + 25e-3 * random.nextDouble(), at = 2 * Math.PI * i / corners;
                x[i] = 0.035 + r * Math.cos(at);
                y[i] = 0.07 + r * Math.sin(at);
            }
            var star = new Polygon(x, y);
            assertThat(star.crossing()).as("seed %d, star %d", seed, n).isEmpty();
            var steps = star.steps(1e-3);
            double area = steps.stream().mapToDouble(Rectangle::area).sum();
            assertThat(area).as("seed %d, star %d", seed, n).isCloseTo(star.area(), within(1e-6 * star.area()));
            for (int i = 0; i < steps.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(steps.get(i).gap(steps.get(j))).as("seed %d, star %d", seed, n).isGreaterThan(-1e-9);
                }
            }
            for (int probe = 0; probe < 50; probe++) {
                double px = 0.07 * random.nextDouble(), py = 0.04 + 0.06 * random.nextDouble();
                boolean in = steps.stream().anyMatch(r -> px > r.x() && px < r.right() && py > r.y() && py < r.bottom());
                if (in != star.contains(px, py)) {
                    var near = new Rectangle(px - 0.75e-3, py - 0.75e-3, 1.5e-3, 1.5e-3);
                    assertThat(star.crosses(near)).as("seed %d, star %d: %s, %s far from any edge", seed, n, px, py).isTrue();
                }
            }
        }
    }

    @Test
    @DisplayName("a bow tie crosses itself, a spike folds back, a square does neither")
    void crossing() {
        assertThat(ring(0, 0, 10, 10, 10, 0, 0, 10).crossing()).hasValue(new int[] {0, 2});
        assertThat(ring(0, 0, 10, 0, 10, 10, 10, -5).crossing()).isPresent();
        assertThat(ring(0, 0, 10, 0, 20, 0, 20, 10, 0, 10).crossing()).isEmpty();
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleBinaryOperator;
import lithe.simulation.Plane;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IsothermsTest {

    @Test
    @DisplayName("the line of a cone is one closed circle, on an uneven grid too")
    void circle() {
        var relief = Relief.of(plane(60, 90, (x, y) -> 320 - 400 * Math.hypot(x - 0.03, y - 0.05)));
        var lines = Isotherms.of(relief, 312);
        assertThat(lines).hasSize(1);
        double[] line = lines.getFirst();
        assertThat(line[0]).isEqualTo(line[line.length - 2]);
        assertThat(line[1]).isEqualTo(line[line.length - 1]);
        // a straight line between nodes 1.5 mm apart misses a cone of 20 mm by at most h²/(8 r) = 0.014 mm, twice that on the diagonal
        for (int p = 0; p < line.length; p += 2) {
            assertThat(Math.hypot(line[p] - 0.03, line[p + 1] - 0.05)).isCloseTo(0.02, within(3e-5));
        }
        assertThat(Isotherms.length(line)).isCloseTo(2 * Math.PI * 0.02, within(2e-4));
    }

    @Test
    @DisplayName("two hot spots give two lines, a ridge between them one, and a level out of reach none")
    void saddles() {
        var relief = Relief.of(plane(61, 91, (x, y) -> 300 + 20 * bump(x - 0.02, y - 0.03) + 20 * bump(x - 0.045, y - 0.07)));
        assertThat(Isotherms.of(relief, 315)).hasSize(2);
        assertThat(Isotherms.of(relief, 330)).isEmpty();
        assertThat(Isotherms.of(relief, 290)).isEmpty();
    }

    @Test
    @DisplayName("a checkerboard of nodes, saddles everywhere, still gives lines that use every crossing once")
    void checkerboard() {
        var relief = Relief.of(plane(12, 12, (x, y) -> 300 + ((int) (x / 0.07 * 12) + (int) (y / 0.15 * 12)) % 2));
        double length = Isotherms.of(relief, 300.5).stream().mapToDouble(Isotherms::length).sum();
        assertThat(length).isPositive();
        for (var line : Isotherms.of(relief, 300.5)) {
            assertThat(line.length).isGreaterThanOrEqualTo(4);
        }
    }

    @Test
    @DisplayName("a plane is met exactly by straight lines between nodes, and cells outside are filled from their neighbours")
    void relief() {
        var map = plane(20, 30, (x, y) -> 300 + 100 * x + 50 * y);
        var relief = Relief.of(map);
        assertThat(relief.at(0.031, 0.064)).isCloseTo(300 + 3.1 + 3.2, within(1e-9));
        map.temperature()[0] = Double.NaN;
        map.temperature()[25] = Double.NaN;
        assertThat(Relief.of(map).kelvin()).doesNotContain(Double.NaN);
        assertThat(Relief.mean(map)).isBetween(300.0, 315.0);
        var whole = plane(140, 300, (x, y) -> 300 + 100 * x + 50 * y);
        assertThat(Relief.above(whole, 305)).isCloseTo(0.07 * 0.15 - areaBelow(), within(0.07 * 0.15 * 0.01));
        assertThat(Relief.hottest(map).x()).isGreaterThan(0.06);
    }

    /// Area of the 70 × 150 mm plate where 100 x + 50 y ≤ 5: a triangle of 50 mm by 100 mm.
    private static double areaBelow() {
        return 0.05 * 0.1 / 2;
    }

    private static double bump(double x, double y) {
        return Math.exp(-(x * x + y * y) / 1e-4);
    }

    private static Plane plane(int nx, int ny, DoubleBinaryOperator t) {
        double[] x = edges(0.07, nx), y = edges(0.15, ny), values = new double[nx * ny];
        for (int c = 0; c < values.length; c++) {
            values[c] = t.applyAsDouble(Fixture.mid(x, c % nx), Fixture.mid(y, c / nx));
        }
        return new Plane("test", x, y, values);
    }

    private static double[] edges(double length, int n) {
        double[] edges = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            edges[i] = length * (i + 0.2 * Math.sin(2 * Math.PI * i / n)) / n;
        }
        return edges;
    }
}

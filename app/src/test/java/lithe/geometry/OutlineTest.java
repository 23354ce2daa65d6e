// SPDX-License-Identifier: Apache-2.0
package lithe.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutlineTest {

    private static final Polygon L = new Polygon(new double[] {0, 4, 4, 2, 2, 0}, new double[] {0, 0, 2, 2, 4, 4});

    @Test
    void rectanglesMeasureDistanceAndOverlap() {
        var a = new Rectangle(0, 0, 2, 1);
        assertThat(a.gap(new Rectangle(5, 5, 1, 1))).isCloseTo(5, within(1e-12));
        assertThat(a.gap(new Rectangle(2, 0, 1, 1))).isZero();
        assertThat(a.shared(new Rectangle(1, 0.5, 5, 5))).isCloseTo(0.5, within(1e-12));
        assertThat(a.grown(-0.6)).isEqualTo(new Rectangle(0.5, 0.5, 1, 0));
        assertThatThrownBy(() -> new Rectangle(0, 0, -1, 1)).hasMessageContaining("at least 0 m");
    }

    @Test
    void aRectangleMustLieWhollyInside() {
        var shape = new Outline(List.of(L), List.of(Polygon.of(new Rectangle(0.5, 0.5, 1, 1))));
        assertThat(shape.area()).isCloseTo(11, within(1e-12));
        assertThat(shape.contains(new Rectangle(2, 0, 2, 2))).isTrue();
        assertThat(shape.contains(new Rectangle(0, 2, 2, 2))).isTrue();
        assertThat(shape.contains(new Rectangle(1.6, 1.6, 1, 1))).isFalse();
        assertThat(shape.contains(new Rectangle(0.2, 0.2, 1.6, 1.6))).isFalse();
        assertThat(shape.contains(new Rectangle(0.6, 0.6, 0.2, 0.2))).isFalse();
        assertThat(shape.contains(new Rectangle(3.5, 0.5, 1, 1))).isFalse();
        assertThat(shape.contains(new Rectangle(3, 3, 0.5, 0.5))).isFalse();
    }

    @Test
    void piecesJoinInAnyOrderAndDirection() {
        var joined = Curve.join(
                List.of(Curve.line(0, 0, 1, 0), Curve.line(1, 1, 0, 1), Curve.line(1, 1, 1, 1e-6), Curve.line(0, 0, 0, 1), Curve.line(5, 5, 6, 5)), 1e-5);
        assertThat(joined.loops()).hasSize(1);
        assertThat(joined.loops().getFirst().area()).isCloseTo(1, within(1e-5));
        assertThat(joined.open()).hasSize(1);
    }

    @Test
    void arcsGoTheWayTheirMiddleSays() {
        var up = Curve.through(1, 0, 0, 1, -1, 0);
        var down = Curve.through(1, 0, 0, -1, -1, 0);
        assertThat(up.bounds().bottom()).isCloseTo(1, within(1e-5));
        assertThat(down.bounds().y()).isCloseTo(-1, within(1e-5));
        assertThat(Curve.through(0, 0, 1, 0, 2, 0).length()).isCloseTo(2, within(1e-12));
        assertThat(Curve.circle(0, 0, 1).length()).isCloseTo(2 * Math.PI, within(1e-4));
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import lithe.device.Device;
import lithe.device.Face;
import lithe.device.Part;
import lithe.geometry.Box;
import lithe.input.DeviceFile;
import lithe.verify.LayeredBox;
import org.junit.jupiter.api.Test;

class GridTest {

    private final Device unaligned = DeviceFile.read(Path.of("../devices/unaligned.yaml")).device();

    @Test
    void everyEdgeOfAPartLiesOnAPlane() {
        Grid grid = Grid.of(unaligned, Resolution.DRAFT);
        for (Part part : unaligned.parts()) {
            for (Box box : part.boxes()) {
                assertThat(nearest(grid.xPlanes(), box.x0())).isLessThan(Box.ROUNDING);
                assertThat(nearest(grid.yPlanes(), box.y1())).isLessThan(Box.ROUNDING);
                assertThat(nearest(grid.zPlanes(), box.z1())).isLessThan(Box.ROUNDING);
            }
        }
    }

    private static double nearest(double[] planes, double edge) {
        double best = Double.MAX_VALUE;
        for (double plane : planes) {
            best = Math.min(best, Math.abs(plane - edge));
        }
        return best;
    }

    @Test
    void theCoarserGridKeepsTheEdgesAndDropsPlanes() {
        Grid grid = Grid.of(unaligned, Resolution.STANDARD), coarser = grid.coarser();
        assertThat(coarser.cells()).isLessThan(grid.cells() / 3);
        for (double plane : coarser.xPlanes()) {
            assertThat(grid.xPlanes()).contains(plane);
        }
    }

    @Test
    void resolutionsAreKept() {
        assertThat(Grid.of(LayeredBox.device(), Resolution.STANDARD).cells()).isBetween(100_000, 160_000);
        assertThat(Grid.of(LayeredBox.device(), Resolution.DRAFT).cells()).isBetween(25_000, 45_000);
    }

    @Test
    void footprintAndEdgesOfTheRoundedOutlineAreExact() {
        Grid grid = Grid.of(unaligned, Resolution.DRAFT);
        Heat heat = Heat.on(grid, 1);
        double area = 0;
        for (int c = 0; c < grid.nx() * grid.ny(); c++) {
            area += heat.conduction.area(c);
        }
        double hole = unaligned.cutouts().stream().mapToDouble(h -> (h.x1() - h.x0()) * (h.y1() - h.y0())).sum();
        assertThat(area).isCloseTo(unaligned.body().footprint() - hole, within(unaligned.body().footprint() * 1e-6));
        var around = Surroundings.of(unaligned.workload("linear"));
        Skin skin = new Skin(heat, around);
        double rim = 0;
        for (int e = 0; e < skin.pieces; e++) {
            rim += skin.face(e) == Face.FRONT || skin.face(e) == Face.BACK ? 0 : skin.area[e];
        }
        double r = unaligned.body().cornerRadius();
        double length = 2 * (unaligned.body().width() + unaligned.body().length()) - 8 * r + 2 * Math.PI * r;
        assertThat(rim).isCloseTo(length * unaligned.body().thickness(), within(rim * 5e-3));
    }

    @Test
    void tooManyCellsAreRefusedWithAdvice() {
        assertThatThrownBy(() -> Grid.of(unaligned, new Resolution("tiny", 100, 1000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cells")
                .hasMessageContaining("MB");
    }

    @Test
    void moreCellsThanThereIsMemoryForAreRefusedWithAdvice() {
        int cells = (int) Math.min(1_900_000_000, Runtime.getRuntime().maxMemory() / 300);
        assertThatThrownBy(() -> Grid.of(LayeredBox.device(), Resolution.of(cells)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MB this run may take: ask for fewer cells");
    }

    @Test
    void aPlaneMissingAtAnEdgeIsRefused() {
        assertThatThrownBy(() -> Grid.given(unaligned, new double[] {0, 0.07137}, new double[] {0, 0.14961}, new double[] {0, 0.00823}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("plane");
    }
}

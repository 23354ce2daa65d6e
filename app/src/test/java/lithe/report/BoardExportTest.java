// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import lithe.board.Board;
import lithe.board.CopperMap;
import lithe.board.Counts;
import lithe.board.LayerStack;
import lithe.board.PlacedPart;
import lithe.board.Side;
import lithe.board.Via;
import lithe.geometry.Curve;
import lithe.geometry.Outline;
import lithe.geometry.Rectangle;
import lithe.input.DesignFileException;
import lithe.input.IdfReader;
import org.junit.jupiter.api.Test;

class BoardExportTest {

    @Test
    void idfComesBackAsItWent() {
        var board = board();
        var again = IdfReader.read("b.emn", BoardExport.idfBoard(board), "b.emp", BoardExport.idfLibrary(board)).board();
        assertThat(again.outline().area()).isCloseTo(board.outline().area(), within(1e-4 * board.outline().area()));
        assertThat(again.outline().holes()).hasSize(1);
        assertThat(again.stack().thickness()).isCloseTo(0.8e-3, within(1e-9));
        assertThat(again.vias()).hasSize(1);
        for (int i = 0; i < 2; i++) {
            var a = board.parts().get(i);
            var b = again.parts().get(i);
            assertThat(b.reference()).isEqualTo(a.reference());
            assertThat(b.side()).isEqualTo(a.side());
            assertThat(b.height()).isCloseTo(a.height(), within(1e-9));
            assertThat(b.box().x()).isCloseTo(a.box().x(), within(1e-8));
            assertThat(b.box().y()).isCloseTo(a.box().y(), within(1e-8));
            assertThat(b.box().area()).isCloseTo(a.box().area(), within(1e-11));
        }
        assertThat(again.parts().getFirst().power()).containsEntry("operating", 2.5);
    }

    @Test
    void idfArcsAndMirroredPartsAreRead() {
        var emp = """
                .HEADER
                LIBRARY_FILE 3.0 "hand" 2026/01/01 1
                .END_HEADER
                .ELECTRICAL
                L 1 THOU 40
                0 0 0 0
                0 200 0 0
                0 200 100 0
                0 0 100 0
                0 0 0 0
                .END_ELECTRICAL
                """;
        // a stadium of 10 x 4 mm with half circles of radius 2 mm
        var emn = """
                .HEADER
                BOARD_FILE 3.0 "hand" 2026/01/01 1
                stadium MM
                .END_HEADER
                .BOARD_OUTLINE MCAD
                1.0
                0 0 0 0
                0 10 0 0
                0 10 4 180
                0 0 4 0
                0 0 0 180
                1 5 2 0
                1 6 2 360
                .END_BOARD_OUTLINE
                .PLACEMENT
                L 1 U1
                5 1 0 90 BOTTOM PLACED
                .END_PLACEMENT
                """;
        var board = IdfReader.read("s.emn", emn, "s.emp", emp).board();
        double area = (40 + Math.PI * 4 - Math.PI) * 1e-6;
        assertThat(board.outline().area()).isCloseTo(area, within(1e-4 * area));
        var part = board.parts().getFirst();
        assertThat(part.height()).isCloseTo(1.016e-3, within(1e-9));
        // mirrored about its own y axis, then turned by 90° with y up: (5.08, 2.54) becomes (-2.54, -5.08)
        assertThat(part.box().x()).isCloseTo(5e-3 - 2.54e-3, within(1e-8));
        assertThat(part.box().right()).isCloseTo(5e-3, within(1e-8));
        assertThat(part.box().y()).isCloseTo(-1e-3, within(1e-8));
        assertThat(part.box().bottom()).isCloseTo(-1e-3 + 5.08e-3, within(1e-8));
        assertThatThrownBy(() -> IdfReader.read("s.emn", emn.replace("10 4 180", "10 four 180"), "s.emp", emp))
                .isInstanceOf(DesignFileException.class)
                .hasMessageStartingWith("s.emn:9:")
                .hasMessageContaining("'four'");
        assertThatThrownBy(() -> IdfReader.read("s.emn", emn.substring(0, 120), "s.emp", emp)).hasMessageContaining("cut off");
        var random = new SplittableRandom(3);
        for (int i = 0; i < 200; i++) {
            int at = random.nextInt(emn.length());
            var mutated = emn.substring(0, at) + (char) random.nextInt(32, 127) + emn.substring(Math.min(emn.length(), at + random.nextInt(4)));
            var thrown = catchThrowable(() -> IdfReader.read("m.emn", mutated, "s.emp", emp));
            assertThat(thrown == null || thrown instanceof DesignFileException).as("mutation %d: %s", i, thrown).isTrue();
        }
    }

    @Test
    void posVtkAndPicturesHoldTheParts() {
        var board = board();
        assertThat(BoardExport.pos(board)).contains("\"U1\"", "top", "\"R2\"", "bottom");
        assertThat(BoardExport.vtk(board)).contains("DIMENSIONS 21 11 2", "k_inplane_high").doesNotContain("NaN");
        assertThat(BoardExport.yaml(board, BoardExport.results(board))).contains("board.area.plan", "U1", "height: 1.100 mm");
        assertThat(BoardPicture.page("t", List.of("<note>"), List.of(BoardPicture.sides(board)))).contains("&lt;note&gt;", "U1");
        assertThat(Counts.of(List.of(board)).parts()).isEqualTo(2);
    }

    private static Board board() {
        var outer = Curve.join(List.of(Curve.line(0, 0, 20e-3, 0), Curve.line(20e-3, 0, 20e-3, 10e-3), Curve.line(20e-3, 10e-3, 0, 10e-3), Curve.line(0, 10e-3, 0, 0)), 1e-6).loops();
        var hole = Curve.join(List.of(Curve.circle(15e-3, 5e-3, 1e-3)), 1e-6).loops();
        var outline = new Outline(outer, hole);
        double[] full = new double[200];
        Arrays.fill(full, 1);
        double[][] share = {full.clone(), full.clone()};
        var copper = new CopperMap(new Rectangle(0, 0, 20e-3, 10e-3), 1e-3, 20, 10, share, new double[200], full);
        var parts = List.of(
                new PlacedPart("U1", "BGA", Side.FRONT, 4e-3, 4e-3, 0, new Rectangle(2e-3, 2e-3, 4e-3, 3e-3), 64, 1.1e-3, Map.of("game", 2.5)),
                new PlacedPart("R2", "R_0201", Side.BACK, 9e-3, 4e-3, 1.57, new Rectangle(8.5e-3, 3.9e-3, 1e-3, 0.3e-3), 2, 0.3e-3, Map.of()));
        return new Board("b", outline, LayerStack.assumed(List.of("F", "B"), 0.8e-3), parts, List.of(new Via(1e-3, 1e-3, 0.2e-3, 0, 1)), copper);
    }
}

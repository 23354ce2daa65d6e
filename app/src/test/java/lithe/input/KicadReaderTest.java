// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import lithe.Figures;
import lithe.board.Counts;
import lithe.board.Side;
import lithe.units.Grade;
import org.junit.jupiter.api.Test;

/// One small board of our own for each trap.
class KicadReaderTest {

    private static final String LAYERS = "(general (thickness 1.0)) (layers (0 Vorn signal) (1 VDD power) (31 Hinten mixed) (44 Edge.Cuts user))";
    private static final String SQUARE = line("gr_line", 0, 0, 20, 0) + line("gr_line", 20, 10, 20, 0) + line("gr_line", 0, 10, 20, 10)
            + line("gr_line", 0, 0, 0, 10);
    private static final String PART =
            """
            (module R_0402 (layer Vorn) (at 5 5 90)
              (fp_text reference R1 (at 0 0) (layer F.SilkS))
              (fp_line (start -0.5 -0.25) (end 0.5 0.25) (layer F.Fab) (width 0.1))
              (pad 1 smd rect (at -0.5 0 90) (size 0.4 0.6) (layers Vorn F.Paste))
              (pad 2 smd rect (at 0.5 0 90) (size 0.4 0.6) (layers Vorn F.Paste)))
            """;

    @Test
    void copperLayersAreToldByKindNotByName() {
        var board = read(5, SQUARE + PART).board();
        assertThat(board.stack().copperLayers()).isEqualTo(3);
        assertThat(board.stack().sheets().getFirst().name()).isEqualTo("Vorn");
        assertThat(board.outline().area()).isCloseTo(200e-6, within(1e-9));
        assertThat(board.parts(Side.FRONT)).hasSize(1);
    }

    @Test
    void arcsOfBothKindsEncloseArea() {
        // a stadium: 10 x 4 with two half circles of radius 2
        double area = (40 + Math.PI * 4) * 1e-6;
        var straight = line("gr_line", 0, 0, 10, 0) + line("gr_line", 0, 4, 10, 4);
        var old = straight + "(gr_arc (start 10 2) (end 10 0) (angle 180) (layer Edge.Cuts)) (gr_arc (start 0 2) (end 0 4) (angle 180) (layer Edge.Cuts))";
        var now = straight
                + "(gr_arc (start 10 0) (mid 12 2) (end 10 4) (layer \"Edge.Cuts\")) (gr_arc (start 0 0) (mid -2 2) (end 0 4) (layer \"Edge.Cuts\"))";
        assertThat(read(20171130, old).board().outline().area()).isCloseTo(area, within(1e-4 * area));
        assertThat(read(20211014, now).board().outline().area()).isCloseTo(area, within(1e-4 * area));
    }

    @Test
    void newShapesAndInnerLoopsCount() {
        var shapes = "(gr_rect (start 0 0) (end 30 20) (layer \"Edge.Cuts\")) (gr_circle (center 5 5) (end 7 5) (layer \"Edge.Cuts\"))"
                + "(gr_poly (pts (xy 20 5) (xy 24 5) (xy 24 9)) (layer \"Edge.Cuts\"))"
                + "(gr_rect (start 10 10) (end 16 16) (layer \"Edge.Cuts\")) (gr_rect (start 12 12) (end 14 14) (layer \"Edge.Cuts\"))";
        // an island inside a hole is board again
        double area = (600 - Math.PI * 4 - 8 - 36 + 4) * 1e-6;
        assertThat(read(20240108, shapes).board().outline().area()).isCloseTo(area, within(1e-4 * area));
    }

    @Test
    void edgesInsideATurnedFootprintCutTheBoard() {
        var slot = """
                (module USB (layer Hinten) (at 10 5 90) (pad 1 smd rect (at 0 0) (size 1 1) (layers Hinten))
                  (fp_line (start -2 -0.5) (end 2 -0.5) (layer Edge.Cuts)) (fp_line (start 2 -0.5) (end 2 0.5) (layer Edge.Cuts))
                  (fp_line (start 2 0.5) (end -2 0.5) (layer Edge.Cuts)) (fp_line (start -2 0.5) (end -2 -0.5) (layer Edge.Cuts)))
                """;
        var board = read(20171130, SQUARE + slot).board();
        assertThat(board.outline().area()).isCloseTo(196e-6, within(1e-9));
        // turned by 90° the slot is 1 wide and 4 high
        assertThat(board.outline().holes().getFirst().bounds().height()).isCloseTo(4e-3, within(1e-9));
        assertThat(board.parts(Side.BACK)).hasSize(1);
    }

    @Test
    void anAsymmetricPartLandsWhereItShouldOnBothSides() {
        var front = "(module L (layer Vorn) (at 5 5 90) (pad 1 smd rect (at 2 0 90) (size 1 1) (layers Vorn)) (pad 2 smd rect (at 0 0 90) (size 1 1) (layers Vorn)))";
        var box = read(5, SQUARE + front).board().parts().getFirst().box();
        // anticlockwise on the screen: what pointed right points up, to smaller y
        assertThat(box.y()).isCloseTo(2.5e-3, within(1e-9));
        assertThat(box.bottom()).isCloseTo(5.5e-3, within(1e-9));
        assertThat(box.x()).isCloseTo(4.5e-3, within(1e-9));
        var back = front.replace("Vorn", "Hinten");
        assertThat(read(5, SQUARE + back).board().parts().getFirst().box()).isEqualTo(box);
        assertThat(read(5, SQUARE + back).board().parts().getFirst().side()).isEqualTo(Side.BACK);
    }

    @Test
    void anUnfilledZoneIsEstimatedAndSaid() {
        var zone = "(zone (net 1) (layer VDD) (polygon (pts (xy 0 0) (xy 20 0) (xy 20 10) (xy 0 10))))";
        var unfilled = read(5, SQUARE + zone);
        assertThat(unfilled.board().copper().coverage()[1]).isCloseTo(0.80, within(1e-6));
        assertThat(unfilled.warnings()).anyMatch(w -> w.contains("1 of 1 zones"));
        var filled = read(5, SQUARE + zone.replace("(polygon", "(filled_polygon (pts (xy 0 0) (xy 10 0) (xy 10 10) (xy 0 10))) (polygon"));
        assertThat(filled.board().copper().coverage()[1]).isCloseTo(0.50, within(1e-6));
        var keepout = read(5, SQUARE + zone.replace("(layer VDD)", "(layer VDD) (keepout (tracks not_allowed))"));
        assertThat(keepout.board().copper().coverage()[1]).isZero();
    }

    @Test
    void tracksAndPadsAreCopper() {
        var track = "(segment (start 0 5) (end 20 5) (width 0.5) (layer VDD) (net 1))";
        assertThat(read(5, SQUARE + track).board().copper().coverage()[1]).isCloseTo(10.0 / 200, within(1e-6));
        var pad = "(module P (layer Vorn) (at 10 5) (pad 1 smd rect (at 0 0) (size 4 5) (layers Vorn)))";
        assertThat(read(5, SQUARE + pad).board().copper().coverage()[0]).isCloseTo(0.1, within(1e-6));
    }

    @Test
    void aMissingStackupIsAssumedAndGraded() {
        var old = read(5, SQUARE);
        assertThat(old.board().stack().grade()).isEqualTo(Grade.ESTIMATE);
        assertThat(old.board().stack().thickness()).isCloseTo(1e-3, within(1e-12));
        assertThat(old.warnings()).anyMatch(w -> w.contains("stackup"));
        var stackup = """
                (setup (stackup (layer "F.Mask" (type "Top Solder Mask") (thickness 0.01))
                  (layer "Vorn" (type "copper") (thickness 0.035)) (layer "dielectric 1" (type "core") (thickness 0.4))
                  (layer "VDD" (type "copper") (thickness 0.018)) (layer "dielectric 2" (type "prepreg") (thickness 0.2) addsublayer (thickness 0.1))
                  (layer "Hinten" (type "copper") (thickness 0.035))))
                """;
        var stated = read(20211014, SQUARE + stackup).board().stack();
        assertThat(stated.grade()).isEqualTo(Grade.DATASHEET);
        assertThat(stated.thickness()).isCloseTo(0.788e-3, within(1e-12));
    }

    @Test
    void fiducialsAndHolesAreNoParts() {
        var others = "(footprint \"FID\" (layer \"Vorn\") (at 2 2) (pad \"\" smd circle (at 0 0) (size 1 1) (layers \"Vorn\")))"
                + "(footprint \"HOLE\" (layer \"Vorn\") (at 3 3) (pad \"\" np_thru_hole circle (at 0 0) (size 1 1) (drill 1) (layers \"*.Cu\")))";
        var counts = Counts.of(List.of(read(20221018, SQUARE + PART + others).board()));
        assertThat(counts.parts()).isEqualTo(1);
        assertThat(counts.pads()).isEqualTo(2);
    }

    @Test
    void viasKeepTheirSpanAndFindTheirDrill() {
        var vias = "(via (at 5 5) (size 0.6) (layers Vorn Hinten) (net 1)) (via blind (at 6 5) (size 0.4) (drill 0.1) (layers Vorn VDD) (net 1))";
        var board = read(4, SQUARE + "(net_class Default d (via_dia 0.6) (via_drill 0.35))" + vias).board();
        assertThat(board.vias()).hasSize(2);
        assertThat(board.vias().getFirst().drill()).isCloseTo(0.35e-3, within(1e-12));
        assertThat(board.vias().get(1).last()).isEqualTo(1);
    }

    @Test
    void partsTakeHeightAndPowerFromASideFile() {
        var read = read(5, SQUARE + PART);
        var whole = PartSideFile.complete(read, "parts.csv", "reference,height,game\nR1,0.35 mm,20 mW\nR9,,1 W\n");
        var part = whole.board().parts().getFirst();
        assertThat(part.height()).isCloseTo(0.35e-3, within(1e-12));
        assertThat(part.power()).containsEntry("game", 0.02);
        assertThat(whole.warnings()).anyMatch(w -> w.startsWith("parts.csv:3") && w.contains("R9"));
        assertThatThrownBy(() -> PartSideFile.complete(read, "parts.csv", "reference,height\nR1,0.35 s\n"))
                .isInstanceOf(DesignFileException.class)
                .hasMessageStartingWith("parts.csv:2:4");
    }

    @Test
    void brokenFilesSayWhereAndWhy() {
        assertThatThrownBy(() -> read(5, SQUARE.replace("(end 20 0)", "(end 20 zero)"))).hasMessageContaining("test.kicad_pcb:2:").hasMessageContaining("'zero'");
        assertThatThrownBy(() -> KicadReader.read("cut.kicad_pcb", "(kicad_pcb (version 4)\n(layers (0 F.Cu"))
                .hasMessageStartingWith("cut.kicad_pcb:2:")
                .hasMessageContaining("cut off");
        assertThatThrownBy(() -> KicadReader.read("a", "")).hasMessageContaining("empty");
        assertThatThrownBy(() -> KicadReader.read("a", "(kicad_sch)")).hasMessageContaining("kicad_sch");
        assertThatThrownBy(() -> KicadReader.read("a", "(kicad_pcb (version 4))")).hasMessageContaining("layers");
        assertThatThrownBy(() -> read(5, line("gr_line", 0, 0, 20, 0))).hasMessageContaining("no closed outline");
        assertThatThrownBy(() -> KicadReader.read("a", "(kicad_pcb))")).hasMessageStartingWith("a:1:12");
        assertThatThrownBy(() -> KicadReader.read("a", "(kicad_pcb \"abc")).hasMessageContaining("never ends");
    }

    @Test
    void mutatedFilesNeverCrash() {
        long seed = 20261124;
        System.getLogger("lithe").log(System.Logger.Level.DEBUG, "seed " + seed);
        var random = new SplittableRandom(seed);
        var text = board(20211014, SQUARE + PART + "(via (at 5 5) (size 0.6) (drill 0.3) (layers Vorn Hinten))"
                + "(zone (layer VDD) (filled_polygon (pts (xy 0 0) (xy 10 0) (xy 10 10)))) (segment (start 0 5) (end 20 5) (width 0.5) (layer VDD))");
        int refused = 0;
        for (int i = 0; i < 200; i++) {
            var mutated = mutate(text, random);
            var thrown = catchThrowable(() -> KicadReader.read("m", mutated));
            assertThat(thrown == null || thrown instanceof DesignFileException)
                    .as("seed %d, mutation %d: %s", seed, i, thrown)
                    .isTrue();
            refused += thrown == null ? 0 : 1;
        }
        assertThat(refused).isBetween(50, 199);
        Figures.record("5 board", "reader: 200 mutated files without a crash", "200 read, %d refused with position and reason, 0 crashes (seed %d)".formatted(refused, seed));
    }

    private static String mutate(String text, SplittableRandom random) {
        int a = random.nextInt(text.length());
        int b = Math.min(text.length(), a + 1 + random.nextInt(12));
        return switch (random.nextInt(6)) {
            case 0 -> text.substring(0, a);
            case 1 -> text.substring(0, a) + text.substring(b);
            case 2 -> text.substring(0, a) + text.substring(a, b) + text.substring(a);
            case 3 -> text.substring(0, a) + "()\"(9e99 -1 NaN".charAt(random.nextInt(13)) + text.substring(a);
            case 4 -> text.substring(0, a) + (char) random.nextInt(1, 0x3000) + text.substring(b);
            default -> text.substring(0, a) + "9e99" + text.substring(b);
        };
    }

    private static String line(String kind, double xa, double ya, double xb, double yb) {
        return "(%s (start %s %s) (end %s %s) (layer Edge.Cuts))".formatted(kind, plain(xa), plain(ya), plain(xb), plain(yb));
    }

    private static String plain(double v) {
        return v == Math.rint(v) ? String.valueOf((long) v) : String.valueOf(v);
    }

    private static String board(int version, String body) {
        return "(kicad_pcb (version %d) %s%n%s)".formatted(version, LAYERS, body);
    }

    private static BoardImport read(int version, String body) {
        return KicadReader.read("test.kicad_pcb", board(version, body));
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lithe.board.Board;
import lithe.board.Conductivity;
import lithe.board.Counts;
import lithe.board.PlacedPart;
import lithe.board.Side;
import lithe.geometry.Polygon;

/// Writes a board for other programs: `.pos`, IDF 3.0, VTK and a YAML summary.
///
/// A part's shape is its box in plan, so it is written unturned; the angle of the design is kept in `.pos` only.
public final class BoardExport {

    private BoardExport() {}

    /// Returns a placement file as KiCad writes it: mm, y up.
    ///
    /// @param board the board
    /// @return the text of a `.pos` file
    public static String pos(Board board) {
        var text = new StringBuilder("### Module positions - created by Lithe ###\n## Unit = mm, Angle = deg.\n## Side : All\n");
        text.append("# Ref     Val       Package                PosX       PosY       Rot  Side\n");
        for (var part : board.parts()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-9s %-9s %-20s %10.4f %10.4f %9.4f  %s%n",
                    word(part.reference()),
                    "~",
                    word(part.type()),
                    part.x() * 1e3,
                    -part.y() * 1e3,
                    Math.toDegrees(part.angle()),
                    part.side() == Side.FRONT ? "top" : "bottom"));
        }
        return text.append("## End\n").toString().replace("\r\n", "\n");
    }

    /// Returns the board file of an IDF 3.0 pair.
    ///
    /// @param board the board
    /// @return the text of an `.emn` file
    public static String idfBoard(Board board) {
        var text = new StringBuilder(".HEADER\nBOARD_FILE 3.0 \"Lithe\" 2026/01/01.00:00:00 1\n");
        text.append(word(board.name())).append(" MM\n.END_HEADER\n.BOARD_OUTLINE UNOWNED\n");
        text.append(mm(board.stack().thickness())).append('\n');
        int loop = 0;
        for (var edge : board.outline().edges()) {
            loop(text, loop++, edge);
        }
        for (var hole : board.outline().holes()) {
            loop(text, loop++, hole);
        }
        text.append(".END_BOARD_OUTLINE\n.DRILLED_HOLES\n");
        for (var via : board.vias()) {
            text.append(mm(via.drill())).append(' ').append(mm(via.x())).append(' ').append(mm(-via.y()));
            text.append(" PTH BOARD VIA UNOWNED\n");
        }
        text.append(".END_DRILLED_HOLES\n.PLACEMENT\n");
        int number = 0;
        for (var part : board.parts()) {
            text.append(shape(number++, part)).append(' ').append(word(part.reference())).append('\n');
            double cx = part.box().x() + part.box().width() / 2;
            double cy = part.box().y() + part.box().height() / 2;
            text.append(mm(cx)).append(' ').append(mm(-cy)).append(" 0 0 ");
            text.append(part.side() == Side.FRONT ? "TOP" : "BOTTOM").append(" PLACED\n");
        }
        return text.append(".END_PLACEMENT\n").toString();
    }

    /// Returns the library of an IDF 3.0 pair; a part of unknown height is written 0 mm high.
    ///
    /// @param board the board
    /// @return the text of an `.emp` file
    public static String idfLibrary(Board board) {
        var text = new StringBuilder(".HEADER\nLIBRARY_FILE 3.0 \"Lithe\" 2026/01/01.00:00:00 1\n.END_HEADER\n");
        int number = 0;
        for (var part : board.parts()) {
            double w = part.box().width() / 2;
            double h = part.box().height() / 2;
            double tall = Double.isNaN(part.height()) ? 0 : part.height();
            text.append(".ELECTRICAL\n").append(shape(number++, part)).append(" MM ").append(mm(tall)).append('\n');
            double[][] corners = {{-w, -h}, {w, -h}, {w, h}, {-w, h}, {-w, -h}};
            for (double[] c : corners) {
                text.append("0 ").append(mm(c[0])).append(' ').append(mm(c[1])).append(" 0\n");
            }
            part.power().values().stream().max(Double::compare).ifPresent(watts ->
                    text.append(String.format(Locale.ROOT, "PROP POWER_OPR %.6g%n", watts * 1e3)));
            text.append(".END_ELECTRICAL\n");
        }
        return text.toString().replace("\r\n", "\n");
    }

    /// Returns copper and conductivity by tile as a legacy VTK image.
    ///
    /// @param board the board
    /// @return the text of a `.vtk` file; lengths in m
    public static String vtk(Board board) {
        var map = board.copper();
        var text = new StringBuilder("# vtk DataFile Version 3.0\nLithe board copper\nASCII\nDATASET STRUCTURED_POINTS\n");
        text.append("DIMENSIONS %d %d 2%n".formatted(map.nx() + 1, map.ny() + 1));
        text.append(String.format(Locale.ROOT, "ORIGIN %.6f %.6f 0%n", map.area().x(), map.area().y()));
        text.append(String.format(Locale.ROOT, "SPACING %.6f %.6f %.6f%n", map.tile(), map.tile(), board.stack().thickness()));
        text.append("CELL_DATA %d%n".formatted(map.nx() * map.ny()));
        scalars(text, "laminate", map.laminate());
        for (int layer = 0; layer < map.share().length; layer++) {
            scalars(text, "copper_" + (layer + 1), map.share()[layer]);
        }
        double[] low = new double[map.nx() * map.ny()];
        double[] high = low.clone();
        double[] through = low.clone();
        for (int i = 0; i < low.length; i++) {
            if (map.laminate()[i] > 0.01) {
                var band = Conductivity.inPlane(board.stack(), map.at(i));
                low[i] = band.low();
                high[i] = band.high();
                through[i] = Conductivity.through(board.stack(), map.at(i), map.columns()[i]);
            }
        }
        scalars(text, "k_inplane_low", low);
        scalars(text, "k_inplane_high", high);
        scalars(text, "k_through_with_vias", through);
        return text.toString().replace("\r\n", "\n");
    }

    /// Returns a summary as YAML that lithe's own files may quote.
    ///
    /// @param board the board
    /// @param results results by id, in shown units
    /// @return the text of a `.yaml` file
    public static String yaml(Board board, Map<String, Object> results) {
        var text = new StringBuilder("# SPDX-License-Identifier: CC0-1.0\n# Written by lithe board import\nboard:\n");
        text.append("  name: \"").append(board.name().replace("\"", "'")).append("\"\n  results:\n");
        results.forEach((id, value) -> text.append("    ").append(id).append(": ").append(value).append('\n'));
        text.append("  layers: # front to back\n");
        for (var sheet : board.stack().sheets()) {
            text.append(String.format(
                    Locale.ROOT,
                    "    - {name: \"%s\", thickness: %.4f mm, copper: %s}%n",
                    sheet.name().replace("\"", "'"),
                    sheet.thickness() * 1e3,
                    sheet.copper()));
        }
        text.append("  parts:\n");
        for (var part : board.parts()) {
            text.append(String.format(
                    Locale.ROOT,
                    "    - {name: \"%s\", side: %s, at: [%.3f mm, %.3f mm], size: [%.3f mm, %.3f mm]%s}%n",
                    part.reference().replace("\"", "'"),
                    part.side().name().toLowerCase(Locale.ROOT),
                    part.box().x() * 1e3,
                    part.box().y() * 1e3,
                    part.box().width() * 1e3,
                    part.box().height() * 1e3,
                    Double.isNaN(part.height()) ? "" : String.format(Locale.ROOT, ", height: %.3f mm", part.height() * 1e3)));
        }
        return text.toString().replace("\r\n", "\n");
    }

    /// Returns the board's results in the units they are shown in.
    ///
    /// @param board the board
    /// @return value by result id
    public static Map<String, Object> results(Board board) {
        var c = Counts.of(List.of(board));
        Map<String, Object> r = new LinkedHashMap<>();
        r.put("board.area.plan", round(c.plan() * 1e6));
        r.put("board.area.laminate", round(c.laminate() * 1e6));
        r.put("board.area.faces", round(c.faces() * 1e6));
        r.put("board.layers", c.copperLayers());
        r.put("board.parts", c.parts());
        r.put("board.parts.front", c.front());
        r.put("board.parts.back", c.back());
        r.put("board.pads", c.pads());
        r.put("board.vias", c.vias());
        r.put("board.density.plan", round(c.partsPer(c.plan()) / 1e4));
        r.put("board.density.laminate", round(c.partsPer(c.laminate()) / 1e4));
        r.put("board.density.face", round(c.faces() > 0 ? c.partsPer(c.faces()) / 1e4 : Double.NaN));
        r.put("board.density.pads", round(c.padsPerPlan() / 1e4));
        r.put("board.density.vias", round(c.vias() / c.plan() / 1e4));
        r.put("board.gap.median", round(c.gapMedian() * 1e3));
        r.put("board.gap.p10", round(c.gapTenth() * 1e3));
        r.put("board.k.inplane.low", round(board.inPlane().low()));
        r.put("board.k.inplane.high", round(board.inPlane().high()));
        r.put("board.k.through.low", round(board.through().low()));
        r.put("board.k.through.high", round(board.through().high()));
        return r;
    }

    private static void scalars(StringBuilder text, String name, double[] values) {
        text.append("SCALARS ").append(name).append(" float 1\nLOOKUP_TABLE default\n");
        for (double v : values) {
            text.append(String.format(Locale.ROOT, "%.5g\n", v));
        }
    }

    private static void loop(StringBuilder text, int label, Polygon shape) {
        for (int i = 0; i <= shape.x().length; i++) {
            int k = i % shape.x().length;
            text.append(label).append(' ').append(mm(shape.x()[k])).append(' ').append(mm(-shape.y()[k])).append(" 0\n");
        }
    }

    private static String shape(int number, PlacedPart part) {
        return "S" + number + " " + word(part.type());
    }

    private static String word(String text) {
        return text.isEmpty() ? "\"~\"" : "\"" + text.replace("\"", "'").replace("\n", " ") + "\"";
    }

    private static String mm(double metres) {
        return String.format(Locale.ROOT, "%.5f", metres * 1e3);
    }

    private static double round(double value) {
        return Double.isFinite(value) ? Double.parseDouble(String.format(Locale.ROOT, "%.5g", value)) : value;
    }
}

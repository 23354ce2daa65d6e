// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lithe.board.Board;
import lithe.board.LayerStack;
import lithe.board.PlacedPart;
import lithe.board.Side;
import lithe.board.Via;
import lithe.geometry.Curve;
import lithe.geometry.Outline;
import lithe.geometry.Polygon;
import lithe.geometry.Rectangle;
import lithe.input.Expression.Form;
import lithe.units.Grade;

/// Reads `.kicad_pcb` boards of KiCad 4 to 10.
///
/// A part is a footprint with at least one numbered pad, so fiducials, logos and mounting holes are none. Copper layers
/// are told by their kind and order, never by name. What the file does not state is assumed and said in a warning.
public final class KicadReader {

    private static final double MM = 1e-3;
    private static final int NEWEST = 20260206;
    /// Copper share assumed in the outline of a zone saved without its fill; estimate, 0.75–0.85.
    private static final double UNFILLED = 0.80;
    /// Ends of board edges closer than this are meant to meet, m; ten times KiCad's own rounding of old inch boards.
    private static final double MEET = 1e-5;
    /// Second try for boards drawn off grid, m; said in a warning.
    private static final double MEET_LOOSELY = 1e-4;

    private final KicadForms in;
    private final Form file;
    private final List<String> warnings = new ArrayList<>();
    private final List<String> copper;

    private KicadReader(String name, String text) {
        in = new KicadForms(name);
        file = Expression.read(name, text);
        if (!file.name().equals("kicad_pcb")) {
            throw in.wrong(file, "expected (kicad_pcb …), found (%s …)".formatted(file.name()));
        }
        copper = copperLayers();
    }

    /// Reads a board.
    ///
    /// @param name file name, for messages and as the board's name
    /// @param text content of the file
    /// @return the board and what was assumed
    /// @throws DesignFileException with position and reason when it cannot be read
    public static BoardImport read(String name, String text) {
        var reader = new KicadReader(name, text);
        try {
            return reader.board(name);
        } catch (DesignFileException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw reader.in.wrong(reader.file, String.valueOf(e.getMessage()));
        }
    }

    private BoardImport board(String name) {
        var format = in.optionalWord(file, "version", 1);
        long version = format.matches("\\d{1,9}") ? Long.parseLong(format) : 0;
        if (version > NEWEST) {
            warnings.add("format %s is newer than the newest known, %d".formatted(format, NEWEST));
        } else if (version < 4) {
            warnings.add("format '%s' is older than KiCad 4; read as far as it is alike".formatted(format));
        }
        var footprints = new ArrayList<>(file.forms("module"));
        footprints.addAll(file.forms("footprint"));
        var outline = outline(footprints);
        var stack = stack();
        var tiles = new CopperTiles(outline, copper.size());
        var vias = vias(tiles);
        tracks(tiles);
        zones(tiles, file.forms("zone"));
        List<PlacedPart> parts = new ArrayList<>();
        for (var footprint : footprints) {
            footprint(footprint, tiles, parts);
            zones(tiles, footprint.forms("zone"));
        }
        return new BoardImport(new Board(name, outline, stack, parts, vias, tiles.map()), "kicad_pcb " + format, warnings);
    }

    private List<String> copperLayers() {
        var layers = in.one(file, "layers");
        List<String> names = new ArrayList<>();
        for (var item : layers.items()) {
            if (item instanceof Form layer) {
                var words = layer.words();
                if (words.size() >= 2 && Set.of("signal", "power", "mixed", "jumper").contains(words.get(1))) {
                    names.add(words.getFirst());
                }
            }
        }
        if (names.isEmpty()) {
            throw in.wrong(layers, "no copper layer among the layers; expected kinds signal, power, mixed or jumper");
        }
        return names;
    }

    private LayerStack stack() {
        double thickness = 1.6 * MM;
        var general = file.forms("general");
        if (!general.isEmpty() && general.getFirst().has("thickness")) {
            thickness = in.length(in.one(general.getFirst(), "thickness"), 1);
        } else {
            warnings.add("the file states no thickness; 1.6 mm assumed");
        }
        for (var setup : file.forms("setup")) {
            for (var stackup : setup.forms("stackup")) {
                var stated = stated(stackup);
                if (stated.stream().filter(LayerStack.Sheet::copper).count() == copper.size()) {
                    return new LayerStack(stated, Grade.DATASHEET);
                }
                warnings.add("the stackup at %d:%d does not match the %d copper layers and was not used"
                        .formatted(stackup.line(), stackup.column(), copper.size()));
            }
        }
        warnings.add("the file states no stackup; copper 35 µm outside and 18 µm inside and equal dielectrics assumed");
        return LayerStack.assumed(copper, thickness);
    }

    private List<LayerStack.Sheet> stated(Form stackup) {
        List<LayerStack.Sheet> sheets = new ArrayList<>();
        for (var layer : stackup.forms("layer")) {
            var type = in.optionalWord(layer, "type", 1).toLowerCase(Locale.ROOT);
            var label = in.word(layer, 1);
            boolean metal = type.equals("copper") || copper.contains(label);
            boolean core = label.startsWith("dielectric") || type.equals("core") || type.equals("prepreg");
            double t = layer.forms("thickness").stream().mapToDouble(f -> in.length(f, 1)).sum();
            if ((metal || core) && t > 0) {
                sheets.add(new LayerStack.Sheet(label, t, metal));
            }
        }
        return sheets;
    }

    private Outline outline(List<Form> footprints) {
        List<Curve> pieces = new ArrayList<>();
        var place = file;
        for (var item : file.items()) {
            if (item instanceof Form f && f.name().startsWith("gr_") && onEdge(f)) {
                pieces.addAll(in.curves(f, KicadForms.Turn.NONE));
                place = f;
            }
        }
        for (var footprint : footprints) {
            var turn = in.turn(footprint);
            for (var item : footprint.items()) {
                if (item instanceof Form f && f.name().startsWith("fp_") && onEdge(f)) {
                    pieces.addAll(in.curves(f, turn));
                    place = f;
                }
            }
        }
        pieces.removeIf(piece -> piece.length() < 1e-9);
        var joined = Curve.join(pieces, MEET);
        if (!joined.open().isEmpty()) {
            var loose = Curve.join(pieces, MEET_LOOSELY);
            if (loose.open().size() < joined.open().size()) {
                warnings.add("board edges do not meet exactly; ends up to 0.1 mm apart were joined");
                joined = loose;
            }
        }
        if (joined.loops().isEmpty()) {
            throw in.wrong(place, "no closed outline on Edge.Cuts; %d open pieces found".formatted(joined.open().size()));
        }
        for (var open : joined.open()) {
            warnings.add("a board edge from %.3f, %.3f to %.3f, %.3f mm belongs to no closed loop and was left out"
                    .formatted(open.x()[0] / MM, open.y()[0] / MM, open.x()[open.x().length - 1] / MM, open.y()[open.y().length - 1] / MM));
        }
        return Outline.nested(joined.loops());
    }

    private boolean onEdge(Form f) {
        return in.optionalWord(f, "layer", 1).equals("Edge.Cuts");
    }

    private List<Via> vias(CopperTiles tiles) {
        List<Via> vias = new ArrayList<>();
        double usual = usualDrill();
        for (var f : file.forms("via")) {
            var at = in.one(f, "at");
            double drill = f.has("drill") ? in.length(in.one(f, "drill"), 1) : usual;
            var ends = f.has("layers") ? in.one(f, "layers").words() : List.<String>of();
            int first = ends.isEmpty() ? 0 : Math.max(copper.indexOf(ends.getFirst()), 0);
            int last = ends.size() < 2 ? copper.size() - 1 : copper.indexOf(ends.get(1));
            var via = new Via(in.length(at, 1), in.length(at, 2), drill, first, last < 0 ? copper.size() - 1 : last);
            vias.add(via);
            if (via.first() == 0 && via.last() == copper.size() - 1) {
                tiles.via(via.x(), via.y(), via.copper());
            }
        }
        return vias;
    }

    /// Old files state a via's drill only in its net class.
    private double usualDrill() {
        for (var owner : file.forms("net_class")) {
            if (owner.has("via_drill")) {
                return in.length(in.one(owner, "via_drill"), 1);
            }
        }
        for (var owner : file.forms("setup")) {
            if (owner.has("via_drill")) {
                return in.length(in.one(owner, "via_drill"), 1);
            }
        }
        return 0.3 * MM;
    }

    private void tracks(CopperTiles tiles) {
        for (var f : file.forms("segment")) {
            int layer = copper.indexOf(in.optionalWord(f, "layer", 1));
            if (layer >= 0) {
                var a = in.one(f, "start");
                var b = in.one(f, "end");
                tiles.track(layer, in.length(a, 1), in.length(a, 2), in.length(b, 1), in.length(b, 2), in.length(in.one(f, "width"), 1));
            }
        }
        for (var f : file.forms("arc")) {
            int layer = copper.indexOf(in.optionalWord(f, "layer", 1));
            if (layer >= 0) {
                double width = in.length(in.one(f, "width"), 1);
                for (var arc : in.curves(f, KicadForms.Turn.NONE)) {
                    for (int i = 1; i < arc.x().length; i++) {
                        tiles.track(layer, arc.x()[i - 1], arc.y()[i - 1], arc.x()[i], arc.y()[i], width);
                    }
                }
            }
        }
    }

    private void zones(CopperTiles tiles, List<Form> zones) {
        int unfilled = 0;
        for (var zone : zones) {
            if (zone.has("keepout")) {
                continue;
            }
            var layers = layersOf(zone);
            boolean filled = false;
            for (var f : zone.forms("filled_polygon")) {
                var own = f.has("layer") ? layersOf(f) : layers;
                var shape = in.polygon(f);
                if (shape != null) {
                    own.forEach(layer -> tiles.polygon(layer, shape, 1));
                    filled = true;
                }
            }
            if (!filled) {
                boolean estimated = false;
                for (var f : zone.forms("polygon")) {
                    var shape = in.polygon(f);
                    if (shape != null && !layers.isEmpty()) {
                        layers.forEach(layer -> tiles.polygon(layer, shape, UNFILLED));
                        estimated = true;
                    }
                }
                unfilled += estimated ? 1 : 0;
            }
        }
        if (unfilled > 0) {
            warnings.add("%d of %d zones are saved without their fill; %.0f %% of their outline counted as copper"
                    .formatted(unfilled, zones.size(), 100 * UNFILLED));
        }
    }

    private Set<Integer> layersOf(Form f) {
        Set<Integer> found = new TreeSet<>();
        List<String> names = new ArrayList<>();
        f.forms("layer").forEach(l -> names.addAll(l.words()));
        f.forms("layers").forEach(l -> names.addAll(l.words()));
        for (var name : names) {
            if (name.equals("*.Cu")) {
                for (int i = 0; i < copper.size(); i++) {
                    found.add(i);
                }
            } else if (name.equals("F&B.Cu")) {
                found.add(0);
                found.add(copper.size() - 1);
            } else if (copper.contains(name)) {
                found.add(copper.indexOf(name));
            }
        }
        return found;
    }

    private void footprint(Form f, CopperTiles tiles, List<PlacedPart> parts) {
        var turn = in.turn(f);
        int numbered = 0;
        Rectangle box = null;
        for (var pad : f.forms("pad")) {
            var shape = in.pad(pad, turn);
            pad(pad, shape, tiles);
            if (!in.word(pad, 1).isEmpty()) {
                numbered++;
            }
            box = box == null ? shape.bounds() : box.hull(shape.bounds());
        }
        if (numbered == 0 || box == null) {
            return;
        }
        var layer = in.optionalWord(f, "layer", 1);
        var side = layer.equals(copper.getLast()) && copper.size() > 1 ? Side.BACK : Side.FRONT;
        for (var item : f.items()) {
            if (item instanceof Form drawn && in.optionalWord(drawn, "layer", 1).endsWith(".Fab") && drawn.name().startsWith("fp_")) {
                for (var curve : in.curves(drawn, turn)) {
                    box = box.hull(curve.bounds());
                }
            }
        }
        parts.add(new PlacedPart(
                in.reference(f), in.word(f, 1), side, turn.x(), turn.y(), turn.angle(), box, numbered, Double.NaN, Map.of()));
    }

    private void pad(Form pad, Polygon shape, CopperTiles tiles) {
        if (in.word(pad, 2).equals("np_thru_hole")) {
            return;
        }
        var bounds = shape.bounds();
        boolean small = Math.max(bounds.width(), bounds.height()) < CopperTiles.TILE;
        double round = in.roundness(pad);
        for (int layer : layersOf(pad)) {
            if (small) {
                tiles.spot(layer, bounds.x() + bounds.width() / 2, bounds.y() + bounds.height() / 2, round * shape.area());
            } else {
                tiles.polygon(layer, shape, round);
            }
        }
    }
}

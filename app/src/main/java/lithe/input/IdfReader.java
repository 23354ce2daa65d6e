// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lithe.board.Board;
import lithe.board.LayerStack;
import lithe.board.PlacedPart;
import lithe.board.Side;
import lithe.board.Via;
import lithe.geometry.Curve;
import lithe.geometry.Outline;
import lithe.geometry.Rectangle;
import lithe.units.Grade;

/// Reads boards in IDF 3.0: a board file (`.emn`) and a library of parts (`.emp`).
///
/// IDF has no copper and its y points up; both are said or turned here. A part on the bottom is mirrored about its own y
/// axis before it is turned. The operating power a library may state (`POWER_OPR`, mW) becomes the workload "operating".
public final class IdfReader {

    private static final double THOU = 25.4e-6;

    private final String name;
    private final List<Line> lines = new ArrayList<>();
    private int at;

    private record Line(int number, List<String> words) {}

    private record Shape(List<Curve> loops, double height, Map<String, Double> power) {}

    private IdfReader(String name, String text) {
        this.name = name;
        int number = 0;
        for (var line : text.split("\n", -1)) {
            number++;
            var words = words(line);
            if (!words.isEmpty() && !words.getFirst().startsWith("#")) {
                lines.add(new Line(number, words));
            }
        }
    }

    /// Reads a board.
    ///
    /// @param name file name of the board file, for messages and as the board's name
    /// @param board content of the board file
    /// @param libraryName file name of the library, for messages
    /// @param library content of the library
    /// @return the board and what was assumed
    /// @throws DesignFileException with position and reason when it cannot be read
    public static BoardImport read(String name, String board, String libraryName, String library) {
        var shapes = new IdfReader(libraryName, library).library();
        var reader = new IdfReader(name, board);
        try {
            return reader.board(shapes);
        } catch (DesignFileException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw reader.wrong(String.valueOf(e.getMessage()));
        }
    }

    private Map<String, Shape> library() {
        header("LIBRARY_FILE");
        Map<String, Shape> shapes = new HashMap<>();
        while (at < lines.size()) {
            var kind = next();
            if (!kind.words.getFirst().equals(".ELECTRICAL") && !kind.words.getFirst().equals(".MECHANICAL")) {
                skipSection(kind);
                continue;
            }
            var head = next();
            double unit = unit(word(head, 2));
            double height = number(head, 3) * unit;
            List<Line> body = new ArrayList<>();
            Map<String, Double> power = new TreeMap<>();
            for (var line = next(); !line.words.getFirst().startsWith(".END"); line = next()) {
                if (!line.words.getFirst().equals("PROP")) {
                    body.add(line);
                } else if (word(line, 1).equals("POWER_OPR")) {
                    power.put("operating", number(line, 2) * 1e-3);
                }
            }
            shapes.put(word(head, 0) + " " + word(head, 1), new Shape(loops(body, unit), height, power));
        }
        return shapes;
    }

    private BoardImport board(Map<String, Shape> shapes) {
        double unit = header("BOARD_FILE");
        List<String> warnings = new ArrayList<>();
        Outline outline = null;
        double thickness = 0;
        List<Via> vias = new ArrayList<>();
        List<PlacedPart> parts = new ArrayList<>();
        while (at < lines.size()) {
            var section = next();
            switch (section.words.getFirst()) {
                case ".BOARD_OUTLINE" -> {
                    var head = next();
                    thickness = number(head, 0) * unit;
                    var joined = Curve.join(loops(body(), unit), 1e-5);
                    if (joined.loops().isEmpty()) {
                        throw wrong(section, "the board outline is not closed");
                    }
                    outline = Outline.nested(joined.loops());
                }
                case ".DRILLED_HOLES" -> body().forEach(hole -> {
                    if (hole.words.size() > 5 && word(hole, 5).equals("VIA")) {
                        vias.add(new Via(number(hole, 1) * unit, -number(hole, 2) * unit, number(hole, 0) * unit, 0, 0));
                    }
                });
                case ".PLACEMENT" -> placement(unit, shapes, parts, warnings);
                default -> skipSection(section);
            }
        }
        if (outline == null) {
            throw wrong("the file has no .BOARD_OUTLINE");
        }
        warnings.add("IDF states no copper; conductivity is that of bare laminate until layers are given");
        var stack = new LayerStack(List.of(new LayerStack.Sheet("board", thickness, false)), Grade.DATASHEET);
        var tiles = new CopperTiles(outline, 0);
        vias.forEach(via -> tiles.via(via.x(), via.y(), via.copper()));
        return new BoardImport(new Board(name, outline, stack, parts, vias, tiles.map()), "IDF 3.0", warnings);
    }

    private void placement(double unit, Map<String, Shape> shapes, List<PlacedPart> parts, List<String> warnings) {
        var body = body();
        for (int i = 0; i + 1 < body.size(); i += 2) {
            var what = body.get(i);
            var where = body.get(i + 1);
            var type = word(what, 0) + " " + word(what, 1);
            var shape = shapes.get(type);
            if (shape == null) {
                warnings.add("%s:%d  part %s has no shape %s in the library and was left out".formatted(name, what.number, word(what, 2), type));
                continue;
            }
            double x = number(where, 0) * unit;
            double y = -number(where, 1) * unit;
            double angle = Math.toRadians(number(where, 3));
            boolean back = word(where, 4).equals("BOTTOM");
            double offset = number(where, 2) * unit;
            parts.add(new PlacedPart(
                    word(what, 2), type, back ? Side.BACK : Side.FRONT, x, y, angle, box(shape, x, y, angle, back), 0, shape.height + offset, shape.power));
        }
    }

    private Rectangle box(Shape shape, double x, double y, double angle, boolean back) {
        Rectangle box = null;
        for (var loop : shape.loops) {
            for (int i = 0; i < loop.x().length; i++) {
                double px = back ? -loop.x()[i] : loop.x()[i];
                double py = loop.y()[i];
                // y already points down, so anticlockwise on the screen is the other way round
                double qx = x + px * Math.cos(angle) + py * Math.sin(angle);
                double qy = y - px * Math.sin(angle) + py * Math.cos(angle);
                var point = new Rectangle(qx, qy, 0, 0);
                box = box == null ? point : box.hull(point);
            }
        }
        if (box == null) {
            throw wrong("a part has no outline");
        }
        return box;
    }

    /// Loops of "label x y angle"; an angle of 360 is a circle about the point before, others bend the piece to it.
    private List<Curve> loops(List<Line> body, double unit) {
        List<Curve> curves = new ArrayList<>();
        double px = 0;
        double py = 0;
        double startX = 0;
        double startY = 0;
        boolean closed = true;
        String label = "";
        for (int i = 0; i < body.size(); i++) {
            var line = body.get(i);
            double x = number(line, 1) * unit;
            double y = -number(line, 2) * unit;
            double angle = number(line, 3);
            if (closed || !word(line, 0).equals(label)) {
                startX = x;
                startY = y;
                closed = false;
            } else if (Math.abs(angle) >= 360) {
                curves.add(Curve.circle(px, py, Math.hypot(x - px, y - py)));
                closed = true;
            } else {
                if (angle != 0) {
                    curves.add(bent(px, py, x, y, Math.toRadians(angle)));
                } else if (px != x || py != y) {
                    curves.add(Curve.line(px, py, x, y));
                }
                closed = Math.hypot(x - startX, y - startY) < 1e-7;
            }
            label = word(line, 0);
            px = x;
            py = y;
        }
        return curves;
    }

    /// An arc by its ends and the angle between them, anticlockwise with y up.
    private static Curve bent(double xa, double ya, double xb, double yb, double angle) {
        double half = Math.tan(angle / 2);
        double cx = (xa + xb) / 2 + (yb - ya) / (2 * half);
        double cy = (ya + yb) / 2 - (xb - xa) / (2 * half);
        return Curve.arc(cx, cy, xa, ya, -angle);
    }

    private double header(String kind) {
        if (!word(next(), 0).equals(".HEADER")) {
            throw wrong("expected .HEADER in the first line");
        }
        var first = next();
        if (!word(first, 0).equals(kind)) {
            throw wrong(first, "expected %s, found %s".formatted(kind, word(first, 0)));
        }
        if (!word(first, 1).equals("3.0")) {
            throw wrong(first, "IDF %s is not read; expected 3.0".formatted(word(first, 1)));
        }
        double unit = 1;
        for (var line = next(); !word(line, 0).startsWith(".END"); line = next()) {
            unit = line.words.size() > 1 ? unit(word(line, 1)) : unit;
        }
        return unit;
    }

    private double unit(String word) {
        return switch (word) {
            case "MM" -> 1e-3;
            case "THOU" -> THOU;
            default -> throw wrong("unit '%s' is not known; expected MM or THOU".formatted(word));
        };
    }

    private List<Line> body() {
        List<Line> body = new ArrayList<>();
        for (var line = next(); !line.words.getFirst().startsWith(".END"); line = next()) {
            body.add(line);
        }
        return body;
    }

    private void skipSection(Line section) {
        if (!section.words.getFirst().startsWith(".")) {
            throw wrong(section, "expected a section such as .PLACEMENT, found '%s'".formatted(section.words.getFirst()));
        }
        body();
    }

    private Line next() {
        if (at >= lines.size()) {
            throw wrong("the file ends inside a section; is it cut off?");
        }
        return lines.get(at++);
    }

    private String word(Line line, int index) {
        if (index >= line.words.size()) {
            throw wrong(line, "expected at least %d entries, found %d".formatted(index + 1, line.words.size()));
        }
        return line.words.get(index);
    }

    private double number(Line line, int index) {
        var text = word(line, index);
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value) && Math.abs(value) <= 1e5) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong(line, "'%s' is not a number".formatted(text));
        }
        throw wrong(line, "'%s' is outside ±100000".formatted(text));
    }

    private DesignFileException wrong(String reason) {
        int last = lines.isEmpty() ? 1 : lines.get(Math.clamp(at - 1, 0, lines.size() - 1)).number;
        return new DesignFileException(name, last, 1, reason);
    }

    private DesignFileException wrong(Line line, String reason) {
        return new DesignFileException(name, line.number, 1, reason);
    }

    /// Words are separated by blanks; quotes keep blanks in.
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        var parts = line.strip().split("\"", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 1) {
                words.add(parts[i]);
            } else {
                Arrays.stream(parts[i].strip().split("\\s+")).filter(w -> !w.isEmpty()).forEach(words::add);
            }
        }
        return words;
    }
}

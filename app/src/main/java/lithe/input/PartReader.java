// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lithe.device.Filling;
import lithe.geometry.Box;
import org.jspecify.annotations.Nullable;

/// Reads the parts as far as they can be read; what is wrong with their places is told by [Fit].
final class PartReader {

    /// How many parts may stand inside one another.
    static final int DEEPEST = 20;

    private final Stack stack;
    private final Library library;
    private final Amounts amounts;
    private final Problems problems;
    private final ChamberReader chambers;
    private final Map<String, Draft> parts = new LinkedHashMap<>();

    /// A part as it was read.
    ///
    /// @param name its name
    /// @param node its map in the file
    /// @param boxes its boxes, with the nodes that place them
    /// @param filling what it is made of, or null when that could not be read
    /// @param inside the part it stands in, or null
    record Draft(String name, Node.Fields node, List<Placed> boxes, @Nullable Filling filling, @Nullable String inside) {}

    /// A box and where the file places it.
    record Placed(Box box, Node node) {}

    PartReader(Stack stack, Library library, Amounts amounts, Problems problems) {
        this.stack = stack;
        this.library = library;
        this.amounts = amounts;
        this.problems = problems;
        this.chambers = new ChamberReader(amounts, problems);
    }

    Map<String, Draft> read(@Nullable Node node) {
        Trees.maps(node).forEach(this::part);
        parts.values().forEach(this::checkInside);
        return parts;
    }

    private void part(Node.Fields map) {
        var name = map.text("name");
        var boxes = boxes(map);
        var filling = filling(map, boxes);
        if (name == null || name.isBlank()) {
            return;
        }
        if (parts.containsKey(name) || stack.find(name) != null) {
            var other = parts.containsKey(name) ? "part" : "layer";
            problems.add(Trees.at(map, "name"), "\"" + Problem.shown(name) + "\", also the name of a " + other, "a name of its own");
            return;
        }
        parts.put(name, new Draft(name, map, boxes, filling, map.text("inside")));
    }

    private @Nullable Filling filling(Node.Fields map, List<Placed> boxes) {
        var material = map.get("material");
        var chamber = map.get("chamber");
        if ((material == null) == (chamber == null)) {
            var found = material == null ? "neither material nor chamber" : "both material and chamber";
            problems.add(map, found, "one of them", "material: copper", null);
            return null;
        }
        if (material == null) {
            return chamber(map, chamber, boxes);
        }
        var solid = library.named(material);
        return solid == null ? null : new Filling.Solid(solid);
    }

    private @Nullable Filling chamber(Node.Fields map, @Nullable Node chamber, List<Placed> boxes) {
        var first = boxes.isEmpty() ? null : boxes.get(0).box();
        if (first != null && boxes.stream().anyMatch(b -> Math.abs(b.box().z0() - first.z0()) + Math.abs(b.box().z1() - first.z1()) > Box.ROUNDING)) {
            problems.add(map, "a chamber with steps", "boxes that lie in one plane");
            return null;
        }
        return chambers.read(chamber, first == null ? Double.NaN : first.thickness());
    }

    private List<Placed> boxes(Node.Fields map) {
        var span = span(map);
        if (span == null && (map.get("layer") != null || map.get("layers") != null)) {
            return List.of(); // the layer is unknown, which was told
        }
        if (map.get("outline") != null) {
            return new OutlineReader(amounts, problems).read(map, span);
        }
        for (String key : List.of("depth", "thickness")) {
            if (map.get(key) != null) {
                problems.add(Trees.at(map, key), key + " without an outline", "a third value in at or size, or an outline");
            }
        }
        var list = map.get("boxes");
        boolean single = map.get("at") != null || map.get("size") != null;
        if (list != null && single || list == null && (map.get("at") == null || map.get("size") == null)) {
            var found = list != null ? "boxes beside at and size" : "no complete place";
            problems.add(map, found, "at and size, boxes, or outline", "at: [10 mm, 20 mm], size: [12 mm, 14 mm]", null);
            return List.of();
        }
        List<Placed> boxes = new ArrayList<>();
        if (list == null) {
            box(map, span, boxes);
        } else {
            Trees.maps(list).forEach(item -> box(item, span, boxes));
        }
        return boxes;
    }

    /// The layers a part stands in, or null when it counts from the front of the phone, or when they cannot be read.
    private Stack.@Nullable Slab span(Node.Fields map) {
        if (map.get("layer") != null && map.get("layers") != null) {
            problems.add(Trees.at(map, "layers"), "layers beside layer", "one of them");
        }
        if (map.get("layer") != null) {
            return stack.named(map.get("layer"));
        }
        var first = stack.named(Trees.item(map.get("layers"), 0));
        var last = stack.named(Trees.item(map.get("layers"), 1));
        if (first == null || last == null) {
            return null;
        }
        if (last.z0() < first.z0()) {
            problems.add(Trees.at(map, "layers"), "layers from back to front", "the front one first");
            return null;
        }
        return new Stack.Slab(first.name() + " to " + last.name(), first.z0(), last.z1());
    }

    private void box(Node.Fields map, Stack.@Nullable Slab span, List<Placed> boxes) {
        if (span == null && missesZ(map)) {
            return;
        }
        var at = map.get("at");
        var size = map.get("size");
        double front = span == null ? 0 : span.z0();
        double height = span == null ? Double.POSITIVE_INFINITY : span.z1() - span.z0();
        double depth = Trees.item(at, 2) == null ? 0 : value(at, 2);
        double dz = Trees.item(size, 2) == null ? height - depth : value(size, 2);
        if (dz <= Box.ROUNDING) {
            problems.add(Trees.at(map, "at"), "no thickness left below this depth", "a depth inside the layer");
        } else if (span != null && dz > height - depth + Box.ROUNDING) {
            problems.add(
                    Trees.at(map, "size"),
                    "%s below %s of depth".formatted(Stack.mm(dz), Stack.mm(depth)),
                    "at most %s, the thickness of %s".formatted(Stack.mm(height), span.name()));
        } else {
            place(map, new double[] {value(at, 0), value(at, 1), front + depth, value(size, 0), value(size, 1), dz}, boxes);
        }
    }

    /// Adds the box if every number of it could be read.
    private static void place(Node.Fields map, double[] b, List<Placed> boxes) {
        if (java.util.Arrays.stream(b).allMatch(Double::isFinite)) {
            boxes.add(new Placed(Box.at(b[0], b[1], b[2], b[3], b[4], b[5]), map));
        }
    }

    private boolean missesZ(Node.Fields map) {
        boolean complete = Trees.item(map.get("at"), 2) != null && Trees.item(map.get("size"), 2) != null;
        if (!complete && Trees.items(map.get("at")).size() >= 2 && Trees.items(map.get("size")).size() >= 2) {
            problems.add(map, "no layer and no z", "layer: a name, or three values in at and size");
        }
        return !complete;
    }

    private double value(@Nullable Node list, int i) {
        return amounts.si(Trees.item(list, i), Double.NaN);
    }

    private void checkInside(Draft part) {
        if (part.inside() == null) {
            return;
        }
        var at = Trees.at(part.node(), "inside");
        var outer = parts.get(part.inside());
        if (outer == null) {
            problems.add(at, at.words(), "a part", null, problems.nearest(part.inside(), parts.keySet()));
            return;
        }
        for (int steps = 0; outer != null; steps++) {
            if (outer == part || steps >= DEEPEST) {
                var found = outer == part ? "a part that is inside itself" : "parts inside one another more than %d deep".formatted(DEEPEST);
                problems.add(at, found, "a part around it");
                return;
            }
            outer = outer.inside() == null ? null : parts.get(outer.inside());
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lithe.device.Body;
import lithe.device.Contact;
import lithe.geometry.Box;
import lithe.input.PartReader.Draft;
import org.jspecify.annotations.Nullable;

/// Reads contact resistances and tells which join things that do not touch.
final class ContactReader {

    private final Stack stack;
    private final Map<String, Draft> parts;
    private final @Nullable Body body;
    private final Amounts amounts;
    private final Problems problems;

    ContactReader(Stack stack, Map<String, Draft> parts, @Nullable Body body, Amounts amounts, Problems problems) {
        this.stack = stack;
        this.parts = parts;
        this.body = body;
        this.amounts = amounts;
        this.problems = problems;
    }

    List<Contact> read(@Nullable Node node) {
        List<Contact> contacts = new ArrayList<>();
        Map<List<String>, Node> seen = new java.util.HashMap<>();
        for (var map : Trees.maps(node)) {
            var first = named(Trees.item(map.get("between"), 0));
            var second = named(Trees.item(map.get("between"), 1));
            var resistance = amounts.at(map.get("resistance"));
            if (first == null || second == null) {
                continue;
            }
            var between = Trees.at(map, "between");
            var before = seen.putIfAbsent(first.compareTo(second) < 0 ? List.of(first, second) : List.of(second, first), map);
            if (first.equals(second)) {
                problems.add(between, "a contact of \"" + Problem.shown(first) + "\" with itself", "two things");
            } else if (before != null) {
                problems.add(between, "the contact of line %d again".formatted(before.place().line()), "it once");
            } else if (!touch(first, second)) {
                problems.add(between, "things that do not touch", "a part or layer that shares a face with the other");
            } else if (resistance != null) {
                contacts.add(new Contact(first, second, resistance.si()));
            }
        }
        return contacts;
    }

    private @Nullable String named(@Nullable Node node) {
        if (!(node instanceof Node.Scalar scalar) || scalar.text().isBlank()) {
            return null;
        }
        if (parts.containsKey(scalar.text()) || stack.find(scalar.text()) != null) {
            return scalar.text();
        }
        var known = new ArrayList<>(parts.keySet());
        known.addAll(stack.names());
        problems.add(node, node.words(), "a part or a layer", null, problems.nearest(scalar.text(), known));
        return null;
    }

    private boolean touch(String first, String second) {
        var a = boxes(first);
        var b = boxes(second);
        // what could not be read was told elsewhere
        return a.isEmpty() || b.isEmpty() || a.stream().anyMatch(one -> b.stream().anyMatch(other -> touch(one, other)));
    }

    private List<Box> boxes(String name) {
        var part = parts.get(name);
        if (part != null) {
            return part.boxes().stream().map(PartReader.Placed::box).toList();
        }
        var slab = stack.find(name);
        if (slab == null || body == null || !(slab.z1() - slab.z0() > Box.ROUNDING)) {
            return List.of();
        }
        return List.of(new Box(0, body.width(), 0, body.length(), slab.z0(), slab.z1()));
    }

    /// Sharing a face, or one standing in the other.
    private static boolean touch(Box a, Box b) {
        double x = Math.min(a.x1(), b.x1()) - Math.max(a.x0(), b.x0());
        double y = Math.min(a.y1(), b.y1()) - Math.max(a.y0(), b.y0());
        double z = Math.min(a.z1(), b.z1()) - Math.max(a.z0(), b.z0());
        boolean near = x > -Box.ROUNDING && y > -Box.ROUNDING && z > -Box.ROUNDING;
        int wide = (x > Box.ROUNDING ? 1 : 0) + (y > Box.ROUNDING ? 1 : 0) + (z > Box.ROUNDING ? 1 : 0);
        return near && wide >= 2;
    }
}

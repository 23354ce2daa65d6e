// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import lithe.input.DeviceFile.Change;
import org.jspecify.annotations.Nullable;

/// Puts other values into trees, by path.
///
/// A path is the keys and list positions (from 0) joined by points; a list item with a name goes by its name. A path may
/// start at the name of a part, layer, sensor, workload or material; `thickness`, `width` and `length` of a part are the
/// entries of its size, `x`, `y` and `z` those of its place.
final class Changes {

    private static final Map<String, String> SHORT = Map.of(
            "width", "size.0", "length", "size.1", "thickness", "size.2", "x", "at.0", "y", "at.1", "z", "at.2");
    private static final List<String> STARTS =
            List.of("", "parts.", "layers.", "materials.", "workloads.", "sensors.", "cutouts.");

    private final Map<String, Change> changes;
    private final Problems problems;

    Changes(Map<String, Change> changes, Problems problems) {
        this.changes = changes;
        this.problems = problems;
    }

    /// Returns the trees, the device first, with the changes in them.
    List<Node> apply(Node device, List<Node> materials) {
        List<Node> trees = new ArrayList<>();
        trees.add(device);
        trees.addAll(materials);
        changes.forEach((path, change) -> put(trees, path, change));
        return trees;
    }

    private void put(List<Node> trees, String path, Change change) {
        for (var start : STARTS) {
            for (var full : List.of(start + path, start + longForm(path))) {
                for (int i = 0; i < trees.size(); i++) {
                    var changed = replaced(trees.get(i), full, change);
                    if (changed != null) {
                        trees.set(i, changed);
                        return;
                    }
                }
            }
        }
        var known = new TreeSet<String>();
        trees.forEach(tree -> collect(tree, known));
        var place = new Place("--set " + Problem.shown(path), 1, 1);
        problems.add(new Problem(place, "", "a path that leads nowhere", "the path of a value in the file", "chamber.thickness", problems.nearest(path, known)));
    }

    private static String longForm(String path) {
        int dot = path.lastIndexOf('.');
        var last = SHORT.get(path.substring(dot + 1));
        return last == null ? path : path.substring(0, dot + 1) + last;
    }

    /// Returns the node with the value at the path replaced, or null when the path leads nowhere.
    private @Nullable Node replaced(Node node, String path, Change change) {
        if (path.isEmpty()) {
            return leaf(node, change);
        }
        return switch (node) {
            case Node.Scalar _ -> null;
            case Node.Items list -> inList(list, path, change);
            case Node.Fields map -> inMap(map, path, change);
        };
    }

    private @Nullable Node leaf(Node node, Change change) {
        if (!(node instanceof Node.Fields map)) {
            return node instanceof Node.Scalar scalar ? new Node.Scalar(scalar.place(), scalar.path(), change.text()) : null;
        }
        if (map.get("value") == null) {
            return null;
        }
        if (!change.keepsGrade()) {
            return new Node.Scalar(map.place(), map.path(), change.text());
        }
        var entries = new LinkedHashMap<>(map.entries());
        entries.remove("range");
        entries.computeIfPresent("value", (_, entry) -> new Node.Entry(entry.key(), new Node.Scalar(entry.value().place(), entry.value().path(), change.text())));
        return new Node.Fields(map.place(), map.path(), entries);
    }

    private @Nullable Node inMap(Node.Fields map, String path, Change change) {
        for (var key : map.entries().keySet()) {
            if (path.equals(key) || path.startsWith(key + ".")) {
                var entry = map.entries().get(key);
                var changed = entry == null ? null : replaced(entry.value(), rest(path, key), change);
                if (entry != null && changed != null) {
                    var entries = new LinkedHashMap<>(map.entries());
                    entries.put(key, new Node.Entry(entry.key(), changed));
                    return new Node.Fields(map.place(), map.path(), entries);
                }
            }
        }
        return null;
    }

    private @Nullable Node inList(Node.Items list, String path, Change change) {
        for (int i = 0; i < list.items().size(); i++) {
            var item = list.items().get(i);
            for (var key : List.of(item.path().last(), Integer.toString(i))) {
                if (path.equals(key) || path.startsWith(key + ".")) {
                    var changed = replaced(item, rest(path, key), change);
                    if (changed != null) {
                        var items = new ArrayList<>(list.items());
                        items.set(i, changed);
                        return new Node.Items(list.place(), list.path(), items);
                    }
                }
            }
        }
        return null;
    }

    private static String rest(String path, String key) {
        return path.length() == key.length() ? "" : path.substring(key.length() + 1);
    }

    private static void collect(Node node, TreeSet<String> known) {
        switch (node) {
            case Node.Scalar scalar -> known.add(scalar.path().toString());
            case Node.Items list -> list.items().forEach(item -> collect(item, known));
            case Node.Fields map -> map.entries().values().forEach(entry -> collect(entry.value(), known));
        }
    }
}

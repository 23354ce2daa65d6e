// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import lithe.input.DeviceFile.Change;
import org.jspecify.annotations.Nullable;

/// Puts other values into trees, by path.
///
/// A path is the keys and list positions (from 0) joined by points; a list item with a name goes by its name. A path may
/// start at the name of a part, layer, sensor, workload or material; `thickness`, `width` and `length` of a part are the
/// entries of its size, `x`, `y` and `z` those of its place. What is inside a chamber may be named as if it were the part's
/// own (`chamber.wick.opening`), and a part that gets a `material` is no chamber any more. A value such as `x 0.8` is a
/// factor on what stands there.
final class Changes {

    private static final Map<String, String> SHORT = Map.of(
            "width", "size.0", "length", "size.1", "thickness", "size.2", "x", "at.0", "y", "at.1", "z", "at.2");
    private static final List<String> STARTS =
            List.of("", "parts.", "layers.", "materials.", "workloads.", "sensors.", "cutouts.");

    private static final Pattern FACTOR = Pattern.compile("[x×] *(\\d{1,6}(?:\\.\\d{0,12})?)");
    private static final Pattern AMOUNT = Pattern.compile("(-?\\d{1,12}(?:\\.\\d{0,12})?(?:[eE][+-]?\\d{1,3})?)( ?.*)");

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
        var place = change.place() == null ? new Place("--set " + Problem.shown(path), 1, 1) : change.place();
        var found = change.place() == null ? "a path that leads nowhere" : "\"" + Problem.shown(path) + "\", a path that leads nowhere";
        problems.add(new Problem(place, "", found, "the path of a value in the file", "chamber.thickness", problems.nearest(path, known)));
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
            return node instanceof Node.Scalar scalar ? scalar(scalar, change, scalar.text()) : null;
        }
        if (!(map.get("value") instanceof Node.Scalar value)) {
            return null;
        }
        if (!change.keepsGrade()) {
            return scalar(map, change, value.text());
        }
        var entries = new LinkedHashMap<>(map.entries());
        entries.remove("range");
        entries.computeIfPresent("value", (_, entry) -> new Node.Entry(entry.key(), new Node.Scalar(entry.value().place(), entry.value().path(), change.text())));
        return new Node.Fields(map.place(), map.path(), entries);
    }

    private Node.Scalar scalar(Node at, Change change, String before) {
        return new Node.Scalar(change.place() == null ? at.place() : change.place(), at.path(), text(at, change, before));
    }

    /// The text a change puts in place of another: its own, or the other times a factor.
    private String text(Node at, Change change, String before) {
        var factor = FACTOR.matcher(change.text());
        if (!factor.matches()) {
            return change.text();
        }
        var amount = AMOUNT.matcher(before.strip());
        if (!amount.matches() || amount.group(2).contains("°C")) {
            var place = change.place() == null ? at.place() : change.place();
            problems.add(new Problem(place, at.path().toString(), "the factor \"" + change.text() + "\" on \"" + Problem.shown(before) + "\"", "a number with a unit that can be multiplied", null, null));
            return before;
        }
        double product = Double.parseDouble(amount.group(1)) * Double.parseDouble(factor.group(1));
        return product + amount.group(2);
    }

    /// What a chamber holds may be named as the part's own; a material takes the chamber's place.
    private @Nullable Node inChamber(Node.Fields map, String path, Change change) {
        var chamber = map.entries().get("chamber");
        if (chamber == null || map.get("name") == null) {
            return null;
        }
        var entries = new LinkedHashMap<>(map.entries());
        if (path.equals("material")) {
            entries.remove("chamber");
            var at = chamber.value();
            var place = change.place() == null ? at.place() : change.place();
            entries.put("material", new Node.Entry(place, new Node.Scalar(place, map.path().to("material"), change.text())));
            return new Node.Fields(map.place(), map.path(), entries);
        }
        var changed = replaced(chamber.value(), path, change);
        if (changed == null) {
            return null;
        }
        entries.put("chamber", new Node.Entry(chamber.key(), changed));
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
        return inChamber(map, path, change);
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
            case Node.Scalar scalar -> {
                known.add(scalar.path().toString());
                known.add(shortForm(scalar.path().toString()));
            }
            case Node.Items list -> list.items().forEach(item -> collect(item, known));
            case Node.Fields map -> map.entries().values().forEach(entry -> collect(entry.value(), known));
        }
    }

    /// The path as a person would write it: without where it starts, sizes by their names.
    static String shortForm(String path) {
        var form = path.replaceFirst("\\.value$", "").replace(".chamber.chamber.", ".chamber.");
        for (var start : STARTS) {
            if (!start.isEmpty() && form.startsWith(start)) {
                form = form.substring(start.length());
            }
        }
        for (var word : SHORT.entrySet()) {
            if (form.endsWith("." + word.getValue())) {
                return form.substring(0, form.length() - word.getValue().length()) + word.getKey();
            }
        }
        return form;
    }
}

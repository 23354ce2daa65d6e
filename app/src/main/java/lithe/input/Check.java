// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lithe.units.Grade;
import lithe.units.Kind;
import lithe.units.Quantity;
import lithe.units.UnitException;
import lithe.units.Units;
import org.jspecify.annotations.Nullable;

/// Compares a tree with the shape it should have, collects what differs, and reads every quantity on the way.
final class Check {

    private static final List<String> QUANTITY_KEYS = List.of("value", "grade", "source", "range", "note");
    private static final List<String> GRADES =
            Arrays.stream(Grade.values()).map(Grade::word).toList();
    private static final Set<String> HIDDEN_YES = Set.of("yes", "no", "on", "off", "y", "n");

    private final Problems problems;
    private final Amounts amounts;

    Check(Problems problems, Amounts amounts) {
        this.problems = problems;
        this.amounts = amounts;
    }

    /// Grade and source that a map states for all numbers in it.
    private record Trust(@Nullable Grade grade, String source) {
        static final Trust NONE = new Trust(null, "");
    }

    void check(Node node, Shape shape) {
        check(node, shape, Trust.NONE);
    }

    private void check(Node node, Shape shape, Trust trust) {
        switch (shape) {
            case Shape.Amount amount -> amount(node, amount, trust);
            case Shape.Text text -> text(node, text);
            case Shape.Word word -> word(node, word);
            case Shape.ListOf list -> list(node, list, trust);
            case Shape.Tuple tuple -> tuple(node, tuple, trust);
            case Shape.Fields fields -> fields(node, fields, trust);
            case Shape.Named named -> named(node, named, trust);
            case Shape.OneOf oneOf -> oneOf(node, oneOf, trust);
        }
    }

    private void text(Node node, Shape.Text text) {
        if (!(node instanceof Node.Scalar scalar) || scalar.text().isBlank()) {
            wrong(node, text);
        } else if (scalar.text().length() > text.most()) {
            problems.add(node, scalar.text().length() + " characters", "at most " + text.most());
        } else if (text.most() <= DeviceShape.NAME_LENGTH && !scalar.text().equals(scalar.text().strip())
                || scalar.text().chars().anyMatch(c -> c < ' ' && c != '\n')) {
            problems.add(node, node.words(), "text without blanks around it and without control characters");
        }
    }

    private void word(Node node, Shape.Word word) {
        if (!(node instanceof Node.Scalar scalar)) {
            wrong(node, word);
        } else if (!word.choices().contains(scalar.text())) {
            boolean flag = word.choices().contains("true") && HIDDEN_YES.contains(scalar.text().toLowerCase(Locale.ROOT));
            var near = flag ? meant(scalar.text()) : problems.nearest(scalar.text(), word.choices());
            problems.add(node, node.words(), word.words(), null, near);
        }
    }

    private static String meant(String word) {
        return Set.of("yes", "on", "y").contains(word.toLowerCase(Locale.ROOT)) ? "true" : "false";
    }

    private void list(Node node, Shape.ListOf shape, Trust trust) {
        if (!(node instanceof Node.Items list)) {
            wrong(node, shape);
            return;
        }
        if (list.items().size() < shape.least() || list.items().size() > shape.most()) {
            problems.add(node, node.words(), "%d to %d of them".formatted(shape.least(), shape.most()), shape.example(), null);
        }
        list.items().forEach(item -> check(item, shape.item(), trust));
    }

    private void tuple(Node node, Shape.Tuple shape, Trust trust) {
        if (!(node instanceof Node.Items list)
                || list.items().size() < shape.least()
                || list.items().size() > shape.items().size()) {
            wrong(node, shape);
            return;
        }
        for (int i = 0; i < list.items().size(); i++) {
            check(list.items().get(i), shape.items().get(i), trust);
        }
    }

    private void fields(Node node, Shape.Fields shape, Trust outer) {
        if (!(node instanceof Node.Fields map)) {
            wrong(node, shape);
            return;
        }
        var trust = trust(map, shape, outer);
        map.entries().forEach((key, entry) -> {
            var field = shape.fields().stream().filter(f -> f.key().equals(key)).findFirst();
            if (field.isPresent()) {
                check(entry.value(), field.get().shape(), trust);
            } else {
                unknown(key, entry, shape.keys());
            }
        });
        shape.fields().stream()
                .filter(field -> field.required() && !map.entries().containsKey(field.key()))
                .forEach(field -> missing(map, field.key(), field.shape()));
    }

    /// A map may state grade and source once for all numbers in it.
    private Trust trust(Node.Fields map, Shape.Fields shape, Trust outer) {
        if (!shape.keys().contains("grade")) {
            return outer;
        }
        var grade = grade(map.text("grade"));
        var source = map.text("source");
        return new Trust(grade == null ? outer.grade() : grade, source == null ? outer.source() : source);
    }

    private static @Nullable Grade grade(@Nullable String word) {
        return Arrays.stream(Grade.values()).filter(g -> g.word().equals(word)).findFirst().orElse(null);
    }

    private void unknown(String key, Node.Entry entry, List<String> known) {
        problems.add(new Problem(
                entry.key(),
                entry.value().path().toString(),
                "an unknown key",
                "one of " + String.join(", ", known),
                null,
                problems.nearest(key, known)));
    }

    private void missing(Node.Fields map, String key, Shape shape) {
        var path = map.path().to(key).toString();
        problems.add(new Problem(map.place(), path, "nothing", shape.words(), key + ": " + shape.example(), null));
    }

    private void named(Node node, Shape.Named shape, Trust trust) {
        if (!(node instanceof Node.Fields map)) {
            wrong(node, shape);
            return;
        }
        map.entries().forEach((key, entry) -> {
            if (key.isBlank() || key.length() > DeviceShape.NAME_LENGTH || !key.equals(key.strip())) {
                problems.add(new Problem(
                        entry.key(), map.path().toString(), "the key \"" + Problem.shown(key) + "\"", shape.key(), shape.sample(), null));
            }
            check(entry.value(), shape.value(), trust);
        });
        if (map.entries().isEmpty()) {
            problems.add(node, "an empty map", shape.words(), shape.example(), null);
        }
    }

    private void oneOf(Node node, Shape.OneOf shape, Trust trust) {
        var fitting = shape.choices().stream().filter(choice -> takes(choice, node)).findFirst();
        if (fitting.isPresent()) {
            check(node, fitting.get(), trust);
        } else {
            wrong(node, shape);
        }
    }

    /// Whether a shape is about this sort of node; a word only takes its own words.
    private static boolean takes(Shape shape, Node node) {
        return switch (shape) {
            case Shape.Word word -> node instanceof Node.Scalar scalar && word.choices().contains(scalar.text());
            case Shape.Amount _ ->
                node instanceof Node.Scalar || node instanceof Node.Fields map && map.entries().containsKey("value");
            case Shape.Text _ -> node instanceof Node.Scalar;
            case Shape.ListOf _, Shape.Tuple _ -> node instanceof Node.Items;
            case Shape.Fields _, Shape.Named _ -> node instanceof Node.Fields;
            case Shape.OneOf oneOf -> oneOf.choices().stream().anyMatch(choice -> takes(choice, node));
        };
    }

    private void amount(Node node, Shape.Amount shape, Trust trust) {
        switch (node) {
            case Node.Scalar scalar -> {
                var reading = reading(scalar, shape);
                if (reading != null) {
                    put(node, shape.kind(), reading, scalar.text(), trust, null, trust.grade() != null);
                }
            }
            case Node.Fields map -> graded(map, shape, trust);
            case Node.Items _ -> wrong(node, shape);
        }
    }

    private void graded(Node.Fields map, Shape.Amount shape, Trust outer) {
        map.entries().forEach((key, entry) -> {
            if (!QUANTITY_KEYS.contains(key)) {
                unknown(key, entry, QUANTITY_KEYS);
            }
        });
        optional(map.get("grade"), new Shape.Word(GRADES));
        optional(map.get("source"), DeviceShape.SOURCE);
        optional(map.get("note"), DeviceShape.NOTE);
        var value = map.get("value");
        var reading = value == null ? null : reading(value, shape);
        var range = range(map.get("range"), shape);
        if (value == null) {
            missing(map, "value", shape);
        }
        var own = grade(map.text("grade"));
        var source = map.text("source");
        var trust = new Trust(own == null ? outer.grade() : own, source == null ? outer.source() : source);
        if (reading != null) {
            put(map, shape.kind(), reading, String.valueOf(map.text("value")), trust, range, trust.grade() != null || range != null);
        }
    }

    private void optional(@Nullable Node node, Shape shape) {
        if (node != null) {
            check(node, shape);
        }
    }

    private void put(
            Node node,
            Kind kind,
            Units.Reading reading,
            String text,
            Trust trust,
            Quantity.@Nullable Range range,
            boolean graded) {
        if (range != null && (reading.si() < range.low() || reading.si() > range.high())) {
            var low = Units.show(range.low(), reading.unit(), kind, 6);
            var high = Units.show(range.high(), reading.unit(), kind, 6);
            problems.add(node, "\"" + text + "\"", "a value in its own range, " + low + " to " + high);
            return;
        }
        var grade = trust.grade() == null ? Grade.ESTIMATE : trust.grade();
        amounts.put(node, new Quantity(reading.si(), kind, reading.unit(), grade, trust.source(), range), text, graded);
    }

    private Quantity.@Nullable Range range(@Nullable Node node, Shape.Amount shape) {
        if (node == null) {
            return null;
        }
        if (!(node instanceof Node.Items list) || list.items().size() != 2) {
            problems.add(node, node.words(), "a list of low and high", "[" + shape.example() + ", " + shape.example() + "]", null);
            return null;
        }
        List<Units.Reading> ends = new ArrayList<>();
        for (var item : list.items()) {
            var reading = reading(item, shape);
            if (reading != null) {
                ends.add(reading);
            }
        }
        if (ends.size() < 2) {
            return null;
        }
        if (ends.get(0).si() > ends.get(1).si()) {
            problems.add(node, "a range that falls", "the low end first");
            return null;
        }
        return new Quantity.Range(ends.get(0).si(), ends.get(1).si());
    }

    private Units.@Nullable Reading reading(Node node, Shape.Amount shape) {
        if (!(node instanceof Node.Scalar scalar)) {
            wrong(node, shape);
            return null;
        }
        try {
            var reading = Units.read(scalar.text(), shape.kind());
            if (reading.si() < shape.low() || reading.si() > shape.high()) {
                problems.add(node, node.words(), shape.words(), shape.example(), null);
                return null;
            }
            return reading;
        } catch (UnitException e) {
            var found = scalar.text().isEmpty() ? "nothing" : node.words() + " (" + e.getMessage() + ")";
            problems.add(node, found, shape.words(), shape.example(), e.nearest());
            return null;
        }
    }

    private void wrong(Node node, Shape shape) {
        problems.add(node, node.words(), shape.words(), shape.example(), null);
    }
}

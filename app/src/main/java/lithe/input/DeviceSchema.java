// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lithe.units.Grade;
import lithe.units.Kind;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schemas of device and claims files, written from the shapes the readers themselves follow.
///
/// The published copies are the resources `device.schema.json` and `claims.schema.json`; tests keep them equal. An editor offers keys,
/// explains them and marks wrong ones; ranges and what the parts must do together only the reader knows.
public final class DeviceSchema {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /// A number without leading zeros and a unit behind it.
    private static final String NUMBER = "^\\s*[+\\-\u2212]?(0|[1-9][0-9]*|(?=\\.))(\\.[0-9]*)?([eE][+\\-]?[0-9]+)?";

    private final Map<Kind, ObjectNode> quantities = new EnumMap<>(Kind.class);

    private DeviceSchema() {}

    /// Returns the schema, draft 2020-12.
    ///
    /// @return the text of the published file
    public static String json() {
        return json(DeviceShape.DEVICE, "Lithe device file", "A phone, its materials and what it does. Every quantity carries a unit.");
    }

    /// Returns the schema of claims files.
    ///
    /// @return the text of the published file
    public static String claims() {
        return json(ClaimsShape.CLAIMS, "Lithe claims file", "What is said about a phone, as experiments with bands that are declared beforehand.");
    }

    private static String json(Shape shape, String title, String about) {
        var schema = new DeviceSchema();
        var root = schema.write(shape);
        var whole = JSON.createObjectNode();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.setAll(root);
        whole.put("title", title);
        whole.put("description", about);
        var definitions = whole.putObject("$defs");
        schema.quantities.forEach((kind, node) -> definitions.set(key(kind), node));
        return whole.toPrettyString() + "\n";
    }

    private static String key(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private ObjectNode write(Shape shape) {
        return switch (shape) {
            case Shape.Amount amount -> amount(amount);
            case Shape.Text text -> text(text);
            case Shape.Word word -> word(word);
            case Shape.ListOf list -> list(list);
            case Shape.Tuple tuple -> tuple(tuple);
            case Shape.Fields fields -> fields(fields);
            case Shape.Named named -> named(named);
            case Shape.OneOf oneOf -> oneOf(oneOf.choices());
        };
    }

    private ObjectNode amount(Shape.Amount amount) {
        quantities.computeIfAbsent(amount.kind(), DeviceSchema::quantity);
        return JSON.createObjectNode().put("$ref", "#/$defs/" + key(amount.kind()));
    }

    private static ObjectNode quantity(Kind kind) {
        var node = JSON.createObjectNode().put("title", kind.words());
        var both = node.putArray("anyOf");
        both.add(written(kind));
        var map = both.addObject().put("type", "object");
        var properties = map.putObject("properties");
        properties.set("value", written(kind));
        properties.set("grade", grades());
        properties.putObject("source").put("type", "string").put("description", "Where the value was read.");
        var range = properties.putObject("range").put("type", "array").put("description", "Its 10 and 90 % values.");
        range.put("minItems", 2).put("maxItems", 2).set("items", written(kind));
        properties.putObject("note").put("type", "string");
        map.putArray("required").add("value");
        map.put("additionalProperties", false);
        return node;
    }

    private static ObjectNode grades() {
        var node = JSON.createObjectNode().put("description", "How far the value can be trusted.");
        var words = node.putArray("enum");
        for (var grade : Grade.values()) {
            words.add(grade.word());
        }
        return node;
    }

    private static ObjectNode written(Kind kind) {
        var node = JSON.createObjectNode();
        if (kind == Kind.NUMBER) {
            node.putArray("type").add("string").add("number");
            node.put("pattern", NUMBER + "\\s*%?\\s*$");
        } else {
            node.put("type", "string").put("pattern", NUMBER + "\\s*[^\\s0-9.,:_].*$|" + NUMBER + "\\s+1/.*$");
        }
        node.putArray("examples").add(kind.example());
        return node;
    }

    private static ObjectNode text(Shape.Text text) {
        var node = JSON.createObjectNode().put("type", "string").put("title", text.what());
        node.put("minLength", 1).put("maxLength", text.most());
        node.putArray("examples").add(text.sample());
        return node;
    }

    /// A word that editors may take for a number or a truth value is allowed as such.
    private static ObjectNode word(Shape.Word word) {
        var node = JSON.createObjectNode();
        var values = node.putArray("enum");
        for (var choice : word.choices()) {
            if (choice.equals("true") || choice.equals("false")) {
                values.add(choice.equals("true"));
            } else if (choice.matches("[0-9]+")) {
                values.add(Integer.parseInt(choice));
            }
            values.add(choice);
        }
        return node;
    }

    private ObjectNode list(Shape.ListOf list) {
        var node = JSON.createObjectNode().put("type", "array");
        node.put("minItems", list.least()).put("maxItems", list.most()).set("items", write(list.item()));
        return node;
    }

    private ObjectNode tuple(Shape.Tuple tuple) {
        var node = JSON.createObjectNode().put("type", "array");
        var items = node.putArray("prefixItems");
        tuple.items().forEach(item -> items.add(write(item)));
        node.put("minItems", tuple.least()).put("maxItems", tuple.items().size());
        node.put("items", false);
        return node;
    }

    private ObjectNode fields(Shape.Fields fields) {
        var node = JSON.createObjectNode().put("type", "object").put("title", fields.what());
        var properties = node.putObject("properties");
        for (var field : fields.fields()) {
            properties.set(field.key(), write(field.shape()).put("description", field.about()));
        }
        var required = fields.fields().stream().filter(Shape.Field::required).toList();
        if (!required.isEmpty()) {
            var keys = node.putArray("required");
            required.forEach(field -> keys.add(field.key()));
        }
        node.put("additionalProperties", false);
        return node;
    }

    private ObjectNode named(Shape.Named named) {
        var node = JSON.createObjectNode().put("type", "object").put("title", named.what()).put("minProperties", 1);
        node.set("additionalProperties", write(named.value()));
        return node;
    }

    private ObjectNode oneOf(List<Shape> choices) {
        var node = JSON.createObjectNode();
        var any = node.putArray("anyOf");
        choices.forEach(choice -> any.add(write(choice)));
        return node;
    }
}

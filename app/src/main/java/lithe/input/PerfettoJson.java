// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import lithe.input.Rails.Unreadable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import org.jspecify.annotations.Nullable;

/// Reads the counters of a trace in the JSON trace event format: events with the phase `C`, their time in µs, and one or
/// more numbers under `args`. All other events are stepped over.
final class PerfettoJson {

    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private final JsonParser parser;
    private final Rails rails = new Rails();

    private PerfettoJson(JsonParser parser) {
        this.parser = parser;
    }

    static Rails read(String text) throws Unreadable {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new PerfettoJson(parser).document();
        } catch (JacksonException e) {
            var at = e.getLocation();
            var where = at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
            throw new Unreadable("text that is no JSON" + where + ": " + Problem.shown(String.valueOf(e.getOriginalMessage())), "a JSON trace");
        }
    }

    private Rails document() throws Unreadable {
        var first = parser.nextToken();
        if (first == JsonToken.START_ARRAY) {
            events();
        } else if (first == JsonToken.START_OBJECT) {
            boolean found = false;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var key = parser.currentName();
                if (parser.nextToken() == JsonToken.START_ARRAY && key.equals("traceEvents")) {
                    events();
                    found = true;
                } else {
                    parser.skipChildren();
                }
            }
            if (!found) {
                throw new Unreadable("an object without traceEvents", "a JSON trace: {\"traceEvents\": […]}");
            }
        } else {
            throw new Unreadable("neither a list nor an object", "a JSON trace: {\"traceEvents\": […]}");
        }
        return rails;
    }

    private void events() throws Unreadable {
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                event();
            } else if (token == null) {
                return;
            } else {
                parser.skipChildren();
            }
        }
    }

    private void event() throws Unreadable {
        String name = null, phase = null;
        double time = Double.NaN, value = Double.NaN;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var key = parser.currentName();
            var token = parser.nextToken();
            switch (key) {
                case "name" -> name = text(token);
                case "ph" -> phase = text(token);
                case "ts" -> time = number(token);
                case "args" -> value = token == JsonToken.START_OBJECT ? first() : Double.NaN;
                default -> parser.skipChildren();
            }
        }
        if ("C".equals(phase) && name != null && !Double.isNaN(value)) {
            rails.add(name, time * 1e-6, value);
        }
    }

    /// The first number in an object; the others are stepped over.
    private double first() {
        double first = Double.NaN;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            double value = number(parser.nextToken());
            first = Double.isNaN(first) ? value : first;
        }
        return first;
    }

    private @Nullable String text(@Nullable JsonToken token) {
        if (token == JsonToken.VALUE_STRING) {
            return parser.getString();
        }
        parser.skipChildren();
        return null;
    }

    private double number(@Nullable JsonToken token) {
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            return parser.getDoubleValue();
        }
        parser.skipChildren();
        return Double.NaN;
    }
}

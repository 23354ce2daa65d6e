// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.Arrays;
import java.util.List;
import lithe.units.Kind;
import lithe.units.Units;

/// What may stand at a place in a file. Reader and published schema both follow it, so they cannot part.
sealed interface Shape {

    /// What is expected there, in words that follow "expected".
    String words();

    /// A well-formed value as it is written in a file.
    String example();

    /// A quantity: number and unit, or a map of value, grade, source and range.
    ///
    /// @param kind what it is about
    /// @param low least value, SI
    /// @param high greatest value, SI
    /// @param span both as a person writes them
    record Amount(Kind kind, double low, double high, String span) implements Shape {

        static Amount of(Kind kind, String low, String high) {
            return new Amount(kind, Units.read(low, kind).si(), Units.read(high, kind).si(), low + " to " + high);
        }

        @Override
        public String words() {
            return kind.words() + " from " + span;
        }

        @Override
        public String example() {
            return kind == Kind.NUMBER ? kind.example() : "\"" + kind.example() + "\"";
        }
    }

    /// Free text.
    ///
    /// @param what what it says, with its article
    /// @param sample an example
    /// @param most most characters
    record Text(String what, String sample, int most) implements Shape {
        @Override
        public String words() {
            return what;
        }

        @Override
        public String example() {
            return sample;
        }
    }

    /// One of some words.
    ///
    /// @param words the words
    record Word(List<String> choices) implements Shape {

        static Word of(String... words) {
            return new Word(List.of(words));
        }

        @Override
        public String words() {
            return choices.size() == 1 ? "\"" + choices.get(0) + "\"" : "one of " + String.join(", ", choices);
        }

        @Override
        public String example() {
            return choices.get(0);
        }
    }

    /// A list of like things.
    ///
    /// @param item what stands in it
    /// @param least fewest items
    /// @param most most items
    record ListOf(Shape item, int least, int most) implements Shape {
        @Override
        public String words() {
            return "a list, each " + item.words();
        }

        @Override
        public String example() {
            return "[" + item.example() + "]";
        }
    }

    /// A short list in which every position has its meaning.
    ///
    /// @param items what stands at each position
    /// @param least fewest items
    record Tuple(List<Shape> items, int least) implements Shape {

        static Tuple of(Shape... items) {
            return new Tuple(List.of(items), items.length);
        }

        @Override
        public String words() {
            var number = least == items.size() ? Integer.toString(least) : least + " or " + items.size();
            return "a list of " + number + " values";
        }

        @Override
        public String example() {
            return items.stream().limit(least).map(Shape::example).toList().toString();
        }
    }

    /// A map with known keys.
    ///
    /// @param what what it describes, with its article
    /// @param fields the keys
    record Fields(String what, List<Field> fields) implements Shape {

        static Fields of(String what, Field... fields) {
            return new Fields(what, Arrays.asList(fields));
        }

        List<String> keys() {
            return fields.stream().map(Field::key).toList();
        }

        @Override
        public String words() {
            return what + ", a map";
        }

        @Override
        public String example() {
            var some = fields.stream().filter(Field::required).map(f -> f.key() + ": " + f.shape().example()).toList();
            var first = fields.get(0);
            return "{" + (some.isEmpty() ? first.key() + ": " + first.shape().example() : String.join(", ", some)) + "}";
        }
    }

    /// A map whose keys are names of the user's own.
    ///
    /// @param what what it describes, with its article
    /// @param key what a key is, with its article
    /// @param sample an example of a key
    /// @param value what stands behind each
    record Named(String what, String key, String sample, Shape value) implements Shape {
        @Override
        public String words() {
            return what + ", a map";
        }

        @Override
        public String example() {
            return "{" + sample + ": " + value.example() + "}";
        }
    }

    /// One of several shapes; the first that takes the kind of node found is used.
    ///
    /// @param choices in order of preference
    record OneOf(List<Shape> choices) implements Shape {

        static OneOf of(Shape... choices) {
            return new OneOf(List.of(choices));
        }

        @Override
        public String words() {
            return String.join(", or ", choices.stream().map(Shape::words).toList());
        }

        @Override
        public String example() {
            return choices.get(0).example();
        }
    }

    /// A key of a map.
    ///
    /// @param key its name
    /// @param shape what stands behind it
    /// @param required whether it must be there
    /// @param about one sentence for the editor
    record Field(String key, Shape shape, boolean required, String about) {

        static Field must(String key, Shape shape, String about) {
            return new Field(key, shape, true, about);
        }

        static Field may(String key, Shape shape, String about) {
            return new Field(key, shape, false, about);
        }
    }
}

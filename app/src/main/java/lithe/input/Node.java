// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A value in a file that knows where it stands. Every scalar is the text that was written, never a number or a boolean:
/// what it means is decided where a quantity of a kind is expected.
sealed interface Node {

    Place place();

    Path path();

    /// A few words for "found …".
    String words();

    /// A scalar.
    record Scalar(Place place, Path path, String text) implements Node {
        @Override
        public String words() {
            return text.isEmpty() ? "nothing" : "\"" + Problem.shown(text) + "\"";
        }
    }

    /// A list.
    record Items(Place place, Path path, List<Node> items) implements Node {
        @Override
        public String words() {
            return items.size() == 1 ? "a list of 1 value" : "a list of " + items.size() + " values";
        }
    }

    /// A map, in the order of the file.
    record Fields(Place place, Path path, Map<String, Entry> entries) implements Node {
        @Override
        public String words() {
            return "a map";
        }

        @Nullable Node get(String key) {
            var entry = entries.get(key);
            return entry == null ? null : entry.value();
        }

        @Nullable String text(String key) {
            return get(key) instanceof Scalar scalar ? scalar.text() : null;
        }
    }

    /// A key with its value.
    record Entry(Place key, Node value) {}
}

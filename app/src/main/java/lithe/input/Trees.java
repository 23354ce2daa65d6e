// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Steps through a tree that may be broken anywhere.
final class Trees {

    private Trees() {}

    /// Returns the maps in a list; empty when the node is no list.
    static List<Node.Fields> maps(@Nullable Node node) {
        return items(node).stream()
                .filter(Node.Fields.class::isInstance)
                .map(Node.Fields.class::cast)
                .toList();
    }

    static List<Node> items(@Nullable Node node) {
        return node instanceof Node.Items list ? list.items() : List.of();
    }

    /// Returns the item at a position, or null.
    static @Nullable Node item(@Nullable Node node, int i) {
        var items = items(node);
        return i < items.size() ? items.get(i) : null;
    }

    static java.util.Map<String, Node.Entry> entries(@Nullable Node node) {
        return node instanceof Node.Fields map ? map.entries() : java.util.Map.of();
    }

    /// Returns the value behind a key, or the map itself when there is none: a place to point at.
    static Node at(Node.Fields map, String key) {
        var node = map.get(key);
        return node == null ? map : node;
    }

    static boolean isTrue(Node.Fields map, String key) {
        return "true".equals(map.text(key));
    }
}

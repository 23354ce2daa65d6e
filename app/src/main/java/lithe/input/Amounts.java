// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import lithe.units.Quantity;
import org.jspecify.annotations.Nullable;

/// The quantities of a file by the node they stand at, in the order of the file.
final class Amounts {

    private final Map<Node, Quantity> byNode = new IdentityHashMap<>();
    private final List<Input> inputs = new ArrayList<>();
    private final Map<Input, Node> nodes = new IdentityHashMap<>();

    void put(Node node, Quantity quantity, String text, boolean graded) {
        byNode.put(node, quantity);
        var input = new Input(node.path().toString(), text, quantity, node.place(), graded);
        inputs.add(input);
        nodes.put(input, node);
    }

    /// Returns the node an input was read from.
    @Nullable Node node(Input input) {
        return nodes.get(input);
    }

    /// Returns the quantity at a node, or null when there is none or it could not be read.
    @Nullable Quantity at(@Nullable Node node) {
        return node == null ? null : byNode.get(node);
    }

    /// Returns the SI value at a node, or the fallback.
    double si(@Nullable Node node, double fallback) {
        var quantity = at(node);
        return quantity == null ? fallback : quantity.si();
    }

    List<Input> inputs() {
        return inputs;
    }
}

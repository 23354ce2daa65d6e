// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lithe.device.Body;
import lithe.device.Layer;
import lithe.units.Kind;
import lithe.units.Units;
import org.jspecify.annotations.Nullable;

/// The layers of a device file, from front to back, as far as they can be read.
final class Stack {

    /// How far the layers may miss the thickness of the body, m; a thousandth of a display layer.
    private static final double TOLERANCE = 1e-6;

    /// A layer and its place.
    ///
    /// @param name its name
    /// @param z0 its front, m
    /// @param z1 its back, m; not a number when a layer before or itself cannot be read
    record Slab(String name, double z0, double z1) {}

    private final Map<String, Slab> slabs = new LinkedHashMap<>();
    private final List<Layer> layers = new ArrayList<>();
    private final Problems problems;

    private Stack(Problems problems) {
        this.problems = problems;
    }

    static Stack read(@Nullable Node node, @Nullable Body body, Library library, Amounts amounts, Problems problems) {
        var stack = new Stack(problems);
        var maps = Trees.maps(node);
        double thickness = body == null ? Double.NaN : body.thickness();
        double rest = stack.rest(maps, thickness, amounts);
        double z = 0;
        for (var map : maps) {
            boolean takesRest = "rest".equals(map.text("thickness"));
            double dz = takesRest ? rest : amounts.si(map.get("thickness"), Double.NaN);
            var material = library.named(map.get("material"));
            var name = map.text("name");
            if (name != null && stack.slabs.putIfAbsent(name, new Slab(name, z, z + dz)) != null) {
                problems.add(Trees.at(map, "name"), "\"" + Problem.shown(name) + "\" a second time", "a name of its own");
            }
            if (name != null && material != null && dz > 0) {
                stack.layers.add(new Layer(name, material, dz));
            }
            z += dz;
        }
        if (node != null && Math.abs(z - thickness) > TOLERANCE) {
            problems.add(node, "layers that add up to " + mm(z), "the thickness of the body, " + mm(thickness));
        }
        return stack;
    }

    private double rest(List<Node.Fields> maps, double thickness, Amounts amounts) {
        var takers = maps.stream().filter(map -> "rest".equals(map.text("thickness"))).toList();
        if (takers.isEmpty()) {
            return 0;
        }
        if (takers.size() > 1) {
            problems.add(Trees.at(takers.get(1), "thickness"), "\"rest\" a second time", "one layer that takes what is left");
            return Double.NaN;
        }
        double others = maps.stream()
                .filter(map -> map != takers.get(0))
                .mapToDouble(map -> amounts.si(map.get("thickness"), Double.NaN))
                .sum();
        if (others >= thickness) {
            problems.add(
                    Trees.at(takers.get(0), "thickness"),
                    "nothing left: the other layers add up to " + mm(others),
                    "less than the thickness of the body, " + mm(thickness));
            return Double.NaN;
        }
        return thickness - others;
    }

    static String mm(double length) {
        return Units.show(length, "mm", Kind.LENGTH, 6);
    }

    /// Returns the layer a scalar names, or null after telling that there is none.
    @Nullable Slab named(@Nullable Node node) {
        if (!(node instanceof Node.Scalar scalar) || scalar.text().isBlank()) {
            return null;
        }
        var slab = slabs.get(scalar.text());
        if (slab == null) {
            problems.add(node, node.words(), "a layer", null, problems.nearest(scalar.text(), slabs.keySet()));
        }
        return slab;
    }

    @Nullable Slab find(String name) {
        return slabs.get(name);
    }

    List<String> names() {
        return List.copyOf(slabs.keySet());
    }

    List<Layer> layers() {
        return layers;
    }
}

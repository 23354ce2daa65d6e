// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.ArrayList;
import java.util.List;
import lithe.geometry.Box;
import lithe.geometry.Polygon;
import lithe.input.PartReader.Placed;
import org.jspecify.annotations.Nullable;

/// Reads a flat part whose plan is a polygon, as boxes of the same area.
final class OutlineReader {

    /// Height and width of the steps a slanted edge is made of, m: a mesh of a phone is about as fine.
    private static final double STEP = 1e-3;
    /// An outline below this is an oversight, m².
    private static final double LEAST_AREA = 1e-9;

    private static final String EXAMPLE = "outline: [[10 mm, 20 mm], [50 mm, 20 mm], [50 mm, 80 mm], [20 mm, 80 mm]]";

    private final Amounts amounts;
    private final Problems problems;

    OutlineReader(Amounts amounts, Problems problems) {
        this.amounts = amounts;
        this.problems = problems;
    }

    /// Returns the boxes of a part; none when anything is wrong, which is then told.
    ///
    /// @param span the layers it stands in, or null when it counts from the front of the phone
    List<Placed> read(Node.Fields map, Stack.@Nullable Slab span) {
        var node = Trees.at(map, "outline");
        for (String key : List.of("at", "size", "boxes")) {
            if (map.get(key) != null) {
                problems.add(Trees.at(map, key), key + " beside an outline", "one of them", EXAMPLE, null);
                return List.of();
            }
        }
        double depth = map.get("depth") == null ? 0 : amounts.si(map.get("depth"), Double.NaN);
        double height = span == null ? Double.NaN : span.z1() - span.z0();
        double thickness = map.get("thickness") == null ? height - depth : amounts.si(map.get("thickness"), Double.NaN);
        if (span == null && map.get("thickness") == null) {
            problems.add(map, "an outline with neither layer nor thickness", "layer: a name, or thickness", "thickness: 0.3 mm", null);
            return List.of();
        }
        if (thickness <= Box.ROUNDING) {
            problems.add(Trees.at(map, "depth"), "no thickness left below this depth", "a depth inside the layer");
            return List.of();
        }
        if (span != null && thickness > height - depth + Box.ROUNDING) {
            problems.add(
                    Trees.at(map, "thickness"), "%s below %s of depth".formatted(Stack.mm(thickness), Stack.mm(depth)),
                    "at most %s, the thickness of %s".formatted(Stack.mm(height), span.name()));
            return List.of();
        }
        var plan = polygon(node);
        double front = (span == null ? 0 : span.z0()) + depth;
        return plan == null || !Double.isFinite(front + thickness) ? List.of() : boxes(plan, front, thickness, node);
    }

    private static List<Placed> boxes(Polygon plan, double front, double thickness, Node node) {
        List<Placed> boxes = new ArrayList<>();
        for (var r : plan.steps(STEP)) {
            boxes.add(new Placed(new Box(r.x(), r.right(), r.y(), r.bottom(), front, front + thickness), node));
        }
        return boxes;
    }

    private @Nullable Polygon polygon(Node node) {
        var corners = Trees.items(node);
        double[] x = new double[corners.size()], y = new double[corners.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = amounts.si(Trees.item(corners.get(i), 0), Double.NaN);
            y[i] = amounts.si(Trees.item(corners.get(i), 1), Double.NaN);
            if (!Double.isFinite(x[i] + y[i])) {
                return null; // told already
            }
        }
        if (x.length < 3) {
            return null; // told by the shape
        }
        var polygon = new Polygon(x, y);
        var crossing = polygon.crossing();
        if (crossing.isPresent() && x.length > 3) {
            int i = crossing.get()[0], j = crossing.get()[1];
            problems.add(
                    corners.get(j),
                    "an outline that crosses itself: its edge from corner %d meets that from corner %d".formatted(j + 1, i + 1),
                    "corners in order around the part", EXAMPLE, null);
            return null;
        }
        if (polygon.area() < LEAST_AREA) {
            problems.add(node, "an outline that encloses %.2g mm²".formatted(1e6 * polygon.area()), "three corners that are not in a line", EXAMPLE, null);
            return null;
        }
        return polygon;
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lithe.device.Body;
import lithe.device.Cutout;
import lithe.device.Sensor;
import org.jspecify.annotations.Nullable;

/// Reads the sensors and tells which sense nothing.
final class SensorReader {

    private final Set<String> parts;
    private final @Nullable Body body;
    private final Collection<Cutout> cutouts;
    private final Amounts amounts;
    private final Problems problems;
    private final Map<String, Node.Fields> byName = new LinkedHashMap<>();

    SensorReader(Set<String> parts, @Nullable Body body, Collection<Cutout> cutouts, Amounts amounts, Problems problems) {
        this.parts = parts;
        this.body = body;
        this.cutouts = cutouts;
        this.amounts = amounts;
        this.problems = problems;
    }

    List<Sensor> read(@Nullable Node node) {
        for (var map : Trees.maps(node)) {
            var name = map.text("name");
            if (name != null && byName.putIfAbsent(name, map) != null) {
                problems.add(Trees.at(map, "name"), "\"" + Problem.shown(name) + "\" a second time", "a name of its own");
            }
        }
        List<Sensor> sensors = new ArrayList<>();
        for (var map : Trees.maps(node)) {
            var sensor = sensor(map);
            if (sensor != null) {
                sensors.add(sensor);
            }
        }
        byName.forEach((name, map) -> checkNoCircle(name, map));
        return sensors;
    }

    private @Nullable Sensor sensor(Node.Fields map) {
        var name = String.valueOf(map.text("name"));
        var at = map.get("at");
        var part = map.get("part");
        var weights = map.get("weights");
        if ((at == null ? 0 : 1) + (part == null ? 0 : 1) + (weights == null ? 0 : 1) != 1) {
            problems.add(map, "not exactly one of at, part and weights", "one of them", "part: battery", null);
            return null;
        }
        if (map.get("offset") != null && weights == null) {
            problems.add(Trees.at(map, "offset"), "an offset without weights", "weights beside it");
        }
        return at != null ? probe(name, at) : part != null ? mean(name, part) : virtual(name, map, weights);
    }

    private @Nullable Sensor probe(String name, Node at) {
        double x = amounts.si(Trees.item(at, 0), Double.NaN);
        double y = amounts.si(Trees.item(at, 1), Double.NaN);
        double z = amounts.si(Trees.item(at, 2), Double.NaN);
        if (body == null || Double.isNaN(x + y + z)) {
            return null;
        }
        boolean inHole = cutouts.stream().anyMatch(c -> x > c.x0() && x < c.x1() && y > c.y0() && y < c.y1());
        if (inHole || z > body.thickness() || !body.covers(x, y)) {
            problems.add(
                    at,
                    inHole ? "a point in a cut-out" : "a point outside the body",
                    "a point in the phone, at most [%s, %s, %s]".formatted(
                            Stack.mm(body.width()), Stack.mm(body.length()), Stack.mm(body.thickness())));
            return null;
        }
        return new Sensor.Probe(name, x, y, z);
    }

    private @Nullable Sensor mean(String name, Node part) {
        if (!(part instanceof Node.Scalar scalar) || scalar.text().isBlank()) {
            return null;
        }
        if (!parts.contains(scalar.text())) {
            problems.add(part, part.words(), "a part", null, problems.nearest(scalar.text(), parts));
            return null;
        }
        return new Sensor.PartMean(name, scalar.text());
    }

    private Sensor virtual(String name, Node.Fields map, @Nullable Node weights) {
        Map<String, Double> values = new LinkedHashMap<>();
        Trees.entries(weights).forEach((key, entry) -> {
            if (byName.containsKey(key)) {
                values.put(key, amounts.si(entry.value(), 0));
            } else {
                problems.add(new Problem(
                        entry.key(), entry.value().path().toString(), "\"" + Problem.shown(key) + "\"", "a sensor", null,
                        problems.nearest(key, byName.keySet())));
            }
        });
        return new Sensor.Virtual(name, values, amounts.si(map.get("offset"), 0));
    }

    private void checkNoCircle(String name, Node.Fields map) {
        if (reaches(name, map, new HashSet<>())) {
            problems.add(Trees.at(map, "weights"), "a sensor that depends on itself", "sensors that do not depend on it");
        }
    }

    private boolean reaches(String target, Node.Fields map, Set<String> seen) {
        for (var key : Trees.entries(map.get("weights")).keySet()) {
            var next = byName.get(key);
            if (key.equals(target) || next != null && seen.add(key) && reaches(target, next, seen)) {
                return true;
            }
        }
        return false;
    }
}

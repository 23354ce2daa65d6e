// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lithe.device.Body;
import lithe.device.Boundary;
import lithe.device.Exchange;
import lithe.device.Face;
import lithe.device.Patch;
import lithe.device.Posture;
import lithe.device.Throttling;
import lithe.device.Trace;
import lithe.device.Workload;
import org.jspecify.annotations.Nullable;

/// Reads what the phone does, and tells what cannot be done.
final class WorkloadReader {

    /// Air pressure when none is given, Pa: the standard atmosphere.
    private static final double ATMOSPHERE = 101_325;

    private final Set<String> sources;
    private final Set<String> empty;
    private final boolean charger;
    private final boolean governor;
    private final @Nullable Throttling throttling;
    private final @Nullable Body body;
    private final Beside beside;
    private final Amounts amounts;
    private final Problems problems;
    private final Map<String, Node.Fields> byName = new LinkedHashMap<>();
    private List<String> notes = List.of();

    /// Prepares the reader.
    ///
    /// @param sources names that may release heat
    /// @param empty those of them that have no volume left
    /// @param charger whether the file describes how the phone is charged
    /// @param governor whether the file describes a governor
    /// @param throttling what it describes, or null when there is none or it is wrong
    WorkloadReader(
            Set<String> sources,
            Set<String> empty,
            boolean charger,
            boolean governor,
            @Nullable Throttling throttling,
            @Nullable Body body,
            Beside beside,
            Amounts amounts,
            Problems problems) {
        this.sources = sources;
        this.empty = empty;
        this.charger = charger;
        this.governor = governor;
        this.throttling = throttling;
        this.body = body;
        this.beside = beside;
        this.amounts = amounts;
        this.problems = problems;
    }

    List<Workload> read(@Nullable Node node) {
        for (var map : Trees.maps(node)) {
            var name = map.text("name");
            if (name != null && !name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._+-]*+")) {
                problems.add(Trees.at(map, "name"), Trees.at(map, "name").words(), "letters, digits, '-', '_', '+' and '.'", "game-60fps", null);
            } else if (name != null && byName.putIfAbsent(name, map) != null) {
                problems.add(Trees.at(map, "name"), "\"" + Problem.shown(name) + "\" a second time", "a name of its own");
            }
        }
        List<Workload> workloads = new ArrayList<>();
        for (var map : Trees.maps(node)) {
            var workload = workload(map);
            if (workload != null) {
                workloads.add(workload);
            }
        }
        return workloads;
    }

    private @Nullable Workload workload(Node.Fields map) {
        notes = List.of();
        var boundary = boundary(map);
        var power = power(map);
        double duration = duration(map);
        var after = after(map);
        double ambient = amounts.si(map.get("ambient"), Double.NaN);
        var name = map.text("name");
        if (boundary == null || power == null || name == null || Double.isNaN(duration + ambient)) {
            return null;
        }
        double pressure = amounts.si(map.get("pressure"), ATMOSPHERE);
        double start = amounts.si(map.get("start"), ambient);
        double frameRate = amounts.si(map.get("frame-rate"), Double.NaN);
        return new Workload(
                name, ambient, pressure, duration, boundary, power, start, after, chargeFrom(map), governed(map), frameRate, notes);
    }

    private @Nullable Throttling governed(Node.Fields map) {
        var node = map.get("governed");
        if (node == null || !Trees.isTrue(map, "governed")) {
            if (map.get("frame-rate") != null) {
                problems.add(Trees.at(map, "frame-rate"), "a frame rate without a governor that could lose frames", "governed: true beside it");
            }
            return null;
        }
        if (!governor) {
            problems.add(node, "a governed workload without a governor", "a section governor in this file");
        }
        if (Trees.isTrue(map, "steady")) {
            problems.add(node, "a governor in a steady state", "a duration instead of steady: true");
        }
        return throttling;
    }

    private double chargeFrom(Node.Fields map) {
        var node = map.get("charge-from");
        if (node != null && !charger) {
            problems.add(node, "a charge without a charger", "a section charging in this file");
        }
        if (node != null && Trees.isTrue(map, "steady")) {
            problems.add(node, "a charge in a steady state", "a duration instead of steady: true");
        }
        return amounts.si(node, Double.NaN);
    }

    private double duration(Node.Fields map) {
        boolean steady = Trees.isTrue(map, "steady");
        boolean lasts = map.get("duration") != null;
        boolean unclear = map.get("steady") != null && !List.of("true", "false").contains(String.valueOf(map.text("steady")));
        if (steady == lasts && !unclear) {
            problems.add(map, lasts ? "a duration and steady: true" : "neither duration nor steady: true", "one of them", "duration: 60 min", null);
        }
        return steady ? Double.POSITIVE_INFINITY : amounts.si(map.get("duration"), Double.NaN);
    }

    private @Nullable String after(Node.Fields map) {
        var node = map.get("after");
        var after = map.text("after");
        if (node == null || after == null) {
            return null;
        }
        if (map.get("start") != null) {
            problems.add(Trees.at(map, "start"), "a start beside after", "one of them");
        }
        if (Trees.isTrue(map, "steady")) {
            problems.add(node, "a start for a steady state", "a duration instead of steady: true");
        }
        var before = byName.get(after);
        if (before == null) {
            problems.add(node, node.words(), "the name of another workload", null, problems.nearest(after, byName.keySet()));
            return null;
        }
        Set<String> seen = new LinkedHashSet<>();
        for (var at = map; at != null; ) {
            if (!seen.add(String.valueOf(at.text("name")))) {
                problems.add(node, "workloads that follow one another in a circle: " + Problem.shown(String.join(" after ", seen)), "a first one");
                return null;
            }
            var next = at.text("after");
            at = next == null ? null : byName.get(next);
        }
        return after;
    }

    private @Nullable Boundary boundary(Node.Fields map) {
        boolean given = map.get("boundary") != null;
        if (given == (map.get("posture") != null)) {
            problems.add(map, given ? "a boundary and a posture" : "neither posture nor boundary", "one of them", "posture: table", null);
            return null;
        }
        if (given) {
            return map.get("boundary") instanceof Node.Fields faces ? faces(faces) : null;
        }
        var word = map.text("posture");
        return body == null || word == null || !Posture.words().contains(word) ? null : Posture.named(word).boundary(body);
    }

    private @Nullable Boundary faces(Node.Fields map) {
        boolean radiates = !"off".equals(map.text("radiation"));
        List<Patch> patches = new ArrayList<>();
        boolean complete = true;
        for (var face : Face.values()) {
            var own = map.get(face.name().toLowerCase(java.util.Locale.ROOT));
            boolean edge = face != Face.FRONT && face != Face.BACK;
            var node = own == null && edge ? map.get("edges") : own;
            if (node == null) {
                var missing = edge ? "edges" : face.name().toLowerCase(java.util.Locale.ROOT);
                problems.add(map, "nothing about the " + missing, "front, back and edges", missing + ": adiabatic", null);
                return null;
            }
            var exchange = exchange(node, radiates);
            complete &= exchange != null;
            if (exchange != null) {
                patches.add(Patch.whole(face, exchange));
            }
        }
        return complete ? new Boundary("given", patches) : null;
    }

    private @Nullable Exchange exchange(Node node, boolean radiates) {
        if (node instanceof Node.Scalar scalar && scalar.text().equals("adiabatic")) {
            return new Exchange.Adiabatic();
        }
        var film = amounts.at(node);
        return film == null ? null : new Exchange.Film(film.si(), Double.NaN, radiates);
    }

    private @Nullable Map<String, Trace> power(Node.Fields map) {
        boolean linear = "linear".equals(map.text("interpolation"));
        Map<String, Trace> traces = new LinkedHashMap<>();
        boolean complete = true;
        for (var entry : Trees.entries(map.get("power")).entrySet()) {
            boolean known = isSource(entry.getKey(), entry.getValue());
            var trace = trace(entry.getValue().value(), linear);
            complete &= known && trace != null;
            if (known && trace != null) {
                traces.put(entry.getKey(), trace);
            }
        }
        if (map.get("rails") != null && map.get("power-file") == null) {
            problems.add(Trees.at(map, "rails"), "rails without a trace", "power-file beside it");
        }
        var table = table(map, linear);
        if (map.get("power") == null && map.get("power-file") == null) {
            problems.add(map, "neither power nor power-file", "one of them", "power: {SoC: 1.5 W}", null);
            return null;
        }
        if (table != null) {
            table.forEach((name, trace) -> {
                if (traces.putIfAbsent(name, trace) != null) {
                    problems.add(Trees.at(map, "power-file"), "a second power of \"" + Problem.shown(name) + "\"", "each source in power or in the table");
                }
            });
        }
        return complete && (table != null || map.get("power-file") == null) ? traces : null;
    }

    private boolean isSource(String name, Node.Entry entry) {
        var path = entry.value().path().toString();
        var found = "power on \"" + Problem.shown(name) + "\"";
        if (!sources.contains(name)) {
            problems.add(new Problem(entry.key(), path, found, "a part or source of this file", null, problems.nearest(name, sources)));
            return false;
        }
        if (empty.contains(name)) {
            problems.add(new Problem(entry.key(), path, found + ", of which the parts inside it leave nothing", "a part with volume", null, null));
            return false;
        }
        return true;
    }

    private @Nullable Trace trace(Node node, boolean linear) {
        if (!(node instanceof Node.Items list)) {
            var constant = amounts.at(node);
            return constant == null ? null : Trace.constant(constant.si());
        }
        int n = list.items().size();
        var time = new double[n];
        var power = new double[n];
        boolean rises = n > 0;
        for (int i = 0; i < n; i++) {
            time[i] = amounts.si(Trees.item(list.items().get(i), 0), Double.NaN);
            power[i] = amounts.si(Trees.item(list.items().get(i), 1), Double.NaN);
            if (i > 0 && time[i] <= time[i - 1]) {
                var at = Trees.item(list.items().get(i), 0);
                problems.add(at == null ? node : at, (at == null ? node : at).words() + " after a later or equal time", "times that increase");
                rises = false;
            }
            rises &= Double.isFinite(time[i] + power[i]);
        }
        return rises ? new Trace(time, power, linear) : null;
    }

    private @Nullable Map<String, Trace> table(Node.Fields map, boolean linear) {
        var node = map.get("power-file");
        if (!(node instanceof Node.Scalar scalar) || scalar.text().isBlank()) {
            return null;
        }
        if (map.get("rails") instanceof Node.Scalar rails) {
            var read = new RailReader(sources, beside, problems).read(scalar, rails, amounts.si(map.get("duration"), Double.NaN));
            notes = read == null ? List.of() : read.notes();
            return read == null ? null : read.power();
        }
        if (map.get("interpolation") == null) {
            problems.add(node, "a table without interpolation", "interpolation: hold or linear beside it");
        }
        var source = beside.read(scalar, PowerTable.MOST_BYTES);
        return source == null ? null : new PowerTable(source, sources, problems).read(linear);
    }
}

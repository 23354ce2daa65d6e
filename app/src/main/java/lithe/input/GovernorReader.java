// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lithe.device.Actor;
import lithe.device.Governor;
import lithe.device.Performance;
import lithe.device.Poll;
import lithe.device.Severities;
import lithe.device.Severity;
import lithe.device.Throttling;
import org.jspecify.annotations.Nullable;

/// Reads by which rules a phone keeps itself cool.
final class GovernorReader {

    private static final List<String> KINDS = List.of("step-wise", "power-allocator", "set-points", "critical");

    private final Set<String> sources;
    private final Set<String> sensors;
    private final Amounts amounts;
    private final Problems problems;

    GovernorReader(Set<String> sources, Set<String> sensors, Amounts amounts, Problems problems) {
        this.sources = sources;
        this.sensors = sensors;
        this.amounts = amounts;
        this.problems = problems;
    }

    @Nullable Throttling read(@Nullable Node node) {
        if (!(node instanceof Node.Fields map)) {
            return null;
        }
        var actors = actors(map.get("actors"));
        var names = Trees.entries(map.get("actors")).keySet();
        var severities = map.get("severities") instanceof Node.Fields levels ? severities(levels, names) : null;
        List<Governor> governors = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (var rule : Trees.maps(map.get("rules"))) {
            if (!seen.add(String.valueOf(rule.text("name")))) {
                problems.add(Trees.at(rule, "name"), Trees.at(rule, "name").words() + " a second time", "a name of its own");
            }
            var governor = rule(rule, names);
            if (governor != null) {
                governors.add(governor);
            }
        }
        return problems.isEmpty() ? attempt(map, () -> new Throttling(actors, severities, governors)) : null;
    }

    private List<Actor> actors(@Nullable Node node) {
        List<Actor> actors = new ArrayList<>();
        Trees.entries(node).forEach((source, entry) -> {
            if (!sources.contains(source)) {
                problems.add(new Problem(
                        entry.key(), entry.value().path().toString(), "a cap on \"" + Problem.shown(source) + "\"",
                        "a part or source of this file", null, problems.nearest(source, sources)));
            }
            if (entry.value() instanceof Node.Fields map && !Double.isNaN(si(map, "least") + si(map, "most"))) {
                var actor = attempt(map, () -> actor(source, map));
                if (actor != null) {
                    actors.add(actor);
                }
            }
        });
        return actors;
    }

    private Actor actor(String source, Node.Fields map) {
        if (map.get("speeds") != null && (map.get("base") != null || map.get("exponent") != null)) {
            problems.add(Trees.at(map, "speeds"), "speeds beside base or exponent", "one of them");
        }
        int states = (int) Math.round(amounts.si(map.get("states"), 10));
        return new Actor(source, si(map, "least"), si(map, "most"), amounts.si(map.get("weight"), 1), states, performance(map));
    }

    private @Nullable Performance performance(Node.Fields map) {
        var rows = Trees.items(map.get("speeds"));
        if (!rows.isEmpty()) {
            return new Performance.Table(
                    rows.stream().mapToDouble(row -> at(row, 0)).toArray(), rows.stream().mapToDouble(row -> at(row, 1)).toArray());
        }
        return map.get("base") == null && map.get("exponent") == null
                ? null
                : new Performance.Law(amounts.si(map.get("base"), 0), si(map, "most"), amounts.si(map.get("exponent"), 3));
    }

    private @Nullable Severities severities(Node.Fields map, Collection<String> actors) {
        var sensor = sensor(map);
        Map<Severity, Severities.Threshold> thresholds = new EnumMap<>(Severity.class);
        for (var row : Trees.items(map.get("thresholds"))) {
            var severity = severity(Trees.item(row, 0));
            if (severity == null || Double.isNaN(at(row, 1))) {
                continue;
            }
            if (thresholds.putIfAbsent(severity, new Severities.Threshold(at(row, 1), amounts.si(Trees.item(row, 2), 0))) != null) {
                problems.add(row, "\"" + severity.word() + "\" a second time", "each severity once");
            }
        }
        List<Severities.Effect> effects = new ArrayList<>();
        for (var effect : Trees.maps(map.get("effects"))) {
            var from = severity(effect.get("from"));
            var actor = known(effect.get("actor"), actors, "an actor");
            if (from != null && actor != null && !Double.isNaN(si(effect, "cap"))) {
                effects.add(new Severities.Effect(from, actor, si(effect, "cap")));
            }
        }
        return sensor == null ? null : attempt(map, () -> new Severities(sensor, poll(map), thresholds, effects));
    }

    private @Nullable Severity severity(@Nullable Node node) {
        return node instanceof Node.Scalar scalar
                ? Stream.of(Severity.values()).filter(s -> s.word().equals(scalar.text())).findFirst().orElse(null)
                : null;
    }

    private @Nullable Governor rule(Node.Fields map, Collection<String> all) {
        var name = String.valueOf(map.text("name"));
        var sensor = sensor(map);
        var kinds = KINDS.stream().filter(kind -> map.get(kind) != null).toList();
        if (kinds.size() != 1) {
            problems.add(map, kinds.isEmpty() ? "no rule" : String.join(" beside ", kinds), "one of " + String.join(", ", KINDS), "step-wise: {trip: 95 °C}", null);
            return null;
        }
        if (map.get("actors") != null && kinds.contains("critical")) {
            problems.add(Trees.at(map, "actors"), "actors of a critical trip", "none: it switches everything off");
        }
        List<String> actors = new ArrayList<>();
        Trees.items(map.get("actors")).forEach(item -> {
            var actor = known(item, all, "an actor");
            if (actor != null && actors.contains(actor)) {
                problems.add(item, "\"" + Problem.shown(actor) + "\" a second time", "each actor once");
            } else if (actor != null) {
                actors.add(actor);
            }
        });
        return sensor == null ? null : attempt(map, () -> rule(kinds.getFirst(), name, sensor, map, map.get("actors") == null ? List.copyOf(all) : actors));
    }

    private @Nullable Governor rule(String kind, String name, String sensor, Node.Fields map, List<String> actors) {
        var poll = poll(map);
        var node = map.get(kind);
        if (kind.equals("critical")) {
            double trip = amounts.si(node, Double.NaN);
            return Double.isNaN(trip) ? null : new Governor.Critical(name, sensor, poll, trip);
        }
        if (kind.equals("set-points")) {
            List<Governor.Point> points = new ArrayList<>();
            for (var row : Trees.items(node)) {
                if (!Double.isNaN(at(row, 0) + at(row, 1) + at(row, 2))) {
                    points.add(new Governor.Point(at(row, 0), at(row, 1), at(row, 2)));
                }
            }
            return new Governor.SetPoints(name, sensor, poll, actors, points);
        }
        return node instanceof Node.Fields rule ? kernel(kind, name, sensor, poll, actors, rule) : null;
    }

    private @Nullable Governor kernel(String kind, String name, String sensor, Poll poll, List<String> actors, Node.Fields rule) {
        if (kind.equals("step-wise")) {
            return Double.isNaN(si(rule, "trip"))
                    ? null
                    : new Governor.StepWise(name, sensor, poll, actors, si(rule, "trip"), amounts.si(rule.get("hysteresis"), 0));
        }
        return Double.isNaN(si(rule, "switch-on") + si(rule, "control"))
                ? null
                : new Governor.PowerAllocator(
                        name, sensor, poll, actors, si(rule, "switch-on"), si(rule, "control"), si(rule, "sustainable"),
                        si(rule, "k-po"), si(rule, "k-pu"), si(rule, "k-i"), 0, amounts.si(rule.get("cut-off"), 0));
    }

    private Poll poll(Node.Fields map) {
        double passive = amounts.si(map.get("passive"), GovernorShape.ONE_SECOND);
        return new Poll(amounts.si(map.get("polling"), passive), passive);
    }

    private @Nullable String sensor(Node.Fields map) {
        return known(map.get("sensor"), sensors, "a sensor");
    }

    private @Nullable String known(@Nullable Node node, Collection<String> names, String what) {
        if (!(node instanceof Node.Scalar scalar) || scalar.text().isBlank()) {
            return null;
        }
        if (!names.contains(scalar.text())) {
            problems.add(node, node.words(), what, null, problems.nearest(scalar.text(), names));
            return null;
        }
        return scalar.text();
    }

    private double si(Node.Fields map, String key) {
        return amounts.si(map.get(key), Double.NaN);
    }

    private double at(Node row, int i) {
        return amounts.si(Trees.item(row, i), Double.NaN);
    }

    private <T> @Nullable T attempt(Node at, Supplier<@Nullable T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            problems.add(at, String.valueOf(e.getMessage()), "values that fit together");
            return null;
        }
    }
}

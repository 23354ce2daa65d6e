// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lithe.device.Body;
import lithe.device.Charging;
import lithe.device.Contact;
import lithe.device.Cutout;
import lithe.device.Demands;
import lithe.device.Device;
import lithe.device.Part;
import lithe.device.Sensor;
import lithe.device.Surface;
import lithe.device.Surfaces;
import lithe.device.Workload;
import lithe.geometry.Box;
import lithe.input.PartReader.Draft;
import org.jspecify.annotations.Nullable;

/// Turns a checked tree into a device, or tells why there is none.
final class DeviceReader {

    private static final double SHARE_TOLERANCE = 1e-6;

    private final Node.Fields root;
    private final Library library;
    private final Beside beside;
    private final Amounts amounts;
    private final Problems problems;

    DeviceReader(Node.Fields root, Library library, Beside beside, Amounts amounts, Problems problems) {
        this.root = root;
        this.library = library;
        this.beside = beside;
        this.amounts = amounts;
        this.problems = problems;
    }

    /// Reads everything that can be read; the device exists only if there is no problem at all.
    @Nullable Device read() {
        var body = body(root.get("body"));
        var cutouts = cutouts(root.get("cutouts"), body);
        var stack = Stack.read(root.get("layers"), body, library, amounts, problems);
        var drafts = new PartReader(stack, library, amounts, problems).read(root.get("parts"));
        new Fit(drafts, problems).check(body, stack.layers(), cutouts);
        var contacts = new ContactReader(stack, drafts, body, amounts, problems).read(root.get("contacts"));
        var surfaces = surfaces(root.get("surfaces"));
        var sources = sources(root.get("sources"), drafts.keySet());
        var sensors = new SensorReader(drafts.keySet(), body, cutouts, amounts, problems).read(root.get("sensors"));
        var sensed = sensors.stream().map(Sensor::name).collect(java.util.stream.Collectors.toSet());
        var throttling = new GovernorReader(names(sources, drafts), sensed, amounts, problems).read(root.get("governor"));
        var workloads = new WorkloadReader(
                        names(sources, drafts), empty(drafts), root.get("charging") != null, root.get("governor") != null, throttling,
                        body, beside, amounts, problems)
                .read(root.get("workloads"));
        var charging = new ChargingReader(drafts.keySet(), amounts, problems).read(root.get("charging"));
        var demands = new DemandsReader(drafts.keySet(), amounts, problems).read(root.get("fit"), root.get("targets"));
        if (!problems.isEmpty() || body == null || surfaces == null) {
            return null;
        }
        return build(body, cutouts, stack, drafts, contacts, surfaces, sources, sensors, workloads, charging, demands);
    }

    private @Nullable Device build(
            Body body,
            List<Cutout> cutouts,
            Stack stack,
            Map<String, Draft> drafts,
            List<Contact> contacts,
            Surfaces surfaces,
            Map<String, Map<String, Double>> sources,
            List<Sensor> sensors,
            List<Workload> workloads,
            @Nullable Charging charging,
            Demands demands) {
        try {
            return new Device(
                    String.valueOf(root.text("name")),
                    Objects.requireNonNullElse(root.text("note"), ""),
                    Trees.isTrue(root, "reconstructed"),
                    body,
                    cutouts,
                    stack.layers(),
                    parts(drafts),
                    contacts,
                    surfaces,
                    sources,
                    sensors,
                    workloads,
                    charging,
                    demands);
        } catch (IllegalArgumentException e) {
            problems.add(root, "a device that cannot exist: " + e.getMessage(), "values that fit together");
            return null;
        }
    }

    private @Nullable Body body(@Nullable Node node) {
        if (!(node instanceof Node.Fields map)) {
            return null;
        }
        double width = amounts.si(map.get("width"), Double.NaN);
        double length = amounts.si(map.get("length"), Double.NaN);
        double thickness = amounts.si(map.get("thickness"), Double.NaN);
        double corner = amounts.si(map.get("corner-radius"), map.get("corner-radius") == null ? 0 : Double.NaN);
        if (corner > Math.min(width, length) / 2) {
            problems.add(Trees.at(map, "corner-radius"), Trees.at(map, "corner-radius").words(), "at most half the width, " + Stack.mm(Math.min(width, length) / 2));
            return null;
        }
        return Double.isNaN(width + length + thickness + corner) ? null : attempt(map, () -> new Body(width, length, thickness, corner));
    }

    private List<Cutout> cutouts(@Nullable Node node, @Nullable Body body) {
        Map<String, Cutout> cutouts = new LinkedHashMap<>();
        for (var map : Trees.maps(node)) {
            double x = amounts.si(Trees.item(map.get("at"), 0), Double.NaN);
            double y = amounts.si(Trees.item(map.get("at"), 1), Double.NaN);
            double dx = amounts.si(Trees.item(map.get("size"), 0), Double.NaN);
            double dy = amounts.si(Trees.item(map.get("size"), 1), Double.NaN);
            var name = map.text("name");
            if (name == null || Double.isNaN(x + y + dx + dy)) {
                continue;
            }
            boolean inside = body == null || new Box(x, x + dx, y, y + dy, 0, 1).within(new Box(0, body.width(), 0, body.length(), 0, 1));
            if (!inside) {
                problems.add(map, "a cut-out that reaches outside the body", "a place inside it");
            } else if (body != null && dx >= body.width() - Box.ROUNDING && dy >= body.length() - Box.ROUNDING) {
                problems.add(map, "a cut-out of the whole body", "a smaller one");
            } else if (cutouts.putIfAbsent(name, new Cutout(name, x, x + dx, y, y + dy)) != null) {
                problems.add(Trees.at(map, "name"), "\"" + Problem.shown(name) + "\" a second time", "a name of its own");
            }
        }
        return List.copyOf(cutouts.values());
    }

    private @Nullable Surfaces surfaces(@Nullable Node node) {
        if (!(node instanceof Node.Fields map)) {
            return null;
        }
        var front = surface(map.get("front"));
        var back = surface(map.get("back"));
        var edges = surface(map.get("edges"));
        return front == null || back == null || edges == null ? null : new Surfaces(front, back, edges);
    }

    private @Nullable Surface surface(@Nullable Node node) {
        if (!(node instanceof Node.Fields map)) {
            return null;
        }
        var emissivity = amounts.at(map.get("emissivity"));
        var touch = List.of("glass", "metal", "plastic").contains(String.valueOf(map.text("touch"))) ? map.text("touch") : null;
        return emissivity == null || touch == null
                ? null
                : new Surface(Surface.Touch.valueOf(touch.toUpperCase(Locale.ROOT)), emissivity.si());
    }

    private Map<String, Map<String, Double>> sources(@Nullable Node node, Set<String> parts) {
        Map<String, Map<String, Double>> sources = new LinkedHashMap<>();
        Trees.entries(node).forEach((name, entry) -> {
            if (parts.contains(name)) {
                problems.add(new Problem(
                        entry.key(), entry.value().path().toString(), "a source named like a part", "a name of its own; a part is a source already", null, null));
            }
            sources.put(name, shares(entry.value(), parts));
        });
        return sources;
    }

    private Map<String, Double> shares(Node node, Set<String> parts) {
        Map<String, Double> shares = new LinkedHashMap<>();
        double sum = 0;
        for (var share : Trees.entries(node).entrySet()) {
            var value = share.getValue().value();
            if (!parts.contains(share.getKey())) {
                problems.add(new Problem(
                        share.getValue().key(), value.path().toString(), "heat on \"" + Problem.shown(share.getKey()) + "\"", "a part", null,
                        problems.nearest(share.getKey(), parts)));
            }
            double part = amounts.si(value, Double.NaN);
            sum += part;
            shares.put(share.getKey(), part);
        }
        if (Math.abs(sum - 1) > SHARE_TOLERANCE) {
            problems.add(node, "shares that add up to %.4g %%".formatted(100 * sum), "100 %");
        }
        return shares;
    }

    private static Set<String> names(Map<String, Map<String, Double>> sources, Map<String, Draft> drafts) {
        var names = new LinkedHashSet<>(drafts.keySet());
        names.addAll(sources.keySet());
        return names;
    }

    /// The parts of which those inside them leave nothing.
    private static Set<String> empty(Map<String, Draft> drafts) {
        Map<String, List<Draft>> inner = new LinkedHashMap<>();
        drafts.values().forEach(draft -> {
            if (draft.inside() != null) {
                inner.computeIfAbsent(draft.inside(), _ -> new ArrayList<>()).add(draft);
            }
        });
        Set<String> empty = new HashSet<>();
        inner.forEach((name, parts) -> {
            var outer = drafts.get(name);
            if (outer != null && Fit.left(outer, parts) < SHARE_TOLERANCE) {
                empty.add(name);
            }
        });
        return empty;
    }

    /// Puts what stands in another part behind it, otherwise in the order of the file.
    private static List<Part> parts(Map<String, Draft> drafts) {
        Map<String, Part> placed = new LinkedHashMap<>();
        drafts.values().forEach(draft -> place(draft, drafts, placed));
        return new ArrayList<>(placed.values());
    }

    private static void place(Draft draft, Map<String, Draft> drafts, Map<String, Part> placed) {
        var outer = draft.inside() == null ? null : drafts.get(draft.inside());
        if (outer != null && !placed.containsKey(outer.name())) {
            place(outer, drafts, placed);
        }
        Collection<Box> boxes = draft.boxes().stream().map(PartReader.Placed::box).toList();
        var filling = Objects.requireNonNull(draft.filling(), "a part without filling was told");
        placed.put(draft.name(), new Part(draft.name(), List.copyOf(boxes), filling, draft.inside()));
    }

    private <T> @Nullable T attempt(Node at, java.util.function.Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            problems.add(at, String.valueOf(e.getMessage()), "values that fit together");
            return null;
        }
    }
}

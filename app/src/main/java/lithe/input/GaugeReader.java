// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lithe.device.Device;
import lithe.device.Filling;
import lithe.explore.claim.Gauge;
import lithe.explore.claim.Measure;
import lithe.explore.claim.Variant;
import lithe.result.Catalogue;
import lithe.units.Dimension;
import lithe.units.Kind;
import lithe.units.UnitException;
import lithe.units.Units;
import org.jspecify.annotations.Nullable;

/// Reads the quantities of a claims file: results of variants under workloads, and what is computed from them.
final class GaugeReader {

    /// Results of one moment, of the solver, or of other commands; nothing a claim could hang on.
    private static final Set<String> NO_QUANTITY = Set.of(
            "charge.shown", "charge.current", "charge.voltage", "charge.drawn", "plating.margin", "solve.seconds", "power.<name>",
            "solve.mesh-error", "solve.mesh-error.<name>", "board.layers", "board.parts.front", "board.parts.back", "board.pads",
            "board.vias", "board.gap.median", "board.gap.p10", "board.wirelength", "board.peak", "board.peak.<check>",
            "board.k.inplane.<end>", "board.k.through.<end>");

    private final VariantsReader variants;
    private final Problems problems;

    GaugeReader(VariantsReader variants, Problems problems) {
        this.variants = variants;
        this.problems = problems;
    }

    /// A measure with what it is about.
    ///
    /// @param measure how it is computed
    /// @param kind what it is about, or null when only its dimension is known
    /// @param dimension its dimension
    /// @param unit unit people speak of it in
    private record Typed(Measure measure, @Nullable Kind kind, Dimension dimension, String unit) {

        static Typed of(Measure measure, Kind kind, String unit) {
            return new Typed(measure, kind, kind.dimension(), unit);
        }
    }

    /// Returns the quantity, or null after telling what is wrong.
    @Nullable Gauge read(String name, Node.Fields map) {
        var typed = operand(map, null);
        for (var operation : List.of("times", "over", "minus", "change-from")) {
            var node = map.get(operation);
            if (node != null) {
                var other = node instanceof Node.Fields fields ? operand(fields, map) : number(node);
                typed = typed == null || other == null ? null : applied(operation, node, typed, other);
            }
        }
        return typed == null ? null : shown(name, map, typed);
    }

    /// Returns the same quantity of another variant.
    @Nullable Gauge read(String name, Node.Fields map, String variant) {
        var entries = new java.util.LinkedHashMap<>(map.entries());
        entries.put("variant", new Node.Entry(map.place(), new Node.Scalar(map.place(), map.path().to("variant"), variant)));
        return read(name, new Node.Fields(map.place(), map.path(), entries));
    }

    /// Reads a given number that stands for a quantity of a kind.
    @Nullable Gauge given(String name, Node.Scalar node, Gauge like) {
        var si = amount(node, node.text(), like.kind());
        return si == null ? null : new Gauge(name, new Measure.Given(si), like.kind(), like.unit());
    }

    /// Reads number and unit of a kind, or returns null after telling what is wrong.
    @Nullable Double amount(Node at, String text, Kind kind) {
        try {
            return Units.read(text, kind).si();
        } catch (UnitException e) {
            problems.add(at, "\"" + Problem.shown(text) + "\" (" + e.getMessage() + ")", kind.words(), kind.example(), e.nearest());
            return null;
        }
    }

    private @Nullable Typed operand(Node.Fields map, Node.@Nullable Fields outer) {
        var value = map.get("value");
        if (value != null) {
            return number(value);
        }
        var result = said("result", map, outer);
        if (!(result instanceof Node.Scalar id)) {
            problems.add(map, "neither result nor value", "what is looked at", "result: skin.max", null);
            return null;
        }
        var phones = names(said("variant", map, outer));
        var phonesAt = said("variant", map, outer);
        var workloads = said("workload", map, outer);
        boolean ok = known(id);
        List<String> of = phones.isEmpty() ? List.of(Variant.BASE) : phones;
        for (var name : of) {
            ok &= variant(name, phonesAt == null ? map : phonesAt, id, workloads, map, ok);
        }
        if (!ok) {
            return null;
        }
        boolean described = Catalogue.described(id.text());
        var reading = new Measure.Reading(id.text(), of, described ? List.of() : names(workloads), !"lowest".equals(map.text("take")));
        var kind = Catalogue.of(id.text());
        return Typed.of(reading, kind.quantity(), kind.unit().equals("1") ? "" : kind.unit());
    }

    private static @Nullable Node said(String key, Node.Fields map, Node.@Nullable Fields outer) {
        var own = map.get(key);
        return own == null && outer != null ? outer.get(key) : own;
    }

    private static List<String> names(@Nullable Node node) {
        return node instanceof Node.Scalar one
                ? List.of(one.text())
                : Trees.items(node).stream().filter(Node.Scalar.class::isInstance).map(n -> ((Node.Scalar) n).text()).toList();
    }

    private boolean known(Node.Scalar id) {
        var entry = Catalogue.all().stream().filter(kind -> kind.matches(id.text())).findFirst();
        boolean fit = entry.isPresent() && !NO_QUANTITY.contains(Catalogue.of(id.text()).id());
        if (!fit) {
            var found = entry.isEmpty() ? "\"" + Problem.shown(id.text()) + "\", an unknown result" : "\"" + id.text() + "\", no result of a whole run";
            problems.add(id, found, "an id that `lithe results` lists", "skin.max", problems.nearest(id.text(), ids()));
        }
        return fit;
    }

    /// Every id that can be named, with the names of the parts of the phone in it.
    private Set<String> ids() {
        var ids = new TreeSet<String>();
        var phone = variants.files().get("");
        for (var kind : Catalogue.all()) {
            if (!NO_QUANTITY.contains(kind.id()) && !kind.id().contains("<")) {
                ids.add(kind.id());
            } else if (phone != null && kind.id().matches("(part|layer|sensor)\\..*")) {
                things(phone.device(), kind.id()).forEach(name -> ids.add(kind.id().replace("<name>", name)));
            }
        }
        return ids;
    }

    /// Names that may stand in an id.
    private static List<String> things(Device device, String id) {
        return switch (id.substring(0, id.indexOf('.'))) {
            case "part" -> device.parts().stream().map(p -> p.name()).toList();
            case "layer" -> device.layers().stream().map(l -> l.name()).toList();
            case "sensor" -> device.sensors().stream().map(s -> s.name()).toList();
            // ids are text; all others name no thing of the phone
            default -> List.of();
        };
    }

    /// Checks that a variant exists and can give the result under the workloads.
    private boolean variant(String name, Node at, Node.Scalar id, @Nullable Node workloads, Node.Fields map, boolean known) {
        var made = variants.made().get(name);
        if (made == null) {
            problems.add(at, "\"" + Problem.shown(name) + "\", an unknown variant", "a variant of this file", null, problems.nearest(name, variants.made().keySet()));
            return false;
        }
        var file = made.file();
        if (file == null || !known) {
            return false; // told already
        }
        return thing(file.device(), name, id) && (Catalogue.described(id.text()) || workloads(file.device(), name, id, workloads, map));
    }

    private boolean thing(Device device, String variant, Node.Scalar id) {
        var kind = Catalogue.of(id.text());
        if (kind.id().matches("(part|layer|sensor)\\.<name>.*")) {
            var names = things(device, kind.id());
            int tail = kind.id().length() - kind.id().indexOf('>') - 1;
            var thing = id.text().substring(id.text().indexOf('.') + 1, id.text().length() - tail);
            if (!names.contains(thing)) {
                problems.add(id, "\"" + Problem.shown(thing) + "\"", "something that %s has".formatted(variant), null, problems.nearest(thing, names));
                return false;
            }
        }
        boolean chamber = kind.room().equals("chamber");
        if (chamber && device.parts().stream().noneMatch(p -> p.filling() instanceof Filling.Chamber)) {
            problems.add(id, "\"" + id.text() + "\" of " + variant, "a variant with a vapor chamber");
            return false;
        }
        return true;
    }

    private boolean workloads(Device device, String variant, Node.Scalar id, @Nullable Node node, Node.Fields map) {
        var names = names(node);
        if (node == null || names.isEmpty()) {
            problems.add(map, "no workload for " + id.text(), "a workload", "workload: " + device.workloads().getFirst().name(), null);
            return false;
        }
        boolean ok = true;
        var known = device.workloads().stream().map(w -> w.name()).toList();
        for (var name : names) {
            if (!known.contains(name)) {
                problems.add(node, "\"" + Problem.shown(name) + "\", an unknown workload", "a workload of " + variant, null, problems.nearest(name, known));
                ok = false;
            } else if (Catalogue.of(id.text()).room().equals("charge") && !device.workload(name).charged()) {
                problems.add(node, "\"" + name + "\", which charges nothing", "a workload with charge-from, for " + id.text());
                ok = false;
            } else if (Catalogue.of(id.text()).room().equals("governor") && device.workload(name).governed() == null) {
                problems.add(node, "\"" + name + "\", which is not governed", "a workload with governed: true, for " + id.text());
                ok = false;
            }
        }
        return ok;
    }

    /// A number with any unit; an absolute temperature has no place in a product.
    private @Nullable Typed number(Node node) {
        if (!(node instanceof Node.Scalar scalar)) {
            return null;
        }
        for (var kind : Kind.values()) {
            if (kind != Kind.RATE) {
                try {
                    var reading = Units.read(scalar.text(), kind);
                    if (kind == Kind.TEMPERATURE && reading.unit().equals("K")) {
                        continue; // kelvins in a claim are a difference
                    }
                    return Typed.of(new Measure.Given(reading.si()), kind, reading.unit());
                } catch (UnitException e) {
                    continue; // another kind may know the unit
                }
            }
        }
        problems.add(node, node.words(), "a number with a unit", "720 Wh/L", null);
        return null;
    }

    private @Nullable Typed applied(String operation, Node at, Typed a, Typed b) {
        if (!operation.equals("minus") && (a.kind() == Kind.TEMPERATURE || b.kind() == Kind.TEMPERATURE)) {
            // 45 °C is not 1.1 times 13.9 °C: a ratio of absolute temperatures means nothing to a reader
            problems.add(at, "a product or ratio with it", "no absolute temperature here; take the difference to another one with minus");
            return null;
        }
        return switch (operation) {
            case "times" -> product(new Measure.Product(a.measure(), b.measure()), a, b, b.dimension());
            case "over" -> product(new Measure.Quotient(a.measure(), b.measure()), a, b, b.dimension().power(-1));
            default -> compared(operation, at, a, b);
        };
    }

    private static Typed product(Measure measure, Typed a, Typed b, Dimension factor) {
        boolean pure = b.dimension().equals(Dimension.NONE);
        return new Typed(measure, pure ? a.kind() : null, a.dimension().times(factor), pure ? a.unit() : "");
    }

    private @Nullable Typed compared(String operation, Node at, Typed a, Typed b) {
        if (!a.dimension().equals(b.dimension())) {
            problems.add(at, "a quantity of another dimension", "one that can be compared with what stands before it");
            return null;
        }
        if (operation.equals("change-from")) {
            return Typed.of(new Measure.Change(a.measure(), b.measure()), Kind.NUMBER, "%");
        }
        var difference = new Measure.Difference(a.measure(), b.measure());
        return a.kind() == Kind.TEMPERATURE
                ? Typed.of(difference, Kind.TEMPERATURE_DIFFERENCE, "K")
                : new Typed(difference, a.kind(), a.dimension(), a.unit());
    }

    private @Nullable Gauge shown(String name, Node.Fields map, Typed typed) {
        var unit = map.text("in");
        if (unit == null) {
            if (typed.kind() == null) {
                problems.add(map, "a product without a unit", "the unit in which it is shown", "in: Wh/L", null);
                return null;
            }
            return new Gauge(name, typed.measure(), typed.kind(), typed.unit());
        }
        for (var kind : typed.kind() == null ? List.of(Kind.values()) : List.of(typed.kind())) {
            if (kind.dimension().equals(typed.dimension()) && reads(unit, kind)) {
                return new Gauge(name, typed.measure(), kind, unit);
            }
        }
        problems.add(Trees.at(map, "in"), "\"" + Problem.shown(unit) + "\"", "a unit of the quantity", typed.unit().isEmpty() ? null : typed.unit(), null);
        return null;
    }

    private static boolean reads(String unit, Kind kind) {
        try {
            return Double.isFinite(Units.toSi(1, unit, kind));
        } catch (UnitException e) {
            return false;
        }
    }

    /// Reads quantities by name.
    List<Gauge> all(@Nullable Node node) {
        List<Gauge> gauges = new ArrayList<>();
        Trees.entries(node).forEach((name, entry) -> {
            if (entry.value() instanceof Node.Fields map) {
                var gauge = read(name, map);
                if (gauge != null) {
                    gauges.add(gauge);
                }
            }
        });
        return gauges;
    }
}

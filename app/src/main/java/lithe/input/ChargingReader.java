// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lithe.cell.Adapter;
import lithe.cell.ChargeTable;
import lithe.cell.Foil;
import lithe.cell.Leads;
import lithe.cell.Pack;
import lithe.cell.ParameterLibrary;
import lithe.cell.ParameterSet;
import lithe.device.Charging;
import lithe.units.Nearest;
import org.jspecify.annotations.Nullable;

/// Reads battery, leads, charge table and adapter.
final class ChargingReader {

    private final Set<String> parts;
    private final Amounts amounts;
    private final Problems problems;

    ChargingReader(Set<String> parts, Amounts amounts, Problems problems) {
        this.parts = parts;
        this.amounts = amounts;
        this.problems = problems;
    }

    @Nullable Charging read(@Nullable Node node) {
        if (!(node instanceof Node.Fields map) || !complete(map)) {
            return null;
        }
        var places = places(map.get("places"));
        try {
            var set = cell(map);
            Map<String, Pack> packs = new LinkedHashMap<>();
            for (var variant : Trees.entries(map.get("variants")).entrySet()) {
                if (variant.getValue().value() instanceof Node.Fields fields) {
                    packs.put(variant.getKey(), pack(map, fields, set));
                }
            }
            var chosen = String.valueOf(map.text("variant"));
            if (!packs.containsKey(chosen)) {
                problems.add(Trees.at(map, "variant"), "\"" + Problem.shown(chosen) + "\"", "one of the variants", null, Nearest.to(chosen, packs.keySet()));
                return null;
            }
            return new Charging(packs, chosen, table(map.get("table")), adapter(map.get("adapter")), places);
        } catch (IllegalArgumentException e) {
            problems.add(map, "a battery that cannot exist: " + e.getMessage(), "values that fit together");
            return null;
        }
    }

    /// The shape has already said what is missing; without these nothing can be built.
    private boolean complete(Node.Fields map) {
        for (var key : List.of("capacity", "foil-height", "copper", "aluminium", "tab-width")) {
            if (Double.isNaN(amounts.si(map.get(key), Double.NaN))) {
                return false;
            }
        }
        return map.get("table") instanceof Node.Fields
                && map.get("adapter") instanceof Node.Fields
                && ParameterLibrary.names().contains(String.valueOf(map.text("set")));
    }

    private ParameterSet cell(Node.Fields map) {
        var set = ParameterLibrary.named(String.valueOf(map.text("set")));
        double factor = amounts.si(map.get("capacity"), Double.NaN) / set.capacity();
        return set.scaled(factor).withResistance(amounts.si(map.get("resistance"), 0));
    }

    private Pack pack(Node.Fields map, Node.Fields variant, ParameterSet set) {
        double height = amounts.si(map.get("foil-height"), Double.NaN);
        double width = amounts.si(map.get("tab-width"), Double.NaN);
        // both sides of a foil are coated: its plan area is half of the coats'
        double length = set.area() / 2 / height;
        double reported = amounts.si(map.get("reported"), amounts.si(map.get("capacity"), Double.NaN));
        return new Pack(
                set,
                Foil.of(length, height, amounts.si(map.get("copper"), Double.NaN), Foil.COPPER),
                tabs(variant.get("negative-tabs"), length, width),
                Foil.of(length, height, amounts.si(map.get("aluminium"), Double.NaN), Foil.ALUMINIUM),
                tabs(variant.get("positive-tabs"), length, width),
                leads(map.get("leads"), paths(variant, "negative-paths"), paths(variant, "positive-paths")),
                reported);
    }

    private int paths(Node.Fields variant, String key) {
        return (int) Math.round(amounts.si(variant.get(key), 1));
    }

    private List<Foil.Tab> tabs(@Nullable Node node, double length, double width) {
        List<Foil.Tab> tabs = new ArrayList<>();
        for (var item : Trees.items(node)) {
            double at = amounts.si(item, 0) * length;
            tabs.add(new Foil.Tab(Math.clamp(at, width / 2, length - width / 2), width, true));
        }
        return tabs;
    }

    private Leads leads(@Nullable Node node, int negative, int positive) {
        List<Leads.Element> all = new ArrayList<>();
        for (var map : Trees.maps(node)) {
            var quantity = amounts.at(map.get("resistance"));
            var name = map.text("name");
            var place = map.text("place");
            if (quantity == null || name == null || place == null) {
                continue;
            }
            boolean isNegative = "negative".equals(map.text("rail"));
            int paths = Trees.isTrue(map, "each-path") ? (isNegative ? negative : positive) : 0;
            for (int path = Math.min(paths, 1); path <= paths; path++) {
                all.add(new Leads.Element(
                        paths > 1 ? name + " " + path : name,
                        place,
                        isNegative ? Leads.Rail.NEGATIVE : Leads.Rail.POSITIVE,
                        path,
                        quantity.si(),
                        Math.max(0, quantity.low()),
                        quantity.high(),
                        quantity.grade()));
            }
        }
        return new Leads(all);
    }

    private ChargeTable table(@Nullable Node node) {
        var map = (Node.Fields) java.util.Objects.requireNonNull(node);
        List<ChargeTable.VoltageStep> steps = new ArrayList<>();
        Trees.items(map.get("steps")).forEach(row -> steps.add(new ChargeTable.VoltageStep(at(row, 0), at(row, 1))));
        List<ChargeTable.Window> windows = new ArrayList<>();
        Trees.items(map.get("windows"))
                .forEach(row -> windows.add(new ChargeTable.Window(at(row, 0), at(row, 1), at(row, 2), at(row, 3))));
        List<ChargeTable.Level> levels = new ArrayList<>();
        Trees.items(map.get("levels")).forEach(row -> levels.add(new ChargeTable.Level(at(row, 0), at(row, 1))));
        return new ChargeTable(
                "table of the device file",
                steps,
                windows,
                amounts.si(map.get("window-hysteresis"), 2),
                levels,
                amounts.si(map.get("level-hysteresis"), 1),
                amounts.si(map.get("stop"), Double.NaN));
    }

    private double at(Node row, int i) {
        return amounts.si(Trees.item(row, i), Double.NaN);
    }

    private Adapter adapter(@Nullable Node node) {
        var map = (Node.Fields) java.util.Objects.requireNonNull(node);
        return new Adapter(
                amounts.si(map.get("power"), Double.NaN),
                amounts.si(map.get("input-current"), Double.NaN),
                (int) Math.round(amounts.si(map.get("ratio"), 2)),
                amounts.si(map.get("efficiency"), Double.NaN),
                amounts.si(map.get("port"), 0),
                amounts.si(map.get("cable"), 0),
                amounts.si(map.get("coil"), 1),
                amounts.si(map.get("coil-inside"), 0.5));
    }

    private Map<String, String> places(@Nullable Node node) {
        Map<String, String> places = new LinkedHashMap<>();
        Trees.entries(node).forEach((place, entry) -> {
            var part = entry.value() instanceof Node.Scalar scalar ? scalar.text() : "";
            if (!parts.contains(part)) {
                problems.add(entry.value(), "\"" + Problem.shown(part) + "\"", "a part of this file", null, Nearest.to(part, parts));
            }
            places.put(place, part);
        });
        if (node != null && !places.containsKey("cell")) {
            problems.add(node, "no part for the heat of the cell", "a part by the place cell", "cell: battery", null);
        }
        return places;
    }
}

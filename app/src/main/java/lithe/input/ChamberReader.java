// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import lithe.chamber.Metal;
import lithe.chamber.Pillars;
import lithe.chamber.VaporChamber;
import lithe.chamber.Wall;
import lithe.chamber.Wick;
import lithe.device.Filling;
import lithe.units.Grade;
import org.jspecify.annotations.Nullable;

/// Reads the inside of a vapor chamber.
final class ChamberReader {

    private final Amounts amounts;
    private final Problems problems;

    ChamberReader(Amounts amounts, Problems problems) {
        this.amounts = amounts;
        this.problems = problems;
    }

    /// Returns the chamber, or null after telling why there is none.
    ///
    /// @param node the map behind `chamber`
    /// @param thickness outside thickness of the part, m, or not a number when unknown
    @Nullable Filling read(@Nullable Node node, double thickness) {
        if (!(node instanceof Node.Fields map)) {
            return null;
        }
        var wick = wick(map.get("wick"));
        double wall = amounts.si(map.get("wall"), Double.NaN);
        if (wick == null || Double.isNaN(wall) || Double.isNaN(thickness)) {
            return null;
        }
        double solid = 2 * wall + wick.thickness();
        if (solid >= thickness) {
            var found = "two walls and a wick of %s together".formatted(Stack.mm(solid));
            problems.add(map, found, "room for vapor in a chamber of " + Stack.mm(thickness));
            return null;
        }
        return attempt(map, () -> filling(map, thickness, wall, wick));
    }

    private Filling filling(Node.Fields map, double thickness, double wall, Wick wick) {
        var sheet = new Wall(metal(map), wall);
        var chamber = new VaporChamber(
                thickness,
                sheet,
                sheet,
                wick,
                amounts.si(map.get("film"), VaporChamber.FILM),
                pillars(map.get("pillars")),
                amounts.si(map.get("accommodation"), VaporChamber.ACCOMMODATION),
                amounts.si(map.get("contact-angle"), 0),
                amounts.si(map.get("fill"), 1),
                amounts.si(map.get("gas"), 0));
        return new Filling.Chamber(chamber, !"front".equals(map.text("wick-side")));
    }

    private Pillars pillars(@Nullable Node node) {
        if (!(node instanceof Node.Fields map)) {
            return Pillars.NONE;
        }
        double diameter = amounts.si(map.get("diameter"), Pillars.NONE.diameter());
        return new Pillars(amounts.si(map.get("fraction"), 0), diameter, metal(map), !"false".equals(map.text("on-wick")));
    }

    private @Nullable Wick wick(@Nullable Node node) {
        if (node instanceof Node.Items list) {
            var layers = list.items().stream().map(this::wick).filter(Objects::nonNull).toList();
            boolean whole = !layers.isEmpty() && layers.size() == list.items().size();
            return whole ? attempt(node, () -> new Wick.Layers(layers)) : null;
        }
        return node instanceof Node.Fields map ? oneWick(map) : null;
    }

    private @Nullable Wick oneWick(Node.Fields map) {
        var kind = map.text("kind");
        return kind == null
                ? null
                : switch (kind) {
                    case "mesh" -> make(map, List.of("wire", "opening"), () -> mesh(map));
                    case "powder" ->
                        make(map, List.of("grain", "porosity"), () ->
                                new Wick.Powder(at(map, "grain"), at(map, "porosity"), at(map, "thickness"), metal(map)));
                    case "fibre" ->
                        make(map, List.of("fibre", "porosity"), () ->
                                new Wick.Fibre(at(map, "fibre"), at(map, "porosity"), at(map, "thickness"), metal(map)));
                    case "grooves" ->
                        make(map, List.of("width", "land"), () ->
                                new Wick.Grooves(at(map, "width"), at(map, "thickness"), at(map, "land"), metal(map)));
                    case "micropillars" ->
                        make(map, List.of("diameter", "pitch"), () -> new Wick.Micropillars(
                                at(map, "diameter"), at(map, "pitch"), at(map, "thickness"), metal(map)));
                    case "measured" ->
                        make(map, List.of("porosity", "permeability", "pore-radius", "conductivity"), () -> measured(map));
                    default -> null;
                };
    }

    private Wick mesh(Node.Fields map) {
        double wire = at(map, "wire");
        // wires per length from the pitch of the weave
        return new Wick.Mesh(1 / (wire + at(map, "opening")), wire, at(map, "thickness"), amounts.si(map.get("bond"), 1), metal(map));
    }

    private Wick measured(Node.Fields map) {
        var conductivity = amounts.at(map.get("conductivity"));
        return new Wick.Measured(
                at(map, "thickness"),
                at(map, "porosity"),
                at(map, "permeability"),
                at(map, "pore-radius"),
                at(map, "conductivity"),
                conductivity == null ? Grade.ESTIMATE : conductivity.grade());
    }

    private @Nullable Wick make(Node.Fields map, List<String> needed, java.util.function.Supplier<Wick> maker) {
        var missing = needed.stream().filter(key -> map.get(key) == null).collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            problems.add(map, "a %s wick without %s".formatted(map.text("kind"), missing), "all of " + String.join(", ", needed));
            return null;
        }
        boolean readable = map.get("thickness") != null
                && needed.stream().allMatch(key -> amounts.at(map.get(key)) != null)
                && amounts.at(map.get("thickness")) != null;
        return readable ? attempt(map, maker) : null;
    }

    private double at(Node.Fields map, String key) {
        return amounts.si(map.get(key), Double.NaN);
    }

    private static Metal metal(Node.Fields map) {
        var name = map.text("metal");
        return List.of("steel", "titanium", "copper-nickel").contains(String.valueOf(name)) ? Metal.named(String.valueOf(name)) : Metal.COPPER;
    }

    /// Turns the sentence of a record that refuses its values into a problem.
    private <T> @Nullable T attempt(Node at, java.util.function.Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            problems.add(at, "a chamber that cannot exist: " + e.getMessage(), "values that fit together");
            return null;
        }
    }
}

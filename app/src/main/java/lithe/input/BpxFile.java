// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import lithe.cell.Curve;
import lithe.cell.Electrode;
import lithe.cell.Electrolyte;
import lithe.cell.ParameterSet;
import lithe.cell.Property;
import lithe.cell.Separator;
import lithe.units.Grade;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a cell from a BPX file, versions 0.x and 1.x: numbers, tables and formulas in one variable.
///
/// What a file leaves out gets a stated default: 10 W/(m² K) over the outside, 1 kJ/(kg K) and 2 kg per litre of coats.
/// Blended electrodes (`Particle`) and open-circuit hysteresis are refused or left out with a note.
public final class BpxFile {

    private static final double FARADAY = 96485.33212331001;
    private static final double GAS = 8.31446261815324;
    private static final long MOST_BYTES = 20_000_000;
    private static final Set<String> CELL = Set.of(
            "Ambient temperature [K]", "Initial temperature [K]", "Reference temperature [K]", "Lower voltage cut-off [V]",
            "Upper voltage cut-off [V]", "Nominal cell capacity [A.h]", "Specific heat capacity [J.K-1.kg-1]",
            "Thermal conductivity [W.m-1.K-1]", "Density [kg.m-3]", "Electrode area [m2]",
            "Number of electrode pairs connected in parallel to make a cell", "External surface area [m2]", "Volume [m3]");
    private static final Set<String> ELECTRODE = Set.of(
            "Particle radius [m]", "Thickness [m]", "Diffusivity [m2.s-1]", "OCP [V]", "OCP (lithiation) [V]",
            "OCP (delithiation) [V]", "Entropic change coefficient [V.K-1]", "Conductivity [S.m-1]",
            "Surface area per unit volume [m-1]", "Porosity", "Transport efficiency", "Reaction rate constant [mol.m-2.s-1]",
            "Minimum stoichiometry", "Maximum stoichiometry", "Maximum concentration [mol.m-3]",
            "Diffusivity activation energy [J.mol-1]", "Reaction rate constant activation energy [J.mol-1]",
            "OCP hysteresis decay constant", "OCP hysteresis decay constant (lithiation)",
            "OCP hysteresis decay constant (delithiation)");
    private static final Set<String> LIQUID = Set.of(
            "Initial concentration [mol.m-3]", "Cation transference number", "Conductivity [S.m-1]", "Diffusivity [m2.s-1]",
            "Conductivity activation energy [J.mol-1]", "Diffusivity activation energy [J.mol-1]");

    private final String name;
    private final List<String> problems = new ArrayList<>();

    private BpxFile(String name) {
        this.name = name;
    }

    /// Reads a file.
    ///
    /// @param file a BPX file
    /// @return the cell
    /// @throws IOException when it cannot be read
    /// @throws IllegalArgumentException listing everything that is wrong with it
    public static ParameterSet read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IllegalArgumentException("%s is larger than %d bytes".formatted(file, MOST_BYTES));
        }
        return parse(Files.readString(file, StandardCharsets.UTF_8), file.getFileName().toString());
    }

    /// Reads a text.
    ///
    /// @param text content of a BPX file
    /// @param name how messages name it
    /// @return the cell
    /// @throws IllegalArgumentException listing everything that is wrong with it
    public static ParameterSet parse(String text, String name) {
        JsonNode root;
        try {
            root = JsonMapper.builder().build().readTree(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("%s is not JSON: %s".formatted(name, e.getOriginalMessage()), e);
        }
        return new BpxFile(name).cell(root);
    }

    private ParameterSet cell(JsonNode root) {
        var header = root.path("Header");
        if (header.path("BPX").isMissingNode()) {
            problems.add("Header.BPX: not there; expected a version such as \"1.1.0\"");
        }
        var all = root.path("Parameterisation");
        var cell = all.path("Cell");
        known(cell, "Cell", CELL);
        known(all.path("Electrolyte"), "Electrolyte", LIQUID);
        known(all.path("Negative electrode"), "Negative electrode", ELECTRODE);
        known(all.path("Positive electrode"), "Positive electrode", ELECTRODE);
        known(all.path("Separator"), "Separator", Set.of("Thickness [m]", "Porosity", "Transport efficiency"));
        double reference = number(cell, "Cell", "Reference temperature [K]", 298.15);
        double area = number(cell, "Cell", "Electrode area [m2]", Double.NaN)
                * number(cell, "Cell", "Number of electrode pairs connected in parallel to make a cell", Double.NaN);
        double nominal = number(cell, "Cell", "Nominal cell capacity [A.h]", Double.NaN) * 3600;
        double low = number(cell, "Cell", "Lower voltage cut-off [V]", Double.NaN);
        double high = number(cell, "Cell", "Upper voltage cut-off [V]", Double.NaN);
        boolean single = "SPM".equals(header.path("Model").asString(""));
        double salt = salt(root, all, single);
        var liquid = single ? plain(salt) : liquid(all.path("Electrolyte"), salt, reference);
        var negative = electrode(all.path("Negative electrode"), "Negative electrode", true, single, salt);
        var positive = electrode(all.path("Positive electrode"), "Positive electrode", false, single, salt);
        var between = all.path("Separator");
        double gap = single ? 20e-6 : number(between, "Separator", "Thickness [m]", Double.NaN);
        double pores = single ? 0.5 : number(between, "Separator", "Porosity", Double.NaN);
        double passage = single ? 0.35 : number(between, "Separator", "Transport efficiency", Double.NaN);
        if (!problems.isEmpty() || liquid == null || negative == null || positive == null) {
            throw refused();
        }
        double coats = area * (negative.thickness() + gap + positive.thickness());
        double mass = number(cell, "Cell", "Density [kg.m-3]", 2000) * number(cell, "Cell", "Volume [m3]", coats);
        double heat = mass * number(cell, "Cell", "Specific heat capacity [J.K-1.kg-1]", 1000);
        double outside = number(cell, "Cell", "External surface area [m2]", 0);
        var title = header.path("Title").asString(name);
        try {
            return new ParameterSet(
                    title, title, Grade.PAPER, negative, new Separator(gap, pores, passage), positive, liquid, area, nominal,
                    low, high, reference, heat, 10 * outside, 0, new ParameterSet.Range(2, 263.15, 333.15));
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
            throw refused();
        }
    }

    private IllegalArgumentException refused() {
        return new IllegalArgumentException("%s is not a usable BPX file:%n  %s".formatted(name, String.join("\n  ", problems)));
    }

    /// The initial concentration: in the electrolyte until 0.x, in the state from 1.x on.
    private double salt(JsonNode root, JsonNode all, boolean single) {
        var here = all.path("Electrolyte").path("Initial concentration [mol.m-3]");
        if (here.isNumber()) {
            return here.asDouble();
        }
        for (var place : root.path("State")) {
            var value = place.path("Initial electrolyte concentration [mol.m-3]");
            value = value.isNumber() ? value : place.path("Initial concentration [mol.m-3]");
            if (value.isNumber()) {
                return value.asDouble();
            }
        }
        if (!single && root.path("State").isMissingNode()) {
            problems.add("Electrolyte.Initial concentration [mol.m-3]: not there, nor in State");
        }
        return 1000;
    }

    private static Electrolyte plain(double salt) {
        return new Electrolyte(salt, 0.3, (c, t) -> 3e-10, (c, t) -> 1, (c, t) -> 1);
    }

    private @Nullable Electrolyte liquid(JsonNode node, double salt, double reference) {
        double transference = number(node, "Electrolyte", "Cation transference number", Double.NaN);
        var diffusivity = function(node, "Electrolyte", "Diffusivity [m2.s-1]");
        var conductivity = function(node, "Electrolyte", "Conductivity [S.m-1]");
        double dEnergy = number(node, "Electrolyte", "Diffusivity activation energy [J.mol-1]", 0);
        double kEnergy = number(node, "Electrolyte", "Conductivity activation energy [J.mol-1]", 0);
        if (diffusivity == null || conductivity == null || Double.isNaN(transference)) {
            return null;
        }
        return new Electrolyte(
                salt,
                transference,
                Property.scaled(c -> Math.max(diffusivity.applyAsDouble(c), 1e-14),
                        t -> Math.exp(dEnergy / GAS * (1 / reference - 1 / t))),
                Property.scaled(c -> Math.max(conductivity.applyAsDouble(c), 1e-6),
                        t -> Math.exp(kEnergy / GAS * (1 / reference - 1 / t))),
                (c, t) -> 1);
    }

    private @Nullable Electrode electrode(JsonNode node, String where, boolean isNegative, boolean single, double salt) {
        if (node.has("Particle")) {
            problems.add(where + ".Particle: blended electrodes are not known here");
            return null;
        }
        double radius = number(node, where, "Particle radius [m]", Double.NaN);
        double surface = number(node, where, "Surface area per unit volume [m-1]", Double.NaN);
        double most = number(node, where, "Maximum concentration [mol.m-3]", Double.NaN);
        double least = number(node, where, "Minimum stoichiometry", Double.NaN);
        double full = number(node, where, "Maximum stoichiometry", Double.NaN);
        double rate = number(node, where, "Reaction rate constant [mol.m-2.s-1]", Double.NaN);
        var diffusivity = function(node, where, "Diffusivity [m2.s-1]");
        var potential = function(node, where, node.has("OCP [V]") || !node.has("OCP (lithiation) [V]") ? "OCP [V]" : "OCP (lithiation) [V]");
        var entropy = node.has("Entropic change coefficient [V.K-1]")
                ? function(node, where, "Entropic change coefficient [V.K-1]")
                : (DoubleUnaryOperator) x -> 0;
        if (diffusivity == null || potential == null || entropy == null) {
            return null;
        }
        try {
            // outside its window a formula may run away; a table that reaches 2 % further is enough
            double from = Math.max(1e-4, least - 0.02);
            double to = Math.min(0.9999, full + 0.02);
            return new Electrode(
                    number(node, where, "Thickness [m]", Double.NaN),
                    single ? 0.3 : number(node, where, "Porosity", Double.NaN),
                    single ? 0.2 : number(node, where, "Transport efficiency", Double.NaN),
                    single ? 100 : number(node, where, "Conductivity [S.m-1]", Double.NaN),
                    surface * radius / 3,
                    radius,
                    surface,
                    most,
                    Curve.of(diffusivity, from, to),
                    node.path("Diffusivity [m2.s-1]").isNumber(),
                    number(node, where, "Diffusivity activation energy [J.mol-1]", 0),
                    // j₀ = F K √(c/c₀ · s (1 − s)), here over √(c · c_s · (c_max − c_s))
                    FARADAY * rate / (most * Math.sqrt(salt)),
                    number(node, where, "Reaction rate constant activation energy [J.mol-1]", 0),
                    Curve.of(potential, from, to),
                    Curve.of(entropy, from, to),
                    isNegative ? least : full,
                    isNegative ? full : least);
        } catch (IllegalArgumentException e) {
            problems.add(where + ": " + e.getMessage());
            return null;
        }
    }

    private double number(JsonNode node, String where, String key, double fallback) {
        var value = node.path(key);
        if (value.isNumber()) {
            return value.asDouble();
        }
        if (!value.isMissingNode()) {
            problems.add("%s.%s: found %s, expected a number".formatted(where, key, value));
        } else if (Double.isNaN(fallback)) {
            problems.add("%s.%s: not there".formatted(where, key));
        }
        return fallback;
    }

    private @Nullable DoubleUnaryOperator function(JsonNode node, String where, String key) {
        var value = node.path(key);
        try {
            if (value.isNumber()) {
                double constant = value.asDouble();
                return x -> constant;
            }
            if (value.isString()) {
                return Formula.of(value.asString());
            }
            if (value.path("x").isArray() && value.path("y").isArray()) {
                return Curve.straight(numbers(value.path("x")), numbers(value.path("y")))::at;
            }
            problems.add("%s.%s: %s, expected a number, a formula in x or a table {\"x\": […], \"y\": […]}"
                    .formatted(where, key, value.isMissingNode() ? "not there" : "found " + value));
        } catch (IllegalArgumentException e) {
            problems.add("%s.%s: %s".formatted(where, key, e.getMessage()));
        }
        return null;
    }

    private static double[] numbers(JsonNode array) {
        var values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).asDouble(Double.NaN);
        }
        return values;
    }

    private void known(JsonNode node, String where, Set<String> keys) {
        node.propertyNames().forEach(key -> {
            if (!keys.contains(key) && !key.equals("Particle")) {
                problems.add("%s.%s: not a field of BPX; nearest: %s"
                        .formatted(where, key, lithe.units.Nearest.to(key, keys)));
            }
        });
    }
}

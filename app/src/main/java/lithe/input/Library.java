// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lithe.material.Material;
import lithe.units.Grade;
import org.jspecify.annotations.Nullable;

/// The materials a device may name: its own first, then those of its files, then the library that comes with Lithe.
final class Library {

    static final String FILE = "materials.yaml";

    private final Map<String, Node.Fields> byName = new LinkedHashMap<>();
    private final Map<String, Material> made = new LinkedHashMap<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final Amounts amounts;
    private final Problems problems;

    Library(Amounts amounts, Problems problems) {
        this.amounts = amounts;
        this.problems = problems;
    }

    /// Returns the text of the library that comes with Lithe.
    static SourceText shipped() {
        try (var in = Library.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the materials library is missing");
            }
            return SourceText.of(FILE, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Adds the materials of a checked map; a name that is already there stays as it is.
    void add(@Nullable Node materials) {
        if (materials instanceof Node.Fields map) {
            map.entries().forEach((name, entry) -> {
                if (entry.value() instanceof Node.Fields fields) {
                    byName.putIfAbsent(name, fields);
                }
            });
        }
    }

    /// Returns the material a scalar names, or null when there is none; the problems then say so.
    @Nullable Material named(@Nullable Node node) {
        if (!(node instanceof Node.Scalar scalar) || scalar.text().isBlank()) {
            return null;
        }
        var name = scalar.text();
        var fields = byName.get(name);
        if (fields == null) {
            var near = problems.nearest(name, byName.keySet());
            problems.add(node, node.words(), "a material of this file or of the library", null, near);
            return null;
        }
        used.add(name);
        return made.computeIfAbsent(name, _ -> make(name, fields));
    }

    /// Returns all names, own materials first.
    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /// Returns the fields of the materials that were asked for.
    List<Node.Fields> used() {
        return used.stream().map(byName::get).toList();
    }

    /// The fields of a named material, for overrides.
    Node.@Nullable Fields fields(String name) {
        return byName.get(name);
    }

    @Nullable Material make(String name, Node.Fields fields) {
        boolean one = fields.get("conductivity") != null;
        boolean two = fields.get("in-plane") != null && fields.get("through") != null;
        if (one == two || one && (fields.get("in-plane") != null || fields.get("through") != null)) {
            problems.add(fields, "a material without one clear conductivity", "either conductivity, or in-plane and through");
            return null;
        }
        var inPlane = amounts.at(fields.get(one ? "conductivity" : "in-plane"));
        var through = amounts.at(fields.get(one ? "conductivity" : "through"));
        var density = amounts.at(fields.get("density"));
        var heat = amounts.at(fields.get("heat-capacity"));
        if (inPlane == null || through == null || density == null || heat == null) {
            return null;
        }
        var grades = new ArrayList<Grade>(List.of(inPlane.grade(), through.grade(), density.grade(), heat.grade()));
        var worst = grades.stream().max(Grade::compareTo).orElseThrow();
        return new Material(name, inPlane.si(), through.si(), density.si(), heat.si(), worst, inPlane.source());
    }
}

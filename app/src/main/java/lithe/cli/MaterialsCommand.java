// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import lithe.input.Materials;
import lithe.material.Material;
import lithe.report.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Lists the materials.
@Command(
        name = "materials",
        description = "Lists the materials that come with Lithe, with grade and source.",
        mixinStandardHelpOptions = true)
final class MaterialsCommand implements Callable<Integer> {

    @Option(names = "--json", description = "one JSON document on standard output")
    boolean json;

    @Spec
    @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var materials = Materials.shipped();
        if (json) {
            out.println(Json.text(Map.of(
                    "lithe",
                    Version.current(),
                    "command",
                    "materials",
                    "materials",
                    materials.stream().map(MaterialsCommand::row).toList())));
        } else {
            out.printf("%-28s %14s %14s %10s %10s  %s%n", "material", "in-plane", "through", "density", "heat", "grade, source");
            out.printf("%-28s %14s %14s %10s %10s%n", "", "W/(m·K)", "W/(m·K)", "kg/m³", "J/(kg·K)");
            materials.forEach(material -> out.println(line(material)));
        }
        out.flush();
        return ExitCode.OK;
    }

    private static String line(Material material) {
        return String.format(
                Locale.ROOT,
                "%-28s %14.6g %14.6g %10.5g %10.5g  %s, %s",
                material.name(),
                material.inPlane(),
                material.through(),
                material.density(),
                material.heatCapacity(),
                material.grade().word(),
                material.source());
    }

    private static Map<String, Object> row(Material material) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", material.name());
        row.put("in-plane", Map.of("value", material.inPlane(), "unit", "W/(m·K)"));
        row.put("through", Map.of("value", material.through(), "unit", "W/(m·K)"));
        row.put("density", Map.of("value", material.density(), "unit", "kg/m³"));
        row.put("heat-capacity", Map.of("value", material.heatCapacity(), "unit", "J/(kg·K)"));
        row.put("grade", material.grade().word());
        row.put("source", material.source());
        return row;
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import lithe.report.Json;
import lithe.result.Catalogue;
import lithe.result.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Lists the catalogue.
@Command(
        name = "results",
        description = "Lists every result Lithe can give: id, unit, what it is, which room computes it.",
        mixinStandardHelpOptions = true)
final class ResultsCommand implements Callable<Integer> {

    @Option(names = "--json", description = "as JSON")
    boolean json;

    @Spec
    @org.jspecify.annotations.Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        if (json) {
            out.println(Json.text(Json.keys(
                    "lithe", Version.current(), "command", "results", "results", Catalogue.all().stream().map(ResultsCommand::row).toList())));
        } else {
            Catalogue.all().forEach(kind -> out.printf(
                    Locale.ROOT, "%-24s %-6s %-52s %s, %s%n", kind.id(), kind.unit(), kind.name(), kind.room(), sense(kind)));
        }
        out.flush();
        return ExitCode.OK;
    }

    private static Map<String, Object> row(Kind kind) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", kind.id());
        row.put("name", kind.name());
        row.put("symbol", kind.symbol());
        row.put("unit", kind.unit());
        row.put("room", kind.room());
        row.put("sense", sense(kind));
        return row;
    }

    private static String sense(Kind kind) {
        return switch (kind.sense()) {
            case LOWER -> "lower is better";
            case HIGHER -> "higher is better";
            case NEITHER -> "informs";
        };
    }
}

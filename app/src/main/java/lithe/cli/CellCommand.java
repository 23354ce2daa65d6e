// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import lithe.cell.CellRun;
import lithe.cell.CellSimulator;
import lithe.cell.Model;
import lithe.cell.ParameterLibrary;
import lithe.cell.ParameterSet;
import lithe.cell.Protocol;
import lithe.cell.Resolution;
import lithe.cell.Thermal;
import lithe.cell.Trace;
import lithe.input.BpxFile;
import lithe.report.BpxText;
import lithe.report.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// A bench for one cell without a phone.
@Command(
        name = "cell",
        description = "Runs a protocol on one cell: voltage, temperature, plating margin and heat over time.",
        mixinStandardHelpOptions = true)
final class CellCommand implements Callable<Integer> {

    @Option(
            names = "--set",
            paramLabel = "NAME",
            defaultValue = "Ai2020",
            description = "parameter set: Marquis2019, Ai2020, Ai2020-as-shipped, Ramadass2004, phone-LCO-4.48V; default: ${DEFAULT-VALUE}")
    String set = "Ai2020";

    @Option(names = "--bpx", paramLabel = "FILE", description = "a BPX file instead of a parameter set")
    @Nullable Path bpx;

    @Option(names = "--model", paramLabel = "NAME", defaultValue = "DFN", description = "SPM, SPMe or DFN; default: ${DEFAULT-VALUE}")
    String model = "DFN";

    @Option(
            names = "--steps",
            paramLabel = "TEXT",
            description = "protocol, such as \"Charge at 2C until 4.2 V; Hold at 4.2 V until C/20\"; default: a 1C CC-CV charge")
    @Nullable String steps;

    @Option(
            names = "--thermal",
            paramLabel = "KIND",
            defaultValue = "isothermal",
            description = "isothermal, or lumped with the heat figures of the set; default: ${DEFAULT-VALUE}")
    String thermal = "isothermal";

    @Option(names = "--ambient", paramLabel = "CELSIUS", defaultValue = "25", description = "temperature around, °C; default: ${DEFAULT-VALUE}")
    double ambient = 25;

    @Option(names = "--soc", paramLabel = "PERCENT", description = "state of charge at the start, %%; default: 0 for a charge, 100 for a discharge")
    @Nullable Double charge;

    @Option(
            names = "--mesh",
            paramLabel = "NAME",
            defaultValue = "standard",
            description = "quick, standard, fine, or reference-N: uniform with N points and the faces of the public reference curves; default: ${DEFAULT-VALUE}")
    String mesh = "standard";

    @Option(names = "--without-mixing", description = "leave the heat of mixing out, as the public reference curves do")
    boolean withoutMixing;

    @Option(names = "--csv", paramLabel = "FILE", description = "write time, voltage, current, temperature, open-circuit voltage, plating margin, heat")
    @Nullable Path csv;

    @Option(names = "--export-bpx", paramLabel = "FILE", description = "write the cell as a BPX 1.1 file")
    @Nullable Path export;

    @Option(names = "--json", description = "one JSON document on standard output, nothing else there")
    boolean json;

    @Spec
    @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var cell = bpx == null ? ParameterLibrary.named(set) : BpxFile.read(bpx);
        if (export != null) {
            Files.writeString(export, BpxText.of(cell), StandardCharsets.UTF_8);
        }
        var protocol = Protocol.of(steps == null ? usual(cell) : steps, cell);
        var run = CellRun.of(simulator(cell, protocol), protocol);
        if (csv != null) {
            Files.writeString(csv, table(run.trace()), StandardCharsets.UTF_8);
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (json) {
            out.println(Json.text(document(cell, run)));
        } else {
            print(out, cell, run);
        }
        out.flush();
        return run.limit() == null ? ExitCode.OK : ExitCode.VERDICT_FAILED;
    }

    private static String usual(ParameterSet cell) {
        return "Charge at 1C until %s V; Hold at %s V until C/20".formatted(cell.highVoltage(), cell.highVoltage());
    }

    private CellSimulator simulator(ParameterSet cell, Protocol protocol) {
        double kelvin = ambient + 273.15;
        Thermal heat =
                switch (thermal.toLowerCase(Locale.ROOT)) {
                    case "isothermal" -> new Thermal.Held(kelvin);
                    case "lumped" -> Thermal.lumped(cell, kelvin);
                    default -> throw new IllegalArgumentException("thermal must be isothermal or lumped, but is " + thermal);
                };
        double start = charge == null ? (protocol.steps().getFirst().charging() ? 0 : 1) : charge / 100;
        if (!(start >= 0 && start <= 1)) {
            throw new IllegalArgumentException("state of charge must be between 0 and 100 %%, but is %s %%".formatted(charge));
        }
        var options = CellSimulator.Options.STANDARD;
        return new CellSimulator(
                cell, Model.named(model), resolution(), heat, withoutMixing ? options.withoutMixing() : options, start);
    }

    private Resolution resolution() {
        var word = mesh.toLowerCase(Locale.ROOT);
        if (word.matches("reference-\\d{1,3}")) {
            return Resolution.reference(Integer.parseInt(word.substring(10)));
        }
        return switch (word) {
            case "quick" -> Resolution.QUICK;
            case "standard" -> Resolution.STANDARD;
            case "fine" -> Resolution.FINE;
            default -> throw new IllegalArgumentException("mesh must be quick, standard, fine or reference-N, but is " + mesh);
        };
    }

    private static final List<Trace.Column> COLUMNS = List.of(
            Trace.Column.TIME,
            Trace.Column.VOLTAGE,
            Trace.Column.CURRENT,
            Trace.Column.TEMPERATURE,
            Trace.Column.REST_VOLTAGE,
            Trace.Column.MARGIN,
            Trace.Column.HEAT,
            Trace.Column.CHARGE);

    private static String table(Trace trace) {
        var text = new StringBuilder();
        text.append(String.join(",", COLUMNS.stream().map(Trace.Column::header).toList())).append('\n');
        for (int row = 0; row < trace.size(); row++) {
            List<String> cells = new ArrayList<>();
            for (var column : COLUMNS) {
                cells.add(String.format(Locale.ROOT, "%.9g", trace.get(column, row)));
            }
            text.append(String.join(",", cells)).append('\n');
        }
        return text.toString();
    }

    private void print(PrintWriter out, ParameterSet cell, CellRun run) {
        var trace = run.trace();
        out.printf(Locale.ROOT, "%s, %s, %s at %.1f °C; current is positive in discharge%n", cell.name(), Model.named(model).word(), thermal, ambient);
        out.printf(Locale.ROOT, "%s [%s]%n", cell.source(), cell.grade().word());
        out.printf(
                Locale.ROOT,
                "nominal capacity %.4g Ah (1C = %.4g A), true capacity %.4g Ah between %.4g V and %.4g V%n",
                cell.nominalCapacity() / 3600, cell.current(1), cell.capacity() / 3600, cell.lowVoltage(), cell.highVoltage());
        for (var ending : run.endings()) {
            out.printf(Locale.ROOT, "%9.1f s  %s: %s%n", ending.time(), ending.step(), ending.reason());
        }
        if (export != null) {
            out.printf("wrote %s.%s%n", export, BpxText.losses(cell));
        }
        var limit = run.limit();
        if (limit != null) {
            out.printf(Locale.ROOT, "cut short after %.1f s: %s%n", trace.last(Trace.Column.TIME), limit.sentence());
        }
        out.printf(
                Locale.ROOT,
                "end: %.4f V, %.3f A, %.2f °C, %.1f %%; hottest %.2f °C; least plating margin %.1f mV; heat %.0f J%n",
                trace.last(Trace.Column.VOLTAGE),
                trace.last(Trace.Column.CURRENT),
                trace.last(Trace.Column.TEMPERATURE) - 273.15,
                100 * trace.last(Trace.Column.CHARGE),
                trace.most(Trace.Column.TEMPERATURE) - 273.15,
                1e3 * trace.least(Trace.Column.MARGIN),
                run.simulator().released());
    }

    private Map<String, Object> document(ParameterSet cell, CellRun run) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("lithe", Version.current());
        document.put("command", "cell");
        document.put("set", cell.name());
        document.put("source", cell.source());
        document.put("grade", cell.grade().word());
        document.put("model", Model.named(model).word());
        document.put("nominal-capacity-Ah", cell.nominalCapacity() / 3600);
        document.put("true-capacity-Ah", cell.capacity() / 3600);
        List<Map<String, Object>> steps = new ArrayList<>();
        for (var ending : run.endings()) {
            Map<String, Object> step = new LinkedHashMap<>();
            step.put("step", ending.step());
            step.put("end-s", ending.time());
            step.put("reason", ending.reason());
            steps.add(step);
        }
        document.put("steps", steps);
        document.put("completed", run.limit() == null);
        var limit = run.limit();
        if (limit != null) {
            document.put("limit", limit.sentence());
        }
        document.put("heat-J", run.simulator().released());
        document.put("heat-of-mixing", !withoutMixing);
        Map<String, Object> columns = new LinkedHashMap<>();
        for (var column : COLUMNS) {
            List<Double> values = new ArrayList<>();
            for (double v : run.trace().column(column)) {
                values.add(v);
            }
            columns.put(column.header(), values);
        }
        document.put("trace", columns);
        return document;
    }
}

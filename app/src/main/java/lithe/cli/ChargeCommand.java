// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import lithe.cell.Pack;
import lithe.charge.Moment;
import lithe.charge.SplitClaim;
import lithe.device.Charging;
import lithe.device.Device;
import lithe.device.Workload;
import lithe.report.Json;
import lithe.result.Catalogue;
import lithe.simulation.Coupling;
import lithe.simulation.Run;
import lithe.thermal.Grid;
import lithe.thermal.Resolution;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Charges a phone.
@Command(
        name = "charge",
        description = "Charges a phone and tells minute by minute what happened and what limited the current.",
        mixinStandardHelpOptions = true)
final class ChargeCommand implements Callable<Integer> {

    @Mixin
    Asked asked = new Asked();

    @Option(names = "--workload", paramLabel = "NAME", description = "the charging workload; default: the first one with charge-from")
    @Nullable String workload;

    @Option(names = "--variant", paramLabel = "NAME", description = "variant of the battery; default: the one chosen in the file")
    @Nullable String variant;

    @Option(names = "--compare", description = "charge every variant, with the leads at the low and high ends of their ranges too, and judge the split-electrode claim")
    boolean compare;

    @Option(names = "--ambient", paramLabel = "CELSIUS", description = "temperature around, °C; default: that of the workload")
    @Nullable Double ambient;

    @Option(
            names = "--resolution",
            paramLabel = "NAME|CELLS",
            defaultValue = "draft",
            description = "draft, standard, fine, or a number of cells; default: ${DEFAULT-VALUE}")
    String resolution = "draft";

    @Option(names = "--threads", paramLabel = "N", description = "threads that share a solve; default: all processors")
    int threads = Runtime.getRuntime().availableProcessors();

    private static final List<String> RESULTS = List.of(
            "charge.t20", "charge.t50", "charge.t80", "charge.t100", "cell.max", "cell.mean.max", "cell.spread", "tab.max",
            "protection.max", "skin.max", "plating.margin.min", "cell.energy", "cell.energy-density", "path.resistance",
            "charge.efficiency");

    @Override
    public Integer call() {
        var phone = asked.read().device();
        var charging = phone.charging();
        if (charging == null) {
            throw new IllegalArgumentException("this file has no section charging");
        }
        var setup = variant == null ? charging : charging.choosing(variant);
        var what = workload(phone);
        var runs = new LinkedHashMap<String, Run>();
        if (compare) {
            for (var name : charging.packs().keySet()) {
                var chosen = charging.choosing(name);
                runs.put(name, run(phone, chosen, what));
                for (int side : new int[] {-1, 1}) {
                    runs.put(name + (side < 0 ? ", low leads" : ", high leads"), run(phone, chosen.with(moved(chosen.pack(), side)), what));
                }
            }
        } else {
            runs.put(setup.chosen(), run(phone, setup, what));
        }
        if (asked.json) {
            asked.out().println(Json.text(document(phone, what, runs)));
        } else {
            print(phone, what, runs);
        }
        asked.out().flush();
        return ExitCode.OK;
    }

    private Workload workload(Device phone) {
        var found = phone.workloads().stream()
                .filter(Workload::charged)
                .filter(w -> workload == null || w.name().equals(workload))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        workload == null ? "no workload of this file has charge-from" : "no charging workload named " + workload));
        return ambient == null ? found : found.at(ambient + 273.15);
    }

    private static Pack moved(Pack pack, int side) {
        return new Pack(
                pack.cell(), pack.negative(), pack.negativeTabs(), pack.positive(), pack.positiveTabs(),
                pack.leads().at(side), pack.reported());
    }

    private Run run(Device phone, Charging charging, Workload what) {
        var device = phone.charging(charging);
        var bar = new ProgressBar(asked.err());
        try {
            var coupling = Coupling.of(device, Grid.of(device, Resolution.named(resolution)), threads);
            return coupling.solve(List.of(what), bar).runs().getFirst();
        } finally {
            bar.done();
        }
    }

    private void print(Device phone, Workload what, Map<String, Run> runs) {
        PrintWriter out = asked.out();
        out.printf(Locale.ROOT, "%s, %s, %.0f °C%n", phone.name(), what.name(), what.ambient() - 273.15);
        if (!compare) {
            var run = runs.values().iterator().next();
            out.printf("variant %s%n", runs.keySet().iterator().next());
            story(out, run);
            results(out, run);
            return;
        }
        out.printf(Locale.ROOT, "%-28s %8s %8s %8s %8s %8s %8s %8s %9s%n",
                "variant", "cell", "mean", "tab", "board", "skin", "t80 min", "t100 min", "path mΩ");
        runs.forEach((name, run) -> out.printf(
                Locale.ROOT, "%-28s %8.2f %8.2f %8.2f %8.2f %8.2f %8s %8s %9.2f%n",
                name, celsius(run, "cell.max"), celsius(run, "cell.mean.max"), celsius(run, "tab.max"),
                celsius(run, "protection.max"), celsius(run, "skin.max"), minutes(run, "charge.t80"),
                minutes(run, "charge.t100"), 1e3 * run.result("path.resistance")));
        claims(runs).forEach((pair, claim) -> out.printf("%s: %s%n", pair, claim.sentence()));
        out.println("The claim names neither power nor place nor resistance; foils, tabs and leads here are estimates.");
    }

    /// B − E decides, A − E is reported beside it; each also with all leads at the low and at the high ends.
    private static Map<String, SplitClaim> claims(Map<String, Run> runs) {
        Map<String, SplitClaim> claims = new LinkedHashMap<>();
        for (var base : List.of("single-path", "end-tab")) {
            for (var end : List.of("", ", low leads", ", high leads")) {
                var before = runs.get(base + end);
                var after = runs.get("split-negative" + end);
                if (before != null && after != null) {
                    claims.put(base + " − split-negative" + end, new SplitClaim(
                            difference(before, after, "cell.max"), difference(before, after, "cell.mean.max"),
                            difference(before, after, "tab.max"), difference(before, after, "path.resistance")));
                }
            }
        }
        return claims;
    }

    private static double difference(Run before, Run after, String id) {
        return before.result(id) - after.result(id);
    }

    private static double celsius(Run run, String id) {
        var value = run.results().get(id);
        return value == null ? Double.NaN : value - 273.15;
    }

    private static String minutes(Run run, String id) {
        var value = run.results().get(id);
        return value == null ? "-" : String.format(Locale.ROOT, "%.1f", value / 60);
    }

    /// One line a minute, and one whenever the limit changes.
    private static void story(PrintWriter out, Run run) {
        out.printf("%7s %6s %7s %7s %8s %8s %8s %9s  %s%n", "min", "shown", "U", "I", "drawn", "battery", "skin", "margin", "limit");
        String limit = "";
        double next = 0;
        for (Moment m : run.charge()) {
            if (m.time() >= next - 1e-6 || !m.limit().equals(limit)) {
                out.printf(Locale.ROOT, "%7.1f %5.1f%% %6.3fV %6.2fA %7.1fW %6.1f°C %6.1f°C %7.1fmV  %s%n",
                        m.time() / 60, 100 * m.shown(), m.voltage(), m.amps(), m.drawn(), m.battery() - 273.15,
                        m.skin() - 273.15, 1e3 * m.margin(), m.limit());
                limit = m.limit();
                next = 60 * (Math.floor(m.time() / 60 + 1e-6) + 1);
            }
        }
    }

    private static void results(PrintWriter out, Run run) {
        out.println("The percentage shown is the charge counted over the capacity the phone reports.");
        for (var id : ids(run)) {
            var kind = Catalogue.of(id);
            out.printf(Locale.ROOT, "%-24s %10.2f %-6s %s%n", id, kind.shown(run.result(id)), kind.unit(), kind.name());
        }
    }

    private static List<String> ids(Run run) {
        List<String> ids = new ArrayList<>(RESULTS);
        run.results().keySet().stream().filter(id -> id.startsWith("charge.heat.")).forEach(ids::add);
        ids.removeIf(id -> !run.results().containsKey(id));
        return ids;
    }

    private Map<String, Object> document(Device phone, Workload what, Map<String, Run> runs) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("lithe", Version.current());
        document.put("command", "charge");
        document.put("device", phone.name());
        document.put("workload", what.name());
        Map<String, Object> all = new LinkedHashMap<>();
        runs.forEach((name, run) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            Map<String, Object> results = new LinkedHashMap<>();
            ids(run).forEach(id -> results.put(id, Catalogue.of(id).shown(run.result(id))));
            one.put("results", results);
            one.put("story", run.charge().stream().map(ChargeCommand::row).toList());
            all.put(name, one);
        });
        document.put("variants", all);
        Map<String, Object> verdicts = new LinkedHashMap<>();
        claims(runs).forEach((pair, claim) -> verdicts.put(pair, claim.sentence()));
        document.put("claim", verdicts);
        return document;
    }

    private static Map<String, Object> row(Moment m) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("time-s", m.time());
        row.put("shown-percent", 100 * m.shown());
        row.put("voltage-V", m.voltage());
        row.put("current-A", m.amps());
        row.put("battery-C", m.battery() - 273.15);
        row.put("skin-C", m.skin() - 273.15);
        row.put("drawn-W", m.drawn());
        row.put("margin-V", m.margin());
        row.put("limit", m.limit());
        return row;
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import lithe.chamber.Assessment;
import lithe.chamber.Conductances;
import lithe.chamber.Cooling;
import lithe.chamber.Design;
import lithe.chamber.Limit;
import lithe.chamber.Mask;
import lithe.chamber.Metal;
import lithe.chamber.Shape;
import lithe.chamber.SheetTable;
import lithe.chamber.Sheets;
import lithe.chamber.Spreader;
import lithe.chamber.Tilt;
import lithe.chamber.VaporChamber;
import lithe.device.Device;
import lithe.device.Filling;
import lithe.device.Part;
import lithe.geometry.Box;
import lithe.report.ChamberPage;
import lithe.report.Json;
import lithe.simulation.ChamberClaims;
import lithe.thermal.Resolution;
import lithe.units.Kind;
import lithe.units.Units;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What does the vapor chamber of a phone carry, alone, and what limits it?
@Command(
        name = "chamber",
        description = "Solves the vapor chamber of a device file on its own: temperatures, capillary margin, heat limits in three tilts.",
        mixinStandardHelpOptions = true)
final class ChamberCommand implements Callable<Integer> {

    private static final List<Tilt> TILTS = List.of(Tilt.FLAT, Tilt.UPRIGHT, Tilt.UPSIDE_DOWN);
    private static final double CELL = 0.5e-3;

    @Mixin
    Asked asked = new Asked();

    @Option(
            names = "--heat",
            paramLabel = "POWER@DIAMETER",
            defaultValue = "5 W@10 mm",
            description = "heat and size of a round spot over the SoC; default: ${DEFAULT-VALUE}")
    String heat = "5 W@10 mm";

    @Option(names = "--vapor", paramLabel = "T", defaultValue = "50 °C", description = "mean vapor temperature; default: ${DEFAULT-VALUE}")
    String vapor = "50 °C";

    @Option(names = "--design", description = "search gap, wick, mesh, layers and pillars inside the same thickness and walls")
    boolean design;

    @Option(names = "--claims", description = "run the phone with graphite, copper, half a chamber and a finer mesh in its place, and judge claims on size, thickness and mesh")
    boolean claims;

    @Option(names = "--resolution", paramLabel = "NAME", defaultValue = "draft", description = "for --claims: draft, standard, fine; default: ${DEFAULT-VALUE}")
    String resolution = "draft";

    @Option(names = "--out", paramLabel = "FOLDER", description = "where to write the maps; default: out/<name of the device file>")
    @Nullable Path out;

    /// What is asked about: one chamber in its outline, with a spot of heat.
    private record Question(String name, VaporChamber chamber, Mask mask, Shape spot, double diameter, double watts, double vapor) {

        double[] heat() {
            return mask.heat(spot, watts);
        }

        /// Cooling that holds the vapor at the wanted mean: a film of 100 W/(m²·K) to surroundings that fit.
        Cooling cooling() {
            return Cooling.even(mask, 100, vapor - watts / (100 * mask.total()));
        }
    }

    @Override
    public Integer call() throws java.io.IOException {
        var file = asked.read();
        if (claims) {
            return claims(file.device());
        }
        var question = question(file.device());
        var folder = out == null ? Folders.of(asked.path()) : out;
        if (design) {
            return design(question);
        }
        var state = new Spreader(question.chamber, question.mask, question.cooling(), 1)
                .assess(question.heat(), new double[question.mask.cells()], Tilt.FLAT);
        Map<Tilt, Spreader.HeatLimit> limits = new LinkedHashMap<>();
        for (Tilt tilt : TILTS) {
            limits.put(tilt, new Spreader(question.chamber, question.mask, question.cooling(), 1)
                    .heatLimit(question.heat(), tilt, question.vapor));
        }
        Files.createDirectories(folder);
        var page = folder.resolve("chamber.html");
        Files.writeString(page, ChamberPage.of(file.device().name(), question.chamber, state), StandardCharsets.UTF_8);
        if (asked.json) {
            asked.out().println(Json.text(document(question, state, limits)));
        } else {
            words(question, state, limits).forEach(asked.out()::println);
            asked.out().println("wrote " + page);
        }
        asked.out().flush();
        return state.use().capillary() > 1 ? ExitCode.VERDICT_FAILED : ExitCode.OK;
    }

    private int claims(Device phone) {
        var bar = new ProgressBar(asked.err());
        try {
            var answer = ChamberClaims.of(phone, Resolution.named(resolution), 1, "sustained-game", "burst-10w", bar);
            bar.done();
            if (asked.json) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("lithe", Version.current());
                json.put("command", "chamber");
                json.put("claims", answer.claims().stream().map(c -> Map.of("id", c.id(), "verdict", c.verdict(), "why", c.why())).toList());
                asked.out().println(Json.text(json));
            } else {
                asked.out().println("in the chamber's place          back max °C   SoC max °C");
                answer.variants().forEach(v -> asked.out().println(say("  %-28s %10.2f %12.2f", v.name(), v.back() - 273.15, v.chip() - 273.15)));
                answer.claims().forEach(c -> asked.out().println(say("%-14s %-14s %s", c.id(), c.verdict(), c.why())));
            }
            asked.out().flush();
            return ExitCode.OK;
        } finally {
            bar.done();
        }
    }

    private Question question(Device phone) {
        for (Part part : phone.parts()) {
            if (part.filling() instanceof Filling.Chamber(VaporChamber chamber, _)) {
                String[] words = heat.split("@", -1);
                if (words.length != 2) {
                    throw new IllegalArgumentException("heat must be a power and a diameter such as 5W@10mm, but is " + heat);
                }
                double watts = si(words[0], Kind.POWER), diameter = si(words[1], Kind.LENGTH);
                double mean = si(vapor, Kind.TEMPERATURE);
                range("power of the spot", watts, 0.01, 500, "W");
                range("diameter of the spot", diameter, 0.5e-3, 60e-3, "m");
                range("vapor temperature", mean, 243.15, 393.15, "K");
                var mask = Mask.of(part.boxes().stream().map(ChamberCommand::shape).toList(), CELL);
                double[] at = centre(phone, part);
                return new Question(part.name(), chamber, mask, Shape.disk(at[0], at[1], diameter / 2), diameter, watts, mean);
            }
        }
        throw new IllegalArgumentException(phone.name() + " has no vapor chamber: no part with the key chamber");
    }

    private static double si(String text, Kind kind) {
        return Units.read(text.strip(), kind).si();
    }

    private static void range(String what, double value, double low, double high, String unit) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(
                    "%s must be between %s and %s %s, but is %s %s".formatted(what, low, high, unit, value, unit));
        }
    }

    private static Shape shape(Box box) {
        return Shape.rectangle(box.x0(), box.y0(), box.x1() - box.x0(), box.y1() - box.y0());
    }

    /// Middle of the part named soc, if it lies over the chamber; else of the largest of the chamber's boxes.
    private static double[] centre(Device phone, Part chamber) {
        var largest = chamber.boxes().stream().max(Comparator.comparingDouble(Box::area)).orElseThrow();
        return phone.parts().stream()
                .filter(part -> part.name().equalsIgnoreCase("soc"))
                .map(part -> middle(part.boxes().getFirst()))
                .filter(at -> chamber.boxes().stream().anyMatch(box -> box.contains(at[0], at[1], box.z0())))
                .findFirst()
                .orElse(middle(largest));
    }

    private static double[] middle(Box box) {
        return new double[] {(box.x0() + box.x1()) / 2, (box.y0() + box.y1()) / 2};
    }

    private List<String> words(Question q, Assessment state, Map<Tilt, Spreader.HeatLimit> limits) {
        var c = q.chamber;
        List<String> lines = new ArrayList<>();
        lines.add(say(
                "%s: %.0f mm², %.2f mm: walls %.0f µm %s, wick %.0f µm %s, vapor %.0f µm",
                q.name, q.mask.total() * 1e6, c.thickness() * 1e3, c.evaporator().thickness() * 1e6,
                c.evaporator().metal().name(), c.wick().thickness() * 1e6, c.wick().label(), c.vaporHeight() * 1e6));
        lines.add(say(
                "%.1f W on %.0f mm at %.0f °C: hottest wall %.1f °C, resistance %.2f K/W, vapor spread %.2f K",
                q.watts, q.diameter * 1e3, q.vapor - 273.15, Arrays.stream(state.evaporator()).max().orElseThrow() - 273.15,
                state.resistance(), state.spread()));
        lines.add(say("use of limits: " + Arrays.stream(Limit.values())
                .map(limit -> say("%s %.0f %%", limit.word(), 100 * state.use().of(limit)))
                .reduce((a, b) -> a + ", " + b)
                .orElse("")));
        if (state.dryArea() > 0) {
            lines.add(say("DRY   %.0f mm² of the wick have fallen dry", state.dryArea() * 1e6));
        }
        limits.forEach((tilt, limit) ->
                lines.add(say("most heat %-12s %6.1f W, limited by: %s", tilt.name(), limit.heat(), limit.limit().word())));
        lines.add("equivalent solid block, in-plane:");
        for (int t = 20; t <= 80; t += 10) {
            lines.add(say("  %2d °C %8.0f W/(m·K)", t, new SheetTable(c).solidConductivity(t + 273.15)));
        }
        block(q, state, lines);
        state.notes().forEach(note -> lines.add("note  " + note));
        return lines;
    }

    /// Hot spot above the plate's mean with the chamber, and with solids of the same outline in its place.
    private static void block(Question q, Assessment state, List<String> lines) {
        double k = new SheetTable(q.chamber).solidConductivity(q.vapor);
        lines.add("hottest place above the mean of the far wall, same outline and heat:");
        lines.add(say("  this chamber                  %6.2f K", state.resistance() * q.watts));
        lines.add(say("  block with %7.0f W/(m·K)    %6.2f K", k, solid(q, k, k)));
        lines.add(say("  copper sheet                  %6.2f K", solid(q, Metal.COPPER.conductivity(), Metal.COPPER.conductivity())));
        lines.add(say("  graphite 1200/5 W/(m·K)       %6.2f K", solid(q, 1200, 5)));
    }

    private static double solid(Question q, double along, double through) {
        double t = q.chamber.thickness(), third = along * t / 3, across = 3 * through / t;
        var block = new Conductances.Fixed(third, third, third, across, across, 1, 1, 1);
        var sheets = new Sheets(q.mask, block, q.cooling(), 1);
        sheets.steady(q.heat(), new double[q.mask.cells()], 1e-7);
        double hot = Arrays.stream(sheets.evaporator()).max().orElseThrow(), mean = 0;
        double[] far = sheets.condenser();
        for (int c = 0; c < far.length; c++) {
            mean += far[c] * q.mask.area()[c] / q.mask.total();
        }
        return hot - mean;
    }

    private Map<String, Object> document(Question q, Assessment state, Map<Tilt, Spreader.HeatLimit> limits) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("lithe", Version.current());
        json.put("command", "chamber");
        json.put("part", q.name);
        json.put("area-mm2", q.mask.total() * 1e6);
        json.put("vapor-gap-um", q.chamber.vaporHeight() * 1e6);
        json.put("resistance-K/W", state.resistance());
        json.put("spread-K", state.spread());
        Map<String, Object> use = new LinkedHashMap<>();
        Arrays.stream(Limit.values()).forEach(limit -> use.put(limit.word(), state.use().of(limit)));
        json.put("use", use);
        json.put("dry-area-mm2", state.dryArea() * 1e6);
        Map<String, Object> most = new LinkedHashMap<>();
        limits.forEach((tilt, limit) -> most.put(tilt.name(), Map.of("heat-W", limit.heat(), "limit", limit.limit().word())));
        json.put("heat-limits", most);
        Map<String, Object> solid = new LinkedHashMap<>();
        for (int t = 20; t <= 80; t += 10) {
            solid.put(t + " °C", new SheetTable(q.chamber).solidConductivity(t + 273.15));
        }
        json.put("solid-conductivity-W/(m·K)", solid);
        json.put("notes", state.notes());
        return json;
    }

    private int design(Question q) {
        var search = new Design(q.chamber, q.mask.total(), q.diameter, q.vapor);
        var all = search.search();
        asked.out().println(say(
                "inside %.2f mm with walls of %.0f and %.0f µm, %.0f mm², %.0f mm source, vapor at %.0f °C; %d designs",
                q.chamber.thickness() * 1e3, q.chamber.evaporator().thickness() * 1e6, q.chamber.condenser().thickness() * 1e6,
                q.mask.total() * 1e6, q.diameter * 1e3, q.vapor - 273.15, all.size()));
        asked.out().println("design                     wick µm  gap µm   flat W  upright W  hot spot K/W");
        print("now: " + q.chamber.wick().label(), search.point("", q.chamber));
        all.stream().limit(3).forEach(p -> print("most heat: " + p.label(), p));
        all.stream().filter(p -> p.upright() > 0).max(Comparator.comparingDouble(Design.Point::upright)).ifPresent(p -> print("upright: " + p.label(), p));
        all.stream().min(Comparator.comparingDouble(Design.Point::resistance)).ifPresent(p -> print("least K/W: " + p.label(), p));
        chart(search);
        pillars(q);
        mesh(q, search);
        asked.out().flush();
        return ExitCode.OK;
    }

    private void print(String name, Design.Point p) {
        asked.out().println(say(
                "%-26s %7.0f %7.0f %8.1f %10.1f %13.2f", name, p.chamber().wick().thickness() * 1e6,
                p.chamber().vaporHeight() * 1e6, p.heat(), p.upright(), p.resistance()));
    }

    /// Heat limit over wick height for three meshes, one bar each.
    private void chart(Design search) {
        asked.out().println("heat limit over wick height:");
        var coarse = search.split(200);
        double most = List.of(200, 300, 500).stream()
                .flatMap(mesh -> search.split(mesh).stream())
                .mapToDouble(Design.Point::heat)
                .max()
                .orElse(1);
        for (int mesh : List.of(200, 300, 500)) {
            for (var p : search.split(mesh)) {
                double height = p.chamber().wick().thickness() * 1e6;
                if (Math.round(height) % 20 == 0 || coarse.isEmpty()) {
                    asked.out().println(say("  #%d %4.0f µm %6.1f W %s", mesh, height, p.heat(), "#".repeat((int) Math.round(40 * p.heat() / most))));
                }
            }
        }
    }

    private void pillars(Question q) {
        for (double diameter : new double[] {0.3e-3, 0.5e-3, 0.8e-3}) {
            double pitch = Design.widestPitch(q.chamber, diameter);
            var posts = lithe.chamber.Pillars.copper(pitch, diameter);
            asked.out().println(say(
                    "pillars %.1f mm: at most %.1f mm apart for the lid; they leave %.0f %% of the vapor flow", diameter * 1e3,
                    pitch * 1e3, 100 * posts.flowFactor(q.chamber.vaporHeight())));
        }
    }

    private void mesh(Question q, Design search) {
        if (q.chamber.wick() instanceof lithe.chamber.Wick.Mesh) {
            asked.out().println(say(
                    "20 %% more capillary pressure: by a finer weave %+.1f %% heat, by a finer surface on the same weave %+.1f %%",
                    100 * (search.gainOfFinerMesh(1.2) - 1), 100 * (search.gainOfFinerSurface(1.2) - 1)));
        }
    }

    private static String say(String pattern, Object... values) {
        return values.length == 0 ? pattern : String.format(Locale.ROOT, pattern, values);
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import lithe.board.BatteryFreed;
import lithe.board.BoardDesign;
import lithe.board.Conductivity;
import lithe.board.GeneratedCopper;
import lithe.board.PartList;
import lithe.board.Sandwich;
import lithe.board.SandwichModel;
import lithe.board.place.DensePlacer;
import lithe.board.place.Legality;
import lithe.device.Device;
import lithe.geometry.Box;
import lithe.geometry.Rectangle;
import lithe.input.DeviceFile;
import lithe.report.BoardPicture;
import lithe.report.Json;
import lithe.report.Place;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Counts a phone's board and judges what is claimed about it.
@Command(
        name = "board",
        description = "Counts the board of a device file, judges its density claim, and draws its faces; reads designs, places parts.",
        mixinStandardHelpOptions = true,
        subcommands = {BoardImportCommand.class, BoardPlaceCommand.class})
final class BoardCommand implements Callable<Integer> {

    /// Energy of a phone cell by volume, J/m³; estimate, 0.7 Wh/cm³.
    private static final double CELL_ENERGY = 0.7 * 3600e6;
    /// Mean voltage of a phone cell, V; estimate.
    private static final double CELL_VOLTAGE = 3.87;

    // not required here, so that the commands below need none
    @Parameters(index = "0", arity = "0..1", paramLabel = "DEVICE", description = "device file, such as devices/xiaomi-12.yaml")
    @Nullable Path device;

    @Option(names = "--set", paramLabel = "PATH=VALUE", description = "change a value of the file; may be repeated")
    Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--json", description = "one JSON document on standard output, nothing else there")
    boolean json;

    @Spec
    @Nullable CommandSpec spec;

    @Option(names = "--seed", defaultValue = "1", description = "seed of the part list and the drawing; default: ${DEFAULT-VALUE}")
    long seed = 1;

    @Option(names = "--out", paramLabel = "FOLDER", description = "where to write; default: out/<name of the device file>")
    @Nullable Path out;

    @Override
    public Integer call() {
        if (device == null) {
            throw new IllegalArgumentException("no device file was named; try: lithe board devices/xiaomi-12.yaml");
        }
        var read = DeviceFile.read(device);
        var file = set.isEmpty() ? read : read.set(set);
        var to = Objects.requireNonNull(spec).commandLine().getOut();
        var design = design(file);
        var sandwich = Sandwich.phone(plan(file.device(), design));
        var parts = PartList.of(design.mix(), seed);
        var problem = sandwich.problem(parts, design.gap(), Map.of(), 20e-3);
        var run = DensePlacer.place(problem, parts.items().stream().mapToInt(PartList.Item::owner).toArray(), 60_000, seed, s -> {});
        var gaps = BoardPicture.nearest(problem, run.placement());
        boolean legal = run.unplaced().isEmpty() && Legality.violations(problem, run.placement()).isEmpty();
        var results = results(file.device(), design, sandwich, gaps, run.placement().wirelength(problem));
        var page = BoardPicture.page(
                file.device().name() + ": board",
                List.of(
                        "Part mix and netlist are estimates; the makers publish neither.",
                        design.claim().sentence() + ". Area basis, predecessor and gap statistic are choices in the device file."),
                List.of(
                        BoardPicture.faces(problem, run.placement(), legal ? "All parts placed; legality checked pair by pair." : "The parts do not all fit: " + run.unplaced().size() + " left over."),
                        BoardPicture.gaps(gaps)));
        var written = new Place(out == null ? Folders.of(device) : out).write("board.html", page);
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>(results);
            document.put("claim", design.claim().sentence());
            document.put("legal", legal);
            to.println(Json.text(document));
        } else {
            words(file.device(), design, sandwich, results).forEach(to::println);
            to.println("written  " + written);
        }
        to.flush();
        return ExitCode.OK;
    }

    static BoardDesign design(DeviceFile file) {
        var design = file.board();
        if (design == null) {
            throw new IllegalArgumentException("%s has no `board`; add lower, upper, gap and claim, as devices/xiaomi-12.yaml does".formatted(file.file()));
        }
        return design;
    }

    /// The area both boards cover.
    private static Rectangle plan(Device phone, BoardDesign design) {
        var part = phone.part(design.upper() == null ? design.lower() : design.upper());
        var box = part.boxes().getFirst();
        return new Rectangle(box.x0(), box.y0(), box.width(), box.length());
    }

    private static double area(Device phone, @Nullable String part) {
        return part == null ? 0 : phone.part(part).boxes().stream().mapToDouble(Box::area).sum();
    }

    private static Map<String, Object> results(
            Device phone, BoardDesign design, Sandwich sandwich, List<Double> gaps, double wire) {
        double lower = area(phone, design.lower());
        double upper = area(phone, design.upper());
        double plan = Math.max(lower, upper);
        double faces = 2 * (lower + upper);
        var mix = design.mix();
        double[] sorted = gaps.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double[] coverage = new double[sandwich.lower().copperLayers()];
        Arrays.fill(coverage, 0.57);
        var copper = GeneratedCopper.of(sandwich.lower(), mix.pads() / (lower + upper));
        Map<String, Object> r = new LinkedHashMap<>();
        r.put("board.area.plan", round(plan * 1e6));
        r.put("board.area.laminate", round((lower + upper) * 1e6));
        r.put("board.area.faces", round(faces * 1e6));
        r.put("board.layers", sandwich.lower().copperLayers() + (design.upper() == null ? 0 : sandwich.upper().copperLayers()));
        r.put("board.parts", mix.count());
        r.put("board.pads", mix.pads());
        r.put("board.density.plan", round(mix.count() / plan / 1e4));
        r.put("board.density.laminate", round(mix.count() / (lower + upper) / 1e4));
        r.put("board.density.face", round(mix.count() / faces / 1e4));
        r.put("board.density.pads", round(mix.pads() / plan / 1e4));
        r.put("board.gap.median", round(sorted[sorted.length / 2] * 1e3));
        r.put("board.gap.p10", round(sorted[sorted.length / 10] * 1e3));
        r.put("board.wirelength", round(wire * 1e3));
        r.put("board.k.inplane.low", round(Conductivity.inPlane(sandwich.lower(), coverage).low()));
        r.put("board.k.inplane.high", round(Conductivity.inPlane(sandwich.lower(), coverage).high()));
        r.put("board.k.through.low", round(GeneratedCopper.of(sandwich.lower(), 0).through()));
        r.put("board.k.through.high", round(copper.through()));
        return r;
    }

    private static List<String> words(Device phone, BoardDesign design, Sandwich sandwich, Map<String, Object> r) {
        List<String> lines = new ArrayList<>();
        double cells = design.mix().cellArea(design.gap());
        double single = SandwichModel.single(cells);
        double three = new SandwichModel(sandwich.interposer().ring(), 3).plan(cells);
        double four = new SandwichModel(sandwich.interposer().ring(), 4).plan(cells);
        lines.add("board    %s: %s parts, %s pads (mix: estimate)".formatted(phone.name(), r.get("board.parts"), r.get("board.pads")));
        lines.add("area     plan %s, laminate %s, faces %s mm²".formatted(r.get("board.area.plan"), r.get("board.area.laminate"), r.get("board.area.faces")));
        lines.add("density  %s per cm² of plan, %s of laminate, %s of face; %s pads per cm² of plan"
                .formatted(r.get("board.density.plan"), r.get("board.density.laminate"), r.get("board.density.face"), r.get("board.density.pads")));
        lines.add(String.format(Locale.ROOT, "cells    %.0f mm² at a gap of %.2f mm; gap median %s, a tenth below %s mm", cells * 1e6, design.gap() * 1e3, r.get("board.gap.median"), r.get("board.gap.p10")));
        lines.add(String.format(Locale.ROOT, "plan     one board %.0f mm², sandwich with 3 faces %.0f (x %.2f), with 4 faces %.0f (x %.2f)", single * 1e6, three * 1e6, three / single, four * 1e6, four / single));
        var freed = BatteryFreed.of(single - three, 5e-3, CELL_ENERGY, CELL_VOLTAGE);
        lines.add(String.format(Locale.ROOT, "battery  sandwich with 3 faces frees %.0f mm³ at 5 mm depth: %.2f Wh, %.0f mAh (estimate)", freed.volume() * 1e9, freed.energy() / 3600, freed.milliampereHours()));
        lines.add("copper   in plane %s to %s, through %s to %s W/(m·K) (generated)"
                .formatted(r.get("board.k.inplane.low"), r.get("board.k.inplane.high"), r.get("board.k.through.low"), r.get("board.k.through.high")));
        lines.add("claim    " + design.claim().sentence());
        return lines;
    }

    static double round(double value) {
        return Double.isFinite(value) ? Double.parseDouble(String.format(Locale.ROOT, "%.5g", value)) : value;
    }
}

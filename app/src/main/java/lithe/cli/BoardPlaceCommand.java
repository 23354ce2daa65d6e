// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import lithe.board.Sandwich;
import lithe.board.place.Block;
import lithe.board.place.Front;
import lithe.board.place.Influence;
import lithe.board.place.Legality;
import lithe.board.place.Placement;
import lithe.board.place.Problem;
import lithe.board.place.StackPlacer;
import lithe.board.place.Wires;
import lithe.report.BoardPicture;
import lithe.report.Json;
import lithe.report.Place;
import lithe.simulation.BoardHeat;
import lithe.thermal.Resolution;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Places the chips of a phone's boards with temperature in the cost.
@Command(
        name = "place",
        description = "Places the chips on the boards of a device file over four faces: short wires against a low peak, checked by the full solve.",
        mixinStandardHelpOptions = true)
final class BoardPlaceCommand implements Callable<Integer> {

    @Mixin
    Asked asked = new Asked();

    @Option(names = "--workload", paramLabel = "NAME", description = "powers and surroundings; default: the first")
    @Nullable String workload;

    @Option(names = "--weights", paramLabel = "LIST", split = ",", defaultValue = "0,0.2,0.5,2", description = "weight of 30 K of peak in metres of wire, one run each; default: ${DEFAULT-VALUE}")
    List<Double> weights = List.of(0.0, 0.2, 0.5, 2.0);

    @Option(names = "--moves", paramLabel = "N", defaultValue = "100000", description = "moves per run; default: ${DEFAULT-VALUE}")
    long moves = 100_000;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "same seed, same result; default: ${DEFAULT-VALUE}")
    long seed = 1;

    @Option(names = "--tile", paramLabel = "MM", defaultValue = "3", description = "side of an influence tile, mm; default: ${DEFAULT-VALUE}")
    double tile = 3;

    @Option(names = "--cells", paramLabel = "N", defaultValue = "20000", description = "cells of the phone's mesh for influence and check; default: ${DEFAULT-VALUE}")
    int cells = 20_000;

    @Option(names = "--out", paramLabel = "FOLDER", description = "where to write; default: out/<name of the device file>")
    @Nullable Path out;

    @Override
    public Integer call() {
        var file = asked.read();
        var design = BoardCommand.design(file);
        var phone = file.device();
        var chosen = workload == null ? phone.workloads().getFirst() : phone.workload(workload);
        var heat = new BoardHeat(phone, design, chosen, Resolution.of(cells), Runtime.getRuntime().availableProcessors());
        var bar = new ProgressBar(asked.err());
        try {
            var problem = problem(heat, design.gap());
            var influence = heat.influence(tile * 1e-3, bar::at);
            var front = Front.of(runs(problem, influence, bar));
            bar.done();
            show(problem, influence, front, heat);
            return ExitCode.OK;
        } finally {
            bar.done();
        }
    }

    /// The chips the device file has on its boards, on all faces where they are not too tall; all join the largest.
    private static Problem problem(BoardHeat heat, double gap) {
        List<Block> blocks = new ArrayList<>();
        var power = heat.movable();
        for (var part : heat.chips()) {
            var box = part.boxes().getFirst();
            blocks.add(new Block(part.name(), box.width(), box.length(), box.thickness(), gap, power.getOrDefault(part.name(), 0.0), Set.of(0, 1, 2, 3), true, false, null));
        }
        blocks.sort((a, b) -> Double.compare(b.width() * b.height(), a.width() * a.height()));
        List<Wires.Net> nets = new ArrayList<>();
        for (int i = 1; i < blocks.size(); i++) {
            nets.add(Wires.Net.of(4, 0, i));
        }
        return new Problem(blocks, Sandwich.phone(heat.area()).planes(), nets, 20e-3);
    }

    private List<Front.Candidate> runs(Problem problem, Influence influence, ProgressBar bar) {
        List<Front.Candidate> all = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            int run = i;
            var found = StackPlacer.place(problem, influence, weights.get(i) / 30, moves, seed, share -> bar.at("placing", (run + share) / weights.size()));
            var wrong = Legality.violations(problem, found.placement());
            if (!wrong.isEmpty()) {
                throw new IllegalStateException("the placer made an illegal placement: " + wrong.getFirst());
            }
            all.add(new Front.Candidate(found.placement(), found.wirelength(), influence.peak(problem, found.placement()), used(problem, found.placement())));
        }
        return all;
    }

    private static double used(Problem problem, Placement placement) {
        double[] area = new double[problem.planes().size()];
        for (int b = 0; b < problem.blocks().size(); b++) {
            area[placement.face()[b]] += placement.box(problem, b).area();
        }
        return Arrays.stream(area).max().orElse(0);
    }

    private void show(Problem problem, Influence influence, List<Front.Candidate> front, BoardHeat heat) {
        List<String> figures = new ArrayList<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (var c : front) {
            double solved = heat.tilePeak(influence, problem, c.placement());
            double full = heat.fullPeak(problem, c.placement());
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("board.wirelength", BoardCommand.round(c.wirelength() * 1e3));
            row.put("board.peak", BoardCommand.round(c.peak()));
            row.put("board.peak.solved", BoardCommand.round(solved));
            row.put("board.peak.full", BoardCommand.round(full));
            row.put("fullest-face", BoardCommand.round(c.area() * 1e6));
            rows.add(row);
            figures.add(BoardPicture.faces(problem, c.placement(), String.format(
                    Locale.ROOT, "%.0f mm of wire, peak over ambient %.1f K by superposition; solved in the phone %.1f K on the same tiles, %.1f K with chips at their exact places", c.wirelength() * 1e3, c.peak(), solved, full)));
        }
        var page = BoardPicture.page("Placements", List.of("None of these is better in everything. Legality checked pair by pair."), figures);
        var written = new Place(out == null ? Folders.of(asked.path()) : out).write("placements.html", page);
        if (asked.json) {
            asked.out().println(Json.text(Map.of("placements", rows)));
        } else {
            asked.out().println("wire mm   peak K  on tiles K  as placed K  fullest face mm²");
            rows.forEach(r -> asked.out().println(String.format(Locale.ROOT, "%7s  %7s  %10s  %11s  %s", r.get("board.wirelength"), r.get("board.peak"), r.get("board.peak.solved"), r.get("board.peak.full"), r.get("fullest-face"))));
            asked.out().println("written  " + written);
        }
        asked.out().flush();
    }
}

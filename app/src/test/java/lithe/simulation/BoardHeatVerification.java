// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import lithe.Figures;
import lithe.board.Sandwich;
import lithe.board.place.Block;
import lithe.board.place.Legality;
import lithe.board.place.Problem;
import lithe.board.place.StackPlacer;
import lithe.board.place.Wires;
import lithe.input.DeviceFile;
import lithe.thermal.Resolution;
import org.junit.jupiter.api.Test;

/// The Xiaomi 12's boards in the phone: copper by place, and superposition against the full solve.
class BoardHeatVerification {

    @Test
    void copperByPlaceChangesTheTemperatures() {
        var file = xiaomi();
        var resolution = Figures.all() ? Resolution.STANDARD : Resolution.of(12_000);
        var c = new BoardCopper(
                        file.device(), Objects.requireNonNull(file.board()), file.device().workload("sustained-game"), resolution, 1)
                .compare(3e-3);
        assertThat(c.power()).isCloseTo(6.0, within(1e-9));
        assertThat(c.through()[1]).isGreaterThan(c.through()[0]);
        assertThat(c.partDetail()).isNotEqualTo(c.partBlock());
        // more copper through the board beneath the SoC can only help it; by less than the 10 K of a missing contact
        assertThat(c.partDetail() - c.partBlock()).isBetween(-10.0, 0.0);
        Figures.record(
                "5 board",
                "in the phone: Xiaomi 12's generated board against the homogeneous block",
                "%s %+.2f K (%.2f to %.2f °C), highest skin %+.2f K (%.2f to %.2f °C) at %.1f W steady, k through %.1f to %.1f W/(m·K) by place against 0.8 everywhere"
                        .formatted(
                                c.part(),
                                c.partDetail() - c.partBlock(),
                                c.partBlock() - 273.15,
                                c.partDetail() - 273.15,
                                c.skinDetail() - c.skinBlock(),
                                c.skinBlock() - 273.15,
                                c.skinDetail() - 273.15,
                                c.power(),
                                c.through()[0],
                                c.through()[1]));
    }

    @Test
    void superpositionAgreesWithTheFullSolve() {
        var study = study(Resolution.of(Figures.all() ? 30_000 : 8_000));
        var influence = study.influence(Figures.all() ? 6e-3 : 9e-3, Progress.SILENT);
        List<Block> blocks = new ArrayList<>();
        for (var chip : study.chips()) {
            var box = chip.boxes().getFirst();
            blocks.add(new Block(
                    chip.name(), box.width(), box.length(), box.thickness(), 0.13e-3,
                    study.movable().getOrDefault(chip.name(), 0.0), Set.of(0, 1, 2, 3), true, false, null));
        }
        List<Wires.Net> nets = new ArrayList<>();
        for (int i = 1; i < blocks.size(); i++) {
            nets.add(Wires.Net.of(4, 0, i));
        }
        var problem = new Problem(blocks, Sandwich.phone(study.area()).planes(), nets, 20e-3);
        var table = new StringBuilder();
        double worst = 0;
        for (double weight : new double[] {0, 0.5}) {
            var run = StackPlacer.place(problem, influence, weight / 30, 30_000, 1, share -> {});
            assertThat(Legality.violations(problem, run.placement())).isEmpty();
            double sum = influence.peak(problem, run.placement());
            double solved = study.tilePeak(influence, problem, run.placement());
            worst = Math.max(worst, Math.abs(sum - solved));
            table.append(" [weight %s: %.0f mm, %.2f K by superposition, %.2f K solved, %.2f K with chips at their exact places]"
                    .formatted(weight, run.wirelength() * 1e3, sum, solved, study.fullPeak(problem, run.placement())));
        }
        Figures.record("5 board", "temperature: superposition within 1 K of the full 3-D solve (Xiaomi 12)", "largest difference %.2f K;%s".formatted(worst, table));
        assertThat(worst).isLessThanOrEqualTo(1.0);
    }

    private static DeviceFile xiaomi() {
        return DeviceFile.read(Path.of("..", "devices", "xiaomi-12.yaml"));
    }

    private static BoardHeat study(Resolution resolution) {
        var file = xiaomi();
        return new BoardHeat(
                file.device(), Objects.requireNonNull(file.board()), file.device().workload("sustained-game"), resolution, 1);
    }
}

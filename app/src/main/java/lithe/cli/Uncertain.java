// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lithe.explore.Band;
import lithe.input.DeviceFile;
import lithe.input.Input;
import lithe.simulation.Coupling;
import lithe.simulation.Outcome;
import lithe.simulation.Progress;
import lithe.thermal.Grid;
import lithe.thermal.Resolution;
import lithe.units.Units;

/// How far a result can be trusted, given how well its inputs are known.
final class Uncertain {

    private static final String RESULT = "skin.max";
    /// Seed of the draw; fixed, so that the same file gives the same band.
    private static final long SEED = 12;

    private final Asked asked;
    private final int variants;

    Uncertain(Asked asked, int variants) {
        this.asked = asked;
        this.variants = variants;
    }

    /// The band of one workload.
    record Line(String workload, Band band, int inputs) {

        String text() {
            return String.format(
                    Locale.ROOT,
                    "BAND  %s  %s 10–90 %%: %.1f … %.1f °C, median %.1f (%d variants of %d graded inputs, draft resolution%s)",
                    workload,
                    RESULT,
                    band.low() - Units.ICE,
                    band.high() - Units.ICE,
                    band.median() - Units.ICE,
                    band.variants(),
                    inputs,
                    band.refused() == 0 ? "" : ", " + band.refused() + " could not exist");
        }
    }

    List<Line> bands(Outcome outcome, int threads) {
        var file = asked.read();
        List<Input> inputs = file.uncertain();
        List<Line> lines = new ArrayList<>();
        for (var run : outcome.runs()) {
            String workload = run.workload().name();
            var bar = new ProgressBar(asked.err());
            int[] done = {0};
            var band = Band.of(inputs.stream().map(Input::quantity).toList(), variants, SEED, values -> {
                bar.at("variants of " + workload, (double) done[0]++ / variants);
                return skin(vary(file, inputs, values), workload, threads);
            });
            bar.done();
            lines.add(new Line(workload, band, inputs.size()));
        }
        return lines;
    }

    private static DeviceFile vary(DeviceFile file, List<Input> inputs, double[] values) {
        Map<String, Double> changed = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            changed.put(inputs.get(i).path(), values[i]);
        }
        return file.with(changed);
    }

    private static double skin(DeviceFile variant, String workload, int threads) {
        var phone = variant.device();
        var grid = Grid.of(phone, Resolution.DRAFT);
        var outcome = Coupling.of(phone, grid, threads).solve(List.of(phone.workload(workload)), Progress.SILENT);
        return outcome.runs().getFirst().result(RESULT);
    }
}

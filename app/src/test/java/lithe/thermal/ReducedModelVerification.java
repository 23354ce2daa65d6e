// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import lithe.Figures;
import lithe.device.Device;
import lithe.device.Workload;
import lithe.input.DeviceFile;
import lithe.verify.LayeredBox;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReducedModelVerification {

    private static final String ROW = "2 conduction";

    @Test
    @DisplayName("bursts on LB1 stay within 0.05 K of the full model, and within the model's own estimate")
    void layeredBox() {
        Heat heat = Heat.on(LayeredBox.grid(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1), 1);
        double[] idle = heat.powers(Map.of("SoC", 2.5, "PMIC", 1.2, "RF", 0.8, "BATT", 1.5));
        double[] burst = heat.powers(Map.of("SoC", 8.0, "PMIC", 1.2, "RF", 0.8, "BATT", 1.5));
        var model = ReducedModel.of(heat, LayeredBox.surroundings(), burst);
        var run = model.start(LayeredBox.AMBIENT);
        var full = heat.from(LayeredBox.surroundings(), LayeredBox.AMBIENT).tolerance(0.002);
        double worst = 0;
        for (int s = 0; s < (Figures.all() ? 240 : 120); s += 2) {
            double[] now = s % 60 < 20 ? burst : idle;
            full.advance(2, now);
            run.advance(1, now);
            run.advance(1, now);
            var t = full.now();
            for (String part : model.outputs()) {
                worst = Math.max(worst, Math.abs(run.value(part) - t.mean(part)));
            }
        }
        Figures.record(ROW, "reduced model, LB1", "%.4f K of at most 0.05, own estimate %.4f K, %d states".formatted(worst, model.error(), model.states()));
        assertThat(worst).isLessThan(0.05).isLessThan(model.error());
        double best = Double.MAX_VALUE;
        for (int n = 0; n < 20; n++) {
            long start = System.nanoTime();
            var trace = model.start(LayeredBox.AMBIENT);
            for (int s = 0; s < 1000; s++) {
                trace.advance(1, s % 60 < 20 ? burst : idle);
            }
            best = Math.min(best, (System.nanoTime() - start) / 1e6);
        }
        Figures.record(ROW, "reduced model, 1000 s trace, LB1", "%.2f ms".formatted(best));
    }

    @ParameterizedTest
    @ValueSource(strings = {"record-4k30", "sustained-game"})
    @DisplayName("the Xiaomi 12 with radiation, chamber and hands stays within 0.3 K and within the model's own estimate")
    void xiaomi(String workload) {
        Device phone = DeviceFile.read(Path.of("../devices/xiaomi-12.yaml")).device();
        Workload work = phone.workload(workload);
        Heat heat = Heat.on(Grid.of(phone, Resolution.DRAFT), 1);
        Map<String, Double> sources = new HashMap<>();
        work.power().forEach((name, trace) -> sources.put(name, trace.at(0)));
        double[] powers = heat.powers(sources);
        var around = Surroundings.of(work);
        var model = ReducedModel.of(heat, around, powers);
        var run = model.start(work.start());
        var full = heat.from(around, work.start());
        var composed = new ReducedTransient(model, work.start());
        double worst = 0, hottest = 0;
        String where = "";
        for (int n = 0; n < 6; n++) {
            double[] now = heat.powers(n == 3 ? Map.of() : sources);
            full.advance(200, now);
            composed.advance(200, now, now, _ -> {});
            for (int s = 0; s < 200; s++) {
                run.advance(1, now);
            }
            var t = full.now();
            var c = composed.now();
            hottest = Math.max(hottest, Math.max(Math.abs(c.skinMax() - t.skinMax()), Math.abs(c.max("SoC") - t.max("SoC"))));
            for (String output : model.outputs()) {
                double exact = output.startsWith("sensor.") ? t.sensor(output.substring(7)) : t.mean(output);
                double gap = Math.abs(run.value(output) - exact);
                if (gap > worst) {
                    worst = gap;
                    where = output + " at " + (n + 1) * 200 + " s";
                }
            }
        }
        double best = Double.MAX_VALUE;
        for (int n = 0; n < 20; n++) {
            long start = System.nanoTime();
            var trace = model.start(work.start());
            for (int s = 0; s < 1000; s++) {
                trace.advance(1, powers);
            }
            best = Math.min(best, (System.nanoTime() - start) / 1e6);
        }
        Figures.record(ROW, "reduced model, Xiaomi 12 " + workload, "%.3f K (%s) of at most 0.3, own estimate %.3f K, %d states, 1000 s in %.1f ms"
                .formatted(worst, where, model.error(), model.states(), best));
        Figures.record(ROW, "reduced model, Xiaomi 12 " + workload + ", all cells composed", "hottest skin and SoC %.3f K off, balance open by %.1e"
                .formatted(hottest, composed.energy().error()));
        assertThat(hottest).isLessThan(model.error());
        // films and radiation follow zones here, not cells
        assertThat(composed.energy().error()).isLessThan(1e-2);
        assertThat(worst).as(where).isLessThan(0.3);
        assertThat(worst).as(where).isLessThan(model.error());
    }
}

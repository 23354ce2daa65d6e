// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lithe.Figures;
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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// BPX out, and in again.
class BpxTextTest {

    @Test
    @DisplayName("a set with nothing to lose comes back with the same discharge")
    void thereAndBack() {
        var set = ParameterLibrary.named("Marquis2019");
        assertThat(BpxText.losses(set)).isEmpty();
        var back = BpxFile.parse(BpxText.of(set), "back.json");
        assertThat(back.capacity()).isCloseTo(set.capacity(), within(1e-6 * set.capacity()));
        assertThat(back.heatCapacity()).isCloseTo(set.heatCapacity(), within(1e-6));
        assertThat(back.cooling()).isCloseTo(set.cooling(), within(1e-9));
        var a = discharge(set);
        var b = discharge(back);
        double worst = 0;
        for (double t = 60; t < 3600; t += 60) {
            worst = Math.max(worst, Math.abs(at(a, t) - at(b, t)));
        }
        Figures.record("4 battery", "BPX out and in again, 1C lumped discharge", "largest difference %.3f mV".formatted(worst * 1e3));
        assertThat(worst).isLessThan(0.2e-3);
        assertThat(b.last(Trace.Column.TEMPERATURE)).isCloseTo(a.last(Trace.Column.TEMPERATURE), within(0.01));
    }

    @Test
    @DisplayName("what the format cannot hold is said")
    void losses() {
        assertThat(BpxText.losses(ParameterLibrary.named("Ai2020"))).contains("thermodynamic factor").contains("Arrhenius");
        for (String name : ParameterLibrary.names()) {
            var set = ParameterLibrary.named(name);
            assertThat(BpxFile.parse(BpxText.of(set), name).capacity()).isCloseTo(set.capacity(), within(1e-6 * set.capacity()));
        }
    }

    private static Trace discharge(ParameterSet set) {
        var cell = new CellSimulator(
                set, Model.DFN, Resolution.QUICK, Thermal.lumped(set, 298.15), CellSimulator.Options.STANDARD, 1);
        return CellRun.of(cell, Protocol.of("Discharge at 1C until 3.2 V", set)).trace();
    }

    private static double at(Trace trace, double time) {
        int row = 1;
        while (row < trace.size() - 1 && trace.get(Trace.Column.TIME, row) < time) {
            row++;
        }
        double t0 = trace.get(Trace.Column.TIME, row - 1), t1 = trace.get(Trace.Column.TIME, row);
        double share = Math.clamp((time - t0) / (t1 - t0), 0, 1);
        return trace.get(Trace.Column.VOLTAGE, row - 1) * (1 - share) + trace.get(Trace.Column.VOLTAGE, row) * share;
    }
}

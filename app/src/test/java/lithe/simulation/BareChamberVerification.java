// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import lithe.Figures;
import lithe.chamber.Assessment;
import lithe.chamber.Cooling;
import lithe.chamber.Mask;
import lithe.chamber.Shape;
import lithe.chamber.Spreader;
import lithe.chamber.Tilt;
import lithe.chamber.VaporChamber;
import lithe.device.Device;
import lithe.device.Filling;
import lithe.input.DeviceFile;
import lithe.thermal.Grid;
import lithe.thermal.Resolution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A chamber with nothing around it: the phone's solution must say of it what the chamber's own solver says.
@Tag("verification")
class BareChamberVerification {

    private static final DeviceFile FILE = DeviceFile.read(Path.of("src/test/resources/lithe/simulation/bare-chamber.yaml"));
    private static final double HEAT = 5;

    private static Run run(Device phone) {
        var grid = Grid.of(phone, Resolution.DRAFT);
        return Coupling.of(phone, grid, 1).solve(phone.workloads(), Progress.SILENT).runs().getFirst();
    }

    private static Assessment alone(Device phone, Tilt tilt) {
        VaporChamber chamber = ((Filling.Chamber) phone.part("chamber").filling()).chamber();
        var mask = Mask.of(Shape.rectangle(0, 0, 40e-3, 65e-3), 1e-3);
        double[] heat = mask.heat(Shape.rectangle(15e-3, 10e-3, 10e-3, 10e-3), HEAT);
        return new Spreader(chamber, mask, Cooling.even(mask, 100, 298.15), 1).assess(heat, new double[mask.cells()], tilt);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 mol", "1e-7 mol"})
    @DisplayName("uses of all limits, spread and resistance as alone, with and without gas")
    void asAlone(String gas) {
        var phone = FILE.set(Map.of("chamber.gas", gas)).device();
        var run = run(phone);
        var flat = alone(phone, Tilt.FLAT);
        Figures.record(
                "3 chamber", "in the phone against the chamber's own solver, gas " + gas,
                "capillary %.4f and %.4f, viscous %.4f and %.4f, boiling %.4f and %.4f, sonic %.4f and %.4f, entrainment %.4f and %.4f, spread %.3f and %.3f K, resistance %.3f and %.3f K/W, gas in %.0f mm²"
                        .formatted(
                                run.result("chamber.capillary.use.flat"), flat.use().capillary(), run.result("chamber.viscous.use"), flat.use().viscous(),
                                run.result("chamber.boiling.use"), flat.use().boiling(), run.result("chamber.sonic.use"), flat.use().sonic(),
                                run.result("chamber.entrainment.use"), flat.use().entrainment(), run.result("chamber.spread"), flat.spread(),
                                run.result("chamber.resistance"), flat.resistance(), 1e6 * run.results().getOrDefault("chamber.gas.area", 0.0)));
        // 1 %: cells of 1 mm alone, a graded mesh in the phone; behind a front of gas one row of cells is 2 % of the wick's way
        var near = withinPercentage(gas.startsWith("0") ? 1 : 4);
        assertThat(run.results().getOrDefault("chamber.gas.area", 0.0) > 0).isEqualTo(!gas.startsWith("0"));
        assertThat(run.result("chamber.capillary.use.flat")).isCloseTo(flat.use().capillary(), near);
        assertThat(run.result("chamber.capillary.use.upright")).isCloseTo(alone(phone, Tilt.UPRIGHT).use().capillary(), near);
        assertThat(run.result("chamber.viscous.use")).isCloseTo(flat.use().viscous(), near);
        assertThat(run.result("chamber.boiling.use")).isCloseTo(flat.use().boiling(), near);
        assertThat(run.result("chamber.sonic.use")).isCloseTo(flat.use().sonic(), near);
        assertThat(run.result("chamber.entrainment.use")).isCloseTo(flat.use().entrainment(), near);
        assertThat(run.chambers()).hasSize(1);
    }

    @Test
    @DisplayName("the lid is judged where there are pillars, and told when they stand too far apart")
    void lid() {
        var far = DeviceFile.parse(text().replace("gas: 0 mol", "pillars: {fraction: 0.3 %, diameter: 0.5 mm}"), "far.yaml", null).device();
        var run = run(far);
        assertThat(run.result("chamber.lid.use")).isGreaterThan(1);
        assertThat(run.warnings()).anyMatch(w -> w.startsWith("the lid of chamber"));
        assertThat(run(FILE.device()).results()).doesNotContainKey("chamber.lid.use");
    }

    private static String text() {
        try {
            return Files.readString(Path.of("src/test/resources/lithe/simulation/bare-chamber.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

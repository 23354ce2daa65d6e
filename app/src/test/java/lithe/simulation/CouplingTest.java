// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import lithe.device.Device;
import lithe.input.DeviceFile;
import lithe.thermal.Grid;
import lithe.thermal.Resolution;
import org.junit.jupiter.api.Test;

/// A copper plate with films: one temperature, so every answer is known.
class CouplingTest {

    private static final String PLATE =
            """
            lithe: 1
            name: plate
            body: {width: 60 mm, length: 120 mm, thickness: 4 mm}
            layers:
              - {name: front, material: copper, thickness: 2 mm}
              - {name: back, material: copper, thickness: 2 mm}
            parts:
              - {name: heater, material: copper, layer: front, at: [0 mm, 0 mm], size: [60 mm, 120 mm]}
            surfaces:
              front: {emissivity: 0.5, touch: metal}
              back: {emissivity: 0.5, touch: metal}
              edges: {emissivity: 0.5, touch: metal}
            workloads:
              - {name: steady, steady: true, ambient: 25 °C, boundary: &films, power: {heater: 2 W}}
              - {name: burst, duration: 100 s, ambient: 25 °C, boundary: *films, power: {heater: [[0 s, 8 W], [20 s, 2 W]]}}
              - {name: more, after: burst, duration: 50 s, ambient: 25 °C, boundary: *films, power: {heater: 1 W}}
              - {name: ramp, duration: 100 s, ambient: 25 °C, boundary: *films, interpolation: linear, power: {heater: [[0 s, 0 W], [100 s, 6 W]]}}
            """
                    .replace("&films", "{radiation: off, front: 8 W/(m²·K), back: 10 W/(m²·K), edges: adiabatic}")
                    .replace("*films", "{radiation: off, front: 8 W/(m²·K), back: 10 W/(m²·K), edges: adiabatic}");
    private static final double AREA = 0.06 * 0.12;
    private static final Device DEVICE = DeviceFile.parse(PLATE, "plate.yaml", null).device();

    private static Coupling coupling() {
        return Coupling.of(DEVICE, Grid.of(DEVICE, Resolution.of(2_000)), 1);
    }

    private static Run run(String name) {
        return coupling().solve(List.of(DEVICE.workload(name)), Progress.SILENT).runs().getFirst();
    }

    @Test
    void steadyPlateIsPowerOverFilmTimesArea() {
        var run = run("steady");
        double expected = 298.15 + 2 / (18 * AREA);
        // copper 4 mm thick: its faces differ by microkelvins per watt, the film decides
        assertThat(run.result("skin.max")).isCloseTo(expected, within(2e-3));
        assertThat(run.result("hand-check.skin")).isCloseTo(expected, within(1e-6));
        assertThat(run.result("heat.error")).isLessThan(1e-6);
    }

    @Test
    void aJumpOfPowerIsMetExactly() {
        var run = run("burst");
        assertThat(run.series().time()).contains(20.0);
        assertThat(run.result("heat.in")).isCloseTo((8 * 20 + 2 * 80) / 100.0, within(1e-9));
    }

    @Test
    void aRampReleasesItsIntegral() {
        assertThat(run("ramp").result("heat.in")).isCloseTo(3, within(1e-9));
    }

    @Test
    void aWorkloadThatContinuesAnotherStartsWhereItEnded() {
        var both = coupling().solve(List.of(DEVICE.workload("burst"), DEVICE.workload("more")), Progress.SILENT);
        double[] first = both.runs().get(0).series().values().get("skin.mean");
        double[] second = both.runs().get(1).series().values().get("skin.mean");
        assertThat(second[0]).isCloseTo(first[first.length - 1], within(1e-9));
        // asked for alone, it runs the other first without showing it
        assertThat(run("more").result("skin.max")).isEqualTo(both.runs().get(1).result("skin.max"));
    }

    @Test
    void progressRisesToOne() {
        List<Double> heard = new ArrayList<>();
        coupling().judged().solve(DEVICE.workloads(), (what, fraction) -> heard.add(fraction));
        assertThat(heard).isSorted();
        assertThat(heard.getLast()).isCloseTo(1, within(1e-9));
    }

    @Test
    void judgedRunsTellTheirMeshError() {
        var run = coupling().judged().solve(List.of(DEVICE.workload("steady")), Progress.SILENT).runs().getFirst();
        assertThat(run.results()).containsKeys("solve.mesh-error", "solve.mesh-error.skin.max", "solve.mesh-error.part.heater.mean");
        assertThat(run.result("solve.mesh-error")).isBetween(0.0, 1e-2);
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import lithe.input.DeviceFile;
import lithe.thermal.Grid;
import lithe.thermal.Resolution;
import org.junit.jupiter.api.Test;

/// The judge looks where temperatures have moved, yet not past a jump.
class JudgementTest {

    private static final String SLAB =
            """
            lithe: 1
            name: slab
            body: {width: 60 mm, length: 120 mm, thickness: 4 mm}
            layers:
              - {name: front, material: cover glass, thickness: 2 mm}
              - {name: back, material: cover glass, thickness: 2 mm}
            parts:
              - {name: chip, material: silicon, layer: front, at: [20 mm, 30 mm], size: [10 mm, 10 mm]}
            surfaces:
              front: {emissivity: 0.5, touch: glass}
              back: {emissivity: 0.5, touch: glass}
              edges: {emissivity: 0.5, touch: glass}
            workloads:
              - {name: steady, duration: 3000 s, ambient: 25 °C, boundary: &films, power: {chip: 0.5 W}}
              - {name: falls, duration: 3003 s, ambient: 25 °C, boundary: &films, power: {chip: [[0 s, 0.5 W], [3000 s, 0.01 W]]}}
              - {name: rises, duration: 3003 s, ambient: 25 °C, boundary: &films, power: {chip: [[0 s, 0.01 W], [3000 s, 0.5 W]]}}
              - {name: short, duration: 3 s, ambient: 25 °C, boundary: &films, power: {chip: 0.49 W}}
            """
                    .replace("&films", "{radiation: off, front: 8 W/(m²·K), back: 10 W/(m²·K), edges: adiabatic}");

    @Test
    void whatWasClaimedOfAPlateauIsNotForgottenWhenThePowerFalls() {
        for (String id : new String[] {"skin.max", "part.chip.max"}) {
            assertThat(error("falls", id)).as(id).isEqualTo(error("steady", id), within(1e-6));
        }
    }

    @Test
    void aPlateauIsNotChargedWithThePowerThatFollows() {
        double alone = error("short", "skin.max");
        assertThat(error("rises", "skin.max")).isEqualTo(alone, within(0.1 * alone));
    }

    private static double error(String workload, String id) {
        var phone = DeviceFile.parse(SLAB, "slab.yaml", null).device();
        var coupling = Coupling.of(phone, Grid.of(phone, Resolution.DRAFT), 1).judged();
        var run = coupling.solve(phone.workloads().stream().filter(w -> w.name().equals(workload)).toList(), Progress.SILENT).runs().getFirst();
        return Objects.requireNonNull(run.results().get("solve.mesh-error." + id));
    }
}

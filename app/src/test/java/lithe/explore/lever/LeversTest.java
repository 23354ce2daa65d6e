// SPDX-License-Identifier: Apache-2.0
package lithe.explore.lever;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lithe.input.DeviceFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LeversTest {

    private static final DeviceFile FILE = DeviceFile.read(Path.of("../devices/xiaomi-12.yaml"));

    @Test
    @DisplayName("every lever of the phone finds its place in the file, both ways")
    void levers() {
        for (var workload : List.of("game", "charge-67w")) {
            var levers = Levers.of(FILE.device(), FILE.given(), FILE.device().workload(workload));
            assertThat(levers).extracting(Lever::name).contains(
                    "ambient", "graphite thickness", "chamber area", "chamber thickness, as vapor gap", "emissivity, back", "battery width", "contact SoC to board", "mid-frame layer");
            for (var lever : levers) {
                for (var settings : List.of(lever.up(), lever.down())) {
                    Map<String, String> values = new LinkedHashMap<>();
                    settings.forEach(setting -> values.put(setting.path(), setting.text()));
                    assertThat(FILE.set(values).device()).as(lever.name()).isNotNull();
                }
            }
        }
        var game = Levers.of(FILE.device(), FILE.given(), FILE.device().workload("game"));
        // it continues record-4k30, whose air moves with its own
        assertThat(game.getFirst().up()).extracting(s -> s.path() + " " + s.text())
                .containsExactly("workloads.game.ambient 25 °C", "workloads.record-4k30.ambient 25 °C");
        var charge = Levers.of(FILE.device(), FILE.given(), FILE.device().workload("charge-67w"));
        assertThat(charge).extracting(Lever::name).contains("path resistance", "tabs, instead of split-negative");
    }

    @Test
    @DisplayName("the first levers are those of heat on its way out; in a charge five of the design, its leads for the power; no swap is among them")
    void first() {
        assertThat(Levers.first(FILE.device(), FILE.given(), FILE.device().workload("game"))).extracting(Lever::name).containsExactly(
                "ambient", "SoC power", "graphite thickness", "chamber area", "chamber thickness, as vapor gap", "emissivity, back", "battery width");
        assertThat(Levers.first(FILE.device(), FILE.given(), FILE.device().workload("charge-67w"))).extracting(Lever::name).containsExactly(
                "path resistance", "graphite thickness", "chamber area", "chamber thickness, as vapor gap", "emissivity, back");
    }
}

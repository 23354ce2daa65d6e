// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import lithe.device.Device;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeviceFileTest {

    static final Path LB1 = Path.of("../devices/lb1.yaml");

    @Test
    @DisplayName("LB1 is read as it is defined")
    void lb1() {
        Device lb1 = DeviceFile.read(LB1).device();
        assertThat(lb1.layers()).hasSize(11);
        assertThat(lb1.part("chamber").boxes().get(0).area()).isEqualTo(2600e-6, org.assertj.core.data.Offset.offset(1e-15));
        assertThat(lb1.part("board").boxes().get(0).z0()).isEqualTo(3.45e-3, org.assertj.core.data.Offset.offset(1e-12));
        double heat = lb1.workload("steady").power().values().stream().mapToDouble(trace -> trace.at(0)).sum();
        assertThat(heat).isEqualTo(8.5);
        assertThat(lb1.workload("steady").steady()).isTrue();
    }

    @Test
    @DisplayName("every number is listed with its line, grade and source")
    void inputs() {
        var h = DeviceFile.read(LB1).inputs().stream()
                .filter(input -> input.path().equals("workloads.steady.boundary.back"))
                .findFirst()
                .orElseThrow();
        assertThat(h.text()).isEqualTo("10 W/(m²·K)");
        assertThat(h.quantity().si()).isEqualTo(10);
        assertThat(h.quantity().source()).isEqualTo("definition of LB1");
        assertThat(h.place().line()).isGreaterThan(50);
    }

    @Test
    @DisplayName("a value can be set by a short path, and only one that exists")
    void set() {
        var lb1 = DeviceFile.read(LB1);
        var wide = lb1.set(Map.of("chamber.width", "40 mm")).device();
        assertThat(wide.part("chamber").boxes().get(0).width()).isEqualTo(0.04, org.assertj.core.data.Offset.offset(1e-15));
        assertThatThrownBy(() -> lb1.set(Map.of("chamber.widht", "40 mm")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("leads nowhere");
        assertThatThrownBy(() -> lb1.set(Map.of("chamber.width", "40")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("the unit is missing");
    }

    @Test
    @DisplayName("the inside of a chamber goes by the part's name, factors multiply, a material takes its place")
    void setChamber() {
        var phone = DeviceFile.read(Path.of("../devices/xiaomi-12.yaml"));
        var near = org.assertj.core.data.Offset.offset(1e-12);
        var finer = phone.set(Map.of("chamber.wick.opening", "x 0.5", "chamber.thickness", "0.4 mm")).device().part("chamber");
        assertThat(finer.boxes().getFirst().thickness()).isEqualTo(0.4e-3, near);
        var chamber = (lithe.device.Filling.Chamber) finer.filling();
        assertThat(((lithe.chamber.Wick.Mesh) chamber.chamber().wick()).wire()).isEqualTo(40e-6, near);
        assertThat(1 / ((lithe.chamber.Wick.Mesh) chamber.chamber().wick()).density()).isEqualTo(71e-6, near);
        var solid = phone.set(Map.of("chamber.material", "graphite set")).device().part("chamber").filling();
        assertThat(solid).isInstanceOf(lithe.device.Filling.Solid.class);
        assertThatThrownBy(() -> phone.set(Map.of("chamber.wick.opennig", "50 µm")))
                .hasMessageContaining("nearest \"chamber.wick.opening\"");
        assertThatThrownBy(() -> phone.set(Map.of("chamber.widht", "41 mm"))).hasMessageContaining("nearest \"chamber.width\"");
        assertThatThrownBy(() -> phone.set(Map.of("idle.ambient", "x 1.1"))).hasMessageContaining("can be multiplied");
    }

    @Test
    @DisplayName("a sampled value keeps its grade")
    void with() {
        var changed = DeviceFile.read(LB1).with(Map.of("materials.LB1 glass.conductivity", 1.2345678901234567));
        assertThat(changed.device().layers().get(0).material().inPlane()).isEqualTo(1.2345678901234567);
        assertThat(changed.inputs().get(3).quantity().source()).isEqualTo("definition of LB1");
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.regex.Pattern;
import lithe.device.Device;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DemandsReaderTest {

    private static Device read(String more) throws IOException {
        return DeviceFile.parse(BrokenFilesTest.good() + more, "phone.yaml", BrokenFilesTest.FOLDER).device();
    }

    @Test
    @DisplayName("a file may ask for clearances, swelling, groups and targets; what it does not say is standard")
    void reads() throws IOException {
        var asked = read("fit: {swelling: 8 %, clearances: [{between: [frame metal, SoC], least: 1 mm}, {between: [board, battery], least: 2 mm}], groups: {frame metal: [pmic, board]}}\ntargets: {skin: 43 °C, charge-t100: 42 min}\n")
                .demands();
        assertThat(asked.fit().swelling()).isEqualTo(0.08);
        assertThat(asked.fit().clearances()).hasSize(8); // 7 standard ones, of which one pair is replaced
        assertThat(asked.fit().in("frame metal", "board")).isTrue();
        assertThat(asked.targets().skin()).isEqualTo(316.15, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(asked.targets().charge100()).isEqualTo(2520);
        assertThat(asked.targets().charge80()).isNaN();
        assertThat(read("").demands()).isEqualTo(lithe.device.Demands.standard());
    }

    @Test
    @DisplayName("what it cannot mean is told with line and nearest name")
    void refuses() {
        assertThatThrownBy(() -> read("fit: {groups: {cells: [batery]}, clearances: [{between: [board, kamera], least: 1 mm}, {between: [board, battery], least: 1 m}]}\n"))
                .hasMessageContaining("found \"batery\", expected a part; nearest \"battery\"")
                .hasMessageContaining("found \"kamera\"")
                .hasMessageContaining("a length from 0 mm to 20 mm")
                .hasMessageContaining("3 problems");
        assertThatThrownBy(() -> read("fit: {clearances: [{between: [board, battery], least: 1 mm}, {between: [battery, board], least: 2 mm}]}\n"))
                .hasMessageContaining("a second clearance between the same two");
        assertThatThrownBy(() -> read("targets: {skin: 43}\n")).hasMessageContaining("the unit is missing");
    }

    @Test
    @DisplayName("the move told with an overlap cures it when it is made")
    void move() throws IOException {
        var broken = BrokenFilesTest.good().replace("at: [40 mm, 30 mm]", "at: [33.6 mm, 30 mm]");
        assertThatThrownBy(() -> DeviceFile.parse(broken, "phone.yaml", BrokenFilesTest.FOLDER)).satisfies(thrown -> {
            var move = Pattern.compile("move \"pmic\" ([0-9.]+) mm right").matcher(String.valueOf(thrown.getMessage()));
            assertThat(move.find()).as(thrown.getMessage()).isTrue();
            double x = 33.6 + Double.parseDouble(move.group(1));
            var cured = broken.replace("33.6 mm", x + " mm");
            assertThat(DeviceFile.parse(cured, "phone.yaml", BrokenFilesTest.FOLDER).device().parts()).isNotEmpty();
        });
    }
}

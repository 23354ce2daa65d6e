// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import lithe.cell.CellRun;
import lithe.cell.CellSimulator;
import lithe.cell.Model;
import lithe.cell.Protocol;
import lithe.cell.Resolution;
import lithe.cell.Thermal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// BPX formulas and files.
class BpxFileTest {

    @Test
    @DisplayName("formulas: precedence, right-associative power, unary minus, functions")
    void formulas() {
        assertThat(Formula.of("2 + 3 * x").applyAsDouble(4)).isEqualTo(14);
        assertThat(Formula.of("2 ** 3 ** 2").applyAsDouble(0)).isEqualTo(512);
        assertThat(Formula.of("-x ** 2").applyAsDouble(3)).isEqualTo(-9);
        assertThat(Formula.of("2 ** -1").applyAsDouble(0)).isEqualTo(0.5);
        assertThat(Formula.of("1e-3 * exp(-(x - 1)) / tanh(2)").applyAsDouble(1)).isCloseTo(1e-3 / Math.tanh(2), within(1e-15));
        assertThat(Formula.of("8 / 4 / 2 - 1 - 1").applyAsDouble(0)).isEqualTo(-1);
        assertThatThrownBy(() -> Formula.of("2 +")).hasMessageContaining("character 4");
        assertThatThrownBy(() -> Formula.of("y + 1")).hasMessageContaining("x or one of");
        assertThatThrownBy(() -> Formula.of("(".repeat(5000))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("what is missing or unknown is all listed at once")
    void problems() {
        assertThatThrownBy(() -> BpxFile.parse("{\"Header\": {}, \"Parameterisation\": {\"Cell\": {\"Elektrode area\": 1}}}", "x.json"))
                .hasMessageContaining("Header.BPX")
                .hasMessageContaining("Elektrode area")
                .hasMessageContaining("Negative electrode.OCP [V]: not there");
        assertThatThrownBy(() -> BpxFile.parse("{", "x.json")).hasMessageContaining("not JSON");
    }

    @Test
    @DisplayName("the public NMC pouch is read and gives the 13.2 Ah of its window (12.5 Ah on the label); needs LITHE_DATA")
    void pouch() throws IOException {
        var data = System.getenv("LITHE_DATA");
        assumeTrue(data != null, "LITHE_DATA is not set: public BPX files are not read");
        var set = BpxFile.read(Path.of(data, "bpx", "nmc_pouch_cell_BPX.json"));
        assertThat(set.capacity() / 3600).isCloseTo(13.19, within(0.05));
        var cell = new CellSimulator(
                set, Model.DFN, Resolution.QUICK, new Thermal.Held(298.15), CellSimulator.Options.STANDARD, 1);
        var run = CellRun.of(cell, Protocol.of("Discharge at 1C until 2.7 V", set));
        assertThat(run.limit()).isNull();
        assertThat(cell.time()).isBetween(3000.0, 4000.0);
        for (var other : new String[] {"lfp_18650_cell_BPX.json", "nmc_pouch_cell_BPX_SPM.json"}) {
            assertThat(BpxFile.read(Path.of(data, "bpx", other)).capacity()).isPositive();
        }
    }
}

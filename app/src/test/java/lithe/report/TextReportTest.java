// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TextReportTest {

    private static final String TEXT = TextReport.text(Fixture.report(), false, List.of(Path.of("out/report.html")));

    @Test
    @DisplayName("fit, cool and charge come first, then the verdict of every workload, then details")
    void verdictsFirst() {
        var lines = TEXT.lines().toList();
        assertThat(lines.get(2)).startsWith("FIT     FAIL   camera overlaps upper board by 0.60 mm in z; make upper board 7.20 mm shorter at the top");
        assertThat(lines.get(3)).startsWith("COOL    FAIL   sustained-game, ").contains("over the ceiling (48 °C)");
        assertThat(lines.get(4)).isEqualTo("CHARGE  –      no workload that was run charges the battery");
        assertThat(lines.subList(6, 9)).allSatisfy(line -> assertThat(line).startsWith("COOL"));
        assertThat(lines.get(6)).contains("TIGHT", "record-4k30", "°C", "mm", "over comfort (43 °C)", "the ceiling (48 °C)");
        assertThat(lines.get(7)).contains("FAIL", "over the ceiling (48 °C)");
        assertThat(lines.get(8)).contains("pass", "below comfort (43 °C)");
    }

    @Test
    @DisplayName("balance, solver, notes and the file written are named")
    void details() {
        assertThat(TEXT)
                .contains("in 3.83 W = stored 0.08 + convection 1.69 + radiation 2.06 + hand 0.00 W, error 3e-7")
                .contains("full model, 148,224 cells, 17 iterations, residual 7e-9, mesh error ±0.12 K, 3.2 s")
                .contains("Rayleigh number 9.1e3")
                .endsWith("wrote out/report.html\n");
    }

    @Test
    @DisplayName("colour only when asked, and a name cannot write control sequences")
    void colour() {
        assertThat(TEXT).doesNotContain("\u001b");
        assertThat(TextReport.text(Fixture.report(), true, List.of())).contains("\u001b[1;31mFAIL");
        var hostile = Fixture.report("battery\u001b[2J");
        assertThat(TextReport.text(hostile, false, List.of())).doesNotContain("\u001b");
    }
}

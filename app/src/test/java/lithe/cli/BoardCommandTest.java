// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BoardCommandTest {

    private static final String BOARD =
            """
            (kicad_pcb (version 20221018) (general (thickness 0.8)) (layers (0 "F.Cu" signal) (31 "B.Cu" signal) (44 "Edge.Cuts" user))
              (gr_rect (start 0 0) (end 20 10) (layer "Edge.Cuts"))
              (footprint "R" (layer "F.Cu") (at 5 5) (property "Reference" "R1") (pad "1" smd rect (at 0 0) (size 1 1) (layers "F.Cu")))
              (via (at 5 5) (size 0.6) (drill 0.3) (layers "F.Cu" "B.Cu")))
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    @Test
    void aDesignIsImportedAndWritten() throws Exception {
        var file = Files.writeString(folder.resolve("x.kicad_pcb"), BOARD);
        var summary = folder.resolve("board.yaml");
        assertThat(run("import", file.toString(), "-o", summary.toString(), "--export", folder.toString(), "--json")).isZero();
        assertThat(out.toString()).contains("\"board.area.plan\" : 200", "\"board.layers\" : 2", "\"board.parts.front\" : 1", "\"board.vias\" : 1", "\"board.pads\" : 1");
        assertThat(summary).content().contains("board.area.plan: 200");
        assertThat(folder.resolve("x.emn")).exists();
        assertThat(run("import", folder.resolve("x.emn").toString())).isZero();
        assertThat(folder.resolve("x.html")).content().contains("R1");
    }

    @Test
    void aDeviceIsCountedAndItsClaimJudged() {
        assertThat(run("../devices/xiaomi-12.yaml", "--out", folder.toString())).isZero();
        assertThat(out.toString()).contains("1211 parts", "not supported", "laminate area", "against a sandwich", "rule");
        assertThat(folder.resolve("board.html")).content().contains("lower outer", "upper inner", "<svg");
    }

    private int run(String... words) {
        return new CommandLine(new BoardCommand()).setOut(new PrintWriter(out, true)).execute(words);
    }
}

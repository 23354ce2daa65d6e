// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lithe.Figures;
import lithe.board.Counts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Nine open boards as designed, against counts made from the same files by an independent script.
///
/// The files lie under the folder named by LITHE_DATA and are never copied; without it these tests skip.
class OpenBoardsValidation {

    private static double worst;
    private static int read;

    // file, plan mm², copper layers, parts front, parts back, pads, vias, gap median mm
    @ParameterizedTest
    @CsvSource({
        "orangecrab, 1155.7, 6, 81, 71, 883, 441, 0.31",
        "a64, 5625, 6, 199, 191, 2069, 992, 0.49",
        "butterstick, 3918, 6, 131, 122, 1257, 792, 0.55",
        "bbb, 4622, 6, 136, 139, 1510, 576, 0.57",
        "teres, 8899, 6, 364, 76, 2107, 1594, 0.43",
        "marzipan, 8944, 4, 413, 0, 1607, 500, 0.53",
        "zerophone_front, 3800, 2, 45, 52, 354, 402, 0.58",
        "zerophone_back, 3940, 2, 45, 73, 369, 252, 0.70",
        "zswatchdevkit, 6997, 4, 110, 5, 512, 236, 0.49"
    })
    void countsAgreeWithinOnePercent(
            String name, double plan, int layers, int front, int back, int pads, int vias, double gap) throws Exception {
        var data = System.getenv("LITHE_DATA");
        assumeTrue(data != null, "LITHE_DATA is not set: the open boards are not read");
        var file = Path.of(data, "boards", name + ".kicad_pcb");
        assumeTrue(Files.exists(file), file + " is not there");
        var board = KicadReader.read(name, Files.readString(file, StandardCharsets.UTF_8));
        var counts = Counts.of(List.of(board.board()));
        near(plan * 1e-6, counts.plan());
        assertThat(counts.copperLayers()).isEqualTo(layers);
        near(front, counts.front());
        near(back, counts.back());
        near(pads, counts.pads());
        near(vias, counts.vias());
        // the box rule moves the gap a little; 10 % is the spread between two reasonable rules
        assertThat(counts.gapMedian() * 1e3).isCloseTo(gap, within(0.1 * gap));
        read++;
    }

    private static void near(double expected, double found) {
        assertThat(found).isCloseTo(expected, within(0.01 * expected));
        worst = expected > 0 ? Math.max(worst, Math.abs(found / expected - 1)) : worst;
    }

    @AfterAll
    static void note() {
        if (read > 0) {
            Figures.record("5 board", "reader: nine open boards within 1 %", "%d boards, largest difference %.2f %% (area, layers, parts, pads, vias)"
                    .formatted(read, 100 * worst));
        }
    }
}

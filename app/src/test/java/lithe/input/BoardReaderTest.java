// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lithe.board.DensityClaim;
import org.junit.jupiter.api.Test;

class BoardReaderTest {

    private static final Path DEVICES = Path.of("../devices");

    @Test
    void theClaimIsReadWithItsChoices() {
        var board = DeviceFile.read(DEVICES.resolve("xiaomi-12.yaml")).board();
        assertThat(board).isNotNull();
        assertThat(board.lower()).isEqualTo("board");
        assertThat(board.upper()).isEqualTo("second board");
        assertThat(board.mix().count()).isEqualTo(1211);
        assertThat(board.claim()).isEqualTo(DensityClaim.xiaomi12());
    }

    @Test
    void aBoardThatIsNoPartIsToldWithItsNearest() throws IOException {
        var text = Files.readString(DEVICES.resolve("xiaomi-12.yaml"));
        var wrong = text.replace("upper: second board", "upper: secnd board");
        assertThat(wrong).isNotEqualTo(text);
        assertThatThrownBy(() -> DeviceFile.parse(wrong, "x.yaml", DEVICES))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("board.upper")
                .hasMessageContaining("second board");
        assertThatThrownBy(() -> DeviceFile.parse(text.replace("basis: laminate", "basis: laminat"), "x.yaml", DEVICES))
                .hasMessageContaining("board.claim.basis");
    }

    @Test
    void aDeviceWithoutABoardHasNone() {
        assertThat(DeviceFile.read(DEVICES.resolve("lb1.yaml")).board()).isNull();
    }
}

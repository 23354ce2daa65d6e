// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResolutionTest {

    @Test
    void namesAndNumbersOfCells() {
        assertThat(Resolution.named("fine")).isEqualTo(Resolution.FINE);
        assertThat(Resolution.named("300000").cells()).isEqualTo(300_000);
        assertThat(Resolution.named("20000000").most()).isEqualTo(20_000_000); // above the guard: asking is allowing
    }

    @ParameterizedTest
    @ValueSource(strings = {"coarse", "999", "0", "-5000", "1e6", "5000 ", "999999999999", "300_000"})
    void anythingElseIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> Resolution.named(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a number of cells such as 300000, but is " + text);
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MeshErrorTest {

    @Test
    @DisplayName("the claim is √3 of the difference, at least 5 mK")
    void difference() {
        assertThat(MeshError.of(300, 300, 300.1, 300)).isCloseTo(Math.sqrt(3) * 0.1, within(1e-12));
        assertThat(MeshError.of(300, 300, 300.001, 300)).isEqualTo(5e-3);
    }

    @Test
    @DisplayName("what x and y do apart counts a quarter as far as it exceeds what all do together")
    void cancelling() {
        // x +60 mK, y −50 mK: 10 mK together, 110 mK apart
        assertThat(MeshError.of(300, 300, 300.01, 300.11)).isCloseTo(Math.sqrt(3) * (0.01 + 0.025), within(1e-12));
        // x +60 mK, y +50 mK: nothing cancels
        assertThat(MeshError.of(300, 300, 300.11, 300.01)).isCloseTo(Math.sqrt(3) * 0.11, within(1e-12));
    }
}

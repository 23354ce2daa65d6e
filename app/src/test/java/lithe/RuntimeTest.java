// SPDX-License-Identifier: Apache-2.0
package lithe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuntimeTest {

    @Test
    void testsRunOnTheJdkThatIsShippedFor() {
        assertThat(Runtime.version().feature()).isEqualTo(25);
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CasesVerification {

    @TestFactory
    Stream<DynamicTest> everyCasePasses() {
        return Cases.all().stream().map(c -> DynamicTest.dynamicTest(c.id() + " " + c.what(), () -> {
            var check = c.run().get();
            assertThat(check.passes())
                    .as("%s: %s against %s, error %.3g of at most %.3g %s", c.id(), check.value(), check.reference(), check.error(), check.limit(), check.unit())
                    .isTrue();
        }));
    }
}

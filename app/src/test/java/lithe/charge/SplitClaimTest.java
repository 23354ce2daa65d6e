// SPDX-License-Identifier: Apache-2.0
package lithe.charge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The verdict on the split negative electrode, rule by rule.
class SplitClaimTest {

    @Test
    @DisplayName("3 to 7 K at no more than 13 mΩ is compatible; −5.0 K is no gate")
    void rules() {
        assertThat(new SplitClaim(3.0, 2, 4, 13e-3).verdict()).isEqualTo(SplitClaim.Verdict.SUPPORTED);
        assertThat(new SplitClaim(6.9, 2, 4, 7e-3).verdict()).isEqualTo(SplitClaim.Verdict.SUPPORTED);
        assertThat(new SplitClaim(5.0, 4, 5, 20e-3).verdict()).isEqualTo(SplitClaim.Verdict.PARTLY);
        assertThat(new SplitClaim(1.5, 1, 2, 7e-3).verdict()).isEqualTo(SplitClaim.Verdict.PARTLY);
        assertThat(new SplitClaim(0.5, 0.4, 4, 7e-3).verdict()).isEqualTo(SplitClaim.Verdict.PARTLY);
        assertThat(new SplitClaim(0.9, 0.8, 1, 7e-3).verdict()).isEqualTo(SplitClaim.Verdict.NOT_SUPPORTED);
        assertThat(new SplitClaim(7.5, 5, 9, 7e-3).verdict()).isEqualTo(SplitClaim.Verdict.CHECK_INPUTS);
    }
}

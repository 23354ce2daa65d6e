// SPDX-License-Identifier: Apache-2.0
package lithe.verify;

import static org.assertj.core.api.Assertions.assertThat;

import lithe.Figures;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every row of the vapor-chamber table.
@Tag("verification")
class ChamberCasesVerification {

    @Test
    void everyRowThatStatesAModelCaseHolds() {
        var rows = ChamberCases.rows();
        assertThat(rows).filteredOn(row -> !row.holds()).isEmpty();
        assertThat(ChamberCases.leftOut(rows)).containsExactlyInAnyOrder("VC-P0(500)", "VC-P0(600)");
        assertThat(ChamberCases.all().stream().map(VerificationCase::id))
                .containsExactlyInAnyOrderElementsOf(
                        rows.stream().map(row -> "chamber-" + row.id()).toList());
        long exact = rows.stream().filter(row -> !row.id().endsWith("-2D")).count();
        Figures.record("3 chamber", "lithe verify chamber", "%d rows of the table and %d by the field solver hold"
                .formatted(exact, rows.size() - exact));
    }
}

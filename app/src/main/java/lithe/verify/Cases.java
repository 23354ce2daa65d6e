// SPDX-License-Identifier: Apache-2.0
package lithe.verify;

import java.util.List;
import java.util.stream.Stream;

/// Everything `lithe verify` runs.
public final class Cases {

    private Cases() {}

    /// Returns all cases of all rooms.
    ///
    /// @return the cases in the order they are shown
    public static List<VerificationCase> all() {
        return Stream.of(HeatCases.all(), OrderCases.all(), CellCases.all(), ChamberCases.all())
                .flatMap(List::stream)
                .toList();
    }
}

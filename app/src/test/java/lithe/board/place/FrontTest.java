// SPDX-License-Identifier: Apache-2.0
package lithe.board.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FrontTest {

    private static final Placement NOWHERE = new Placement(new int[0], new double[0], new double[0], new boolean[0]);

    @Test
    void onlyWhatNoOtherBeatsStays() {
        var shortest = new Front.Candidate(NOWHERE, 1, 30, 2);
        var coolest = new Front.Candidate(NOWHERE, 3, 10, 2);
        var beaten = new Front.Candidate(NOWHERE, 3, 31, 2);
        var smallest = new Front.Candidate(NOWHERE, 4, 40, 1);
        assertThat(Front.of(List.of(coolest, beaten, smallest, shortest))).containsExactly(shortest, coolest, smallest);
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BoundaryTest {

    private static final Body BODY = new Body(0.07, 0.15, 0.008, 0.008);

    @Test
    void aLaterPatchCoversAnEarlierOne() {
        var film = new Exchange.Film(8, Double.NaN, false);
        var hand = new Exchange.Hand(1.5e-3, 42, 0.07, 309.65);
        var boundary = new Boundary(
                "given", List.of(Patch.whole(Face.BACK, film), new Patch(Face.BACK, 0, 1, 0.65, 1, hand)));
        assertThat(boundary.shares(Face.BACK)).hasSize(2);
        assertThat(boundary.shares(Face.BACK).get(hand)).isCloseTo(0.35, within(1e-12));
        assertThat(boundary.shares(Face.FRONT)).containsExactly(java.util.Map.entry(new Exchange.Adiabatic(), 1.0));
    }

    @ParameterizedTest
    @EnumSource(Posture.class)
    void everyPostureCoversEveryFaceOnce(Posture posture) {
        for (Face face : Face.values()) {
            double sum = posture.boundary(BODY).shares(face).values().stream().mapToDouble(Double::doubleValue).sum();
            assertThat(sum).as(posture + " " + face).isCloseTo(1, within(1e-12));
        }
        assertThat(Posture.named(posture.word())).isEqualTo(posture);
    }
}

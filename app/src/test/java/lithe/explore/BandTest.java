// SPDX-License-Identifier: Apache-2.0
package lithe.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import lithe.units.Grade;
import lithe.units.Kind;
import lithe.units.Quantity;
import org.junit.jupiter.api.Test;

class BandTest {

    private static final Quantity POWER =
            new Quantity(4, Kind.POWER, "W", Grade.ESTIMATE, "", new Quantity.Range(3, 6));
    private static final Quantity AREA =
            new Quantity(2, Kind.POWER, "W", Grade.ESTIMATE, "", new Quantity.Range(1.5, 2.5));

    @Test
    void bandOfAnInputIsItsOwnRange() {
        var band = Band.of(List.of(POWER), 400, 7, values -> values[0]);
        // 400 slices: the 10 % and 90 % points are known to half a slice, about 0.01 W
        assertThat(band.low()).isCloseTo(3, within(0.02));
        assertThat(band.median()).isCloseTo(4, within(0.02));
        assertThat(band.high()).isCloseTo(6, within(0.02));
    }

    @Test
    void sameSeedGivesTheSameBand() {
        var inputs = List.of(POWER, AREA);
        var once = Band.of(inputs, 50, 3, values -> values[0] / values[1]);
        assertThat(Band.of(inputs, 50, 3, values -> values[0] / values[1])).isEqualTo(once);
        assertThat(Band.of(inputs, 50, 4, values -> values[0] / values[1])).isNotEqualTo(once);
    }

    @Test
    void variantsThatCannotExistAreCounted() {
        var band = Band.of(List.of(POWER), 100, 1, values -> {
            if (values[0] > 5) {
                throw new IllegalArgumentException("too hot");
            }
            return values[0];
        });
        assertThat(band.refused()).isBetween(15, 35);
        assertThat(band.variants()).isEqualTo(100 - band.refused());
        assertThatThrownBy(() -> Band.of(List.of(POWER), 100, 1, values -> {
                    throw new IllegalArgumentException("never");
                }))
                .hasMessageContaining("only 0 of 100");
    }
}

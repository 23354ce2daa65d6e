// SPDX-License-Identifier: Apache-2.0
package lithe.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    @Test
    @DisplayName("temperatures are shown in °C, differences in K, areas in mm²")
    void shown() {
        assertThat(Catalogue.of("skin.max").shown(318.15)).isCloseTo(45, within(1e-9));
        assertThat(Catalogue.of("solve.mesh-error.part.SoC.mean").shown(0.2)).isEqualTo(0.2);
        assertThat(Catalogue.of("skin.area.over-43").shown(1e-4)).isCloseTo(100, within(1e-9));
        assertThat(Catalogue.of("skin.spreading").shown(0.4)).isCloseTo(40, within(1e-9));
        assertThat(Catalogue.of("solve.bytes-per-cell").shown(180)).isEqualTo(180);
        assertThat(Catalogue.of("power.SoC").shown(2)).isEqualTo(2);
        assertThat(Catalogue.of("skin.max").shown(Double.NaN)).isNaN();
    }

    @Test
    @DisplayName("no two entries share an id, and an unknown id is refused")
    void ids() {
        assertThat(Catalogue.all().stream().map(Kind::id)).doesNotHaveDuplicates();
        assertThatThrownBy(() -> Catalogue.of("skin.colour")).hasMessage("no result named skin.colour");
    }
}

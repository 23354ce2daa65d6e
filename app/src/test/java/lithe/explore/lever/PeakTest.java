// SPDX-License-Identifier: Apache-2.0
package lithe.explore.lever;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lithe.input.DeviceFile;
import lithe.simulation.Field;
import lithe.simulation.Run;
import lithe.simulation.Series;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PeakTest {

    private static final String SKIN = "skin.max";

    /// Six moments, 100 s apart.
    private static Run run(double... kelvin) {
        var workload = DeviceFile.read(Path.of("../devices/xiaomi-12.yaml")).device().workload("charge-67w").until(500);
        var series = new Series(new double[] {0, 100, 200, 300, 400, 500}, Map.of(SKIN, kelvin));
        return new Run(workload, Map.of(), List.of(), List.of(), series, List.of(), new Field(new double[0], new double[0], new double[0], new double[0], new int[0], new String[0]), 0);
    }

    @Test
    @DisplayName("a run may end a tenth of the peak's time after it has fallen by a kelvin for good")
    void early() {
        assertThat(Peak.of(run(300, 320, 310, 309, 308, 307), SKIN)).isEqualTo(new Peak(210, 3));
        assertThat(Peak.of(run(300, 320, 319.5, 319.2, 319, 307), SKIN)).isEqualTo(new Peak(410, 5));
        assertThat(Peak.behind(run(300, 320, 310, 309, 308, 307), SKIN)).isTrue();
    }

    @Test
    @DisplayName("a second hump nearly as high keeps it going, and so does a peak at the end")
    void late() {
        assertThat(Peak.of(run(300, 320, 310, 319.5, 308, 307), SKIN)).isEqualTo(new Peak(410, 5));
        assertThat(Peak.of(run(300, 305, 310, 315, 318, 320), SKIN)).isEqualTo(new Peak(500, 6));
        assertThat(Peak.of(run(300, 305, 310, 315, 320, 319.5), SKIN)).isEqualTo(new Peak(500, 6));
        assertThat(Peak.behind(run(300, 305, 310, 315, 320, 319.6), SKIN)).isFalse();
    }
}

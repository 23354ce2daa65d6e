// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PngTest {

    @Test
    @DisplayName("another reader sees the colours of the scale inside the outline and nothing outside")
    void read() throws Exception {
        var outcome = Fixture.report().outcome();
        var scale = ColourScale.over(List.of(outcome));
        var relief = Relief.of(outcome.runs().getFirst().maps().getFirst());
        var image = ImageIO.read(new ByteArrayInputStream(Png.of(relief, scale, MapSvg.mask(outcome.device()), 210, 458)));
        assertThat(image.getWidth()).isEqualTo(210);
        assertThat(image.getHeight()).isEqualTo(458);
        assertThat(image.getRGB(0, 0) >>> 24).as("corner is clear").isZero();
        assertThat(image.getRGB(12, 255) >>> 24).as("hole is clear").isZero();
        double x = 100.5 / 210 * 69.9e-3, y = 90.5 / 458 * 152.7e-3;
        assertThat("#%06x".formatted(image.getRGB(100, 90) & 0xffffff)).isEqualTo(scale.css(relief.at(x, y)));
    }
}

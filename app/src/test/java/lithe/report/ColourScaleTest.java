// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColourScaleTest {

    /// What an eye without one kind of cone sees, in linear sRGB: Machado, Oliveira, Fernandes 2009, severity 1.
    enum Eye {
        COMMON(1, 0, 0, 0, 1, 0, 0, 0, 1),
        PROTANOPIA(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
        DEUTERANOPIA(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
        TRITANOPIA(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

        private final double[] m;

        Eye(double... m) {
            this.m = m;
        }

        double luminance(int colour) {
            double[] rgb = {linear(colour >> 16 & 255), linear(colour >> 8 & 255), linear(colour & 255)};
            double[] weight = {0.2126, 0.7152, 0.0722};
            double sum = 0;
            for (int row = 0; row < 3; row++) {
                double seen = m[3 * row] * rgb[0] + m[3 * row + 1] * rgb[1] + m[3 * row + 2] * rgb[2];
                sum += weight[row] * Math.clamp(seen, 0.0, 1.0);
            }
            return sum;
        }

        static double linear(int byteValue) {
            double v = byteValue / 255.0;
            return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("brightness alone tells the order, for every eye")
    void brightnessRises(Eye eye) {
        int[] colours = ColourScale.colours();
        // ten colours apart: a single step is one unit of an eight-bit channel and may round either way
        for (int i = 0; i + 10 < colours.length; i++) {
            assertThat(eye.luminance(colours[i + 10])).as("%s, colour %d", eye, i).isGreaterThan(eye.luminance(colours[i]));
        }
        assertThat(eye.luminance(colours[254]) / eye.luminance(colours[0])).isGreaterThan(20);
    }

    @Test
    @DisplayName("equal differences of temperature look equally large: Oklab steps within 20 % of their mean")
    void uniform() {
        int[] colours = ColourScale.colours();
        var steps = new double[colours.length / 15 - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = distance(oklab(colours[15 * i]), oklab(colours[15 * i + 15]));
        }
        double mean = Arrays.stream(steps).average().orElseThrow();
        assertThat(Arrays.stream(steps).boxed()).allSatisfy(step -> assertThat(step).isCloseTo(mean, within(0.2 * mean)));
    }

    @Test
    @DisplayName("no two colours are the same, so the page can read a temperature back from a colour")
    void distinct() {
        assertThat(Arrays.stream(ColourScale.colours()).distinct().count()).isEqualTo(ColourScale.COLOURS);
    }

    @Test
    @DisplayName("the scale covers every map of every outcome and ends at whole °C")
    void over() {
        var one = Fixture.report().outcome();
        var scale = ColourScale.over(List.of(one));
        double hottest = one.runs().stream().flatMap(run -> run.maps().stream()).mapToDouble(Fixture::max).max().orElseThrow();
        assertThat(scale.high()).isGreaterThanOrEqualTo(hottest).isLessThan(hottest + 1);
        assertThat((scale.low() - 273.15) % 1).isCloseTo(0, within(1e-9));
        assertThatThrownBy(() -> new ColourScale(300, 300)).hasMessageContaining("must rise");
    }

    @Test
    @DisplayName("two phones compared share one scale, and a temperature has one colour in both")
    void compared() {
        var hot = Fixture.report().outcome();
        var cool = new lithe.simulation.Outcome(hot.device(), List.of(hot.runs().get(2)));
        var both = ColourScale.over(List.of(hot, cool));
        assertThat(both).isNotEqualTo(ColourScale.over(List.of(cool)));
        var pages = List.of(
                HtmlReport.text(Fixture.report(), both),
                HtmlReport.text(new Report(Fixture.report().provenance(), cool, List.of()), both));
        var ends = Pattern.compile("data-low=\"[^\"]*\" data-high=\"[^\"]*\"");
        assertThat(pages.stream().flatMap(page -> ends.matcher(page).results().map(found -> found.group())).distinct()).hasSize(1);
        assertThat(both.css(both.low())).isNotEqualTo(both.css(both.high()));
        assertThat(both.css(both.high() + 20)).isEqualTo(both.css(both.high()));
    }

    private static double[] oklab(int colour) {
        double r = Eye.linear(colour >> 16 & 255), g = Eye.linear(colour >> 8 & 255), b = Eye.linear(colour & 255);
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        return new double[] {
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        };
    }

    private static double distance(double[] a, double[] b) {
        return Math.hypot(a[0] - b[0], Math.hypot(a[1] - b[1], a[2] - b[2]));
    }
}

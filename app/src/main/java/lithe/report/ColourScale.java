// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lithe.simulation.Outcome;
import lithe.units.Units;

/// The colours of temperatures: one scale per document, so that two maps can be compared by eye.
///
/// Our own construction, "ember": a path in Oklab (Ottosson 2020, <https://bottosson.github.io/posts/oklab/>) on which
/// lightness rises in a straight line from 0.20 to 0.96 while the hue turns from indigo over purple and orange to pale
/// yellow, walked in equal steps of Oklab distance. Lightness alone tells the order, so it also reads in grey and for
/// every kind of colour vision; there is no rainbow in it. Beyond its ends a value takes the colour of the end.
///
/// @param low temperature of the darkest colour, K
/// @param high temperature of the brightest colour, K
public record ColourScale(double low, double high) {

    /// Count of colours.
    public static final int COLOURS = 255;

    private static final double NARROWEST = 4; // K, so that an idle phone does not look like a hot one
    private static final int[] EMBER = ember();

    /// Checks the order.
    ///
    /// @throws IllegalArgumentException when the scale has no width
    public ColourScale {
        if (!(high > low)) {
            throw new IllegalArgumentException("a colour scale must rise, but goes from %s to %s K".formatted(low, high));
        }
    }

    /// Returns the scale over every map of some outcomes, rounded out to whole °C.
    ///
    /// @param outcomes one or, for a comparison, more
    /// @return one scale for all of them
    public static ColourScale over(List<Outcome> outcomes) {
        var all = outcomes.stream()
                .flatMap(outcome -> outcome.runs().stream())
                .flatMap(run -> run.maps().stream())
                .flatMapToDouble(map -> Arrays.stream(map.temperature()))
                .filter(Double::isFinite)
                .summaryStatistics();
        if (all.getCount() == 0) {
            return new ColourScale(Units.ICE + 25, Units.ICE + 50);
        }
        double low = Math.floor(all.getMin() - Units.ICE + 1e-6), high = Math.ceil(all.getMax() - Units.ICE - 1e-6);
        return new ColourScale(Units.ICE + low, Units.ICE + Math.max(high, low + NARROWEST));
    }

    /// Returns which colour a temperature has.
    ///
    /// @param kelvin temperature, K, not NaN
    /// @return 0 (coldest) to [#COLOURS] - 1
    public int index(double kelvin) {
        int index = (int) Math.floor((kelvin - low) / (high - low) * COLOURS);
        return Math.clamp(index, 0, COLOURS - 1);
    }

    /// Returns the colour of a temperature.
    ///
    /// @param kelvin temperature, K, not NaN
    /// @return such as <code>#f0a03c</code>
    public String css(double kelvin) {
        return String.format(Locale.ROOT, "#%06x", EMBER[index(kelvin)]);
    }

    /// Returns all colours, coldest first.
    ///
    /// @return red, green and blue in the lower 24 bits; a new array of [#COLOURS]
    public static int[] colours() {
        return EMBER.clone();
    }

    private static int[] ember() {
        int fine = 4000;
        double[][] path = new double[fine + 1][];
        double[] length = new double[fine + 1];
        for (int i = 0; i <= fine; i++) {
            path[i] = lab((double) i / fine);
            length[i] = i == 0 ? 0 : length[i - 1] + distance(path[i - 1], path[i]);
        }
        int[] colours = new int[COLOURS];
        for (int c = 0, i = 0; c < COLOURS; c++) {
            double wanted = length[fine] * c / (COLOURS - 1);
            while (i < fine && length[i] < wanted) {
                i++;
            }
            colours[c] = rgb(path[i]);
        }
        return colours;
    }

    /// The path: lightness in a line, hue turning by 190°, as much chroma as the screen can show there.
    private static double[] lab(double t) {
        double lightness = 0.20 + 0.76 * t;
        double hue = Math.toRadians(275 + 190 * t);
        double chroma = 0.045 + 0.14 * Math.sin(Math.PI * Math.pow(t, 0.85));
        double[] lab = {lightness, chroma * Math.cos(hue), chroma * Math.sin(hue)};
        while (!shown(lab)) {
            lab[1] *= 0.995;
            lab[2] *= 0.995;
        }
        return lab;
    }

    private static boolean shown(double[] lab) {
        return Arrays.stream(linear(lab)).allMatch(v -> v >= -1e-4 && v <= 1.0001);
    }

    /// Oklab to linear sRGB; coefficients of Ottosson 2020.
    private static double[] linear(double[] lab) {
        double l = cube(lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2]);
        double m = cube(lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2]);
        double s = cube(lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2]);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }

    private static int rgb(double[] lab) {
        int rgb = 0;
        for (double v : linear(lab)) {
            // IEC 61966-2-1, the sRGB curve
            double encoded = v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055;
            rgb = rgb << 8 | (int) Math.round(255 * Math.clamp(encoded, 0.0, 1.0));
        }
        return rgb;
    }

    private static double distance(double[] a, double[] b) {
        return Math.hypot(a[0] - b[0], Math.hypot(a[1] - b[1], a[2] - b[2]));
    }

    private static double cube(double v) {
        return v * v * v;
    }
}

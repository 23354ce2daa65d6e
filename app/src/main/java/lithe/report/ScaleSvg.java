// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import lithe.units.Units;

/// Draws the bar that says which colour is which temperature, with the isotherms marked.
final class ScaleSvg {

    private static final double WIDTH = 560, LEFT = 20, BAR = 14;

    private ScaleSvg() {}

    static String of(ColourScale scale) {
        var svg = new Svg("scale", "colours of temperatures", 0, 0, WIDTH + 2 * LEFT, 52, "");
        double low = scale.low() - Units.ICE, high = scale.high() - Units.ICE;
        svg.picture(Png.scale(), LEFT, 18, WIDTH, BAR, "style=\"image-rendering:pixelated\"");
        double step = high - low > 60 ? 10 : high - low > 25 ? 5 : high - low > 10 ? 2 : 1;
        for (double t = Math.ceil(low / step) * step; t <= high + 1e-9; t += step) {
            double x = LEFT + WIDTH * (t - low) / (high - low);
            svg.line("tick", x, 18 + BAR, x, 22 + BAR);
            svg.words("axis middle", x, 33 + BAR, Svg.n(t) + (t + step > high + 1e-9 ? " °C" : ""));
        }
        double free = 0;
        for (int level : MapSvg.ISOTHERMS) {
            if (level > low && level < high) {
                double x = LEFT + WIDTH * (level - low) / (high - low);
                svg.line("isotherm", x, 14, x, 18 + BAR);
                if (x > free) {
                    svg.words("axis middle", x, 11, String.valueOf(level));
                    free = x + 18;
                }
            }
        }
        return svg.end();
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.List;
import java.util.stream.Collectors;
import lithe.cell.Foil;
import lithe.cell.FoilField;
import lithe.cell.Pack;
import lithe.charge.Moment;
import lithe.device.Device;
import lithe.simulation.Run;

/// Where the foils of the cell heat, unwound, at the largest current of a charge.
///
/// @param pack the cell with its foils
/// @param amps current, A
/// @param temperature temperature of the foils, K
record FoilSection(Pack pack, double amps, double temperature) {

    private static final double WIDTH = 960, HEIGHT = 70, LEFT = 6, TOP = 14;
    private static final int ACROSS = 960, DOWN = 70;
    /// The colours span this many decades of heat below the hottest place; towards a tab it rises steeply.
    private static final double DECADES = 3;

    /// The section of a run, empty for one without a charge.
    static String of(Device device, Run run) {
        var charging = device.charging();
        var hardest = run.charge().stream().max((a, b) -> Double.compare(a.amps(), b.amps()));
        return charging == null || hardest.map(Moment::amps).orElse(0.0) <= 0
                ? ""
                : new FoilSection(charging.pack(), hardest.get().amps(), hardest.get().battery()).html();
    }

    private String html() {
        return "<section><h3>Foils of the cell</h3><p class=\"hint\">Heat in the foils, unwound, at the largest current, %s A. Each colour is a share of the hottest place, over %s decades; height is not to scale. Marks are tabs.</p>%s%s</section>"
                .formatted(
                        Words.fixed(amps, 2),
                        Words.fixed(DECADES, 0),
                        foil("Negative foil, copper", pack.negative(), pack.negativeTabs()),
                        foil("Positive foil, aluminium", pack.positive(), pack.positiveTabs()));
    }

    private String foil(String name, Foil foil, List<Foil.Tab> tabs) {
        var field = FoilField.of(foil, tabs, temperature);
        double[] density = density(field);
        double most = java.util.Arrays.stream(density).max().orElse(1);
        var svg = new Svg("foil", "heat of the " + name, -LEFT, -TOP, WIDTH + 2 * LEFT, HEIGHT + 2 * TOP, "");
        svg.picture(picture(field, density, most), 0, 0, WIDTH, HEIGHT, "style=\"image-rendering:pixelated\"");
        svg.rect("outline", 0, 0, WIDTH, HEIGHT, "");
        for (var tab : tabs) {
            double x = WIDTH * (tab.centre() - tab.width() / 2) / foil.length(), y = tab.top() ? -6 : HEIGHT;
            svg.rect("tab", Math.max(0, x), y, Math.max(2, WIDTH * tab.width() / foil.length()), 6, "");
        }
        var shares = java.util.Arrays.stream(field.tabShares())
                .mapToObj(share -> Words.fixed(100 * share, 0) + " %")
                .collect(Collectors.joining(", "));
        return "<figure>%s<figcaption><b>%s</b> %s × %s mm, %s µm: P/I² %s mΩ, %s W; hottest %s W/m², mean %s W/m²; tabs carry %s</figcaption></figure>"
                .formatted(
                        svg.end(),
                        name,
                        Words.fixed(1e3 * foil.length(), 0),
                        Words.fixed(1e3 * foil.height(), 0),
                        Words.fixed(1e6 * foil.thickness(), 0),
                        Words.fixed(1e3 * field.resistance(), 2),
                        Words.fixed(field.resistance() * amps * amps, 2),
                        Words.fixed(most, 0),
                        Words.fixed(field.resistance() * amps * amps / (foil.length() * foil.height()), 1),
                        shares);
    }

    /// Heat per area of each cell, W/m², at [i · ny + j].
    private double[] density(FoilField field) {
        double[] heat = field.heat(), x = field.along(), y = field.across();
        int ny = y.length - 1;
        for (int k = 0; k < heat.length; k++) {
            int i = k / ny, j = k % ny;
            heat[k] *= amps * amps / ((x[i + 1] - x[i]) * (y[j + 1] - y[j]));
        }
        return heat;
    }

    private static byte[] picture(FoilField field, double[] density, double most) {
        double[] x = field.along(), y = field.across();
        var pixels = new byte[ACROSS * DOWN];
        for (int row = 0; row < DOWN; row++) {
            int j = cell(y, y[y.length - 1] * (1 - (row + 0.5) / DOWN));
            for (int column = 0; column < ACROSS; column++) {
                int i = cell(x, x[x.length - 1] * (column + 0.5) / ACROSS);
                double share = Math.log10(density[i * (y.length - 1) + j] / most) / DECADES + 1;
                pixels[row * ACROSS + column] = (byte) Math.clamp((long) (share * ColourScale.COLOURS), 0, ColourScale.COLOURS - 1);
            }
        }
        return Png.encoded(pixels, ACROSS, DOWN);
    }

    private static int cell(double[] faces, double at) {
        int i = java.util.Arrays.binarySearch(faces, at);
        return Math.clamp(i < 0 ? -i - 2 : i, 0, faces.length - 2);
    }
}

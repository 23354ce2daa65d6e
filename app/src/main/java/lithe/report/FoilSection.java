// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    /// The colours go from this share of the mean heat to that many times it; at the corner of a tab it has no bound.
    private static final double LEAST = 0.01, MOST = 30;

    /// The section of a run, empty for one without a charge.
    static String of(Device device, Run run) {
        var charging = device.charging();
        var hardest = run.charge().stream().max((a, b) -> Double.compare(a.amps(), b.amps()));
        return charging == null || hardest.map(Moment::amps).orElse(0.0) <= 0
                ? ""
                : new FoilSection(charging.pack(), hardest.get().amps(), hardest.get().battery()).html();
    }

    private String html() {
        return "<section><h3>Foils of the cell</h3><p class=\"hint\">Heat in the foils, unwound, at the largest current, %s A. Colours are logarithmic, from %s to %s times the mean heat; at the corners of a tab it grows without bound. Height is not to scale. Marks are tabs.</p>%s%s</section>"
                .formatted(
                        Words.fixed(amps, 2),
                        Words.fixed(LEAST, 2),
                        Words.fixed(MOST, 0),
                        foil("Negative foil, copper", pack.negative(), pack.negativeTabs()),
                        foil("Positive foil, aluminium", pack.positive(), pack.positiveTabs()));
    }

    private String foil(String name, Foil foil, List<Foil.Tab> tabs) {
        var field = FoilField.of(foil, tabs, temperature);
        double[] density = density(field);
        double mean = field.resistance() * amps * amps / (foil.length() * foil.height());
        var svg = new Svg("foil", "heat of the " + name, -LEFT, -TOP, WIDTH + 2 * LEFT, HEIGHT + 2 * TOP, "");
        svg.picture(picture(field, density, mean), 0, 0, WIDTH, HEIGHT, "style=\"image-rendering:pixelated\"");
        svg.rect("outline", 0, 0, WIDTH, HEIGHT, "");
        for (var tab : tabs) {
            double x = WIDTH * (tab.centre() - tab.width() / 2) / foil.length(), y = tab.top() ? -6 : HEIGHT;
            svg.rect("tab", Math.max(0, x), y, Math.max(2, WIDTH * tab.width() / foil.length()), 6, "");
        }
        var shares = Arrays.stream(field.tabShares())
                .mapToObj(share -> Words.fixed(100 * share, 0) + " %")
                .collect(Collectors.joining(", "));
        return "<figure>%s<figcaption><b>%s</b> %s × %s mm, %s µm: P/I² %s mΩ, %s W; mean %s W/m², half of it on %s %% of the foil; tabs carry %s</figcaption></figure>"
                .formatted(
                        svg.end(),
                        name,
                        Words.fixed(1e3 * foil.length(), 0),
                        Words.fixed(1e3 * foil.height(), 0),
                        Words.fixed(1e6 * foil.thickness(), 0),
                        Words.fixed(1e3 * field.resistance(), 2),
                        Words.fixed(field.resistance() * amps * amps, 2),
                        Words.fixed(mean, 1),
                        Words.fixed(100 * halfHeat(field, density, field.resistance() * amps * amps / 2), 0),
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

    /// Share of the foil that gives half of the heat, hottest places first.
    private static double halfHeat(FoilField field, double[] density, double half) {
        double[] x = field.along(), y = field.across();
        int ny = y.length - 1;
        var order = IntStream.range(0, density.length).boxed().sorted((a, b) -> Double.compare(density[b], density[a])).toList();
        double heat = 0, area = 0;
        for (int k : order) {
            double cell = (x[k / ny + 1] - x[k / ny]) * (y[k % ny + 1] - y[k % ny]);
            heat += density[k] * cell;
            area += cell;
            if (heat >= half) {
                break;
            }
        }
        return area / (x[x.length - 1] * y[ny]);
    }

    private static byte[] picture(FoilField field, double[] density, double mean) {
        double[] x = field.along(), y = field.across();
        var pixels = new byte[ACROSS * DOWN];
        for (int row = 0; row < DOWN; row++) {
            int j = cell(y, y[y.length - 1] * (1 - (row + 0.5) / DOWN));
            for (int column = 0; column < ACROSS; column++) {
                int i = cell(x, x[x.length - 1] * (column + 0.5) / ACROSS);
                double share = Math.log(density[i * (y.length - 1) + j] / mean / LEAST) / Math.log(MOST / LEAST);
                pixels[row * ACROSS + column] = (byte) Math.clamp((long) (share * ColourScale.COLOURS), 0, ColourScale.COLOURS - 1);
            }
        }
        return Png.encoded(pixels, ACROSS, DOWN);
    }

    private static int cell(double[] faces, double at) {
        int i = Arrays.binarySearch(faces, at);
        return Math.clamp(i < 0 ? -i - 2 : i, 0, faces.length - 2);
    }
}

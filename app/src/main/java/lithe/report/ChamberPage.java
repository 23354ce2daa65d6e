// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import lithe.chamber.Assessment;
import lithe.chamber.Limit;
import lithe.chamber.Mask;
import lithe.chamber.VaporChamber;

/// Tells the state of a vapor chamber as a page of maps that opens from disk: temperature, pressures, capillary use.
public final class ChamberPage {

    private static final double PIXELS_PER_MM = 4;

    private ChamberPage() {}

    /// Returns the page.
    ///
    /// @param device name of the phone
    /// @param chamber the cross-section
    /// @param state what was solved
    /// @return the whole file
    public static String of(String device, VaporChamber chamber, Assessment state) {
        var page = new StringBuilder();
        page.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .append("<title>").append(Markup.escaped(device)).append(": vapor chamber</title>\n<style>")
                .append("body{font:15px/1.4 system-ui,sans-serif;margin:2rem;max-width:70rem}figure{display:inline-block;margin:0 2rem 1rem 0;vertical-align:top}")
                .append("figcaption{font-size:.9em}td{padding:0 1rem 0 0}</style></head>\n<body>\n<h1>")
                .append(Markup.escaped(device)).append(": vapor chamber</h1>\n");
        page.append(say(
                "<p>%.0f mm², %.2f mm, wick %s of %.0f µm, vapor gap %.0f µm. %.2f W: resistance %.2f K/W, vapor spread %.2f K.</p>\n<table>",
                state.mask().total() * 1e6, chamber.thickness() * 1e3, Markup.escaped(chamber.wick().label()),
                chamber.wick().thickness() * 1e6, chamber.vaporHeight() * 1e6, state.heat(), state.resistance(), state.spread()));
        Arrays.stream(Limit.values()).forEach(limit -> page.append(say(
                "<tr><td>%s</td><td>%.0f %% of its limit</td></tr>", limit.word(), 100 * state.use().of(limit))));
        page.append("</table>\n");
        page.append(map("evaporator wall, °C", state.mask(), state.evaporator(), k -> k - 273.15));
        page.append(map("vapor, °C", state.mask(), state.vapor(), k -> k - 273.15));
        page.append(map("vapor pressure, Pa", state.mask(), state.vaporPressure(), p -> p));
        page.append(map("liquid pressure, Pa", state.mask(), state.liquidPressure(), p -> p));
        page.append(map("capillary pressure in use, % of limit", state.mask(), state.capillaryUse(), u -> 100 * u));
        state.notes().forEach(note -> page.append("<p>").append(Markup.escaped(note)).append("</p>\n"));
        return page.append("</body></html>\n").toString();
    }

    static String map(String title, Mask mask, double[] field, DoubleUnaryOperator shown) {
        double low = Double.MAX_VALUE, high = -Double.MAX_VALUE;
        for (int c = 0; c < field.length; c++) {
            if (mask.area()[c] > 0) {
                low = Math.min(low, field[c]);
                high = Math.max(high, field[c]);
            }
        }
        int step = Math.max(1, (int) Math.ceil(Math.sqrt(mask.cells() / 6000.0)));
        double w = mask.dx() * 1e3 * PIXELS_PER_MM, h = mask.dy() * 1e3 * PIXELS_PER_MM;
        int[] colours = ColourScale.colours();
        var svg = new StringBuilder(say(
                "<figure><svg viewBox=\"0 0 %1$.0f %2$.0f\" width=\"%1$.0f\" height=\"%2$.0f\" shape-rendering=\"crispEdges\" role=\"img\" aria-label=\"%3$s\">",
                mask.nx() * w, mask.ny() * h, Markup.escaped(title)));
        for (int j = 0; j < mask.ny(); j += step) {
            for (int i = 0; i < mask.nx(); i += step) {
                int c = i + mask.nx() * j;
                if (mask.area()[c] > 0) {
                    double s = high > low ? (field[c] - low) / (high - low) : 0;
                    int colour = colours[(int) Math.clamp(s * (colours.length - 1), 0, colours.length - 1)] & 0xffffff;
                    svg.append(say(
                            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"#%06x\"/>",
                            i * w, j * h, step * w, step * h, colour));
                }
            }
        }
        return svg.append("</svg><figcaption>")
                .append(say("%s: %.1f to %.1f", Markup.escaped(title), shown.applyAsDouble(low), shown.applyAsDouble(high)))
                .append("</figcaption></figure>\n")
                .toString();
    }

    private static String say(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}

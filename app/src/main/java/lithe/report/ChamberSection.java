// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.Arrays;
import java.util.stream.Collectors;
import lithe.chamber.Limit;
import lithe.simulation.ChamberMoment;
import lithe.simulation.Run;

/// The vapor chambers of a run at the moment their wick was used most: pressures and margin as maps.
final class ChamberSection {

    private ChamberSection() {}

    /// The section of a run, empty for a phone without a chamber.
    static String of(Run run) {
        return run.chambers().stream().map(moment -> html(run, moment)).collect(Collectors.joining());
    }

    private static String html(Run run, ChamberMoment m) {
        var when = run.workload().steady() ? "in the steady state" : "after " + Words.fixed(m.time(), 0) + " s";
        var uses = Arrays.stream(Limit.values())
                .map(limit -> "%s %s %%".formatted(limit.word(), Words.fixed(100 * m.uses().of(limit), 0)))
                .collect(Collectors.joining(", "));
        double[] margin = Arrays.stream(m.use()).map(use -> 1 - use).toArray();
        return "<section><h3>Vapor chamber</h3><p class=\"hint\">%s when its wick was used most, %s, %s, seen from the front; each map has its own scale. Use of each limit: %s.</p><div class=\"maps\">%s%s%s%s%s</div></section>"
                .formatted(
                        Markup.escaped(m.part()), when, Markup.escaped(m.tilt()), uses,
                        ChamberPage.map("vapor, °C", m.mask(), m.vapor(), k -> k - 273.15),
                        ChamberPage.map("vapor pressure, Pa", m.mask(), m.vaporPressure(), p -> p),
                        ChamberPage.map("liquid pressure, Pa", m.mask(), m.liquidPressure(), p -> p),
                        ChamberPage.map("capillary margin, % of limit", m.mask(), margin, u -> 100 * u),
                        places(m));
    }

    /// Where the wick was dry or gas blocked the vapor, if anywhere.
    private static String places(ChamberMoment m) {
        double[] works = new double[m.wet().length];
        Arrays.setAll(works, c -> m.wet()[c] * m.open()[c]);
        boolean all = true;
        for (int c = 0; c < works.length; c++) {
            all &= m.mask().area()[c] == 0 || works[c] == 1;
        }
        return all ? "" : ChamberPage.map("dark: wick dry or gas in the way", m.mask(), works, share -> share);
    }
}

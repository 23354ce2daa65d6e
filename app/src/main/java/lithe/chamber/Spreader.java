// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A chamber with an outline and surroundings, solved with its limits: temperatures, pressures, dry area.
///
/// The temperature field by [Sheets], what it asks of the wick by [Meniscus]. Holds buffers: not for use by two threads at once.
public final class Spreader {

    /// Relative residual of the temperature field that is asked for.
    private static final double TOLERANCE = 1e-7;

    private final VaporChamber chamber;
    private final Mask mask;
    private final SheetTable table;
    private final Sheets sheets;
    private final Meniscus meniscus;
    private Meniscus.State state =
            new Meniscus.State(new double[0], new double[0], new double[0], new double[0], new Uses(0, 0, 0, 0, 0), 0);
    private boolean converged;

    /// Prepares a model.
    ///
    /// @param chamber the cross-section
    /// @param mask the outline
    /// @param cooling where heat leaves
    /// @param threads number of threads, 1 or more
    public Spreader(VaporChamber chamber, Mask mask, Cooling cooling, int threads) {
        this.chamber = chamber;
        this.mask = mask;
        table = new SheetTable(chamber);
        sheets = new Sheets(mask, table, cooling, threads);
        meniscus = new Meniscus(chamber, mask, threads);
    }

    /// Returns the state under a load.
    ///
    /// @param front heat into the evaporator wall, W; one value for each cell
    /// @param back heat into the condenser wall, W; one value for each cell
    /// @param tilt how gravity lies
    /// @return the state
    public Assessment assess(double[] front, double[] back, Tilt tilt) {
        // limits are those of the wet chamber: once part of it is dry, the rest carries more
        double[] first = use(front, back, tilt, ones());
        var all = state;
        var found = DryOut.find(mask.cells(), first, all.use(), wet -> use(front, back, tilt, wet));
        return describe(Arrays.stream(front).sum() + Arrays.stream(back).sum(), all.uses(), found);
    }

    /// Returns the heat at which the first limit is reached, the heat keeping its pattern.
    ///
    /// The surroundings are moved so that the mean vapor temperature is the wanted one at each trial.
    ///
    /// @param front pattern of the heat into the evaporator wall, W; one value for each cell
    /// @param tilt how gravity lies
    /// @param vapor mean temperature of the vapor, K
    /// @return the heat, its limit, and what it is at
    public HeatLimit heatLimit(double[] front, Tilt tilt, double vapor) {
        double whole = Arrays.stream(front).sum(), heat = 1;
        double low = 0, high = Double.POSITIVE_INFINITY;
        Limit which = Limit.CAPILLARY;
        double[] wet = ones(), none = new double[mask.cells()], scaled = new double[mask.cells()];
        double head = headUse(front, tilt, vapor);
        if (head >= 1) {
            return new HeatLimit(0, Limit.CAPILLARY, vapor);
        }
        for (int n = 0; n < 40; n++) {
            double factor = heat / whole;
            Arrays.setAll(scaled, c -> front[c] * factor);
            capillary(scaled, none, tilt, wet, vapor);
            var use = state.uses();
            which = use.nearest();
            double u = use.of(which);
            if (Math.abs(u - 1) < 1e-4 || high - low < 1e-4 * heat) {
                break;
            }
            if (u > 1) {
                high = Math.min(high, heat);
            } else {
                low = Math.max(low, heat);
            }
            // what gravity takes is there without heat; the rest grows about in proportion
            double base = which == Limit.CAPILLARY ? head : 0;
            double next = heat * Math.clamp((1 - base) / Math.max(1e-9, u - base), 0.1, 10);
            heat = next > low && next < high ? next : Double.isInfinite(high) ? 2 * heat : (low + high) / 2;
            if (heat > 1e4) {
                break;
            }
        }
        return new HeatLimit(heat, which, vapor);
    }

    /// A heat limit.
    ///
    /// @param heat the heat, W; 0 if the wick cannot even hold the liquid against gravity
    /// @param limit what it runs into
    /// @param vapor mean vapor temperature it holds at, K
    public record HeatLimit(double heat, Limit limit, double vapor) {}

    /// The share of the capillary limit that gravity takes at the heated place.
    private double headUse(double[] front, Tilt tilt, double vapor) {
        double top = -Double.MAX_VALUE, bottom = Double.MAX_VALUE;
        for (int c = 0; c < mask.cells(); c++) {
            double climb = -(tilt.x() * mask.x(c % mask.nx()) + tilt.y() * mask.y(c / mask.nx()));
            if (front[c] > 0) {
                top = Math.max(top, climb);
            }
            if (mask.area()[c] > 0) {
                bottom = Math.min(bottom, climb);
            }
        }
        var s = Water.at(vapor);
        return s.liquidDensity() * (top - bottom) / chamber.capillaryPressure(s);
    }

    private double[] use(double[] front, double[] back, Tilt tilt, double[] wet) {
        return capillary(front, back, tilt, wet, Double.NaN);
    }

    /// Solves temperatures and pressures; returns the capillary use of wet evaporating cells.
    private double[] capillary(double[] front, double[] back, Tilt tilt, double[] wet, double mean) {
        sheets.wet(wet);
        converged = sheets.steady(front, back, TOLERANCE).converged();
        for (int n = 0; n < 30 && !Double.isNaN(mean); n++) {
            double off = mean - meanVapor();
            if (Math.abs(off) < 0.01) {
                break;
            }
            sheets.ambient(sheets.ambient() + off);
            converged = sheets.steady(front, back, TOLERANCE).converged();
        }
        if (chamber.gas() > 0) {
            block(front, back);
        }
        return pressures(tilt, wet);
    }

    private double meanVapor() {
        double[] t = sheets.vapor();
        double sum = 0;
        for (int c = 0; c < t.length; c++) {
            sum += mask.area()[c] * t[c];
        }
        return sum / mask.total();
    }

    /// Gas gathers where vapor flows to, at the coldest place; it blocks the area of a flat front there.
    private void block(double[] front, double[] back) {
        for (int n = 0; n < 4; n++) {
            double[] t = sheets.vapor(), open = ones();
            Integer[] cold = IntStream.range(0, t.length)
                    .filter(c -> mask.area()[c] > 0)
                    .boxed()
                    .sorted(Comparator.comparingDouble(c -> t[c]))
                    .toArray(Integer[]::new);
            double pressure = table.pressure(meanVapor());
            double left = Limits.blockedArea(chamber.gas(), meanVapor(), pressure, chamber.vaporHeight());
            for (int k = 0; k < cold.length - 1 && left > 0; k++) {
                open[cold[k]] = 1 - Math.min(1, left / mask.area()[cold[k]]);
                left -= mask.area()[cold[k]];
            }
            sheets.open(open);
            converged = sheets.steady(front, back, TOLERANCE).converged();
        }
    }

    private double[] pressures(Tilt tilt, double[] wet) {
        state = meniscus.of(
                sheets.vapor(), sheets.evaporation(), sheets.condensation(), sheets.vaporFlux(), wet, tilt);
        return state.evaporating();
    }

    private Assessment describe(double heat, Uses use, DryOut.Found found) {
        double[] one = sheets.evaporator(), vapor = sheets.vapor(), two = sheets.condenser();
        double dry = 0, hot = 0, mean = 0, high = 0, low = Double.MAX_VALUE;
        for (int c = 0; c < one.length; c++) {
            if (mask.area()[c] > 0) {
                dry += (1 - found.wet()[c]) * mask.area()[c];
                hot = Math.max(hot, one[c]);
                mean += two[c] * mask.area()[c] / mask.total();
                high = Math.max(high, vapor[c]);
                low = Math.min(low, vapor[c]);
            }
        }
        return new Assessment(
                mask,
                heat,
                one,
                vapor,
                two,
                state.vaporPressure(),
                state.liquidPressure(),
                state.use(),
                found.wet(),
                use,
                dry,
                (hot - mean) / heat,
                high - low,
                converged && found.settled(),
                notes(high, low, use));
    }

    private List<String> notes(double high, double low, Uses use) {
        var notes = new ArrayList<>(chamber.wick().notes());
        if (low < Water.FIT_LOW) {
            notes.add("vapor down to %.1f °C; the water fits begin at 20 °C".formatted(low - 273.15));
        }
        if (high > Water.FIT_HIGH) {
            notes.add("vapor up to %.1f °C; the water fits end at 120 °C".formatted(high - 273.15));
        }
        if (use.sonic() > 0.3) {
            notes.add("vapor at %.2f of the sonic limit; inertia, which is left out, matters above 0.3"
                    .formatted(use.sonic()));
        }
        return List.copyOf(notes);
    }

    private double[] ones() {
        double[] one = new double[mask.cells()];
        Arrays.fill(one, 1);
        return one;
    }

    /// Returns the tabulated conductances.
    ///
    /// @return the table
    public SheetTable table() {
        return table;
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// An axis with round ticks.
///
/// @param low value at its start
/// @param high value at its end
/// @param step distance of the ticks: 1, 2 or 5 times a power of ten
record Axis(double low, double high, double step) {

    private static final int TICKS = 6;

    /// An axis that starts and ends exactly where it is told.
    static Axis from(double low, double high) {
        double end = high > low ? high : low + 1;
        return new Axis(low, end, step(end - low));
    }

    /// An axis over some columns and those marks that are near them, rounded out to ticks.
    static Axis over(List<double[]> columns, Collection<Double> marks, boolean fromZero) {
        var all = columns.stream().flatMapToDouble(Arrays::stream).filter(Double::isFinite).summaryStatistics();
        double low = all.getCount() == 0 ? 0 : all.getMin(), high = all.getCount() == 0 ? 1 : all.getMax();
        for (double mark : marks) {
            high = mark > high && mark < high + 0.25 * (high - low) ? mark + 0.02 * (high - low) : high;
        }
        low = fromZero ? Math.min(0, low) : low;
        high = high - low < 1e-9 ? low + 1 : high;
        double step = step(high - low);
        high = fromZero ? high + 0.3 * step : high;
        return new Axis(Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step, step);
    }

    double share(double value) {
        return (value - low) / (high - low);
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (double t = Math.ceil(low / step - 1e-9) * step; t <= high + 1e-9 * step; t += step) {
            ticks.add(t);
        }
        return ticks;
    }

    String word(double value) {
        int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
        return Words.fixed(value, decimals);
    }

    private static double step(double span) {
        double rough = span / TICKS, ten = Math.pow(10, Math.floor(Math.log10(rough)));
        double lead = rough / ten;
        return ten * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Collects readings over time, and the highest of each.
final class History {

    private final List<Double> time = new ArrayList<>();
    private final Map<String, List<Double>> values = new LinkedHashMap<>();
    private final Map<String, Double> highest = new LinkedHashMap<>();

    /// Keeps the readings of a moment.
    void add(double t, Map<String, Double> readings) {
        readings.forEach((id, value) -> {
            highest.merge(id, value, Math::max);
            var series = values.computeIfAbsent(id, first -> new ArrayList<>());
            while (series.size() < time.size()) {
                series.add(Double.NaN); // it was not there before
            }
            series.add(value);
        });
        time.add(t);
    }

    /// Returns the highest value of each reading so far.
    Map<String, Double> highest() {
        return highest;
    }

    Series series() {
        Map<String, double[]> all = new LinkedHashMap<>();
        values.forEach((id, series) -> all.put(id, flat(series)));
        return new Series(flat(time), all);
    }

    private static double[] flat(List<Double> boxed) {
        return boxed.stream().mapToDouble(Double::doubleValue).toArray();
    }
}

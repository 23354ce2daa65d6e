// SPDX-License-Identifier: Apache-2.0
package lithe.governor;

import lithe.device.Governor.SetPoints;
import lithe.device.Severities;

/// How far a temperature is from the next threshold, K.
final class Distance {

    private Distance() {}

    static double of(SetPoints rule, Memory.Points memory, double temperature) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < memory.held().length; i++) {
            var point = rule.points().get(i);
            least = Math.min(least, Math.max(0, memory.held()[i] ? temperature - point.clear() : point.set() - temperature));
        }
        return least;
    }

    static double of(Severities rule, double temperature) {
        double least = Double.POSITIVE_INFINITY;
        for (var threshold : rule.thresholds().values()) {
            least = Math.min(least, Math.abs(threshold.at() - temperature));
            least = Math.min(least, Math.abs(threshold.at() - threshold.hysteresis() - temperature));
        }
        return least;
    }
}

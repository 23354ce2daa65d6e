// SPDX-License-Identifier: Apache-2.0
package lithe.device;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// At which temperature of a sensor the phone calls itself how hot, and what it does then.
///
/// @param sensor the virtual skin sensor
/// @param poll how often it is looked at; passive from the first severity on
/// @param thresholds where each severity begins; one without an entry is never reached
/// @param effects what happens from a severity on
public record Severities(String sensor, Poll poll, Map<Severity, Threshold> thresholds, List<Effect> effects) {

    /// Where a severity begins and ends.
    ///
    /// @param at it begins at this temperature, K
    /// @param hysteresis it ends this far below, K
    public record Threshold(double at, double hysteresis) {

        /// Checks the hysteresis.
        ///
        /// @throws IllegalArgumentException when it is negative
        public Threshold {
            if (!(hysteresis >= 0)) {
                throw new IllegalArgumentException("hysteresis must not be below 0 K, but is %s K".formatted(hysteresis));
            }
        }
    }

    /// A cap from a severity on, such as a dimmer screen.
    ///
    /// @param from least severity
    /// @param actor name of the source
    /// @param cap power it may take, W
    public record Effect(Severity from, String actor, double cap) {}

    /// Takes copies and checks that the thresholds rise.
    ///
    /// @throws IllegalArgumentException when they do not
    public Severities {
        thresholds = Collections.unmodifiableMap(new LinkedHashMap<>(thresholds));
        effects = List.copyOf(effects);
        double last = 0;
        for (var threshold : new EnumMap<>(thresholds).entrySet()) {
            if (!(threshold.getValue().at() > last)) {
                throw new IllegalArgumentException("thresholds must rise with severity, but %s is at %s K after %s K"
                        .formatted(threshold.getKey().word(), threshold.getValue().at(), last));
            }
            last = threshold.getValue().at();
        }
    }

    /// Returns where a severity begins.
    ///
    /// @param severity the severity
    /// @return temperature, K; infinite when it is never reached
    public double at(Severity severity) {
        var threshold = thresholds.get(severity);
        return threshold == null ? Double.POSITIVE_INFINITY : threshold.at();
    }
}

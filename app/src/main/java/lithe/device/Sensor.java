// SPDX-License-Identifier: Apache-2.0
package lithe.device;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A place where a temperature is read.
public sealed interface Sensor {

    /// Returns the name, unique among the sensors.
    ///
    /// @return the name
    String name();

    /// A point in the phone.
    ///
    /// @param name name
    /// @param x x, m
    /// @param y y, m
    /// @param z z, m
    record Probe(String name, double x, double y, double z) implements Sensor {}

    /// The mean over a part.
    ///
    /// @param name name
    /// @param part the part
    record PartMean(String name, String part) implements Sensor {}

    /// A weighted sum of other sensors, as phones compute their skin temperature: Σ wᵢ Tᵢ + offset, in °C.
    ///
    /// @param name name
    /// @param weights weight of each sensor, dimensionless
    /// @param offset added at the end, K
    record Virtual(String name, Map<String, Double> weights, double offset) implements Sensor {

        /// Takes a copy of the weights.
        public Virtual {
            weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Histories of a run; of a steady run, one moment.
///
/// @param time s, increasing
/// @param values one value per time, SI, by result id; powers of sources as <code>power.&lt;source&gt;</code>
public record Series(double[] time, Map<String, double[]> values) {

    /// Takes a copy of the map, not of the arrays.
    public Series {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}

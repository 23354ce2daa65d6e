// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// What coupled models give one another over one step: heat into parts, and temperatures out of them.
public final class Exchanged {

    private final double[] first;
    private final double[] last;
    private final Map<String, Double> readings = new LinkedHashMap<>();

    /// Starts empty.
    ///
    /// @param parts number of parts of the phone
    public Exchanged(int parts) {
        first = new double[parts];
        last = new double[parts];
    }

    /// Forgets the heat of the step before; readings stay until they are replaced.
    void nextStep() {
        Arrays.fill(first, 0);
        Arrays.fill(last, 0);
    }

    /// Adds heat to parts, which changes linearly over the step.
    ///
    /// @param from power of each part in the order of the device at the start of the step, W
    /// @param to power of each part at its end, W
    public void release(double[] from, double[] to) {
        for (int p = 0; p < first.length; p++) {
            first[p] += from[p];
            last[p] += to[p];
        }
    }

    /// Returns the heat of all models together at the start of the step.
    ///
    /// @return power of each part, W; the array itself, not a copy
    public double[] heatFrom() {
        return first;
    }

    /// Returns the heat of all models together at the end of the step.
    ///
    /// @return power of each part, W; the array itself, not a copy
    public double[] heatTo() {
        return last;
    }

    /// Leaves a reading for others and for the history.
    ///
    /// @param id result id
    /// @param value SI
    public void tell(String id, double value) {
        readings.put(id, value);
    }

    /// Returns the newest readings.
    ///
    /// @return value by result id, SI
    public Map<String, Double> readings() {
        return readings;
    }
}

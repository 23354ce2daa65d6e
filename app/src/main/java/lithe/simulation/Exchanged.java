// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// What coupled models give one another over one step: heat into parts, and temperatures out of them.
public final class Exchanged {

    private final double[] heat;
    private final Map<String, Double> readings = new LinkedHashMap<>();

    /// Starts empty.
    ///
    /// @param parts number of parts of the phone
    public Exchanged(int parts) {
        heat = new double[parts];
    }

    /// Forgets the heat of the step before; readings stay until they are replaced.
    void nextStep() {
        Arrays.fill(heat, 0);
    }

    /// Adds heat to parts.
    ///
    /// @param powers mean power over the step for each part in the order of the device, W
    public void release(double[] powers) {
        for (int p = 0; p < heat.length; p++) {
            heat[p] += powers[p];
        }
    }

    /// Returns the heat of all models together.
    ///
    /// @return mean power over the step for each part, W; the array itself, not a copy
    public double[] heat() {
        return heat;
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

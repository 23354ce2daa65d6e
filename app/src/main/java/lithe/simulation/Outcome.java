// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.List;
import lithe.device.Device;
import lithe.fit.Packing;
import org.jspecify.annotations.Nullable;

/// What a simulation of one phone gave.
public final class Outcome {

    private final Device device;
    private final List<Run> runs;
    private volatile @Nullable Packing packing;

    /// Takes a copy of the runs.
    ///
    /// @param device the phone
    /// @param runs one per workload, in the order they were run
    public Outcome(Device device, List<Run> runs) {
        this.device = device;
        this.runs = List.copyOf(runs);
    }

    /// Returns the phone.
    ///
    /// @return the phone
    public Device device() {
        return device;
    }

    /// Returns the runs.
    ///
    /// @return one per workload, in the order they were run
    public List<Run> runs() {
        return runs;
    }

    /// Returns how the parts fit into the body; judged at the first call.
    ///
    /// @return the packing
    public Packing packing() {
        var known = packing;
        if (known == null) {
            known = Packing.of(device);
            packing = known;
        }
        return known;
    }
}

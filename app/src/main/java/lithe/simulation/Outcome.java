// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.List;
import lithe.device.Device;
import lithe.fit.Packing;

/// What a simulation of one phone gave.
///
/// @param device the phone
/// @param runs one per workload, in the order they were run
public record Outcome(Device device, List<Run> runs) {

    /// Takes a copy of the runs.
    public Outcome {
        runs = List.copyOf(runs);
    }

    /// Returns how the parts fit into the body; judged anew at every call, which takes milliseconds.
    ///
    /// @return the packing
    public Packing packing() {
        return Packing.of(device);
    }
}

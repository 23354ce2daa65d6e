// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.List;
import lithe.device.Device;

/// What a simulation of one phone gave.
///
/// @param device the phone
/// @param runs one per workload, in the order they were run
public record Outcome(Device device, List<Run> runs) {

    /// Takes a copy of the runs.
    public Outcome {
        runs = List.copyOf(runs);
    }
}

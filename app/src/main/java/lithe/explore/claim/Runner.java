// SPDX-License-Identifier: Apache-2.0
package lithe.explore.claim;

import java.util.Map;
import lithe.device.Device;

/// Simulates one workload of a phone.
@FunctionalInterface
public interface Runner {

    /// Runs a workload; called from several threads at once.
    ///
    /// @param phone the phone
    /// @param workload name of one of its workloads
    /// @return value of each result by id, SI; the same whenever it is asked
    /// @throws IllegalArgumentException when it cannot be run
    /// @throws ArithmeticException when a solve does not converge
    Map<String, Double> run(Device phone, String workload);
}

// SPDX-License-Identifier: Apache-2.0
package lithe.explore.claim;

/// Knows the results of variants under workloads.
@FunctionalInterface
public interface Results {

    /// Returns a result, SI.
    ///
    /// @param variant name of a variant
    /// @param workload name of a workload; empty for what can be told without running
    /// @param id result id
    /// @return the value, SI
    double of(String variant, String workload, String id);
}

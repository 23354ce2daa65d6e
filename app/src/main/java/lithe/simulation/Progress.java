// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

/// Hears how far a long task has come.
@FunctionalInterface
public interface Progress {

    /// Nobody listens.
    Progress SILENT = (what, fraction) -> {};

    /// Tells how far the task is.
    ///
    /// @param what what is being done, in a few words
    /// @param fraction share of the whole, 0 to 1
    void at(String what, double fraction);
}

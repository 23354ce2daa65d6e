// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

/// A model that is advanced together with others: heat in the phone, a workload, later the cell, its charger, the governor.
///
/// Models never call one another. Each reads from the [Exchanged] what it needs and leaves there what it gives.
public interface CoupledModel {

    /// Returns how far this model may be advanced in one go: its next jump, or the end of what it can resolve.
    ///
    /// @param now time, s
    /// @return a later time, s; infinite when it sets no bound
    double horizon(double now);

    /// Advances to a later time.
    ///
    /// @param from time at which the model stands, s
    /// @param to a later time, not beyond the least horizon, s
    /// @param exchanged what the models give one another over this step
    void advance(double from, double to, Exchanged exchanged);
}

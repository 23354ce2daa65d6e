// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

/// When a step of a protocol is over.
public sealed interface Stop {

    /// A time has passed.
    ///
    /// @param seconds duration, s
    record After(double seconds) implements Stop {}

    /// The terminal voltage has been reached from below in a charge, from above in a discharge.
    ///
    /// @param volts voltage, V
    /// @param rising whether it is reached from below
    record AtVoltage(double volts, boolean rising) implements Stop {}

    /// The current has faded to this size.
    ///
    /// @param amps size of the current, A
    record AtCurrent(double amps) implements Stop {}

    /// The state of charge has been reached.
    ///
    /// @param charge state of charge, 0 … 1
    /// @param rising whether it is reached from below
    record AtCharge(double charge, boolean rising) implements Stop {}

    /// The temperature has risen to this.
    ///
    /// @param kelvin temperature, K
    record AtTemperature(double kelvin) implements Stop {}

    /// The plating margin has fallen to this.
    ///
    /// @param volts margin, V
    record AtMargin(double volts) implements Stop {}

    /// A further control wants to take over, because its limit is reached.
    ///
    /// @param control the control whose limit is met
    /// @param charging direction of the step
    record AtLimit(Control control, boolean charging) implements Stop {}
}

// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

/// What is held while the cell runs; each kind is one row of the same Newton system.
public sealed interface Control {

    /// Hold the current.
    ///
    /// @param amps current, A; positive in discharge
    record Current(double amps) implements Control {}

    /// Hold the terminal voltage.
    ///
    /// @param volts voltage, V
    record Voltage(double volts) implements Control {}

    /// Hold the electrical power.
    ///
    /// @param watts power, W; positive in discharge
    record Power(double watts) implements Control {}

    /// Hold the plating margin: solid over liquid potential of the negative electrode at the separator.
    ///
    /// @param volts margin, V
    record Margin(double volts) implements Control {}

    /// Hold the heat released, so that a lumped cell keeps its temperature.
    ///
    /// @param watts heat, W
    /// @param charging whether the charging one of the two currents is meant
    record Heat(double watts, boolean charging) implements Control {}
}

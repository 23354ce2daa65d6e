// SPDX-License-Identifier: Apache-2.0
package lithe.board;

/// What board area is worth in battery.
///
/// @param volume volume that becomes free, m³
/// @param energy energy a cell holds in it, J
/// @param charge charge of that energy, C
public record BatteryFreed(double volume, double energy, double charge) {

    /// Turns saved plan area into battery.
    ///
    /// @param area plan area saved, m²
    /// @param depth thickness of the cell that may take its place, m
    /// @param density energy per volume of the cell, J/m³
    /// @param voltage mean voltage of the cell, V
    /// @return what it is worth
    public static BatteryFreed of(double area, double depth, double density, double voltage) {
        double volume = area * depth;
        return new BatteryFreed(volume, volume * density, volume * density / voltage);
    }

    /// Returns the charge in the unit on batteries.
    ///
    /// @return charge, mAh
    public double milliampereHours() {
        return charge / 3.6;
    }
}

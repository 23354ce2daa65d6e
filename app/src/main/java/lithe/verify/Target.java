// SPDX-License-Identifier: Apache-2.0
package lithe.verify;

import java.util.List;

/// A published measurement of a phone, with the band that is accepted.
///
/// @param id short name, T1 to T15; several rows of one test share it
/// @param phone the phone
/// @param test what was done, in what room
/// @param quantity what was measured
/// @param measured the measurement, in the unit
/// @param low lower end of the band
/// @param high upper end of the band
/// @param unit unit of all three
/// @param gate true when a miss is a failure, false when it is only shown
/// @param note what to know about it
/// @param source where it was published
public record Target(
        String id,
        String phone,
        String test,
        String quantity,
        double measured,
        double low,
        double high,
        String unit,
        boolean gate,
        String note,
        String source) {

    /// Returns all targets that come with Lithe.
    ///
    /// @return the targets, T1 first
    public static List<Target> all() {
        return Table.rows("phone-targets.csv").stream().map(Target::of).toList();
    }

    private static Target of(String[] row) {
        String unit = row[7].replace("degC", "°C");
        return new Target(
                row[0], row[1], row[2].replace("degC", "°C"), row[3], Double.parseDouble(row[4]), Double.parseDouble(row[5]),
                Double.parseDouble(row[6]), unit, row[8].equals("gate"), row[9].replace("+-", "±"), row[10].replace("degC", "°C"));
    }

    /// Tells whether a value lies in the band.
    ///
    /// @param value in the unit of the target
    /// @return true from the lower to the upper end, both included
    public boolean accepts(double value) {
        return value >= low && value <= high;
    }

    /// Tells whether this is the temperature of a surface that people touch.
    ///
    /// @return true for bodies, fronts and backs, false for batteries and everything that is no temperature
    public boolean skin() {
        return unit.equals("°C") && !quantity.startsWith("battery");
    }
}

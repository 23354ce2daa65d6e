// SPDX-License-Identifier: Apache-2.0
package lithe.explore.claim;

import java.util.Locale;
import lithe.units.Kind;
import lithe.units.Units;

/// A quantity a claim looks at.
///
/// @param name what it is called in the claim
/// @param measure how it follows from results
/// @param kind what it is about
/// @param unit unit in which it is shown; empty for a pure number
public record Gauge(String name, Measure measure, Kind kind, String unit) {

    /// Writes a value of it for a person.
    ///
    /// @param si value, SI
    /// @return number and unit, three to four digits
    public String shown(double si) {
        if (!Double.isFinite(si)) {
            return "?";
        }
        double number = Units.fromSi(si, unit, kind);
        double size = Math.abs(number);
        int digits = size >= 1000 || number == 0 || unit.isEmpty() && number == Math.rint(number) ? 0 : size >= 10 ? 1 : size >= 0.095 ? 2 : 3;
        var text = String.format(Locale.ROOT, "%." + digits + "f", number).replaceFirst("^-(0(\\.0*)?)$", "$1");
        return unit.isEmpty() || unit.equals("°") ? text + unit : text + " " + unit;
    }

    /// Returns the value in its unit.
    ///
    /// @param si value, SI
    /// @return the number before the unit
    public double number(double si) {
        return Units.fromSi(si, unit, kind);
    }
}

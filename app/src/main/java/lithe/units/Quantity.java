// SPDX-License-Identifier: Apache-2.0
package lithe.units;

import org.jspecify.annotations.Nullable;

/// A number from a file with everything that decides how far it can be trusted.
///
/// @param si the value in SI units
/// @param kind what it is about
/// @param unit the unit it was written in, empty for a pure number
/// @param grade where it comes from; an ungraded number counts as an estimate
/// @param source where it was read, empty if not stated
/// @param range the range it may lie in, SI, or null if not stated
public record Quantity(double si, Kind kind, String unit, Grade grade, String source, @Nullable Range range) {

    /// The 10–90 % band of a quantity.
    ///
    /// @param low lower end, SI
    /// @param high upper end, SI
    public record Range(double low, double high) {

        /// Checks the order.
        ///
        /// @throws IllegalArgumentException if low is above high
        public Range {
            if (!(low <= high)) {
                throw new IllegalArgumentException("range must rise, but goes from " + low + " to " + high);
            }
        }
    }

    /// Checks that the value is a number and lies in its range.
    ///
    /// @throws IllegalArgumentException naming the value and the range
    public Quantity {
        if (!Double.isFinite(si)) {
            throw new IllegalArgumentException(kind.words() + " must be finite, but is " + si);
        }
        if (range != null && (si < range.low() || si > range.high())) {
            throw new IllegalArgumentException("value %s lies outside its range %s to %s".formatted(si, range.low(), range.high()));
        }
    }

    /// Makes an ungraded quantity.
    ///
    /// @param si the value in SI units
    /// @param kind what it is about
    /// @return an estimate without source
    public static Quantity of(double si, Kind kind) {
        return new Quantity(si, kind, kind.unit(), Grade.ESTIMATE, "", null);
    }

    /// Returns the lower end of the band, SI: the stated one, or the spread of the grade; an absolute temperature has none.
    ///
    /// @return the stated or assumed 10 % value
    public double low() {
        return range != null ? range.low() : si - half();
    }

    /// Returns the upper end of the band, SI: the stated one, or the spread of the grade; an absolute temperature has none.
    ///
    /// @return the stated or assumed 90 % value
    public double high() {
        return range != null ? range.high() : si + half();
    }

    /// Returns the value in the unit it was written in.
    ///
    /// @return number and unit
    public String text() {
        return Units.write(si, unit, kind);
    }

    /// Returns the same quantity with another value and no range.
    ///
    /// @param value the new value, SI
    /// @return a quantity of the same kind, unit, grade and source
    public Quantity with(double value) {
        return new Quantity(value, kind, unit, grade, source, null);
    }

    private double half() {
        return kind == Kind.TEMPERATURE ? 0 : grade.spread() * Math.abs(si);
    }
}

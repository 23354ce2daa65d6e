// SPDX-License-Identifier: Apache-2.0
package lithe.result;

import lithe.units.UnitException;
import lithe.units.Units;

/// One entry of the catalogue.
///
/// @param id id, with <code>&lt;name&gt;</code> where the name of a thing stands
/// @param name what it is, in the field's words
/// @param symbol symbol for axes
/// @param unit unit it is shown in, `1` for a pure number; values are held in SI
/// @param quantity what is measured; decides how SI becomes the unit
/// @param room room that computes it
/// @param sense which way it should go
public record Kind(
        String id, String name, String symbol, String unit, lithe.units.Kind quantity, String room, Sense sense) {

    private static final String NONE = "1";

    /// Makes an entry; the unit tells what is measured.
    ///
    /// @param id id, with <code>&lt;name&gt;</code> where the name of a thing stands
    /// @param name what it is, in the field's words
    /// @param symbol symbol for axes
    /// @param unit unit it is shown in, `1` for a pure number
    /// @param room room that computes it
    /// @param sense which way it should go
    /// @return the entry
    /// @throws IllegalArgumentException when no kind of quantity has the unit
    public static Kind of(String id, String name, String symbol, String unit, String room, Sense sense) {
        return new Kind(id, name, symbol, unit, quantity(unit), room, sense);
    }

    /// Converts a value for show.
    ///
    /// @param si the value, SI
    /// @return the value in the unit of this entry; NaN stays NaN
    public double shown(double si) {
        return plain(unit) ? si : Units.fromSi(si, unit, quantity);
    }

    private static boolean plain(String unit) {
        return unit.equals(NONE) || unit.equals("B");
    }

    private static lithe.units.Kind quantity(String unit) {
        if (plain(unit)) {
            return lithe.units.Kind.NUMBER;
        }
        for (var quantity : lithe.units.Kind.values()) {
            if (quantity.unit().equals(unit)) {
                return quantity;
            }
        }
        for (var quantity : lithe.units.Kind.values()) {
            if (reads(unit, quantity)) {
                return quantity;
            }
        }
        throw new IllegalArgumentException("no kind of quantity has the unit " + unit);
    }

    private static boolean reads(String unit, lithe.units.Kind quantity) {
        try {
            return Double.isFinite(Units.toSi(1, unit, quantity));
        } catch (UnitException e) {
            return false;
        }
    }

    /// Tells whether a concrete id is of this kind.
    ///
    /// @param concrete id without placeholder, such as <code>part.soc.max</code>
    /// @return true when it is
    public boolean matches(String concrete) {
        int at = id.indexOf('<');
        if (at < 0) {
            return id.equals(concrete);
        }
        String head = id.substring(0, at), tail = id.substring(id.indexOf('>') + 1);
        return concrete.length() > head.length() + tail.length() && concrete.startsWith(head) && concrete.endsWith(tail);
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.result;

/// One entry of the catalogue.
///
/// @param id id, with <code>&lt;name&gt;</code> where the name of a thing stands
/// @param name what it is, in the field's words
/// @param symbol symbol for axes
/// @param unit unit it is shown in; values are held in SI
/// @param room room that computes it
/// @param sense which way it should go
public record Kind(String id, String name, String symbol, String unit, String room, Sense sense) {

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

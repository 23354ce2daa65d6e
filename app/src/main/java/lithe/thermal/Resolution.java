// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

/// How finely a phone is cut.
///
/// The cell sizes follow the sources; one factor scales them all until the cell count fits. Edges of parts always stay
/// exact, so a phone of many edges may need more cells than asked for.
///
/// @param name name shown to people
/// @param cells cells to stay below, inactive ones included, where alignment allows it
/// @param most cells above which meshing is refused
public record Resolution(String name, int cells, long most) {

    /// Cells above which meshing is refused unless asked for, as many as 1 GB of memory holds.
    public static final long GUARD = 5_000_000;

    /// A look at the design.
    public static final Resolution DRAFT = new Resolution("draft", 45_000, GUARD);
    /// For decisions.
    public static final Resolution STANDARD = new Resolution("standard", 160_000, GUARD);
    /// For the last tenth of a kelvin.
    public static final Resolution FINE = new Resolution("fine", 1_900_000, GUARD);

    /// Checks the counts.
    ///
    /// @throws IllegalArgumentException when a count is not positive or they are out of order
    public Resolution {
        if (!(cells >= 1 && most >= cells && most < Integer.MAX_VALUE - 64)) {
            throw new IllegalArgumentException(
                    "cells of resolution %s must be between 1 and %s, and below 2^31, but are %s".formatted(name, most, cells));
        }
    }

    /// Returns a resolution with a cell count of one's own; asking is allowing.
    ///
    /// @param cells cells to stay below
    /// @return the resolution
    public static Resolution of(int cells) {
        return new Resolution(cells + " cells", cells, Math.max(GUARD, cells));
    }

    /// Finds a resolution by its name or by a number of cells.
    ///
    /// @param name draft, standard, fine, or a number such as 300000
    /// @return the resolution
    /// @throws IllegalArgumentException when there is none of this name, or the number is not between 1000 and 200 million
    public static Resolution named(String name) {
        return switch (name) {
            case "draft" -> DRAFT;
            case "standard" -> STANDARD;
            case "fine" -> FINE;
            // not a sealed type: any text may come from a person
            case String number when number.matches("[1-9][0-9]{3,7}|1[0-9]{8}") -> of(Integer.parseInt(number));
            case String other -> throw new IllegalArgumentException(
                    "resolution must be draft, standard, fine or a number of cells such as 300000, but is " + other);
        };
    }
}

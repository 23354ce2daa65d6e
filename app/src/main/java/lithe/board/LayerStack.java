// SPDX-License-Identifier: Apache-2.0
package lithe.board;

import java.util.ArrayList;
import java.util.List;
import lithe.units.Grade;

/// The sheets a board is pressed from, front to back.
///
/// @param sheets copper and dielectric sheets, front to back
/// @param grade how far the thicknesses can be trusted
public record LayerStack(List<Sheet> sheets, Grade grade) {

    /// One sheet.
    ///
    /// @param name name in the design
    /// @param thickness thickness, m
    /// @param copper whether it is a copper layer; otherwise dielectric
    public record Sheet(String name, double thickness, boolean copper) {

        /// Checks the thickness.
        ///
        /// @throws IllegalArgumentException when it is no board sheet
        public Sheet {
            if (!(thickness > 0 && thickness <= 0.01)) {
                throw new IllegalArgumentException(
                        "thickness of board sheet %s must be between 0 and 0.01 m, but is %s m".formatted(name, thickness));
            }
        }
    }

    /// Takes a copy.
    ///
    /// @throws IllegalArgumentException when there is no sheet
    public LayerStack {
        sheets = List.copyOf(sheets);
        if (sheets.isEmpty()) {
            throw new IllegalArgumentException("a board needs at least one sheet");
        }
    }

    /// Returns a stack of copper layers with equal dielectrics between them.
    ///
    /// @param names name of each copper layer, front to back
    /// @param copper thickness of each copper layer, m
    /// @param total thickness of the board, m; the dielectrics share what the copper leaves
    /// @return the stack, graded estimate
    /// @throws IllegalArgumentException when the copper is thicker than the board
    public static LayerStack even(List<String> names, double[] copper, double total) {
        double left = total;
        for (double t : copper) {
            left -= t;
        }
        int gaps = Math.max(names.size() - 1, 1);
        if (!(left > 0)) {
            throw new IllegalArgumentException("%d copper layers leave no dielectric in a board of %s m".formatted(names.size(), total));
        }
        List<Sheet> sheets = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            sheets.add(new Sheet(names.get(i), copper[i], true));
            if (i < names.size() - 1 || names.size() == 1) {
                sheets.add(new Sheet("dielectric " + (i + 1), left / gaps, false));
            }
        }
        return new LayerStack(sheets, Grade.ESTIMATE);
    }

    /// Returns the stack assumed where a design names layers but no thicknesses: outer copper 35 µm, inner 18 µm.
    ///
    /// @param names name of each copper layer, front to back
    /// @param total thickness of the board, m
    /// @return the stack, graded estimate
    public static LayerStack assumed(List<String> names, double total) {
        double[] copper = new double[names.size()];
        for (int i = 0; i < copper.length; i++) {
            copper[i] = i == 0 || i == copper.length - 1 ? 35e-6 : 18e-6;
        }
        return even(names, copper, total);
    }

    /// Returns the total thickness, m.
    ///
    /// @return sum of all sheets, m
    public double thickness() {
        return sheets.stream().mapToDouble(Sheet::thickness).sum();
    }

    /// Returns the number of copper layers.
    ///
    /// @return copper layers
    public int copperLayers() {
        return (int) sheets.stream().filter(Sheet::copper).count();
    }
}

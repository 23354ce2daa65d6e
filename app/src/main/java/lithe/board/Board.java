// SPDX-License-Identifier: Apache-2.0
package lithe.board;

import java.util.List;
import lithe.geometry.Outline;

/// One board as designed: outline, sheets, parts, vias and copper.
///
/// @param name name
/// @param outline edge and holes
/// @param stack the sheets
/// @param parts parts on both sides
/// @param vias vias
/// @param copper copper by tile
public record Board(
        String name, Outline outline, LayerStack stack, List<PlacedPart> parts, List<Via> vias, CopperMap copper) {

    /// Takes copies.
    public Board {
        parts = List.copyOf(parts);
        vias = List.copyOf(vias);
    }

    /// Returns the parts on one side.
    ///
    /// @param side the side
    /// @return its parts
    public List<PlacedPart> parts(Side side) {
        return parts.stream().filter(p -> p.side() == side).toList();
    }

    /// Returns the in-plane conductivity of the whole board as a band.
    ///
    /// @return the band, W/(m·K)
    public Conductivity.Band inPlane() {
        return Conductivity.inPlane(stack, copper.coverage());
    }

    /// Returns the conductivity through the board, without and with all vias as columns.
    ///
    /// @return the band, W/(m·K)
    public Conductivity.Band through() {
        double[] coverage = copper.coverage();
        return new Conductivity.Band(
                Conductivity.through(stack, coverage, 0), Conductivity.through(stack, coverage, copper.columnShare()));
    }
}

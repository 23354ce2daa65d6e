// SPDX-License-Identifier: Apache-2.0
package lithe.board.place;

import java.util.List;

/// Blocks, faces and nets.
///
/// @param blocks what is to be placed
/// @param planes where
/// @param nets what is joined; pins are at centres
/// @param boardChange length a net counts for each further board it reaches, m
public record Problem(List<Block> blocks, List<Plane> planes, List<Wires.Net> nets, double boardChange) {

    /// Takes copies.
    public Problem {
        blocks = List.copyOf(blocks);
        planes = List.copyOf(planes);
        nets = List.copyOf(nets);
    }
}

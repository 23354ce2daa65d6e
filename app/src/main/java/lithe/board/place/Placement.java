// SPDX-License-Identifier: Apache-2.0
package lithe.board.place;

import lithe.geometry.Rectangle;

/// Where every block of a problem stands.
///
/// @param face index of the face of each block
/// @param x left edge of each block, m
/// @param y top edge of each block, m
/// @param turned whether each block is turned by 90°
public record Placement(int[] face, double[] x, double[] y, boolean[] turned) {

    /// Takes copies.
    public Placement {
        face = face.clone();
        x = x.clone();
        y = y.clone();
        turned = turned.clone();
    }

    /// Returns what a block covers.
    ///
    /// @param problem the problem
    /// @param block index of the block
    /// @return its rectangle, m
    public Rectangle box(Problem problem, int block) {
        var b = problem.blocks().get(block);
        return new Rectangle(
                x[block], y[block], turned[block] ? b.height() : b.width(), turned[block] ? b.width() : b.height());
    }

    /// Returns the weighted half-perimeter wirelength, with the change of boards, m.
    ///
    /// @param problem the problem
    /// @return length, m
    public double wirelength(Problem problem) {
        double sum = 0;
        for (var net : problem.nets()) {
            Rectangle hull = null;
            long boards = 0;
            for (int block : net.blocks()) {
                var box = box(problem, block);
                var centre = new Rectangle(box.x() + box.width() / 2, box.y() + box.height() / 2, 0, 0);
                hull = hull == null ? centre : hull.hull(centre);
                boards |= 1L << problem.planes().get(face[block]).board();
            }
            for (int i = 0; i < net.padX().length; i++) {
                var pad = new Rectangle(net.padX()[i], net.padY()[i], 0, 0);
                hull = hull == null ? pad : hull.hull(pad);
            }
            if (hull != null) {
                int changes = Math.max(Long.bitCount(boards) - 1, 0);
                sum += net.weight() * (hull.width() + hull.height() + changes * problem.boardChange());
            }
        }
        return sum;
    }
}

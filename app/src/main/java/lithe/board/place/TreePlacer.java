// SPDX-License-Identifier: Apache-2.0
package lithe.board.place;

import java.util.SplittableRandom;

/// Simulated annealing on one [Forest]: for the smallest rectangle, or for short wires in a given outline.
///
/// A pure function of rectangles, goal, budget and seed. The start temperatures were found by trial on the GSRC cases:
/// from 3 % of the cost instead of 0.3 % the area of n300 ends 1.8 points worse.
public final class TreePlacer {

    private TreePlacer() {}

    /// Packs rectangles into the smallest enclosing rectangle; 90° turns are allowed.
    ///
    /// @param width width of each rectangle, m; left as it is
    /// @param height height of each rectangle, m; left as it is
    /// @param moves how many moves to try
    /// @param seed seed
    /// @return the best packing found
    public static Packing smallest(double[] width, double[] height, long moves, long seed) {
        double total = 0;
        for (int i = 0; i < width.length; i++) {
            total += width[i] * height[i];
        }
        return anneal(width, height, new Area(total), moves, 0.003, 2e-5, seed);
    }

    /// Packs rectangles into a given outline with short wires; 90° turns are allowed, pins are at centres.
    ///
    /// @param width width of each rectangle, m; left as it is
    /// @param height height of each rectangle, m; left as it is
    /// @param wires the nets
    /// @param outlineWidth width of the outline, m
    /// @param outlineHeight height of the outline, m
    /// @param moves how many moves to try
    /// @param seed seed
    /// @return the best packing found; not legal when none fitted
    public static Packing shortest(
            double[] width,
            double[] height,
            Wires wires,
            double outlineWidth,
            double outlineHeight,
            long moves,
            long seed) {
        return anneal(
                width, height, new Wire(wires, outlineWidth, outlineHeight), moves, 0.01, 1e-5, seed);
    }

    private record Area(double total) implements Annealing.Goal {
        @Override
        public double cost(Forest tree) {
            return tree.width[0] * tree.height[0] / total;
        }

        @Override
        public boolean legal(Forest tree) {
            return true;
        }
    }

    /// Half-perimeter wirelength over its first value, plus what sticks out of the outline.
    private static final class Wire implements Annealing.Goal {
        private final Wires wires;
        private final double outlineWidth;
        private final double outlineHeight;
        private double scale;

        Wire(Wires wires, double outlineWidth, double outlineHeight) {
            this.wires = wires;
            this.outlineWidth = outlineWidth;
            this.outlineHeight = outlineHeight;
        }

        @Override
        public double cost(Forest tree) {
            double length = wires.length(tree.centreX, tree.centreY);
            if (scale == 0) {
                scale = length;
            }
            double out = Math.max(0, tree.width[0] / outlineWidth - 1) + Math.max(0, tree.height[0] / outlineHeight - 1);
            return length / scale + OUTSIDE * out;
        }

        @Override
        public boolean legal(Forest tree) {
            return tree.width[0] <= outlineWidth && tree.height[0] <= outlineHeight;
        }
    }

    /// Weight of the relative excess over the outline against the relative wirelength; found by trial on n100–n300.
    private static final double OUTSIDE = 2;

    private static Packing anneal(
            double[] w, double[] h, Annealing.Goal goal, long moves, double hot, double cold, long seed) {
        var random = new SplittableRandom(seed);
        var tree = new Forest(w, h, random);
        var saved = new Forest(w, h, random);
        var best = new Forest(w, h, random);
        new Annealing(moves, hot, cold, 256).run(tree, saved, best, goal, random, _ -> {});
        return new Packing(best.x, best.y, best.turned, best.width[0], best.height[0], goal.legal(best));
    }
}

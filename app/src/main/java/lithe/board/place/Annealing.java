// SPDX-License-Identifier: Apache-2.0
package lithe.board.place;

import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;

/// Simulated annealing of a [Forest] by turns, swaps and moves, from a hot temperature to a cold one.
///
/// @param moves how many moves to try
/// @param hot temperature at the start, in units of the cost
/// @param cold temperature at the end
/// @param every moves at one temperature, a power of two
record Annealing(long moves, double hot, double cold, int every) {

    /// What a packing is judged by; lower is better.
    interface Goal {
        /// Returns the cost of the forest's last packing; infinite for one that is never to be taken.
        double cost(Forest forest);

        /// Tells whether the last packing may be handed out.
        boolean legal(Forest forest);
    }

    /// Anneals.
    ///
    /// @param forest where to start; left at the last packing taken
    /// @param saved another one of the same rectangles, for moves that are taken back
    /// @param best a third one; receives the best legal packing, or the last one when none was legal
    /// @param progress told the share done, now and then
    void run(Forest forest, Forest saved, Forest best, Goal goal, SplittableRandom random, DoubleConsumer progress) {
        forest.pack();
        double cost = goal.cost(forest);
        double bestCost = goal.legal(forest) ? cost : Double.POSITIVE_INFINITY;
        best.copyFrom(forest);
        double temperature = hot;
        for (long m = 0; forest.n > 1 && m < moves; m++) {
            if ((m & every - 1) == 0) {
                temperature = hot * Math.exp(Math.log(cold / hot) * m / moves);
                progress.accept((double) m / moves);
            }
            int kind = random.nextInt(10);
            int a = random.nextInt(forest.n);
            int b = random.nextInt(forest.n);
            if (kind < 5) {
                turnOrSwap(forest, kind, a, b);
            } else {
                saved.copyFrom(forest);
                forest.move(a, random);
            }
            forest.pack();
            double next = goal.cost(forest);
            if (next <= cost || next < Double.POSITIVE_INFINITY && random.nextDouble() < Math.exp((cost - next) / temperature)) {
                cost = next;
                if (next < bestCost && goal.legal(forest)) {
                    bestCost = next;
                    best.copyFrom(forest);
                }
            } else if (kind < 5) {
                turnOrSwap(forest, kind, a, b);
            } else {
                forest.copyFrom(saved);
            }
        }
        if (bestCost == Double.POSITIVE_INFINITY) {
            best.copyFrom(forest);
        }
        best.pack();
        progress.accept(1);
    }

    /// Its own reverse.
    private static void turnOrSwap(Forest forest, int kind, int a, int b) {
        if (kind < 2) {
            forest.turn(a);
        } else {
            forest.swap(a, b);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.board.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/// Finds room for the small cells that stand in no cluster, on whichever face is nearest to their chip.
final class Leftovers {

    private final Problem problem;
    private final double[] w;
    private final double[] h;
    private final Filler[] fillers;
    private final IntUnaryOperator chipOf;
    private final Map<String, List<double[]>> corners = new HashMap<>();

    /// @param problem the problem
    /// @param w width of each cell
    /// @param h height of each cell
    /// @param fillers what is taken on each face
    /// @param chipOf chip each block belongs to, or -1
    Leftovers(Problem problem, double[] w, double[] h, Filler[] fillers, IntUnaryOperator chipOf) {
        this.problem = problem;
        this.w = w;
        this.h = h;
        this.fillers = fillers;
        this.chipOf = chipOf;
    }

    /// Largest first; each takes the free corner nearest to its chip, a change of board counting as wire does. Fills face, x, y
    /// and turned; returns the blocks that found no place.
    List<Integer> place(List<Integer> loose, int[] face, double[] x, double[] y, boolean[] turned) {
        loose.sort((a, b) -> {
            int bySize = Double.compare(w[b] * h[b], w[a] * h[a]);
            return bySize != 0 ? bySize : Integer.compare(a, b);
        });
        List<Integer> unplaced = new ArrayList<>();
        for (int i : loose) {
            double[] best = nearest(i, face, x, y);
            if (best.length == 0) {
                corners.keySet().removeIf(key -> key.startsWith(size(i)));
                best = nearest(i, face, x, y);
            }
            if (best.length == 0) {
                unplaced.add(i);
                continue;
            }
            face[i] = (int) best[2];
            turned[i] = best[3] == 1;
            x[i] = best[0];
            y[i] = best[1];
            fillers[face[i]].take(x[i], y[i], turned[i] ? h[i] : w[i], turned[i] ? w[i] : h[i]);
        }
        return unplaced;
    }

    private String size(int i) {
        return w[i] + "x" + h[i] + " ";
    }

    private double[] nearest(int i, int[] face, double[] x, double[] y) {
        int chip = Math.max(chipOf.applyAsInt(i), 0);
        double cx = x[chip] + w[chip] / 2;
        double cy = y[chip] + h[chip] / 2;
        double[] best = {};
        double least = Double.POSITIVE_INFINITY;
        for (int f = 0; f < fillers.length; f++) {
            if (!problem.blocks().get(i).faces().contains(f) || problem.blocks().get(i).tall() > problem.planes().get(f).heightLimit()) {
                continue;
            }
            boolean other = problem.planes().get(f).board() != problem.planes().get(face[chip]).board();
            for (int turn = 0; turn < 2; turn++) {
                double bw = turn == 1 ? h[i] : w[i];
                double bh = turn == 1 ? w[i] : h[i];
                var filler = fillers[f];
                var list = corners.computeIfAbsent(size(i) + f + " " + turn, k -> filler.corners(bw, bh));
                for (double[] corner : list) {
                    double d = Math.abs(corner[0] + bw / 2 - cx) + Math.abs(corner[1] + bh / 2 - cy)
                            + (other ? problem.boardChange() : 0);
                    if (d < least && filler.free(corner[0], corner[1], bw, bh) && under(i, f, corner, bw, bh, face, x, y)) {
                        least = d;
                        best = new double[] {corner[0], corner[1], f, turn};
                    }
                }
            }
        }
        return best;
    }

    /// Whether nothing it would face is too tall; cells that are not placed yet stand at the far corner of face 0.
    private boolean under(int i, int f, double[] corner, double bw, double bh, int[] face, double[] x, double[] y) {
        var plane = problem.planes().get(f);
        if (plane.facing() < 0) {
            return true;
        }
        for (int k = 0; k < w.length; k++) {
            double side = Math.max(w[k], h[k]);
            if (face[k] == plane.facing()
                    && problem.blocks().get(k).tall() + problem.blocks().get(i).tall() > plane.sharedHeight()
                    && corner[0] < x[k] + side
                    && corner[0] + bw > x[k]
                    && corner[1] < y[k] + side
                    && corner[1] + bh > y[k]) {
                return false;
            }
        }
        return true;
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.board.place;

import java.util.ArrayList;
import java.util.List;

/// A chip with rows of its own small parts along its sides, placed as one rectangle.
///
/// Only rows that are nearly full are built; what is left over is filled in later, where there is room.
final class Cluster {

    /// Least share of a row that must be parts; a lower one leaves holes no part fits into.
    private static final double FULL = 0.94;

    final int chip;
    final List<Integer> members = new ArrayList<>();
    final List<double[]> at = new ArrayList<>(); // x, y of each member's cell
    final List<Boolean> turned = new ArrayList<>();
    double width;
    double height;

    private final double[] w;
    private final double[] h;

    /// @param chip index of the chip
    /// @param own small parts that belong to it; those used are removed
    /// @param w width of each part's cell
    /// @param h height of each part's cell
    Cluster(int chip, List<Integer> own, double[] w, double[] h) {
        this.chip = chip;
        this.w = w;
        this.h = h;
        width = w[chip];
        height = h[chip];
        members.add(chip);
        at.add(new double[] {0, 0});
        turned.add(false);
        boolean grown = true;
        while (grown) {
            // the shorter side grows first, so that the cluster stays near square
            boolean below = width > height;
            grown = row(own, below) || row(own, !below);
        }
    }

    private boolean row(List<Integer> own, boolean below) {
        double length = below ? width : height;
        double bestFill = FULL;
        List<Integer> best = List.of();
        double bestDepth = 0;
        for (int lead : own) {
            for (double depth : new double[] {w[lead], h[lead]}) {
                if (depth > 1.3e-3) {
                    continue;
                }
                var row = fill(own, length, depth);
                double area = row.stream().mapToDouble(i -> w[i] * h[i]).sum();
                double share = area / (length * depth);
                if (share > bestFill) {
                    bestFill = share;
                    best = row;
                    bestDepth = depth;
                }
            }
        }
        if (best.isEmpty()) {
            return false;
        }
        double along = 0;
        for (int i : best) {
            boolean tall = closer(h[i], w[i], bestDepth);
            double step = tall ? w[i] : h[i];
            members.add(i);
            // a part whose height in plan is its depth stands upright below the chip; beside the chip it is the other way
            at.add(below ? new double[] {along, height} : new double[] {width, along});
            turned.add(below != tall);
            along += step;
            own.remove(Integer.valueOf(i));
        }
        if (below) {
            height += bestDepth;
        } else {
            width += bestDepth;
        }
        return true;
    }

    /// Whether the first depth fits the row and wastes less of it than the second.
    private static boolean closer(double first, double second, double depth) {
        return first <= depth + 1e-12 && (second > depth + 1e-12 || first >= second);
    }

    /// Greedy, longest step first; the last place goes to whatever still fits.
    private List<Integer> fill(List<Integer> own, double length, double depth) {
        var order = new ArrayList<>(own);
        order.removeIf(i -> !usable(i, depth));
        order.sort((a, b) -> {
            int byDepth = Double.compare(depthIn(b, depth), depthIn(a, depth));
            return byDepth != 0 ? byDepth : Double.compare(stepIn(b, depth), stepIn(a, depth));
        });
        List<Integer> row = new ArrayList<>();
        double used = 0;
        for (int i : order) {
            double step = stepIn(i, depth);
            if (used + step <= length + 1e-12) {
                row.add(i);
                used += step;
            }
        }
        return row;
    }

    private boolean usable(int i, double depth) {
        return depthIn(i, depth) > 0.85 * depth && depthIn(i, depth) <= depth + 1e-12;
    }

    private double depthIn(int i, double depth) {
        return closer(h[i], w[i], depth) ? h[i] : w[i];
    }

    private double stepIn(int i, double depth) {
        return closer(h[i], w[i], depth) ? w[i] : h[i];
    }
}

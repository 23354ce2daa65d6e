// SPDX-License-Identifier: Apache-2.0
package lithe.board.place;

/// Keeps the temperatures at the blocks up to date while single blocks move.
///
/// For each observing tile the influence is summed over sources from the corner, so the mean over any rectangle is
/// sixteen reads. Each warm block is observed at its centre and at the centres of its four quarters.
final class HeatSum {

    private static final int POINTS = 5;
    private static final double[] OFFSET_X = {0, -0.25, 0.25, -0.25, 0.25};
    private static final double[] OFFSET_Y = {0, -0.25, -0.25, 0.25, 0.25};

    private final Influence heat;
    private final double[][] sums;
    private final int width;
    private final int[] hot;
    private final int[] slot;
    private final double[] power;
    // per warm block: rectangle in tiles, board, observing tiles
    private final double[] x0;
    private final double[] y0;
    private final double[] x1;
    private final double[] y1;
    private final int[] board;
    private final int[] watch;
    /// Rise at each point by each warm block, K.
    private final double[] rise;



    HeatSum(Influence heat, Problem problem) {
        this.heat = heat;
        width = heat.nx() + 1;
        sums = new double[heat.rise().length][];
        int n = problem.blocks().size();
        slot = new int[n];
        int count = 0;
        for (int b = 0; b < n; b++) {
            slot[b] = problem.blocks().get(b).power() > 0 ? count++ : -1;
        }
        hot = new int[count];
        power = new double[count];
        for (int b = 0; b < n; b++) {
            if (slot[b] >= 0) {
                hot[slot[b]] = b;
                power[slot[b]] = problem.blocks().get(b).power();
            }
        }
        x0 = new double[count];
        y0 = new double[count];
        x1 = new double[count];
        y1 = new double[count];
        board = new int[count];
        watch = new int[count * POINTS];
        rise = new double[count * POINTS * count];

    }

    boolean warm(int block) {
        return slot[block] >= 0;
    }

    /// Notes where a block stands now; call [#refresh] afterwards.
    void put(int block, int onBoard, double left, double top, double w, double h) {
        int s = slot[block];
        double dx = heat.area().width() / heat.nx();
        double dy = heat.area().height() / heat.ny();
        x0[s] = Math.clamp((left - heat.area().x()) / dx, 0, heat.nx());
        x1[s] = Math.clamp((left + w - heat.area().x()) / dx, 0, heat.nx());
        y0[s] = Math.clamp((top - heat.area().y()) / dy, 0, heat.ny());
        y1[s] = Math.clamp((top + h - heat.area().y()) / dy, 0, heat.ny());
        board[s] = onBoard;
        for (int p = 0; p < POINTS; p++) {
            watch[s * POINTS + p] = heat.tile(onBoard, left + w * (0.5 + OFFSET_X[p]), top + h * (0.5 + OFFSET_Y[p]));
        }
    }

    /// Recomputes everything a moved block changes.
    void refresh(int block) {
        int s = slot[block];
        int n = hot.length;
        for (int point = 0; point < n * POINTS; point++) {
            rise[point * n + s] = power[s] * mean(watch[point], s);
        }
        for (int p = 0; p < POINTS; p++) {
            int point = s * POINTS + p;
            for (int q = 0; q < n; q++) {
                rise[point * n + q] = power[q] * mean(watch[point], q);
            }
        }
    }

    /// Returns the highest rise at any point, K.
    double peak() {
        int n = hot.length;
        double peak = 0;
        for (int point = 0; point < n * POINTS; point++) {
            double sum = 0;
            for (int q = 0; q < n; q++) {
                sum += rise[point * n + q];
            }
            peak = Math.max(peak, sum);
        }
        return peak;
    }

    private double mean(int observer, int s) {
        double[] sum = sums[observer];
        if (sum == null) {
            sum = sum(observer);
            sums[observer] = sum;
        }
        int base = board[s] * width * (heat.ny() + 1);
        double area = (x1[s] - x0[s]) * (y1[s] - y0[s]);
        double whole = at(sum, base, x1[s], y1[s]) - at(sum, base, x0[s], y1[s]) - at(sum, base, x1[s], y0[s]) + at(sum, base, x0[s], y0[s]);
        return area > 0 ? whole / area : 0;
    }

    /// Sum from the corner at a fractional place; bilinear is exact for heat that is even within a tile.
    private double at(double[] sum, int base, double x, double y) {
        int i = Math.min((int) x, heat.nx() - 1);
        int j = Math.min((int) y, heat.ny() - 1);
        double fx = x - i;
        double fy = y - j;
        int k = base + j * width + i;
        return (1 - fy) * ((1 - fx) * sum[k] + fx * sum[k + 1])
                + fy * ((1 - fx) * sum[k + width] + fx * sum[k + width + 1]);
    }

    private double[] sum(int observer) {
        int layer = width * (heat.ny() + 1);
        double[] sum = new double[layer * heat.boards()];
        for (int b = 0; b < heat.boards(); b++) {
            for (int j = 1; j <= heat.ny(); j++) {
                double row = 0;
                for (int i = 1; i <= heat.nx(); i++) {
                    row += heat.rise()[(b * heat.ny() + j - 1) * heat.nx() + i - 1][observer];
                    sum[b * layer + j * width + i] = sum[b * layer + (j - 1) * width + i] + row;
                }
            }
        }
        return sum;
    }
}

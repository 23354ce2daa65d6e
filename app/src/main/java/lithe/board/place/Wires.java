// SPDX-License-Identifier: Apache-2.0
package lithe.board.place;

import java.util.List;

/// Nets between block centres and fixed pads, laid out flat for speed.
public final class Wires {

    private final int[] start;
    private final int[] pin;
    private final double[] padX0;
    private final double[] padX1;
    private final double[] padY0;
    private final double[] padY1;
    private final double[] weight;

    /// One net: the blocks it joins and the fixed pads it joins.
    ///
    /// @param blocks index of each block
    /// @param padX x of each pad, m
    /// @param padY y of each pad, m
    /// @param weight factor on its length, dimensionless
    public record Net(int[] blocks, double[] padX, double[] padY, double weight) {

        /// Joins blocks only.
        ///
        /// @param weight factor on its length, dimensionless
        /// @param blocks index of each block
        /// @return the net
        public static Net of(double weight, int... blocks) {
            return new Net(blocks, new double[0], new double[0], weight);
        }
    }

    /// Lays nets out flat.
    ///
    /// @param nets the nets
    public Wires(List<Net> nets) {
        int count = nets.size();
        start = new int[count + 1];
        padX0 = new double[count];
        padX1 = new double[count];
        padY0 = new double[count];
        padY1 = new double[count];
        weight = new double[count];
        for (int i = 0; i < count; i++) {
            start[i + 1] = start[i] + nets.get(i).blocks().length;
        }
        pin = new int[start[count]];
        for (int i = 0; i < count; i++) {
            var net = nets.get(i);
            System.arraycopy(net.blocks(), 0, pin, start[i], net.blocks().length);
            padX0[i] = smallest(net.padX());
            padX1[i] = -smallest(negated(net.padX()));
            padY0[i] = smallest(net.padY());
            padY1[i] = -smallest(negated(net.padY()));
            weight[i] = net.weight();
        }
    }

    /// Returns the half-perimeter wirelength of the last packing, m.
    double length(Tree tree) {
        double sum = 0;
        for (int i = 0; i < weight.length; i++) {
            double x0 = padX0[i];
            double x1 = padX1[i];
            double y0 = padY0[i];
            double y1 = padY1[i];
            for (int k = start[i]; k < start[i + 1]; k++) {
                int b = pin[k];
                double cx = tree.centreX[b];
                double cy = tree.centreY[b];
                x0 = Math.min(x0, cx);
                x1 = Math.max(x1, cx);
                y0 = Math.min(y0, cy);
                y1 = Math.max(y1, cy);
            }
            sum += weight[i] * (x1 - x0 + y1 - y0);
        }
        return sum;
    }

    private static double smallest(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    private static double[] negated(double[] values) {
        double[] copy = values.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = -copy[i];
        }
        return copy;
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.board.place;

import java.util.Arrays;
import java.util.List;

/// Nets between block centres and fixed pads, laid out flat for speed.
public final class Wires {

    // nets between two blocks, the common case
    private final int[] pairA;
    private final int[] pairB;
    private final double[] pairWeight;
    // all other nets: blocks and the bounds of the fixed pads
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
        var pairs = nets.stream().filter(Wires::isPair).toList();
        pairA = pairs.stream().mapToInt(net -> net.blocks()[0]).toArray();
        pairB = pairs.stream().mapToInt(net -> net.blocks()[1]).toArray();
        pairWeight = pairs.stream().mapToDouble(Net::weight).toArray();
        var others = nets.stream().filter(net -> !isPair(net)).toList();
        int count = others.size();
        start = new int[count + 1];
        padX0 = others.stream().mapToDouble(net -> smallest(net.padX())).toArray();
        padX1 = others.stream().mapToDouble(net -> -smallest(negated(net.padX()))).toArray();
        padY0 = others.stream().mapToDouble(net -> smallest(net.padY())).toArray();
        padY1 = others.stream().mapToDouble(net -> -smallest(negated(net.padY()))).toArray();
        weight = others.stream().mapToDouble(Net::weight).toArray();
        for (int i = 0; i < count; i++) {
            start[i + 1] = start[i] + others.get(i).blocks().length;
        }
        pin = others.stream().flatMapToInt(net -> Arrays.stream(net.blocks())).toArray();
    }

    private static boolean isPair(Net net) {
        return net.blocks().length == 2 && net.padX().length == 0;
    }

    /// Returns the half-perimeter wirelength between centres, m.
    double length(double[] centreX, double[] centreY) {
        double sum = 0;
        for (int i = 0; i < pairA.length; i++) {
            int a = pairA[i];
            int b = pairB[i];
            sum += pairWeight[i] * (Math.abs(centreX[a] - centreX[b]) + Math.abs(centreY[a] - centreY[b]));
        }
        for (int i = 0; i < weight.length; i++) {
            double x0 = padX0[i];
            double x1 = padX1[i];
            double y0 = padY0[i];
            double y1 = padY1[i];
            for (int k = start[i]; k < start[i + 1]; k++) {
                double cx = centreX[pin[k]];
                double cy = centreY[pin[k]];
                x0 = cx < x0 ? cx : x0;
                x1 = cx > x1 ? cx : x1;
                y0 = cy < y0 ? cy : y0;
                y1 = cy > y1 ? cy : y1;
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

// SPDX-License-Identifier: Apache-2.0
package lithe.numeric;

import java.util.Arrays;

/// Which columns of a net are joined two by two.
///
/// Links are tried from the strongest down. A pair is taken if one correction for both can be good: no profile of
/// temperature difference over the layers may be nearly free between the two while each is held tightly from elsewhere.
/// For points instead of columns this is the quality of an aggregate of Napov and Notay (2012, SIAM J. Sci. Comput. 34);
/// here the quadratic forms are tridiagonal and the signs of the pivots decide. Without the test a flat cable beside a
/// battery costs 80 iterations instead of 18.
///
/// @param group coarse number of each column; −1 if it has no link, when its own z line is all there is to solve
/// @param first first column of each group
/// @param second second column of each group, −1 if it is alone
/// @param links link between the two for each group, −1 if it is alone
record Pairs(int[] group, int[] first, int[] second, int[] links) {

    /// The worst ratio of energies allowed in a pair, at first; 2 is what uniform columns have. On the grid of an iPhone 13
    /// 2.5 takes 24 iterations, 4 takes 47.
    private static final double QUALITY = 2.5;

    /// While more groups than this share of the columns are left, the ratio allowed is doubled.
    private static final double SLOW = 0.75;

    /// Links within this factor of the best count as equal and the first is taken: regular bodies give regular pairs.
    /// With 1 LB1 takes half as many iterations again.
    private static final double EVEN = 0.7;

    /// Pairs the columns of a net.
    static Pairs of(Columns net, Workers workers) {
        return of(net, held(net, workers), QUALITY, workers);
    }

    /// Pairs the pairs. What holds them is still what holds their columns, the link inside each pair included: columns are
    /// what is smoothed, and two that hold each other tightly follow slowly together. In the direction of the first pairs
    /// links are already halved, hence twice the ratio.
    ///
    /// @param net the net that was paired
    /// @param half the net of its pairs
    Pairs again(Columns net, Columns half, Workers workers) {
        int nz = net.nz;
        float[] fine = held(net, workers);
        float[] sum = new float[half.count * nz];
        workers.share(half.count, (from, to, _) -> {
            for (int a = from; a < to; a++) {
                System.arraycopy(fine, first[a] * nz, sum, a * nz, nz);
                for (int k = 0; second[a] >= 0 && k < nz; k++) {
                    sum[a * nz + k] += fine[second[a] * nz + k];
                }
            }
        });
        return of(half, sum, 2 * QUALITY, workers);
    }

    /// What holds each cell from the sides, W/K.
    private static float[] held(Columns net, Workers workers) {
        int nz = net.nz;
        float[] sum = new float[net.count * nz];
        workers.share(net.count, (from, to, _) -> {
            for (int c = from; c < to; c++) {
                for (int n = net.start[c]; n < net.start[c + 1]; n++) {
                    int l = net.link[n] * nz;
                    for (int k = 0; k < nz; k++) {
                        sum[c * nz + k] += net.g[l + k];
                    }
                }
            }
        });
        return sum;
    }

    private static Pairs of(Columns net, float[] lateral, double start, Workers workers) {
        var choice = new Choice(net, lateral, workers);
        double quality = start;
        while (true) {
            var pairs = of(net, choice, quality);
            if (pairs.first.length <= SLOW * net.count || quality > 1000) {
                return pairs;
            }
            quality *= 2;
        }
    }

    private static Pairs of(Columns net, Choice choice, double quality) {
        int[] group = new int[net.count];
        int[] first = new int[net.count];
        int[] second = new int[net.count];
        int[] links = new int[net.count];
        Arrays.fill(group, -1);
        int count = 0;
        for (int c = 0; c < net.count; c++) {
            if (group[c] < 0 && net.start[c] < net.start[c + 1]) {
                int at = choice.partner(c, group, quality);
                group[c] = count;
                first[count] = c;
                second[count] = at < 0 ? -1 : net.neighbour[at];
                links[count] = at < 0 ? -1 : net.link[at];
                if (at >= 0) {
                    group[net.neighbour[at]] = count;
                }
                count++;
            }
        }
        return new Pairs(
                group, Arrays.copyOf(first, count), Arrays.copyOf(second, count), Arrays.copyOf(links, count));
    }

    /// The link to the partner of a column, −1 if it has none.
    int linkOf(int c) {
        return links[group[c]];
    }

    /// The partner of a column that has one.
    int partnerOf(int c) {
        return first[group[c]] + second[group[c]] - c;
    }

    /// Finds partners; keeps what it needs of the net.
    private static final class Choice {
        private final Columns net;
        private final int nz;
        private final double[] strength;
        private final float[] lateral;

        Choice(Columns net, float[] lateral, Workers workers) {
            this.net = net;
            this.lateral = lateral;
            nz = net.nz;
            strength = new double[net.links()];
            workers.share(strength.length, (from, to, _) -> {
                for (int l = from; l < to; l++) {
                    for (int k = 0; k < nz; k++) {
                        strength[l] += net.g[l * nz + k];
                    }
                }
            });
        }

        /// The place of the best partner in the lists of the net, −1 for none.
        int partner(int c, int[] group, double quality) {
            long tried = 0;
            while (true) {
                int at = strongest(c, group, tried);
                if (at < 0 || holdsTogether(c, net.neighbour[at], net.link[at], quality)) {
                    return at;
                }
                tried |= 1L << (at - net.start[c]);
            }
        }

        private int strongest(int c, int[] group, long tried) {
            double most = 0;
            int best = -1;
            int end = Math.min(net.start[c + 1], net.start[c] + Long.SIZE);
            for (int at = end - 1; at >= net.start[c]; at--) {
                boolean free = group[net.neighbour[at]] < 0 && (tried >> (at - net.start[c]) & 1) == 0;
                if (free && EVEN * strength[net.link[at]] > most) {
                    most = strength[net.link[at]];
                    best = at;
                }
            }
            return best;
        }

        /// Whether `2 g + (1 − 1/q) Z − D/q` is positive definite: g the link, Z what ties the layers and the outside to the
        /// difference of the two columns, D what holds the two from the sides.
        private boolean holdsTogether(int c, int d, int l, double quality) {
            double rest = 1 - 1 / quality;
            double pivot = 1;
            double below = 0;
            for (int k = 0; k < nz; k++) {
                int a = c * nz + k;
                int b = d * nz + k;
                double above = k + 1 < nz ? rest * mean(net.gz[a], net.gz[b]) : 0;
                double own = 2 * net.g[l * nz + k]
                        - mean(lateral[a], lateral[b]) / quality
                        + rest * mean(net.sink[a], net.sink[b]);
                pivot = own + below + above - below * (below / pivot);
                if (pivot < 0 || pivot == 0 && above > 0) {
                    return false;
                }
                below = above;
                pivot = above == 0 ? 1 : pivot;
            }
            return true;
        }

        /// Harmonic mean.
        private static double mean(double a, double b) {
            return a > 0 && b > 0 ? 2 * a * b / (a + b) : 0;
        }
    }
}

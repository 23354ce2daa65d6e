// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import lithe.numeric.Workers;

/// Loops over many alike, the cells of a grid or the pieces of a skin, shared among threads. Sums are formed block by block
/// and then in the order of the blocks, so that any number of threads gives the same bits.
final class Loops {

    /// Many enough to be worth a call, few enough that a skin of ten thousand pieces is shared evenly.
    private static final int BLOCK = 2048;

    private final Workers workers;
    private final int count;
    private final double[] part;

    Loops(int count, int threads) {
        this.count = count;
        workers = Workers.of(threads);
        part = new double[Math.ceilDiv(count, BLOCK)];
    }

    /// A loop body over those from … to − 1; writes to these only.
    @FunctionalInterface
    interface Body {
        void run(int from, int to);
    }

    /// As [Body], with a sum over them.
    @FunctionalInterface
    interface Summing {
        double run(int from, int to);
    }

    void run(Body body) {
        workers.share(part.length, (first, last, _) -> {
            for (int block = first; block < last; block++) {
                body.run(block * BLOCK, Math.min(count, (block + 1) * BLOCK));
            }
        });
    }

    double sum(Summing body) {
        workers.share(part.length, (first, last, _) -> {
            for (int block = first; block < last; block++) {
                part[block] = body.run(block * BLOCK, Math.min(count, (block + 1) * BLOCK));
            }
        });
        double sum = 0;
        for (double value : part) {
            sum += value;
        }
        return sum;
    }
}

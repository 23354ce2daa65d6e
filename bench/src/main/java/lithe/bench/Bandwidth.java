// SPDX-License-Identifier: Apache-2.0
package lithe.bench;

import lithe.numeric.Workers;

/// What the memory gives: a = b + 3 c over arrays that no cache holds.
public final class Bandwidth {

    /// 64 MB each, twice the third-level cache of the machine the bounds were set on.
    private static final int LENGTH = 8_000_000;

    private final double[] a = new double[LENGTH];
    private final double[] b = new double[LENGTH];
    private final double[] c = new double[LENGTH];
    private final Workers workers;

    /// Prepares a measurement.
    ///
    /// @param threads number of threads that read and write at once
    public Bandwidth(int threads) {
        workers = Workers.of(threads);
    }

    /// Runs once through the arrays.
    public void triad() {
        workers.share(LENGTH, (from, to, _) -> {
            for (int n = from; n < to; n++) {
                a[n] = b[n] + 3 * c[n];
            }
        });
    }

    /// Measures the bandwidth.
    ///
    /// @return bytes read and written per second, 24 for each element
    public double measure() {
        return 24.0 * LENGTH / Table.time(5, 15, this::triad).wall();
    }
}

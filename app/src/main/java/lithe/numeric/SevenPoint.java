// SPDX-License-Identifier: Apache-2.0
package lithe.numeric;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// The symmetric seven-point operator on a box of cells: what flows out of each cell.
///
/// `(A u)ᶜ = sinkᶜ uᶜ + Σ g (uᶜ − uⁿ)` over the six neighbours n. Always evaluated in this form, differences first, so
/// that a conductance a million times the sink costs no digits. Cell (i, j, k) has the index `i + nx (j + ny k)`: x runs
/// fastest. The arrays belong to the caller, who may change their values in place and then tells the solver.
///
/// A cell without conductances and sink is *inactive*: it takes no part, its b is ignored and its solution is 0.
public final class SevenPoint {

    final int nx;
    final int ny;
    final int nz;
    final double[] gx;
    final double[] gy;
    final double[] gz;
    final double[] sink;
    private final int plane;
    private final double[] none;
    private int[] idle = new int[0];

    /// Takes the arrays as they are, without copying them.
    ///
    /// @param nx number of cells in x
    /// @param ny number of cells in y
    /// @param nz number of cells in z
    /// @param gx conductance between a cell and its neighbour at +x, W/K; length nx ny nz; 0 at the last i
    /// @param gy conductance between a cell and its neighbour at +y, W/K; 0 at the last j
    /// @param gz conductance between a cell and its neighbour at +z, W/K; 0 at the last k
    /// @param sink conductance to the outside, plus capacity over step where there is one, W/K
    /// @throws IllegalArgumentException if a length is wrong or a value is negative, not finite or leads out of the box
    public SevenPoint(int nx, int ny, int nz, double[] gx, double[] gy, double[] gz, double[] sink) {
        if (nx < 1 || ny < 1 || nz < 1 || (long) nx * ny * nz > Integer.MAX_VALUE - 64) {
            throw new IllegalArgumentException(
                    "cells in x, y and z must be at least 1 each and at most 2^31 together, but are %d, %d and %d"
                            .formatted(nx, ny, nz));
        }
        this.nx = nx;
        this.ny = ny;
        this.nz = nz;
        this.plane = nx * ny;
        this.gx = ofLength("gx", gx);
        this.gy = ofLength("gy", gy);
        this.gz = ofLength("gz", gz);
        this.sink = ofLength("sink", sink);
        this.none = new double[plane];
    }

    private double[] ofLength(String name, double[] values) {
        if (values.length != cells()) {
            throw new IllegalArgumentException(
                    "%s must have %d values, one for each cell, but has %d".formatted(name, cells(), values.length));
        }
        return values;
    }

    /// Returns the number of cells, inactive ones included.
    ///
    /// @return nx ny nz
    public int cells() {
        return plane * nz;
    }

    /// Forms the product y = A u.
    ///
    /// @param u a value for each cell; left as it is
    /// @param y receives what flows out of each cell; must not be `u`
    public void apply(double[] u, double[] y) {
        ofLength("u", u);
        ofLength("y", y);
        apply(u, y, 0, cells());
    }

    /// Returns the true relative residual of a solution.
    ///
    /// @param b right-hand side, W
    /// @param u solution to be checked, K
    /// @return ‖b − A u‖₂ / ‖b‖₂ over the active cells; 0 if both are 0
    public double relativeResidual(double[] b, double[] u) {
        double[] y = new double[cells()];
        apply(u, y);
        double rr = 0;
        double bb = 0;
        for (int c = 0; c < y.length; c++) {
            if (isActive(c)) {
                rr += (b[c] - y[c]) * (b[c] - y[c]);
                bb += b[c] * b[c];
            }
        }
        return rr == 0 ? 0 : Math.sqrt(rr / bb);
    }

    /// y = A u for the cells from … to − 1.
    void apply(double[] u, double[] y, int from, int to) {
        int first = Math.min(nx, cells());
        int last = Math.max(first, cells() - nx);
        for (int c = from; c < Math.min(to, first); c++) {
            y[c] = flow(u, c);
        }
        // cut where the planes below or above begin and end, so that each stretch is one flat loop
        int c = Math.max(from, first);
        int end = Math.min(to, last);
        while (c < end) {
            int k = c / plane;
            int stop = Math.min(end, (k + 1) * plane);
            stretch(u, y, c, stop, k > 0 ? plane : 0, k < nz - 1 ? plane : 0);
            c = stop;
        }
        for (c = Math.max(from, last); c < to; c++) {
            y[c] = flow(u, c);
        }
    }

    private void stretch(double[] u, double[] y, int from, int to, int down, int up) {
        // local references and plain offsets: the compiler then sees loop invariants
        double[] x = gx;
        double[] z = gz;
        double[] v = gy;
        double[] s = sink;
        double[] below = down > 0 ? gz : none;
        int n = nx;
        for (int c = from; c < to; c++) {
            double t = u[c];
            y[c] = s[c] * t
                    + x[c] * (t - u[c + 1])
                    + x[c - 1] * (t - u[c - 1])
                    + v[c] * (t - u[c + n])
                    + v[c - n] * (t - u[c - n])
                    + z[c] * (t - u[c + up])
                    + below[c - down] * (t - u[c - down]);
        }
    }

    private double flow(double[] u, int c) {
        double t = u[c];
        double y = sink[c] * t;
        y += c + 1 < cells() ? gx[c] * (t - u[c + 1]) : 0;
        y += c > 0 ? gx[c - 1] * (t - u[c - 1]) : 0;
        y += c + nx < cells() ? gy[c] * (t - u[c + nx]) : 0;
        y += c >= nx ? gy[c - nx] * (t - u[c - nx]) : 0;
        y += c + plane < cells() ? gz[c] * (t - u[c + plane]) : 0;
        y += c >= plane ? gz[c - plane] * (t - u[c - plane]) : 0;
        return y;
    }

    /// Whether a cell takes part: it has a conductance or a sink.
    boolean isActive(int c) {
        return sink[c] > 0
                || gx[c] > 0
                || gy[c] > 0
                || gz[c] > 0
                || c > 0 && gx[c - 1] > 0
                || c >= nx && gy[c - nx] > 0
                || c >= plane && gz[c - plane] > 0;
    }

    /// The cells that take no part, in order, as found when the operator was last checked.
    int[] idle() {
        return idle;
    }

    /// Refuses an operator without a unique solution, and values no conductance can have.
    ///
    /// Heat must find a way out of every connected part. Being able to reach a sink spreads first along z, which is all
    /// there is to do in most bodies, then from cell to cell, in sweeps up and down the box until nothing changes.
    void requireSolvable(Workers workers) {
        requireConductances(workers);
        boolean[] reached = new boolean[cells()];
        workers.share(ny, (from, to, _) -> {
            for (int k = 0; k < nz; k++) {
                spreadAlongZ(reached, nx * (from + ny * k), nx * (to + ny * k), k > 0 ? -plane : 0, -plane);
            }
            for (int k = nz - 2; k >= 0; k--) {
                spreadAlongZ(reached, nx * (from + ny * k), nx * (to + ny * k), plane, 0);
            }
        });
        while (spread(reached, 0, cells(), 1) && spread(reached, cells() - 1, -1, -1)) {
            // until a sweep changes nothing
        }
        idle = IntStream.range(0, cells()).filter(c -> !reached[c]).toArray();
        for (int c : idle) {
            if (isActive(c)) {
                throw new IllegalArgumentException(
                        "the part that contains cell (%d, %d, %d) has no way out for heat: no sink in it is above 0 W/K"
                                .formatted(c % nx, c / nx % ny, c / plane));
            }
        }
    }

    /// @param from what a neighbour in z is away, and its conductance
    private void spreadAlongZ(boolean[] reached, int first, int end, int neighbour, int conductance) {
        for (int c = first; c < end; c++) {
            reached[c] |= sink[c] > 0 || neighbour != 0 && gz[c + conductance] > 0 && reached[c + neighbour];
        }
    }

    private boolean spread(boolean[] reached, int first, int end, int by) {
        boolean changed = false;
        for (int c = first; c != end; c += by) {
            if (!reached[c] && touches(reached, c)) {
                reached[c] = true;
                changed = true;
            }
        }
        return changed;
    }

    private boolean touches(boolean[] reached, int c) {
        return gx[c] > 0 && reached[c + 1]
                || c > 0 && gx[c - 1] > 0 && reached[c - 1]
                || gy[c] > 0 && reached[c + nx]
                || c >= nx && gy[c - nx] > 0 && reached[c - nx]
                || gz[c] > 0 && reached[c + plane]
                || c >= plane && gz[c - plane] > 0 && reached[c - plane];
    }

    private void requireConductances(Workers workers) {
        var bad = new AtomicInteger(Integer.MAX_VALUE);
        workers.share(ny * nz, (from, to, _) -> {
            for (int row = from; row < to; row++) {
                int c = firstBad(row);
                if (c >= 0) {
                    bad.accumulateAndGet(c, Math::min);
                    return;
                }
            }
        });
        int c = bad.get();
        if (c < Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    """
                    conductances of cell (%d, %d, %d) must be at least 0 W/K, finite, and 0 where they lead out of the \
                    box, but are gx %s, gy %s, gz %s, sink %s W/K"""
                            .formatted(c % nx, c / nx % ny, c / plane, gx[c], gy[c], gz[c], sink[c]));
        }
    }

    /// The first cell of a row with values it cannot have, −1 for none.
    private int firstBad(int row) {
        boolean lastY = row % ny == ny - 1;
        boolean lastZ = row / ny == nz - 1;
        for (int i = 0, c = row * nx; i < nx; i++, c++) {
            // one comparison for four values: NaN and infinity spoil the sum, a negative value the minimum
            double sum = gx[c] + gy[c] + gz[c] + sink[c];
            double least = Math.min(Math.min(gx[c], gy[c]), Math.min(gz[c], sink[c]));
            boolean leadsOut = i == nx - 1 && gx[c] != 0 || lastY && gy[c] != 0 || lastZ && gz[c] != 0;
            if (!(least >= 0) || !(sum < Double.POSITIVE_INFINITY) || leadsOut) {
                return c;
            }
        }
        return -1;
    }
}

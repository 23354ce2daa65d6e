// SPDX-License-Identifier: Apache-2.0
package lithe.numeric;

import java.util.Arrays;

/// Solves A u = b for a [SevenPoint] operator: conjugate gradients, preconditioned by one multigrid cycle.
///
/// The work of one solve grows in proportion to the number of cells, whatever the contrast between air and graphite,
/// however uneven the columns, and with slots, holes and rounded corners: 10 to 24 iterations to 1e-8.
/// All arrays are made once, in [#of]; solving allocates nothing but its answer. The same system gives the same bits
/// with any number of threads. Not for use by two threads at once.
public final class Multigrid {

    /// Cells of a piece of the vector loops; three such pieces fit into the second-level cache.
    private static final int PIECE = 4096;

    /// Residual over b that is rounding, or near it.
    private static final double ROUNDING = 1e-13;

    private final SevenPoint a;
    private final Workers workers;
    private final Cycle cycle;
    private final double[] r;
    private final double[] p;
    private final double[] q;
    private final int rowsPerPiece;
    private final double[] part;

    private Multigrid(SevenPoint a, int threads) {
        this.a = a;
        workers = Workers.of(threads);
        cycle = new Cycle(a, workers);
        r = new double[a.cells()];
        p = new double[a.cells()];
        q = new double[a.cells()];
        rowsPerPiece = Math.max(1, PIECE / a.nx);
        part = new double[Math.ceilDiv(a.ny * a.nz, rowsPerPiece)];
    }

    /// Prepares a solver.
    ///
    /// @param a the operator; its arrays are used, not copied
    /// @param threads number of threads that share the work, 1 … 256
    /// @return a solver with its workspace
    /// @throws IllegalArgumentException if a value of the operator is not possible or a connected part of it has no sink
    public static Multigrid of(SevenPoint a, int threads) {
        a.requireSolvable(Workers.of(threads));
        return new Multigrid(a, threads);
    }

    /// Takes notice that values of `sink` were changed in place.
    ///
    /// @throws IllegalArgumentException if the operator is no longer solvable
    public void sinkChanged() {
        a.requireSolvable(workers);
        cycle.refreshSink();
    }

    /// Takes notice that values of `gx`, `gy`, `gz` or `sink` were changed in place. Cells must stay active or inactive.
    ///
    /// @throws IllegalArgumentException if the operator is no longer solvable
    public void conductancesChanged() {
        a.requireSolvable(workers);
        cycle.refresh();
    }

    /// Takes notice that values of `gx`, `gy`, `gz` were changed a little in place, and values of `sink` in any way. The
    /// solution follows at once; the coarse grids stay as they were and are the worse a help the more has changed. Every
    /// connected part must keep a sink.
    public void conductancesDrifted() {
        cycle.drift();
    }

    /// Chooses between two cycles on the larger coarse grids, the default, and one. Where sinks are strong, as in a step in
    /// time, one takes a seventh more iterations and a sixth less time.
    ///
    /// @param quick whether one is enough
    public void quick(boolean quick) {
        cycle.quick(quick);
    }

    /// Counts the memory of everything a solve touches: operator, b, u, vectors, all grids.
    ///
    /// @return bytes of all arrays over the number of cells
    public double bytesPerCell() {
        return 9.0 * Double.BYTES + (double) cycle.bytes() / a.cells();
    }

    /// Solves A u = b.
    ///
    /// @param b right-hand side, W; length nx ny nz; ignored in inactive cells
    /// @param u start value, overwritten by the solution, K; length nx ny nz; 0 in inactive cells
    /// @param tolerance ‖b − A u‖₂ / ‖b‖₂ to be reached
    /// @param maxIterations when to give up
    /// @return what was reached; the residual is the true one
    public Convergence solve(double[] b, double[] u, double tolerance, int maxIterations) {
        return solve(b, u, tolerance, 0, maxIterations);
    }

    /// Solves A u = b and improves the start value even where that is good enough. In a sequence of solves, small errors of
    /// start values that are extrapolated from one another would otherwise add up.
    ///
    /// @param b right-hand side, W; length nx ny nz; ignored in inactive cells
    /// @param u start value, overwritten by the solution, K; length nx ny nz; 0 in inactive cells
    /// @param tolerance ‖b − A u‖₂ / ‖b‖₂ to be reached
    /// @param minIterations how often to improve at least, but for a start value that is exact to rounding
    /// @param maxIterations when to give up
    /// @return what was reached; the residual is the true one
    public Convergence solve(double[] b, double[] u, double tolerance, int minIterations, int maxIterations) {
        double size = norm(b);
        double goal = tolerance * size;
        if (goal == 0) {
            Arrays.fill(u, 0);
            return new Convergence(0, 0, true);
        }
        int iterations = 0;
        double left = residual(b, u);
        while ((left > goal || iterations < minIterations && left > ROUNDING * size) && iterations < maxIterations) {
            int before = iterations;
            iterations += iterate(u, left, maxIterations - iterations, (norm, _) -> norm <= goal);
            left = residual(b, u);
            if (iterations == before) {
                break;
            }
        }
        return new Convergence(iterations, left / size, left <= goal);
    }

    /// Improves a start value, at least once, until its error is small in the energy norm `eᵀ A e`: the norm in which an error
    /// counts by what it does to temperatures, and not by the heat it sends through a good conductor. At the end all is raised
    /// by what makes the sinks take just what b gives, so that the books of heat close whatever error is left.
    ///
    /// Each iteration takes exactly its step times r·z out of that norm (Hestenes and Stiefel 1952); as the iterations
    /// converge evenly, what they will still take follows from the last two.
    ///
    /// @param b right-hand side, W; length nx ny nz; ignored in inactive cells
    /// @param u start value, overwritten by the solution, K; length nx ny nz; 0 in inactive cells
    /// @param energy `eᵀ A e` to be reached, W·K
    /// @param maxIterations when to give up
    /// @return what was reached; the residual is the one carried along
    public Convergence improve(double[] b, double[] u, double energy, int maxIterations) {
        double size = norm(b);
        double start = residual(b, u);
        if (!(start > ROUNDING * size)) {
            return new Convergence(0, size > 0 ? start / size : 0, true);
        }
        var left = new EnergyLeft();
        double[] rest = {start};
        int iterations = iterate(u, start, maxIterations, (norm, gained) -> {
            rest[0] = norm;
            return left.after(gained) <= energy || norm <= ROUNDING * size;
        });
        level(u);
        return new Convergence(iterations, rest[0] / size, iterations < maxIterations || left.now <= energy);
    }

    /// Raises all by what is left over, divided by all sinks: of all constants the one that leaves least error in the energy norm.
    private void level(double[] u) {
        double left = total((from, to, piece) -> part[piece] = sum(r, from * a.nx, to * a.nx));
        double sinks = total((from, to, piece) -> part[piece] = sum(a.sink, from * a.nx, to * a.nx));
        double raise = left / sinks;
        pieces((from, to, _) -> raise(u, raise, from * a.nx, to * a.nx));
    }

    private void raise(double[] u, double by, int from, int to) {
        for (int c = from; c < to; c++) {
            u[c] += by;
        }
        int[] idle = a.idle();
        for (int n = from(idle, from); n < idle.length && idle[n] < to; n++) {
            u[idle[n]] = 0;
        }
    }

    private static double sum(double[] v, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        int c = from;
        for (; c < to - 1; c += 2) {
            s0 += v[c];
            s1 += v[c + 1];
        }
        return c < to ? s0 + s1 + v[c] : s0 + s1;
    }

    /// What the iterations to come will take out of the energy of the error.
    private static final class EnergyLeft {

        /// Share that one iteration leaves, before two have told.
        private static final double EXPECTED = 0.1;

        private double before;
        private double now;

        double after(double gained) {
            double share = before > 0 ? Math.min(gained / before, 0.9) : EXPECTED;
            before = gained;
            now = gained * share / (1 - share);
            return now;
        }
    }

    /// When conjugate gradients have done enough.
    @FunctionalInterface
    private interface Enough {
        /// @param norm of the residual
        /// @param gained energy of the error that the last iteration took away
        boolean after(double norm, double gained);
    }

    /// Conjugate gradients from the residual in r; its norm is carried along.
    private int iterate(double[] u, double start, int most, Enough enough) {
        double norm = start;
        double before = 0;
        for (int n = 0; n < most; n++) {
            double scale = 1 / norm;
            pieces((from, to, piece) -> receive(from, to, scale));
            double rz = cycle.run() / (scale * scale);
            double beta = before == 0 ? 0 : rz / before;
            before = rz;
            pieces((from, to, piece) -> direct(from, to, 1 / scale, beta));
            double alpha = rz / total((from, to, piece) -> part[piece] = applyAndDot(from, to));
            norm = Math.sqrt(total((from, to, piece) -> part[piece] = advance(u, alpha, from, to)));
            if (enough.after(norm, alpha * rz)) {
                return n + 1;
            }
        }
        return most;
    }

    private void receive(int from, int to, double scale) {
        for (int row = from; row < to; row++) {
            cycle.finest().receive(r, row * a.nx, row % a.ny, row / a.ny, scale);
        }
    }

    private void direct(int from, int to, double factor, double beta) {
        for (int row = from; row < to; row++) {
            cycle.finest().direction(p, row * a.nx, row % a.ny, row / a.ny, factor, beta);
        }
    }

    private double applyAndDot(int from, int to) {
        a.apply(p, q, from * a.nx, to * a.nx);
        return dot(p, q, from * a.nx, to * a.nx);
    }

    private double advance(double[] u, double alpha, int from, int to) {
        for (int c = from * a.nx; c < to * a.nx; c++) {
            u[c] += alpha * p[c];
            r[c] -= alpha * q[c];
        }
        return dot(r, r, from * a.nx, to * a.nx);
    }

    /// r = b − A u; sets inactive cells aside.
    private double residual(double[] b, double[] u) {
        return Math.sqrt(total((from, to, piece) -> {
            int first = from * a.nx;
            int last = to * a.nx;
            a.apply(u, r, first, last);
            for (int c = first; c < last; c++) {
                r[c] = b[c] - r[c];
            }
            int[] idle = a.idle();
            for (int n = from(idle, first); n < idle.length && idle[n] < last; n++) {
                r[idle[n]] = 0;
                u[idle[n]] = 0;
            }
            part[piece] = dot(r, r, first, last);
        }));
    }

    /// Number of the first idle cell from a cell on.
    private static int from(int[] idle, int cell) {
        int found = Arrays.binarySearch(idle, cell);
        return found < 0 ? -found - 1 : found;
    }

    private double norm(double[] b) {
        return Math.sqrt(total((from, to, piece) -> {
            double sum = 0;
            int[] idle = a.idle();
            int c = from * a.nx;
            int last = to * a.nx;
            for (int n = from(idle, c); n < idle.length && idle[n] < last; n++) {
                sum += dot(b, b, c, idle[n]);
                c = idle[n] + 1;
            }
            part[piece] = sum + dot(b, b, c, last);
        }));
    }

    /// Four running sums: the order is fixed and the additions need not wait for each other.
    private static double dot(double[] v, double[] w, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int c = from;
        for (; c < to - 3; c += 4) {
            s0 += v[c] * w[c];
            s1 += v[c + 1] * w[c + 1];
            s2 += v[c + 2] * w[c + 2];
            s3 += v[c + 3] * w[c + 3];
        }
        for (; c < to; c++) {
            s0 += v[c] * w[c];
        }
        return s0 + s1 + (s2 + s3);
    }

    /// A loop body over some rows of one piece.
    @FunctionalInterface
    private interface Rows {
        void run(int from, int to, int piece);
    }

    private void pieces(Rows body) {
        int rows = a.ny * a.nz;
        workers.share(part.length, (first, last, _) -> {
            for (int piece = first; piece < last; piece++) {
                body.run(piece * rowsPerPiece, Math.min(rows, (piece + 1) * rowsPerPiece), piece);
            }
        });
    }

    private double total(Rows body) {
        pieces(body);
        double sum = 0;
        for (double value : part) {
            sum += value;
        }
        return sum;
    }
}

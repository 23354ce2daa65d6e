// SPDX-License-Identifier: Apache-2.0
package lithe.numeric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One multigrid cycle over all grids: a nearly symmetric approximation of the inverse.
///
/// On each grid: z lines colour by colour from 0; what is left is summed over the groups of columns and answered by the
/// next coarser grid; its answer is added, constant over each group; then the colours in reversed order. Coarse grids are
/// answered by two such cycles, combined as conjugate gradients would (the K-cycle of Notay and Vassilevski, 2008, Numer.
/// Linear Algebra Appl. 15): that halves the iterations and makes up for whatever a coarse operator got wrong. Leaving the
/// second cycle out where the first did well, as Notay does, makes the cycle vary from step to step and costs more
/// iterations than it saves.
final class Cycle {

    /// Below so many cells a loop is not worth waking another thread.
    private static final int WORTH_SHARING = 20_000;

    /// Below so many cells one cycle is enough, but for the first coarse grid: on LB1 with 117 k cells 2 000 instead makes
    /// an implicit step a third dearer and takes as many iterations.
    private static final int WORTH_TWO = 8_000;

    /// Far more than any body needs: 8 grids for a million columns.
    private static final int MOST_GRIDS = 40;

    /// Columns of a piece of the loops with sums.
    private static final int PIECE = 64;

    private final SevenPoint a;
    private final Chessboard finest;
    private final Workers workers;
    private final Chessboard.Scratch[] scratch;
    private final double[][] line;
    private final float[] left;
    private final double[][] part;
    private List<Net> nets;
    private boolean quick;

    Cycle(SevenPoint a, Workers workers) {
        this.a = a;
        this.workers = workers;
        finest = new Chessboard(a);
        scratch = new Chessboard.Scratch[workers.threads()];
        Arrays.setAll(scratch, w -> finest.scratch());
        line = new double[workers.threads()][Net.ABREAST * a.nz];
        left = new float[finest.halfLength()];
        nets = coarsen();
        part = new double[3][Math.max(a.ny, Math.ceilDiv(a.nx * a.ny, PIECE))];
        packFinest();
        nets.forEach(this::factor);
    }

    private List<Net> coarsen() {
        var all = new ArrayList<Net>();
        var columns = Columns.of(a, workers);
        while (true) {
            // pairs of pairs: groups of up to four
            var pairs = Pairs.of(columns, workers);
            var half = columns.joined(pairs, workers);
            var again = pairs.again(columns, half, workers);
            columns = half.joined(again, workers);
            if (columns.count == 0 || all.size() == MOST_GRIDS) {
                return all;
            }
            int[] group = pairs.group();
            Arrays.setAll(group, c -> group[c] < 0 ? -1 : again.group()[group[c]]);
            var net = new Net(columns, group, workers);
            all.add(net);
            columns = net.columns;
        }
    }

    private void packFinest() {
        workers.share(a.ny, (from, to, _) -> {
            finest.packConductances(from, to);
            finest.factor(from, to);
        });
    }

    private void factor(Net net) {
        crew(net).share(net.count(), (from, to, _) -> net.factor(from, to));
    }

    /// Follows a change of the sinks.
    void refreshSink() {
        workers.share(a.ny, (from, to, _) -> finest.factor(from, to));
        for (int depth = 0; depth < nets.size(); depth++) {
            var net = nets.get(depth);
            if (depth == 0) {
                workers.share(net.count(), (from, to, _) -> net.sumSinks(a, from, to));
            } else {
                net.sumSinks(nets.get(depth - 1));
            }
            factor(net);
        }
    }

    /// Follows a small change of conductances and sinks: on the finest grid and in all sinks at once, in the conductances of
    /// the coarse grids not at all. They only have to be near to what they stand for.
    void drift() {
        workers.share(a.ny, (from, to, _) -> finest.packConductances(from, to));
        refreshSink();
    }

    /// Follows a change of the conductances: chooses the groups anew.
    void refresh() {
        packFinest();
        nets = coarsen();
        nets.forEach(this::factor);
    }

    /// Leaves out the second cycles.
    void quick(boolean on) {
        quick = on;
    }

    Chessboard finest() {
        return finest;
    }

    /// Bytes of all grids.
    long bytes() {
        return finest.bytes() + (long) Float.BYTES * left.length + nets.stream().mapToLong(Net::bytes).sum();
    }

    private Workers crew(Net net) {
        return net.x.length < WORTH_SHARING ? Workers.of(1) : workers;
    }

    // ---- the cycle

    /// Replaces x of the finest grid by the cycle's answer to its b.
    ///
    /// @return b · x
    double run() {
        workers.share(a.ny, (from, to, w) -> finest.relaxFromZero(0, from, to, scratch[w]));
        workers.share(a.ny, (from, to, w) -> finest.relax(1, from, to, scratch[w]));
        if (!nets.isEmpty()) {
            var net = nets.getFirst();
            workers.share(a.ny, (from, to, w) -> finest.leave(from, to, left, scratch[w]));
            workers.share(net.count(), (from, to, _) -> net.gather(finest, left, from, to));
            answer(0);
            workers.share(a.ny, (from, to, _) -> finest.prolong(from, to, net));
            workers.share(a.ny, (from, to, w) -> finest.relax(1, from, to, scratch[w]));
            workers.share(a.ny, (from, to, w) -> finest.relax(0, from, to, scratch[w]));
        }
        workers.share(a.ny, (from, to, w) -> {
            for (int j = from; j < to; j++) {
                part[0][j] = finest.dot(j, scratch[w]);
            }
        });
        return sum(part[0], a.ny);
    }

    /// Replaces x of a net by an approximate solution for its b: one or two cycles. Spoils b.
    private void answer(int depth) {
        var net = nets.get(depth);
        cycle(depth);
        if (quick || depth > 0 && net.x.length < WORTH_TWO || depth + 1 == nets.size()) {
            return;
        }
        int pieces = Math.ceilDiv(net.count(), PIECE);
        // v = A c, then the best multiple of c
        pieces(net, (from, to, piece, y) -> {
            part[0][piece] = net.apply(from, to, net.v, y);
            part[1][piece] = dot(net.x, net.b, from * net.nz, to * net.nz);
        });
        double cv = sum(part[0], pieces);
        double cb = sum(part[1], pieces);
        if (!(cv > 0)) {
            return;
        }
        float first = (float) (cb / cv);
        crew(net).share(net.count(), (from, to, _) -> {
            for (int n = from * net.nz; n < to * net.nz; n++) {
                net.c[n] = net.x[n];
                net.b[n] -= first * net.v[n];
            }
        });
        cycle(depth);
        pieces(net, (from, to, piece, y) -> {
            part[1][piece] = dot(net.x, net.v, from * net.nz, to * net.nz);
            part[2][piece] = dot(net.x, net.b, from * net.nz, to * net.nz);
            part[0][piece] = net.apply(from, to, net.v, y);
        });
        double dw = sum(part[0], pieces);
        double dv = sum(part[1], pieces);
        double db = sum(part[2], pieces);
        double rest = dw - dv * dv / cv;
        if (rest > 0) {
            combine(net, (float) (first - dv * db / (cv * rest)), (float) (db / rest));
        } else {
            combine(net, first, 0);
        }
    }

    /// x = f c + s x.
    private void combine(Net net, float f, float s) {
        crew(net).share(net.count(), (from, to, _) -> {
            for (int n = from * net.nz; n < to * net.nz; n++) {
                net.x[n] = f * net.c[n] + s * net.x[n];
            }
        });
    }

    private void cycle(int depth) {
        var net = nets.get(depth);
        var crew = crew(net);
        for (int colour = 0; colour < net.colours(); colour++) {
            colour(net, colour, (from, to, w) -> net.relaxFromZero(from, to, line[w]));
        }
        int last = net.colours() - 1;
        if (depth + 1 < nets.size()) {
            var coarse = nets.get(depth + 1);
            crew.share(coarse.count(), (from, to, w) -> coarse.gather(net, from, to, line[w]));
            answer(depth + 1);
            crew.share(net.count(), (from, to, _) -> coarse.prolong(net, from, to));
        } else {
            last--; // the last colour is solved already
        }
        for (int colour = last; colour >= 0; colour--) {
            colour(net, colour, (from, to, w) -> net.relax(from, to, line[w]));
        }
    }

    /// Shares the columns of a colour, as many at a time as are solved side by side.
    private void colour(Net net, int colour, Workers.Share body) {
        int begin = net.colourStart[colour];
        int end = net.colourStart[colour + 1];
        crew(net).share(Math.ceilDiv(end - begin, Net.ABREAST), (from, to, w) ->
                body.run(begin + from * Net.ABREAST, Math.min(end, begin + to * Net.ABREAST), w));
    }

    /// A loop body over some columns of one piece.
    @FunctionalInterface
    private interface Piece {
        void run(int from, int to, int piece, double[] line);
    }

    private void pieces(Net net, Piece body) {
        crew(net).share(Math.ceilDiv(net.count(), PIECE), (first, last, w) -> {
            for (int piece = first; piece < last; piece++) {
                body.run(piece * PIECE, Math.min(net.count(), (piece + 1) * PIECE), piece, line[w]);
            }
        });
    }

    private static double dot(float[] v, float[] w, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        int n = from;
        for (; n < to - 1; n += 2) {
            s0 += (double) v[n] * w[n];
            s1 += (double) v[n + 1] * w[n + 1];
        }
        return n < to ? s0 + s1 + (double) v[n] * w[n] : s0 + s1;
    }

    private static double sum(double[] values, int count) {
        double sum = 0;
        for (int n = 0; n < count; n++) {
            sum += values[n];
        }
        return sum;
    }
}

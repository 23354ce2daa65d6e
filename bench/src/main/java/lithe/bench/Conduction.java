// SPDX-License-Identifier: Apache-2.0
package lithe.bench;

import java.util.Arrays;
import lithe.numeric.Convergence;
import lithe.numeric.Multigrid;
import lithe.numeric.SevenPoint;

/// The conduction solver on LB1: steady solves with their set-up, implicit steps of 1 s.
public final class Conduction {

    /// Bytes that one iteration moves for each cell when nothing stays in a cache, counted from the loops: product 56,
    /// vectors 84, finest grid 105, coarse grids about 145.
    private static final double BYTES_PER_ITERATION = 390;

    private static final double TOLERANCE = 1e-8;

    private final LayeredPhone phone;
    private final SevenPoint steady;
    private final int threads;
    private final double[] u;

    /// Prepares LB1.
    ///
    /// @param f refinement in x and y
    /// @param split cells in each layer
    /// @param threads threads that share the work
    public Conduction(int f, int split, int threads) {
        phone = new LayeredPhone(f, split);
        steady = phone.operator(Double.POSITIVE_INFINITY);
        this.threads = threads;
        u = new double[phone.cells()];
    }

    /// Sets up and solves the steady state from 0 to 1e-8.
    ///
    /// @return what the solver did
    public Convergence solve() {
        Arrays.fill(u, 0);
        return Multigrid.of(steady, threads).solve(phone.power, u, TOLERANCE, 100);
    }

    /// Runs implicit steps of 1 s from the start, each from a straight line through the last two.
    public final class Steps {
        private final Multigrid solver = Multigrid.of(phone.operator(1), threads);
        private final double[] now = new double[phone.cells()];
        private final double[] before = new double[phone.cells()];
        private final double[] b = new double[phone.cells()];

        /// Advances by one second.
        ///
        /// @return what the solver did
        public Convergence step() {
            for (int c = 0; c < now.length; c++) {
                b[c] = phone.capacity[c] * now[c] + phone.power[c];
                double next = 2 * now[c] - before[c];
                before[c] = now[c];
                now[c] = next;
            }
            return solver.solve(b, now, TOLERANCE, 100);
        }
    }

    /// Prints the rows of this class.
    ///
    /// @param table where to
    public static void report(Table table) {
        double one = new Bandwidth(1).measure();
        double two = new Bandwidth(2).measure();
        table.title("memory");
        table.row("triad, 1 thread", "%.1f GB/s".formatted(one * 1e-9), "");
        table.row("triad, 2 threads", "%.1f GB/s".formatted(two * 1e-9), "ratio %.2f".formatted(two / one));
        table.title("conduction: LB1 steady to 1e-8, set-up included");
        int[][] meshes = {{2, 1}, {4, 1}, {4, 2}, {8, 1}};
        for (int[] mesh : meshes) {
            steady(table, mesh[0], mesh[1], one, two);
        }
        table.title("conduction: LB1, implicit steps of 1 s to 1e-8, mean of the steps 100 … 200");
        steps(table, 2, one);
    }

    private static void steady(Table table, int f, int split, double one, double two) {
        var single = new Conduction(f, split, 1);
        int cells = single.phone.cells();
        Convergence done = single.solve();
        int warmUp = Math.max(2, 3_000_000 / cells);
        var alone = Table.time(warmUp, 5, single::solve);
        double roof = done.iterations() * BYTES_PER_ITERATION / one;
        double bytes = Multigrid.of(single.steady, 1).bytesPerCell();
        table.row(
                "%,d cells, 1 thread".formatted(cells),
                "%.3f µs/cell".formatted(alone.wall() / cells * 1e6),
                "at most 1.0; on the processor %.3f; at bandwidth %.3f; %d iterations; %.0f B/cell of at most 200"
                        .formatted(alone.processor() / cells * 1e6, roof * 1e6, done.iterations(), bytes));
        var pair = new Conduction(f, split, 2);
        double shared = Table.time(warmUp, 5, pair::solve).wall();
        table.row(
                "%,d cells, 2 threads".formatted(cells),
                "%.3f µs/cell".formatted(shared / cells * 1e6),
                "gain %.2f; at least %.2f, 0.8 of the gain in bandwidth"
                        .formatted(alone.wall() / shared, 0.8 * two / one));
    }

    private static void steps(Table table, int f, double bandwidth) {
        var steps = new Conduction(f, 1, 1).new Steps();
        int cells = steps.now.length;
        for (int n = 0; n < 100; n++) {
            steps.step();
        }
        int[] iterations = {0};
        var time = Table.time(0, 1, () -> {
            for (int n = 0; n < 100; n++) {
                iterations[0] += steps.step().iterations();
            }
        });
        double each = iterations[0] / 100.0;
        table.row(
                "%,d cells, 1 thread".formatted(cells),
                "%.0f ns/cell".formatted(time.wall() / 100 / cells * 1e9),
                "at most 120; on the processor %.0f; at bandwidth %.0f; %.1f iterations"
                        .formatted(
                                time.processor() / 100 / cells * 1e9,
                                each * BYTES_PER_ITERATION / bandwidth * 1e9,
                                each));
    }
}

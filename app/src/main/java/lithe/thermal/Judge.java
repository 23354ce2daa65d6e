// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import lithe.device.Filling;
import lithe.numeric.Workers;
import org.jspecify.annotations.Nullable;

/// A coarser mesh on which a run shows what its own mesh lacks.
///
/// The run's field, averaged over cells of every second plane, does not balance there: through a face of the coarse mesh
/// flows other heat than between the two averages by the coarse law. That difference is the error of the coarser mesh
/// (over the finer one) where it arises; conduction on the coarse mesh carries it to where it is felt, with its sign, so
/// that what the directions do wrong may cancel here as it does in the run. Two linear solves each, one of them of x less y
/// to know how much there is to cancel; nothing is run again.
///
/// Two things a run on the coarse mesh would not tell are put in. Differences through the thickness count less: layers are
/// aligned, so errors there fall with the square of the cell, those at the edges of parts in the plane with about the first
/// power. And a cell that cannot be coarsened, because it lies between two edges, gives the error that follows from
/// the curvature in it: flow that changes from `a` to `b` across a cell of size d makes its half drop wrong by
/// (b − a) d / 6k.
public final class Judge {

    /// Weight of differences through the thickness over those in the plane. By the orders it would be (2¹ − 1) / (2² − 1) = 1/3;
    /// 0.6 is fitted: it covers more of what was tried on four phones.
    private static final double THICKNESS = 0.6;
    /// Of second order, the difference to a coarser mesh is three times the error.
    private static final double DIFFERENCE = 3;
    /// A half drop is not taken to be wrong by more than this part of the step of temperature to a neighbour: where a cell
    /// is long for the heat in it, the curvature says nothing.
    private static final double MOST = 0.5;
    /// Residual of a solve over what it starts from.
    private static final double STEADY = 1e-4;

    /// Error of a solve in time, root of the mean square, K.
    private static final double IN_TIME = 1e-3;

    private final Heat coarse;
    private final Grid grid;
    private final Restriction seen;
    private final boolean[] chamber;
    private final Workers workers;
    private final List<Direction> directions;
    private @Nullable Skin skin;
    /// What all directions do wrong together, K, and what x does less what y does.
    private double[] lack;
    private double[] across;
    private final double[] b;
    private final double[] difference;
    /// What curvature does to half a drop in cells that are no coarser than the run's, K.
    private final double[] bend;
    /// Heat that is missing through the face at the far side of each cell, W.
    private final double[] missing;

    /// One axis of the coarser mesh.
    ///
    /// @param g conductance to the next cell along it, W/K
    /// @param stride from a cell to the next
    /// @param whole of each cell along it, whether it is one cell of the run's mesh as well
    private record Direction(int axis, double[] g, int stride, Axis planes, boolean[] whole) {}

    private Judge(Heat run) {
        grid = run.grid.coarser();
        coarse = Heat.on(grid, run.threads());
        seen = new Restriction(run, grid);
        workers = Workers.of(run.threads());
        Conduction conduction = coarse.conduction;
        directions = List.of(
                new Direction(0, conduction.gx, 1, grid.x, Restriction.whole(run.grid.x, grid.x)),
                new Direction(1, conduction.gy, grid.nx(), grid.y, Restriction.whole(run.grid.y, grid.y)),
                new Direction(2, conduction.gz, grid.nx() * grid.ny(), grid.z, new boolean[grid.nz()]));
        chamber = new boolean[grid.cells()];
        for (int c = 0; c < chamber.length; c++) {
            chamber[c] = grid.owner[c] >= 0 && grid.plan.filling(grid.owner[c]) instanceof Filling.Chamber;
        }
        lack = new double[grid.cells()];
        across = new double[grid.cells()];
        b = new double[grid.cells()];
        difference = new double[grid.cells()];
        bend = new double[grid.cells()];
        missing = new double[grid.cells()];
    }

    /// Sets up the coarser mesh of a run.
    ///
    /// @param run equations of the run
    /// @return a judge that has seen nothing yet
    public static Judge of(Heat run) {
        return new Judge(run);
    }

    /// What the coarser mesh shows; each to be read like the run.
    ///
    /// @param mean averages of the run
    /// @param coarse what the coarser mesh has instead
    /// @param across averages of the run with what x does wrong and the opposite of what y does wrong
    public record Finding(Temperatures mean, Temperatures coarse, Temperatures across) {}

    /// Judges a steady state.
    ///
    /// @param run temperatures on the run's mesh
    /// @return what the coarser mesh shows
    public Finding steady(Temperatures run) {
        Skin skin = look(run);
        prepare(skin, Double.POSITIVE_INFINITY);
        coarse.solve(b, lack, STEADY);
        coarse.solve(difference, across, STEADY);
        return found(skin);
    }

    /// Judges a run over time: call it at moments of the run, not necessarily at each of its steps.
    ///
    /// @param seconds time since the last call, s
    /// @param run temperatures on the run's mesh now
    /// @return what the coarser mesh shows
    public Finding advance(double seconds, Temperatures run) {
        Skin skin = look(run);
        for (int c = 0; c < b.length; c++) {
            double kept = coarse.conduction.capacity[c] / seconds;
            b[c] += kept * lack[c];
            difference[c] += kept * across[c];
        }
        prepare(skin, seconds);
        coarse.improve(b, lack, IN_TIME, 1 / seconds);
        coarse.improve(difference, across, IN_TIME, 1 / seconds);
        return found(skin);
    }

    /// Returns how far the coarser mesh is off.
    ///
    /// @return temperature of each coarse cell above the mean of the run's, K, then that of x less y; a copy
    public double[] state() {
        double[] state = Arrays.copyOf(lack, 2 * lack.length);
        System.arraycopy(across, 0, state, lack.length, lack.length);
        return state;
    }

    /// Begins where another run has ended.
    ///
    /// @param state what [#state] gave on the same mesh; empty for a run from one temperature
    /// @throws IllegalArgumentException when it is of another mesh
    public void begin(double[] state) {
        if (state.length != 0 && state.length != 2 * grid.cells()) {
            throw new IllegalArgumentException("a judge of %,d cells cannot go on from a state of %,d numbers".formatted(grid.cells(), state.length));
        }
        lack = Arrays.copyOf(state, grid.cells());
        across = state.length == 0 ? new double[grid.cells()] : Arrays.copyOfRange(state, grid.cells(), state.length);
    }

    private void prepare(Skin skin, double seconds) {
        coarse.storing(1 / seconds);
        skin.addSlopes(coarse.sink);
        coarse.changed(this, seconds);
    }

    private Finding found(Skin skin) {
        return new Finding(with(skin, new double[lack.length]), with(skin, lack), with(skin, across));
    }

    private Temperatures with(Skin skin, double[] more) {
        double[] u = seen.mean.clone();
        for (int c = 0; c < u.length; c++) {
            u[c] += more[c];
        }
        skin.settle(u);
        return new Temperatures(coarse, skin, u, Ledger.balance(0, 0, new double[10]), new Heat.Solution(0, 0, 0, 0, true));
    }

    /// Puts into b the heat by which the run's averages fail to balance on the coarse mesh, and x less y of it beside.
    private Skin look(Temperatures run) {
        seen.look(run);
        if (coarse.conduction.hasChambers()) {
            directions.forEach(d -> rows(row -> follow(d, row)));
        }
        if (skin == null || skin.surroundings != run.skin().surroundings) {
            skin = new Skin(coarse, run.skin().surroundings);
            skin.settle(seen.mean);
        }
        skin.settle(seen.mean);
        Arrays.fill(b, 0);
        Arrays.fill(difference, 0);
        for (int e = 0; e < skin.pieces; e++) {
            lose(Restriction.axis(skin.face(e)), skin.cell[e], skin.flow[e]);
        }
        for (Direction d : directions) {
            if (d.axis < 2) {
                rows(row -> bend(d, row));
            } else {
                Arrays.fill(bend, 0);
            }
            rows(row -> fail(d, row));
            rows(row -> lose(d, row));
        }
        return skin;
    }

    /// What to do with a row of cells along x. Rows are shared among threads, so it may write to its own row only.
    private void rows(IntConsumer body) {
        workers.share(grid.ny() * grid.nz(), (from, to, _) -> {
            for (int row = from; row < to; row++) {
                body.accept(row);
            }
        });
    }

    /// Takes heat from a cell for what one direction does wrong.
    private void lose(int axis, int cell, double heat) {
        b[cell] -= axis == 2 ? THICKNESS * heat : heat;
        difference[cell] -= axis == 0 ? heat : axis == 1 ? -heat : 0;
    }

    private void lose(Direction d, int row) {
        double[] outside = seen.outside[d.axis];
        for (int i = 0, c = row * grid.nx(); i < grid.nx(); i++, c++) {
            double into = position(d, i, row) > 0 ? missing[c - d.stride] : 0;
            lose(d.axis, c, missing[c] - into - outside[c]);
        }
    }

    /// Number of a cell along an axis.
    private int position(Direction d, int i, int row) {
        return d.axis == 0 ? i : d.axis == 1 ? row % grid.ny() : row / grid.ny();
    }

    /// A chamber conducts as it does in the run, dry places included.
    private void follow(Direction d, int row) {
        double[] span = seen.span[d.axis];
        for (int i = 0, c = row * grid.nx(); i < grid.nx(); i++, c++) {
            int n = position(d, i, row);
            if (n + 1 < d.planes.cells() && (chamber[c] || chamber[c + d.stride])) {
                d.g[c] = span[c] / (0.5 * (d.planes.size(n) + d.planes.size(n + 1)));
            }
        }
    }

    private void fail(Direction d, int row) {
        double[] u = seen.mean, flow = seen.through[d.axis];
        for (int i = 0, c = row * grid.nx(); i < grid.nx(); i++, c++) {
            int n = position(d, i, row);
            double g = d.g[c];
            missing[c] = 0;
            if (g != 0 && n + 1 < d.planes.cells()) {
                int next = c + d.stride;
                double off = d.whole[n] && d.whole[n + 1] ? 0 : g * (u[c] - u[next]) - flow[c];
                missing[c] = off - g * (bend[c] - bend[next]);
            }
        }
    }

    private void bend(Direction d, int row) {
        double[] flow = seen.through[d.axis], outside = seen.outside[d.axis];
        for (int i = 0, c = row * grid.nx(); i < grid.nx(); i++, c++) {
            int n = position(d, i, row);
            bend[c] = 0;
            if (d.whole[n] && grid.owner[c] >= 0 && seen.volume(c) > 0) {
                double out = flow[c] - (n > 0 ? flow[c - d.stride] : 0) + outside[c];
                double size = d.planes.size(n);
                double drop = out * size * size / (6 * seen.volume(c) * coarse.conduction.inPlane(c));
                double most = MOST * fall(d, c, n);
                bend[c] = DIFFERENCE * Math.clamp(drop, -most, most);
            }
        }
    }

    /// Larger step of temperature to the two neighbours, K.
    private double fall(Direction d, int c, int n) {
        double[] u = seen.mean;
        boolean up = n + 1 < d.planes.cells() && d.g[c] > 0, down = n > 0 && d.g[c - d.stride] > 0;
        return Math.max(up ? Math.abs(u[c] - u[c + d.stride]) : 0, down ? Math.abs(u[c] - u[c - d.stride]) : 0);
    }
}

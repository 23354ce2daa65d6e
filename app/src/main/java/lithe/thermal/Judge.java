// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import java.util.Arrays;
import lithe.device.Filling;
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
    /// Position of each cell along x, y and z.
    private final int[][] at;
    private final boolean[] wholeX;
    private final boolean[] wholeY;
    private @Nullable Skin skin;
    /// What all directions do wrong together, K, and what x does less what y does.
    private double[] lack;
    private double[] across;
    private final double[] b;
    private final double[] difference;
    private final double[] bend;

    private Judge(Heat run) {
        grid = run.grid.coarser();
        coarse = Heat.on(grid, run.threads());
        seen = new Restriction(run, grid);
        wholeX = Restriction.whole(run.grid.x, grid.x);
        wholeY = Restriction.whole(run.grid.y, grid.y);
        chamber = new boolean[grid.cells()];
        for (int c = 0; c < chamber.length; c++) {
            chamber[c] = grid.owner[c] >= 0 && grid.plan.filling(grid.owner[c]) instanceof Filling.Chamber;
        }
        at = new int[3][grid.cells()];
        for (int c = 0; c < chamber.length; c++) {
            at[0][c] = c % grid.nx();
            at[1][c] = c / grid.nx() % grid.ny();
            at[2][c] = c / (grid.nx() * grid.ny());
        }
        lack = new double[grid.cells()];
        across = new double[grid.cells()];
        b = new double[grid.cells()];
        difference = new double[grid.cells()];
        bend = new double[grid.cells()];
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
        for (int c = 0; c < b.length; c++) {
            coarse.sink[c] = coarse.conduction.capacity[c] / seconds;
        }
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
        Conduction conduction = coarse.conduction;
        int nx = grid.nx(), columns = nx * grid.ny();
        follow(conduction.gx, 0, 1, grid.x);
        follow(conduction.gy, 1, nx, grid.y);
        follow(conduction.gz, 2, columns, grid.z);
        if (skin == null || skin.surroundings != run.skin().surroundings) {
            skin = new Skin(conduction, run.skin().surroundings);
            skin.settle(seen.mean);
        }
        skin.settle(seen.mean);
        Arrays.fill(b, 0);
        Arrays.fill(difference, 0);
        for (int e = 0; e < skin.pieces; e++) {
            lose(Restriction.axis(skin.face(e)), skin.cell[e], skin.flow[e]);
        }
        for (int axis = 0; axis < 3; axis++) {
            for (int c = 0; c < b.length; c++) {
                lose(axis, c, -seen.outside[axis][c]);
            }
        }
        fail(conduction.gx, 0, 1, grid.x, wholeX);
        fail(conduction.gy, 1, nx, grid.y, wholeY);
        fail(conduction.gz, 2, columns, grid.z, new boolean[grid.nz()]);
        return skin;
    }

    /// Takes heat from a cell for what one direction does wrong.
    private void lose(int axis, int cell, double heat) {
        b[cell] -= axis == 2 ? THICKNESS * heat : heat;
        difference[cell] -= axis == 0 ? heat : axis == 1 ? -heat : 0;
    }

    /// A chamber conducts as it does in the run, dry places included.
    private void follow(double[] g, int axis, int stride, Axis planes) {
        for (int c = 0; coarse.conduction.hasChambers() && c + stride < g.length; c++) {
            int n = at[axis][c];
            if (n + 1 < planes.cells() && (chamber[c] || chamber[c + stride])) {
                g[c] = seen.span[axis][c] / (0.5 * (planes.size(n) + planes.size(n + 1)));
            }
        }
    }

    private void fail(double[] g, int axis, int stride, Axis planes, boolean[] whole) {
        if (axis < 2) {
            bend(g, axis, stride, planes, whole);
        } else {
            Arrays.fill(bend, 0);
        }
        double[] u = seen.mean, flow = seen.through[axis];
        for (int c = 0; c + stride < g.length; c++) {
            int n = at[axis][c];
            if (g[c] == 0 || n + 1 == planes.cells()) {
                continue;
            }
            double off = whole[n] && whole[n + 1] ? 0 : g[c] * (u[c] - u[c + stride]) - flow[c];
            double more = off - g[c] * (bend[c] - bend[c + stride]);
            lose(axis, c, more);
            lose(axis, c + stride, -more);
        }
    }

    /// What curvature does to half a drop in cells that are no coarser than the run's, K.
    private void bend(double[] g, int axis, int stride, Axis planes, boolean[] whole) {
        double[] u = seen.mean, flow = seen.through[axis];
        for (int c = 0; c < bend.length; c++) {
            int n = at[axis][c];
            bend[c] = 0;
            if (!whole[n] || grid.owner[c] < 0 || seen.volume(c) == 0) {
                continue;
            }
            boolean up = n + 1 < planes.cells() && g[c] > 0, down = n > 0 && g[c - stride] > 0;
            double out = flow[c] - (n > 0 ? flow[c - stride] : 0) + seen.outside[axis][c];
            double most = MOST * Math.max(up ? Math.abs(u[c] - u[c + stride]) : 0, down ? Math.abs(u[c] - u[c - stride]) : 0);
            double size = planes.size(n);
            double drop = out * size * size / (6 * seen.volume(c) * coarse.conduction.inPlane(c));
            bend[c] = DIFFERENCE * Math.clamp(drop, -most, most);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import java.util.Arrays;
import java.util.Map;
import lithe.device.Part;
import lithe.numeric.Convergence;
import lithe.numeric.Multigrid;
import lithe.numeric.SevenPoint;
import lithe.numeric.Workers;
import org.jspecify.annotations.Nullable;

/// The heat equation of one phone on one grid: C dT/dt = P + Σ g (Tⁿ − T) − what leaves the skin.
///
/// One set of conductances and one multigrid serve every run on the grid, one after the other. Not for use by two
/// threads at once; it shares the work of a solve among its own.
public final class Heat {

    /// Steady state: relative change of film coefficients and relative balance error at which iteration ends.
    private static final double SETTLED = 2e-8;
    /// Steady state: relative change of a chamber's conductances at which iteration ends. They follow temperature by a tenth
    /// per kelvin, and a pass leaves a thirtieth of the change, so that less than 1e-5 K is left.
    private static final double CHAMBER_SETTLED = 1e-5;
    /// Ratio of changes in two passes, 30 to 100; a pass that is likely to be the last is solved to the end.
    private static final double GAIN = 100;
    /// Passes before are solved to this part of what the pass before them changed: what is left over changes again anyway.
    private static final double FORCING = 1e-2;
    private static final double LAST = 1e-8;
    private static final double TIGHTEST = 1e-9;
    private static final int MOST_OUTER = 60;
    /// A solve that needs more iterations deserves a warning; estimate.
    private static final int MANY = 40;
    private static final int MOST_ITERATIONS = 400;
    /// Relative change of a chamber's conductances from which on the solver chooses its coarse grids anew: a renewal costs as
    /// much as a few iterations, and saves several.
    private static final double RENEW = 0.2;

    /// Ratio of a step to the one they were chosen for from which on it asks for coarse grids of its own. A shorter step is
    /// served as well by those of a longer one: strong sinks only help.
    private static final double RENEW_STEP = 4;

    final Grid grid;
    final Conduction conduction;
    final double[] sink;
    final SevenPoint system;
    final Loops cells;
    private final double[] volume;
    private final double[] stores;
    /// Sums by owner in each plane across z.
    private final double[][] byPlane;
    private final int threads;
    private @Nullable Multigrid solver;
    private @Nullable Object user;
    /// Step the coarse grids were chosen for, s; infinite for a steady state.
    private double chosenFor = Double.POSITIVE_INFINITY;
    int mostIterations;

    private Heat(Grid grid, int threads) {
        this.grid = grid;
        this.threads = threads;
        conduction = new Conduction(grid);
        sink = new double[grid.cells()];
        system = new SevenPoint(
                grid.nx(), grid.ny(), grid.nz(), conduction.gx, conduction.gy, conduction.gz, sink);
        cells = new Loops(grid.cells(), threads);
        byPlane = new double[grid.nz()][grid.plan.names().size()];
        volume = volumes();
        stores = storages();
    }

    /// Sets up the equations.
    ///
    /// @param grid the grid
    /// @param threads threads that share the work of a solve
    /// @return the equations, without surroundings and powers
    public static Heat on(Grid grid, int threads) {
        return new Heat(grid, threads);
    }

    /// Returns the grid.
    ///
    /// @return the grid the equations are on
    public Grid grid() {
        return grid;
    }

    /// Returns the power of each part from the power of each source.
    ///
    /// @param sources power by name of a source or a part, W
    /// @return power of each part in the order of the device, W
    /// @throws IllegalArgumentException when a name is not known
    public double[] powers(Map<String, Double> sources) {
        double[] powers = new double[grid.plan.device().parts().size()];
        sources.forEach((source, power) -> grid.plan.device().shares(source).forEach((part, share) -> {
            int owner = grid.plan.ownerOf(part);
            if (owner < grid.plan.layers()) {
                throw new IllegalArgumentException("heat is released by parts, but %s is a layer".formatted(part));
            }
            powers[owner - grid.plan.layers()] += power * share;
        }));
        return powers;
    }

    /// Finds the temperatures at which all heat leaves.
    ///
    /// @param around what is around the phone
    /// @param powers power of each part in the order of the device, W
    /// @return the steady temperatures; no start temperature enters
    /// @throws IllegalArgumentException when no face gives heat away
    public Temperatures steady(Surroundings around, double[] powers) {
        Skin skin = new Skin(this, around);
        skin.requireWayOut();
        return steady(skin, powers, even(skin, released(powers)));
    }

    /// As [#steady(Surroundings, double[])], from a guess.
    Temperatures steady(Surroundings around, double[] powers, double[] u) {
        Skin skin = new Skin(this, around);
        skin.requireWayOut();
        return steady(skin, powers, u);
    }

    private Temperatures steady(Skin skin, double[] powers, double[] u) {
        double ambient = skin.surroundings.ambient(), released = released(powers);
        double[] b = new double[grid.cells()];
        mostIterations = 0;
        int total = 0, outer = 0;
        skin.settle(u);
        conduction.follow(u, ambient);
        double tolerance = skin.linear() && !conduction.hasChambers() ? TIGHTEST : FORCING;
        double change, off, chambers;
        Convergence last;
        do {
            Arrays.fill(sink, 0);
            skin.addSlopes(sink);
            changed(this, Double.POSITIVE_INFINITY);
            Arrays.fill(b, 0);
            release(powers, b, 1);
            skin.addTo(b, u, skin.slope);
            last = solve(b, u, tolerance);
            total += last.iterations();
            double film = skin.settle(u);
            chambers = conduction.follow(u, ambient);
            off = imbalance(skin, released);
            change = Math.max(film, off);
            tolerance = tolerance(last, change, chambers);
            outer++;
        } while (!(change <= SETTLED && chambers <= CHAMBER_SETTLED) && outer < MOST_OUTER);
        double[] sums = new double[10];
        skin.tally(sums, 1);
        boolean settled = change <= SETTLED && chambers <= CHAMBER_SETTLED;
        return new Temperatures(
                this, skin, u, Ledger.balance(released, 0, sums), new Solution(outer, total, mostIterations, last.residual(), settled));
    }

    /// Tolerance of the next pass.
    private static double tolerance(Convergence before, double change, double chambers) {
        if (change < GAIN * SETTLED && chambers < GAIN * CHAMBER_SETTLED) {
            return before.iterations() > 0 ? LAST : TIGHTEST;
        }
        return Math.clamp(FORCING * Math.max(change, chambers), TIGHTEST, FORCING);
    }

    private static double released(double[] powers) {
        double released = 0;
        for (double power : powers) {
            released += power;
        }
        return released;
    }

    /// The rise over ambient at which a phone of one temperature would give its heat away: films and the conductances of
    /// chambers are then near from the start.
    private double[] even(Skin skin, double released) {
        double[] u = new double[grid.cells()];
        double rise = 0;
        for (int n = 0; n < 3; n++) {
            skin.settle(u);
            double slope = 0;
            for (double s : skin.slope) {
                slope += s;
            }
            rise = slope > 0 ? rise + (released - skin.out()) / slope : 0;
            for (int c = 0; c < u.length; c++) {
                u[c] = grid.owner[c] < 0 ? 0 : rise;
            }
        }
        return u;
    }

    private static double imbalance(Skin skin, double released) {
        double[] sums = new double[10];
        skin.tally(sums, 1);
        return Ledger.balance(released, 0, sums).error();
    }

    /// Starts a run over time from a uniform temperature.
    ///
    /// @param around what is around the phone
    /// @param start temperature of the phone, K
    /// @return a state at time 0
    public Transient from(Surroundings around, double start) {
        double[] rise = new double[grid.cells()];
        for (int c = 0; c < rise.length; c++) {
            rise[c] = grid.owner[c] < 0 ? 0 : start - around.ambient();
        }
        return new Transient(this, around, rise);
    }

    /// Starts a run over time from temperatures on this grid.
    ///
    /// @param around what is around the phone
    /// @param start temperatures, of another run or of a steady state
    /// @return a state at time 0
    public Transient from(Surroundings around, Temperatures start) {
        if (start.grid() != grid) {
            throw new IllegalArgumentException("temperatures to start from must be on the same grid");
        }
        double[] rise = start.rise().clone();
        for (int c = 0; c < rise.length; c++) {
            rise[c] += grid.owner[c] < 0 ? 0 : start.ambient() - around.ambient();
        }
        return new Transient(this, around, rise);
    }

    /// Starts a run over time from any temperatures.
    ///
    /// @param around what is around the phone
    /// @param cells temperature of each cell, K; index i + nx (j + ny k); ignored in inactive cells
    /// @return a state at time 0
    public Transient from(Surroundings around, double[] cells) {
        double[] rise = new double[grid.cells()];
        for (int c = 0; c < rise.length; c++) {
            rise[c] = grid.owner[c] < 0 ? 0 : cells[c] - around.ambient();
        }
        return new Transient(this, around, rise);
    }

    /// Says where the wick of a vapor chamber is dry: nothing evaporates there, the wall keeps its heat. Holds for every
    /// run on these equations until it is said anew.
    ///
    /// @param part name of a part that is a chamber
    /// @param where true where dry; one value for each column, index i + nx j
    public void dry(String part, boolean[] where) {
        conduction.dry(grid.plan.ownerOf(part), where);
    }

    int threads() {
        return threads;
    }

    /// Says where gas that does not condense fills the vapor gap of a chamber: nothing evaporates, condenses or flows there.
    /// Holds for every run on these equations until it is said anew.
    ///
    /// @param part name of a part that is a chamber
    /// @param share what is left open, 0 to 1; one value for each column, index i + nx j
    public void open(String part, double[] share) {
        conduction.open(grid.plan.ownerOf(part), share);
    }

    /// Heat capacity of a part or layer by owner, J/K.
    double stores(int owner) {
        return stores[owner];
    }

    /// Volume of a part or layer by owner, m³.
    double volume(int owner) {
        return volume[owner];
    }

    private double[] storages() {
        return byOwner(conduction.capacity);
    }

    /// Sums values of cells over each part and layer, by owner.
    double[] byOwner(double[] values) {
        int columns = grid.nx() * grid.ny();
        Workers.of(threads).share(grid.nz(), (from, to, _) -> {
            for (int k = from; k < to; k++) {
                sum(values, byPlane[k], k * columns, (k + 1) * columns);
            }
        });
        double[] sum = new double[grid.plan.names().size()];
        for (double[] plane : byPlane) {
            for (int o = 0; o < sum.length; o++) {
                sum[o] += plane[o];
            }
        }
        return sum;
    }

    private void sum(double[] values, double[] into, int from, int to) {
        Arrays.fill(into, 0);
        for (int c = from; c < to; c++) {
            if (grid.owner[c] >= 0) {
                into[grid.owner[c]] += values[c];
            }
        }
    }

    /// Sets every sink to the heat capacity of its cell times a rate, 1/s.
    void storing(double rate) {
        cells.run((from, to) -> {
            for (int c = from; c < to; c++) {
                sink[c] = conduction.capacity[c] * rate;
            }
        });
    }

    /// Adds the heat released in each cell, times a factor, W.
    void release(double[] powers, double[] b, double factor) {
        int layers = grid.plan.layers(), columns = grid.nx() * grid.ny();
        double[] density = new double[layers + powers.length];
        for (int p = 0; p < powers.length; p++) {
            if (powers[p] != 0 && volume[layers + p] == 0) {
                Part part = grid.plan.device().parts().get(p);
                throw new IllegalArgumentException(
                        "part %s releases %s W but other parts inside it leave it no volume".formatted(part.name(), powers[p]));
            }
            density[layers + p] = powers[p] == 0 ? 0 : factor * powers[p] / volume[layers + p];
        }
        Workers.of(threads).share(grid.nz(), (from, to, _) -> {
            for (int k = from; k < to; k++) {
                release(density, b, k, columns);
            }
        });
    }

    private void release(double[] density, double[] b, int k, int columns) {
        for (int column = 0; column < columns; column++) {
            int owner = grid.owner[column + columns * k];
            if (owner >= 0 && density[owner] != 0) {
                b[column + columns * k] += density[owner] * conduction.volume(column, k);
            }
        }
    }

    private double[] volumes() {
        int columns = grid.nx() * grid.ny();
        double[] volumes = new double[grid.cells()];
        Arrays.setAll(volumes, c -> conduction.volume(c % columns, c / columns));
        return byOwner(volumes);
    }

    /// Makes the solver see new sinks, a new user's as well as changed ones, and chambers that followed the temperature.
    ///
    /// @param step length of the step in time, s; infinite for a steady state
    void changed(Object user, double step) {
        if (solver == null) {
            solver = Multigrid.of(system, threads);
            chosen(step);
        } else if (conduction.drift() > RENEW || step > RENEW_STEP * chosenFor) {
            solver.conductancesChanged();
            chosen(step);
        } else if (conduction.hasChambers()) {
            solver.conductancesDrifted();
        } else {
            solver.sinkChanged();
        }
        solver.quick(step < Double.POSITIVE_INFINITY);
        this.user = user;
    }

    private void chosen(double step) {
        chosenFor = step;
        conduction.renewed();
    }

    /// Tells whether the sinks are still the ones a user set.
    boolean usedBy(Object who) {
        return user == who;
    }

    Convergence solve(double[] b, double[] u, double tolerance) {
        return solve(b, u, tolerance, 0);
    }

    /// @param least iterations at least
    Convergence solve(double[] b, double[] u, double tolerance, int least) {
        if (solver == null) {
            throw new IllegalStateException("no sinks were set");
        }
        Convergence done = solver.solve(b, u, tolerance, least, MOST_ITERATIONS);
        mostIterations = Math.max(mostIterations, done.iterations());
        return done;
    }

    /// Improves a start value of an implicit step until its error is small. The sinks then hold at least capacity times a
    /// rate, so the energy of the error, eᵀ A e, is at least that rate times its square weighted by capacity.
    ///
    /// @param error root of the mean square of the error, weighted by heat capacity, K
    /// @param rate capacity of a cell times this is in its sink, 1/s
    Convergence improve(double[] b, double[] u, double error, double rate) {
        if (solver == null) {
            throw new IllegalStateException("no sinks were set");
        }
        Convergence done = solver.improve(b, u, rate * capacity() * error * error, MOST_ITERATIONS);
        mostIterations = Math.max(mostIterations, done.iterations());
        return done;
    }

    /// Returns the memory of solver and equations.
    ///
    /// @return bytes per cell, counted from the arrays; 0 before the first solve
    public double bytesPerCell() {
        return solver == null ? 0 : solver.bytesPerCell();
    }

    /// Returns the heat capacity of the whole phone.
    ///
    /// @return J/K
    public double capacity() {
        double sum = 0;
        for (double part : stores) {
            sum += part;
        }
        return sum;
    }

    /// What the solver did.
    ///
    /// @param outer iterations on films, radiation and chamber
    /// @param iterations multigrid iterations, all together
    /// @param most multigrid iterations in one solve, most
    /// @param residual true relative residual of the last solve
    /// @param converged whether everything came down to its tolerance
    public record Solution(int outer, int iterations, int most, double residual, boolean converged) {

        /// Tells whether the count deserves a warning.
        ///
        /// @return true when one solve took more than 40 iterations
        public boolean slow() {
            return most > MANY;
        }
    }
}

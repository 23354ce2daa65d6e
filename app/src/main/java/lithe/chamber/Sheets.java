// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

import java.util.Arrays;
import lithe.numeric.Multigrid;
import lithe.numeric.SevenPoint;

/// Three coupled layers of cells on an outline: evaporator wall, vapor, condenser wall.
///
/// Wall i: C ∂T/∂t = ∇·(k t ∇T) + q − U (T − T_v); vapor: C_v ∂T_v/∂t = ∇·(G_v ∇T_v) + Σ U (T − T_v). Finite volumes, the
/// conductances of each face from the present vapor temperatures, repeated until the full equations hold. Steady, or in
/// time by TR-BDF2 (L-stable, second order; Bank et al. 1985). Holds buffers: not for use by two threads at once.
public final class Sheets {

    /// What a steady solve or a step did.
    ///
    /// @param rounds number of times the conductances were renewed
    /// @param iterations number of multigrid iterations together
    /// @param residual ‖b − A(u) u‖/‖b‖ at the end, with the conductances of the end
    /// @param converged whether the residual came down to the tolerance
    public record Effort(int rounds, int iterations, double residual, boolean converged) {}

    private static final double GAMMA = 2 - Math.sqrt(2);
    private static final int ROUNDS = 60;
    private static final double LAG = 0.5;
    /// Closed paths keep a trace, so that a cell never leaves the system.
    private static final double SHUT = 1e-6;

    private final Mask mask;
    private final Conductances layers;
    private Cooling cooling;
    private final int n;
    private final SevenPoint a;
    private final double[] sink;
    private final double[] still;
    private final double[] capacity;
    private final double[] b;
    private final double[] u;
    private final double[] y;
    private final double[] wet;
    private final double[] open;
    private final double[] gx;
    private final double[] gy;
    private final double[] gz;
    private final Multigrid solver;
    private final double[] seen;
    private boolean fresh;
    private double kappa;

    /// Prepares a model at ambient temperature, all wet.
    ///
    /// @param mask the outline
    /// @param layers the conductances
    /// @param cooling where heat leaves
    /// @param threads number of threads, 1 or more
    public Sheets(Mask mask, Conductances layers, Cooling cooling, int threads) {
        this.mask = mask;
        this.layers = layers;
        this.cooling = cooling;
        n = mask.cells();
        gx = new double[3 * n];
        gy = new double[3 * n];
        gz = new double[3 * n];
        sink = new double[3 * n];
        still = new double[3 * n];
        capacity = new double[3 * n];
        b = new double[3 * n];
        u = new double[3 * n];
        y = new double[3 * n];
        seen = new double[n];
        wet = new double[n];
        open = new double[n];
        Arrays.fill(wet, 1);
        Arrays.fill(open, 1);
        walls();
        conduct();
        a = new SevenPoint(mask.nx(), mask.ny(), 3, gx, gy, gz, sink);
        solver = Multigrid.of(a, threads);
    }

    /// Conductances that do not follow temperature.
    private void walls() {
        double along = 1 / mask.dx(), down = 1 / mask.dy();
        for (int c = 0; c < n; c++) {
            gx[c] = layers.evaporatorSheet() * mask.openX()[c] * along;
            gy[c] = layers.evaporatorSheet() * mask.openY()[c] * down;
            gx[c + 2 * n] = layers.condenserSheet() * mask.openX()[c] * along;
            gy[c + 2 * n] = layers.condenserSheet() * mask.openY()[c] * down;
            still[c] = cooling.evaporator()[c] * mask.area()[c];
            still[c + 2 * n] = cooling.condenser()[c] * mask.area()[c];
        }
        System.arraycopy(still, 0, sink, 0, 3 * n);
    }

    /// Conductances that do, at the present temperatures.
    private void conduct() {
        double t0 = cooling.ambient();
        int nx = mask.nx();
        for (int c = 0; c < n; c++) {
            double area = mask.area()[c];
            if (area == 0) {
                continue;
            }
            double t = t0 + u[c + n];
            double up = wet[c] * layers.evaporator(t) + (1 - wet[c]) * layers.dry(t);
            gz[c] = area * up * open[c];
            gz[c + n] = area * layers.condenser(t) * open[c];
            if (mask.openX()[c] > 0) {
                double gate = Math.min(open[c], open[c + 1]);
                gx[c + n] = gate * layers.vaporSheet(t, t0 + u[c + n + 1]) * mask.openX()[c] / mask.dx();
            }
            if (mask.openY()[c] > 0) {
                double gate = Math.min(open[c], open[c + nx]);
                gy[c + n] = gate * layers.vaporSheet(t, t0 + u[c + n + nx]) * mask.openY()[c] / mask.dy();
            }
        }
    }

    /// Solves the steady state; the present field is the start.
    ///
    /// @param front heat into the evaporator wall, W; one value for each cell
    /// @param back heat into the condenser wall, W; one value for each cell
    /// @param tolerance ‖b − A u‖/‖b‖ to be reached
    /// @return what it took
    public Effort steady(double[] front, double[] back, double tolerance) {
        System.arraycopy(front, 0, b, 0, n);
        Arrays.fill(b, n, 2 * n, 0);
        System.arraycopy(back, 0, b, 2 * n, n);
        if (kappa != 0) {
            kappa = 0;
            System.arraycopy(still, 0, sink, 0, 3 * n);
        }
        if (Arrays.stream(u).allMatch(v -> v == 0)) {
            startEven();
        }
        return settle(tolerance);
    }

    private void startEven() {
        double rise = Arrays.stream(b).sum() / Arrays.stream(still).sum();
        for (int c = 0; c < 3 * n; c++) {
            u[c] = mask.area()[c % n] > 0 ? rise : 0;
        }
    }

    /// Renews conductances and solves until the full equations hold.
    private Effort settle(double tolerance) {
        double scale = norm(b), left = Double.MAX_VALUE, best = Double.MAX_VALUE;
        int stuck = 0;
        int iterations = 0;
        for (int round = 0; round < ROUNDS; round++) {
            conduct();
            left = scale == 0 ? residual() : residual() / scale;
            if (left <= tolerance) {
                return new Effort(round, iterations, left, true);
            }
            // three rounds without gain below 1e-7 are rounding, not physics
            stuck = left < 0.7 * best ? 0 : stuck + 1;
            best = Math.min(best, left);
            if (stuck >= 3 && left < 1e-7) {
                return new Effort(round, iterations, left, false);
            }
            renew();
            iterations += solver.solve(b, u, Math.max(0.3 * tolerance, 0.02 * left), 60).iterations();
            balance();
        }
        return new Effort(ROUNDS, iterations, left, false);
    }

    /// The multigrid may lag behind by half a kelvin (4 % of the vapor's conductance): the iteration itself uses the
    /// present conductances.
    private void renew() {
        double moved = fresh ? 0 : Double.MAX_VALUE;
        for (int c = 0; c < n && moved < LAG; c++) {
            moved = Math.max(moved, Math.abs(u[c + n] - seen[c]));
        }
        if (moved >= LAG) {
            solver.conductancesChanged();
            System.arraycopy(u, n, seen, 0, n);
            fresh = true;
        }
    }

    /// Adds the even temperature that makes heat out equal heat in: the one error a local residual sees last.
    private void balance() {
        a.apply(u, y);
        double surplus = 0, out = 0;
        for (int c = 0; c < 3 * n; c++) {
            surplus += b[c] - y[c];
            out += sink[c];
        }
        for (int c = 0; c < 3 * n; c++) {
            u[c] += mask.area()[c % n] > 0 ? surplus / out : 0;
        }
    }

    private double residual() {
        a.apply(u, y);
        double sum = 0;
        for (int c = 0; c < 3 * n; c++) {
            double r = b[c] - y[c];
            sum += mask.area()[c % n] > 0 ? r * r : 0;
        }
        return Math.sqrt(sum);
    }

    private static double norm(double[] v) {
        double sum = 0;
        for (double x : v) {
            sum += x * x;
        }
        return Math.sqrt(sum);
    }

    /// Advances by one step of TR-BDF2.
    ///
    /// @param front heat into the evaporator wall during the step, W; one value for each cell
    /// @param back heat into the condenser wall during the step, W; one value for each cell
    /// @param step length of the step, s
    /// @param tolerance ‖b − A u‖/‖b‖ to be reached in each stage
    /// @return the largest estimated error of the step, K
    public double advance(double[] front, double[] back, double step, double tolerance) {
        double[] before = u.clone();
        double[] q = new double[3 * n];
        System.arraycopy(front, 0, q, 0, n);
        System.arraycopy(back, 0, q, 2 * n, n);
        store(2 / (GAMMA * step));
        conduct();
        double[] first = flow(q, before);
        for (int c = 0; c < 3 * n; c++) {
            b[c] = q[c] + kappa * capacity[c] * before[c] + first[c];
        }
        settle(tolerance);
        double[] middle = u.clone();
        double[] second = flow(q, middle);
        double near = 1 / (GAMMA * (2 - GAMMA)), far = (1 - GAMMA) * (1 - GAMMA) * near;
        for (int c = 0; c < 3 * n; c++) {
            b[c] = q[c] + kappa * capacity[c] * (near * middle[c] - far * before[c]);
        }
        settle(tolerance);
        return error(q, first, second, step);
    }

    /// Estimate of the step's error, smoothed by the implicit operator so that stiff parts do not count (Hosea and
    /// Shampine 1996).
    private double error(double[] q, double[] first, double[] second, double step) {
        double k = (-3 * GAMMA * GAMMA + 4 * GAMMA - 2) / (12 * (2 - GAMMA));
        double[] third = flow(q, u);
        for (int c = 0; c < 3 * n; c++) {
            b[c] = 2 * k * step * kappa
                    * (first[c] / GAMMA - second[c] / (GAMMA * (1 - GAMMA)) + third[c] / (1 - GAMMA));
        }
        double[] error = new double[3 * n];
        solver.solve(b, error, 1e-2, 20);
        return Arrays.stream(error).map(Math::abs).max().orElse(0);
    }

    /// q − A u without the storage part of the diagonal.
    private double[] flow(double[] q, double[] v) {
        double[] f = new double[3 * n];
        a.apply(v, f);
        for (int c = 0; c < 3 * n; c++) {
            f[c] = q[c] - f[c] + kappa * capacity[c] * v[c];
        }
        return f;
    }

    private void store(double factor) {
        double t0 = cooling.ambient();
        for (int c = 0; c < n; c++) {
            capacity[c] = mask.area()[c] * layers.evaporatorCapacity(t0 + u[c]);
            capacity[c + n] = mask.area()[c] * layers.vaporCapacity(t0 + u[c + n]);
            capacity[c + 2 * n] = mask.area()[c] * layers.condenserCapacity();
        }
        kappa = factor;
        for (int c = 0; c < 3 * n; c++) {
            sink[c] = still[c] + kappa * capacity[c];
        }
        solver.sinkChanged();
    }

    /// Sets the field to one temperature, or to a given one.
    ///
    /// @param evaporator temperature of the evaporator wall, K; one value for each cell
    /// @param vapor temperature of the vapor, K
    /// @param condenser temperature of the condenser wall, K
    public void start(double[] evaporator, double[] vapor, double[] condenser) {
        for (int c = 0; c < n; c++) {
            boolean in = mask.area()[c] > 0;
            u[c] = in ? evaporator[c] - cooling.ambient() : 0;
            u[c + n] = in ? vapor[c] - cooling.ambient() : 0;
            u[c + 2 * n] = in ? condenser[c] - cooling.ambient() : 0;
        }
    }

    /// Moves the surroundings to another temperature; all rises above it stay as the start of the next solve.
    ///
    /// @param temperature temperature of the surroundings, K
    public void ambient(double temperature) {
        cooling = cooling.at(temperature);
    }

    /// Returns the temperature of the surroundings.
    ///
    /// @return K
    public double ambient() {
        return cooling.ambient();
    }

    /// Says where the wick is wet.
    ///
    /// @param share 1 wet, 0 dry; one value for each cell, copied
    public void wet(double[] share) {
        System.arraycopy(share, 0, wet, 0, n);
        fresh = false;
    }

    /// Says where the vapor layer is open, and where gas blocks it.
    ///
    /// @param share 1 open, 0 blocked; one value for each cell, copied
    public void open(double[] share) {
        Arrays.setAll(open, c -> Math.max(SHUT, share[c]));
        fresh = false;
    }

    /// Returns the temperature of the evaporator wall.
    ///
    /// @return K, one value for each cell, a new array; ambient outside
    public double[] evaporator() {
        return layer(0);
    }

    /// Returns the temperature of the vapor.
    ///
    /// @return K, one value for each cell, a new array; ambient outside
    public double[] vapor() {
        return layer(1);
    }

    /// Returns the temperature of the condenser wall.
    ///
    /// @return K, one value for each cell, a new array; ambient outside
    public double[] condenser() {
        return layer(2);
    }

    private double[] layer(int k) {
        double[] t = Arrays.copyOfRange(u, k * n, (k + 1) * n);
        Arrays.setAll(t, c -> t[c] + cooling.ambient());
        return t;
    }

    /// Returns the heat that goes from the evaporator wall into the vapor.
    ///
    /// @return W, one value for each cell, a new array; negative where vapor condenses
    public double[] evaporation() {
        double[] q = new double[n];
        Arrays.setAll(q, c -> gz[c] * (u[c] - u[c + n]));
        return q;
    }

    /// Returns the heat that goes from the vapor into the condenser wall.
    ///
    /// @return W, one value for each cell, a new array; negative where liquid evaporates
    public double[] condensation() {
        double[] q = new double[n];
        Arrays.setAll(q, c -> gz[c + n] * (u[c + n] - u[c + 2 * n]));
        return q;
    }

    /// Returns the heat that leaves to the surroundings.
    ///
    /// @return the heat, W
    public double out() {
        double sum = 0;
        for (int c = 0; c < 3 * n; c++) {
            sum += still[c] * u[c];
        }
        return sum;
    }

    /// Returns the heat stored above ambient, with the capacities of the last step.
    ///
    /// @return the heat, J
    public double stored() {
        double sum = 0;
        for (int c = 0; c < 3 * n; c++) {
            sum += capacity[c] * u[c];
        }
        return sum;
    }

    /// Returns how much heat the vapor carries along through each cell, per width.
    ///
    /// @return W/m, one value for each cell, a new array; the mean of the faces on either side in each direction
    public double[] vaporFlux() {
        int nx = mask.nx();
        double[] flux = new double[n];
        for (int c = 0; c < n; c++) {
            if (mask.area()[c] > 0) {
                double right = across(gx, c, 1), left = c % nx > 0 ? across(gx, c - 1, 1) : 0;
                double down = across(gy, c, nx), up = c >= nx ? across(gy, c - nx, nx) : 0;
                flux[c] = Math.hypot((right + left) / (2 * mask.dy()), (down + up) / (2 * mask.dx()));
            }
        }
        return flux;
    }

    private double across(double[] g, int c, int step) {
        return g[c + n] > 0 ? g[c + n] * (u[c + n] - u[c + n + step]) : 0;
    }

    /// Returns the outline.
    ///
    /// @return the mask
    public Mask mask() {
        return mask;
    }
}

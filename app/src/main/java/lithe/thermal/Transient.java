// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import lithe.numeric.Convergence;

/// Temperatures of a phone as they change: holds a state and advances it.
///
/// TR-BDF2 (Bank et al. 1985 in the form of Hosea and Shampine 1996): L-stable, second order, two implicit stages with
/// one matrix, and an embedded error of third order that sets the step. A step never crosses a jump of power: each call of
/// [#advance] starts with the powers as they are from then on. What leaves the skin is linear in each stage about a
/// predicted state and exact in the books.
public final class Transient implements HeatInTime {

    /// Diagonal of the scheme, 1 − √2/2.
    private static final double D = 1 - Math.sqrt(0.5);
    /// Weight of the first two stages, √2/4.
    private static final double W = Math.sqrt(2) / 4;
    /// Where the middle stage lies, 2 − √2.
    private static final double GAMMA = 2 * D;

    /// Default error of one step in the mean of any part or layer, K.
    public static final double TOLERANCE = 0.02;

    /// Error that a solve may leave, root of the mean square over the heat capacity, over the error allowed in one step. Half
    /// or twice as much moves the answers of a charge by 3 mK at most.
    private static final double SOLVED = 1e-2;

    /// Residual over the right-hand side where constant steps are asked for, to see the error of the step alone.
    private static final double TIGHT = 1e-10;
    /// Plain error over the tolerance below which it is taken as it is.
    private static final double SMALL = 0.1;
    /// Error that the solve of an error estimate may leave, over the error allowed.
    private static final double ROUGH = 0.05;
    private static final int CATEGORIES = 10;
    /// Slopes of the skin may be this far from the matrix before it is renewed; the books do not depend on it.
    private static final double STALE = 0.02;

    private final Heat heat;
    private final Grid grid;
    private final double[] capacity;
    private final Map<Surroundings, Skin> skins = new HashMap<>();
    private Skin skin;
    private final StepControl control = new StepControl(TOLERANCE);

    private double[] u;
    private double[] before;
    private double[] middle;
    private double[] next;
    /// Heat kept by each cell, C du/dt, W.
    private double[] f;
    private double[] fMiddle;
    private double[] fNext;
    private final double[] b;
    private double[] held;
    private double heldStep;

    private double time;
    private double lastStep;
    private double[] powers;
    private final double[] sums = new double[CATEGORIES];
    /// What leaves now, W.
    private final double[] leaving = new double[CATEGORIES];
    private double released;
    private double stored;
    private int steps;
    private int rejected;
    private int iterations;
    private int solves;
    private double residual;
    private boolean converged = true;

    Transient(Heat heat, Surroundings around, double[] rise) {
        this.heat = heat;
        grid = heat.grid;
        capacity = heat.conduction.capacity;
        int n = grid.cells();
        u = rise;
        before = rise.clone();
        middle = new double[n];
        next = new double[n];
        f = new double[n];
        fMiddle = new double[n];
        fNext = new double[n];
        b = new double[n];
        powers = new double[grid.plan.device().parts().size()];
        skin = skinFor(around);
        held = new double[skin.pieces];
        settle();
    }

    private Skin skinFor(Surroundings around) {
        return skins.computeIfAbsent(around, a -> new Skin(heat, a));
    }

    /// Sets the error allowed in one step.
    ///
    /// @param kelvin largest error of one step in the mean of any part or layer, K
    /// @return this
    public Transient tolerance(double kelvin) {
        if (!(kelvin > 0)) {
            throw new IllegalArgumentException("tolerance of a step must be above 0 K, but is %s K".formatted(kelvin));
        }
        control.tolerance = kelvin;
        return this;
    }

    /// Sets a constant step instead of error control.
    ///
    /// @param seconds length of a step, s; 0 for error control
    /// @return this
    public Transient steps(double seconds) {
        control.fixed = seconds;
        return this;
    }

    @Override
    public double time() {
        return time;
    }

    /// Returns the surroundings.
    ///
    /// @return what is around the phone now
    public Surroundings around() {
        return skin.surroundings;
    }

    /// Changes what is around the phone, from now on.
    ///
    /// @param around the new surroundings
    public void around(Surroundings around) {
        if (around.equals(skin.surroundings)) {
            return;
        }
        double shift = skin.surroundings.ambient() - around.ambient();
        for (int c = 0; c < u.length; c++) {
            if (grid.owner[c] >= 0) {
                u[c] += shift;
                before[c] += shift;
            }
        }
        skin = skinFor(around);
        held = new double[skin.pieces];
        heldStep = 0;
        settle();
        control.atMost(1);
    }

    /// Advances under constant powers.
    ///
    /// @param seconds how far, s
    /// @param powers power of each part in the order of the device, W
    public void advance(double seconds, double[] powers) {
        advance(seconds, powers, powers, _ -> {});
    }

    @Override
    public void advance(double seconds, double[] from, double[] to, Consumer<HeatInTime> each) {
        if (!(seconds > 0)) {
            throw new IllegalArgumentException("a time to advance must be above 0 s, but is %s s".formatted(seconds));
        }
        double[] first = Arrays.equals(from, powers) ? powers : from.clone();
        double[] last = Arrays.equals(from, to) ? first : to.clone();
        jump(first);
        double start = time, end = time + seconds;
        // the last step ends at the end itself, not next to it
        while (end - time > 1e-9 * Math.max(1, end)) {
            double dt = control.next(end - time);
            double now = (time - start) / seconds, then = (time + dt - start) / seconds;
            attempt(dt, mix(first, last, now), mix(first, last, then));
            double error = error(dt);
            if (control.accepts(dt, error)) {
                accept(dt);
                powers = mix(first, last, then);
                each.accept(this);
            } else {
                rejected++;
            }
        }
        time = end;
    }

    private static double[] mix(double[] from, double[] to, double share) {
        if (from == to) {
            return from;
        }
        double[] mixed = new double[from.length];
        for (int p = 0; p < mixed.length; p++) {
            mixed[p] = from[p] + share * (to[p] - from[p]);
        }
        return mixed;
    }

    /// Shortens the next step where a power jumps: the fastest part may warm by a few tolerances.
    private void jump(double[] to) {
        double fastest = 0;
        for (int p = 0; p < to.length; p++) {
            if (to[p] != powers[p]) {
                fastest = Math.max(fastest, Math.abs(to[p] - powers[p]) / heat.stores(grid.plan.layers() + p));
            }
        }
        control.jump(fastest);
    }

    /// Tries a step under powers that change linearly.
    private void attempt(double dt, double[] start, double[] end) {
        double lag = lastStep > 0 ? 1 / lastStep : 0;
        boolean moved = false;
        if (heat.conduction.hasChambers()) {
            extrapolate(0.5 * dt * lag);
            moved = heat.conduction.follow(middle, skin.surroundings.ambient()) > 0;
        }
        derivative(start);
        extrapolate(GAMMA * dt * lag);
        skin.settle(middle);
        prepare(dt, moved);
        double s = 1 / (D * dt);
        heat.cells.run((from, to) -> firstStage(s, from, to));
        heat.release(mix(start, end, GAMMA), b, 1);
        skin.addTo(b, middle, held);
        solve(middle);
        heat.cells.run((from, to) -> lastStage(s, from, to));
        skin.settle(next);
        heat.release(end, b, 1);
        skin.addTo(b, next, held);
        solve(next);
        heat.cells.run((from, to) -> kept(s, from, to));
        releasedInStep = dt * (W * sum(start) + W * sum(mix(start, end, GAMMA)) + D * sum(end));
    }

    private double releasedInStep;

    private static double sum(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum;
    }

    private void firstStage(double s, int from, int to) {
        for (int c = from; c < to; c++) {
            b[c] = capacity[c] * s * u[c] + f[c];
        }
    }

    private void lastStage(double s, int from, int to) {
        double ratio = W / D;
        for (int c = from; c < to; c++) {
            fMiddle[c] = capacity[c] * s * (middle[c] - u[c]) - f[c];
            next[c] = u[c] + (middle[c] - u[c]) / GAMMA;
            b[c] = capacity[c] * s * u[c] + ratio * (f[c] + fMiddle[c]);
        }
    }

    private void kept(double s, int from, int to) {
        double ratio = W / D;
        for (int c = from; c < to; c++) {
            fNext[c] = capacity[c] * s * (next[c] - u[c]) - ratio * (f[c] + fMiddle[c]);
        }
    }

    private void extrapolate(double factor) {
        heat.cells.run((from, to) -> {
            for (int c = from; c < to; c++) {
                middle[c] = u[c] + factor * (u[c] - before[c]);
            }
        });
    }

    /// Heat kept by each cell at the start of a step. It is carried over from the step before, also where chambers have
    /// changed since: made anew with their new conductances it would kick every thin sheet out of its balance. A jump of
    /// power is added.
    private void derivative(double[] now) {
        if (steps > 0 && heldStep > 0) {
            if (now != powers) {
                heat.release(powers, f, -1);
                heat.release(now, f, 1);
                powers = now;
            }
            return;
        }
        skin.settle(u);
        heat.system.apply(u, f);
        for (int c = 0; c < f.length; c++) {
            f[c] = heat.sink[c] * u[c] - f[c];
        }
        heat.release(now, f, 1);
        for (int e = 0; e < skin.pieces; e++) {
            f[skin.cell[e]] -= skin.flow[e];
        }
        powers = now;
    }

    /// Puts capacity over step and the slopes of the skin into the matrix where they have changed.
    private void prepare(double dt, boolean moved) {
        if (!moved && heat.usedBy(this) && Math.abs(dt - heldStep) <= 1e-12 * dt && !stale()) {
            return;
        }
        heldStep = dt;
        System.arraycopy(skin.slope, 0, held, 0, held.length);
        heat.storing(1 / (D * dt));
        skin.addSlopes(heat.sink);
        heat.changed(this, dt);
    }

    private boolean stale() {
        for (int e = 0; e < held.length; e++) {
            if (Math.abs(skin.slope[e] - held[e]) > STALE * held[e]) {
                return true;
            }
        }
        return false;
    }

    private void solve(double[] x) {
        Convergence done = control.fixed > 0
                ? heat.solve(b, x, TIGHT, 1)
                : heat.improve(b, x, SOLVED * control.tolerance, 1 / (D * heldStep));
        iterations += done.iterations();
        solves++;
        residual = done.residual();
        converged &= done.converged();
    }

    /// Embedded error, Δt Σ (bᵢ − b̂ᵢ) fᵢ / C, in the mean of the worst part or layer, K.
    ///
    /// Thin sheets that follow their neighbours at once look wrong in it, so unless it is small anyway it is passed once
    /// through the matrix of the step, which leaves the slow errors and takes the stiff ones away (Hosea and Shampine).
    private double error(double dt) {
        heat.cells.run(this::embedded);
        double plain = dt * D * worst(b);
        if (control.fixed > 0 || plain < (control.cutShort(dt) ? 1 : SMALL) * control.tolerance) {
            return plain;
        }
        Arrays.fill(fMiddle, 0);
        iterations += heat.improve(b, fMiddle, ROUGH * control.tolerance, 1 / (D * heldStep)).iterations();
        heat.cells.run(this::weigh);
        return worst(b);
    }

    private void embedded(int from, int to) {
        double e0 = (4 * W - 1) / (3 * D), e1 = -1 / (3 * D), e2 = 2.0 / 3;
        for (int c = from; c < to; c++) {
            b[c] = e0 * f[c] + e1 * fMiddle[c] + e2 * fNext[c];
        }
    }

    private void weigh(int from, int to) {
        for (int c = from; c < to; c++) {
            b[c] = capacity[c] * fMiddle[c];
        }
    }

    /// Greatest mean over a part or layer, of heats over what it stores.
    private double worst(double[] heats) {
        double[] part = heat.byOwner(heats);
        double worst = 0;
        for (int o = 0; o < part.length; o++) {
            double holds = heat.stores(o);
            worst = holds == 0 ? worst : Math.max(worst, Math.abs(part[o]) / holds);
        }
        return worst;
    }

    private void accept(double dt) {
        for (int s = 0; s < CATEGORIES; s++) {
            sums[s] += W * dt * leaving[s];
        }
        skin.settle(middle);
        skin.tally(sums, W * dt);
        stored += heat.cells.sum(this::gained);
        released += releasedInStep;
        double[] oldest = before;
        before = u;
        u = next;
        next = oldest;
        double[] old = f;
        f = fNext;
        fNext = old;
        lastStep = dt;
        time += dt;
        steps++;
        settle();
        for (int s = 0; s < CATEGORIES; s++) {
            sums[s] += D * dt * leaving[s];
        }
    }

    private double gained(int from, int to) {
        double sum = 0;
        for (int c = from; c < to; c++) {
            sum += capacity[c] * (next[c] - u[c]);
        }
        return sum;
    }

    /// Brings the skin to the present state.
    private void settle() {
        skin.settle(u);
        Arrays.fill(leaving, 0);
        skin.tally(leaving, 1);
    }

    @Override
    public Temperatures now() {
        double out = leaving[0] + leaving[1] + leaving[2] - leaving[3];
        Balance balance = Ledger.balance(sum(powers), sum(powers) - out, leaving);
        return new Temperatures(heat, skin, u, balance, solution());
    }

    /// Returns what the solver did so far.
    ///
    /// @return counts; the residual of the last solve where steps are constant, else NaN: solves then end by their error
    public Heat.Solution solution() {
        return new Heat.Solution(steps, iterations, heat.mostIterations, control.fixed > 0 ? residual : Double.NaN, converged);
    }

    @Override
    public Balance energy() {
        return Ledger.balance(released, stored, sums);
    }

    /// Returns the number of steps taken.
    ///
    /// @return accepted steps
    public int steps() {
        return steps;
    }

    /// Returns the number of steps tried in vain.
    ///
    /// @return rejected steps
    public int rejected() {
        return rejected;
    }

    /// Returns the number of implicit solves.
    ///
    /// @return solves, rejected steps included
    public int solves() {
        return solves;
    }

    /// A state to return to.
    ///
    /// @param time s
    /// @param step length of the step to try next, s
    /// @param lastStep length of the last step, s
    /// @param around surroundings
    /// @param rise temperature of each cell above ambient, K
    /// @param before the same one step before, K
    /// @param kept heat kept by each cell, W
    /// @param powers power of each part, W
    /// @param books sums of heat, J
    /// @param steps steps taken
    public record State(
            double time,
            double step,
            double lastStep,
            Surroundings around,
            double[] rise,
            double[] before,
            double[] kept,
            double[] powers,
            double[] books,
            int steps) {}

    /// Returns the state.
    ///
    /// @return a copy
    public State state() {
        double[] books = Arrays.copyOf(sums, CATEGORIES + 2);
        books[CATEGORIES] = released;
        books[CATEGORIES + 1] = stored;
        return new State(
                time, control.wanted(), lastStep, skin.surroundings, u.clone(), before.clone(), f.clone(), powers.clone(), books, steps);
    }

    /// Returns to a state of this run.
    ///
    /// @param state what [#state] gave
    public void restore(State state) {
        around(state.around);
        time = state.time;
        control.want(state.step);
        lastStep = state.lastStep;
        steps = state.steps;
        System.arraycopy(state.rise, 0, u, 0, u.length);
        System.arraycopy(state.before, 0, before, 0, before.length);
        System.arraycopy(state.kept, 0, f, 0, f.length);
        powers = state.powers.clone();
        System.arraycopy(state.books, 0, sums, 0, CATEGORIES);
        released = state.books[CATEGORIES];
        stored = state.books[CATEGORIES + 1];
        settle();
    }
}

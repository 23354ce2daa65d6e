// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs one cell through time.
///
/// Steps with TR-BDF2 (Bank et al. 1985; error estimate of Hosea and Shampine 1996): one step, second order, L-stable,
/// so a jump of the current costs one short step and no history. Both stages share one matrix. A stop is found by
/// shortening the step that passed it, so the state at the stop is a solved one, not an interpolated one.
///
/// Not for use by several threads at once.
public final class CellSimulator {

    private static final double GAMMA = 2 - Math.sqrt(2);
    private static final double D = GAMMA / 2;
    private static final double W = Math.sqrt(2) / 4;
    private static final double FIRST = 1e-6; // length of the implicit Euler step after a jump, s
    private static final double SHORTEST = 1e-7; // s

    private final ParameterSet set;
    private final Physics physics;
    private Options options;
    private Thermal thermal;

    private double time;
    private double temperature;
    private double warming; // dT/dt, K/s
    private double[] y;
    private double[] slope;
    private double step = 1e-3;
    private @Nullable Control held;

    private final double[] history;
    private final double[] middle;
    private final double[] middleSlope;
    private double[] next;
    private double[] nextSlope;
    private final double[] error;
    private double nextTemperature;
    private double nextWarming;
    private double nextHeat;
    private double heat;

    private double lastSize; // length of the trial step now in `next`, s
    private double middleVoltage;
    private double middleCurrent;
    private double middleMargin;
    private double middleHeat;
    private double middleTemperature;
    private double currentBefore;
    private double powerBefore;
    private Extremes extremes;

    private final double startCharge;
    private final double startPositive;
    private final double negativeRoom; // charge that would fill the negative particles from empty, C
    private final double positiveRoom;

    private double delivered; // ∫ I dt, C, positive in discharge
    private double work; // ∫ I V dt, J
    private double released; // ∫ heat dt, J
    private int steps;
    private int rejected;

    /// How carefully a cell is run.
    ///
    /// @param tolerance error of one step, V
    /// @param largestChargeStep largest part of the capacity moved in one step
    /// @param longestStep longest step, s
    /// @param heatOfMixing whether the heat of mixing in the particles is part of the heat
    public record Options(double tolerance, double largestChargeStep, double longestStep, boolean heatOfMixing) {

        /// Below a millivolt; heat of mixing included.
        public static final Options STANDARD = new Options(1e-4, 0.02, 600, true);

        /// As the public reference curves define heat: without the heat of mixing.
        ///
        /// @return the changed options
        public Options withoutMixing() {
            return new Options(tolerance, largestChargeStep, longestStep, false);
        }

        /// Returns the same with another tolerance.
        ///
        /// @param volts error of one step, V
        /// @return the changed options
        public Options withTolerance(double volts) {
            return new Options(volts, largestChargeStep, longestStep, heatOfMixing);
        }

        /// Returns the same with another limit on the charge moved in one step.
        ///
        /// @param part part of the capacity
        /// @return the changed options
        public Options withChargeStep(double part) {
            return new Options(tolerance, part, longestStep, heatOfMixing);
        }
    }

    /// Prepares a cell at rest.
    ///
    /// @param set the cell
    /// @param model how much of it is resolved
    /// @param mesh how finely
    /// @param thermal where its temperature comes from
    /// @param options how carefully it is run
    /// @param charge state of charge at the start, 0 … 1
    public CellSimulator(
            ParameterSet set, Model model, Resolution mesh, Thermal thermal, Options options, double charge) {
        this(set, model.physics(set, mesh), thermal, options, charge);
    }

    /// Prepares a cell on its foils at rest: one single-particle column for each place.
    ///
    /// @param pack cell, foils and tabs; the leads are not part of it
    /// @param nx places along the foils
    /// @param ny places across
    /// @param mesh how finely the particles are divided
    /// @param thermal where its temperature comes from
    /// @param options how carefully it is run
    /// @param charge state of charge at the start, 0 … 1
    /// @return the cell
    public static CellSimulator onFoils(
            Pack pack, int nx, int ny, Resolution mesh, Thermal thermal, Options options, double charge) {
        double kelvin = switch (thermal) {
            case Thermal.Held(var held) -> held;
            case Thermal.Lumped(_, _, var ambient) -> ambient;
        };
        var plane = new FoilCell(
                pack.cell(), mesh, pack.negative(), pack.negativeTabs(), pack.positive(), pack.positiveTabs(), nx, ny, kelvin);
        return new CellSimulator(pack.cell(), plane, thermal, options, charge);
    }

    private CellSimulator(ParameterSet set, Physics physics, Thermal thermal, Options options, double charge) {
        this.set = set;
        this.physics = physics;
        this.options = options;
        this.thermal = thermal;
        int n = physics.size();
        y = physics.rest(charge);
        slope = new double[n];
        history = new double[n];
        middle = new double[n];
        middleSlope = new double[n];
        next = new double[n];
        nextSlope = new double[n];
        error = new double[n];
        temperature = switch (thermal) {
            case Thermal.Held(var kelvin) -> kelvin;
            case Thermal.Lumped(_, _, var ambient) -> ambient;
        };
        physics.startFrom(y, temperature);
        startCharge = charge;
        startPositive = set.positive().stoichiometry(charge);
        negativeRoom = roomOf(set, set.negative());
        positiveRoom = roomOf(set, set.positive());
        physics.voltage = restVoltage();
        physics.margin = physics.potential(set.negative(), physics.meanStoichiometry(y, true), temperature);
        double x = set.negative().stoichiometry(charge);
        double p = set.positive().stoichiometry(charge);
        extremes = new Extremes(x, x, p, p, set.electrolyte().concentration());
    }

    private static double roomOf(ParameterSet set, Electrode e) {
        return set.area() * e.thickness() * e.activeFraction() * e.capacity() * Physics.FARADAY;
    }

    /// Returns the state of charge after a charge was given since the start.
    private double chargeAfter(double given) {
        var n = set.negative();
        return startCharge - given / negativeRoom / (n.full() - n.empty());
    }

    /// Lithium is conserved to rounding, so the means follow from the charge alone.
    private double restVoltageAfter(double given, double kelvin) {
        double x = set.negative().stoichiometry(startCharge) - given / negativeRoom;
        return physics.restVoltage(x, startPositive + given / positiveRoom, kelvin);
    }

    /// How an advance ended.
    ///
    /// @param reason the stop that was met, or null when a physical limit ended it
    /// @param limit the physical limit in words, or null
    public record Ending(@Nullable Stop reason, @Nullable Limit limit) {}

    /// Runs until one of the stops is met, or until the cell can give no more.
    ///
    /// @param control what is held
    /// @param stops what ends it; at least one
    /// @param trace where the rows go, or null
    /// @return how it ended
    public Ending advance(Control control, List<Stop> stops, @Nullable Trace trace) {
        if (stops.isEmpty()) {
            throw new IllegalArgumentException("an advance needs at least one stop");
        }
        double start = time;
        if (!control.equals(held)) {
            var blocked = jump(control, trace);
            if (blocked != null) {
                return new Ending(null, blocked);
            }
        }
        var met = alreadyMet(stops, start);
        while (met == null) {
            double left = timeLeft(stops, start);
            double h = Math.min(Math.min(step, options.longestStep()), chargeStep());
            h = h >= left ? left : h > left / 2 ? left / 2 : h;
            double done = attempt(control, h);
            if (done < 0) {
                return new Ending(null, Limit.nearest(extremes, temperature));
            }
            met = stopIn(stops, start, control, done);
            accept(trace);
            var limit = Limit.reached(extremes, temperature);
            if (met == null && limit != null) {
                return new Ending(null, limit);
            }
        }
        return new Ending(met, null);
    }

    /// Starts a new control with one very short implicit Euler step: it finds potentials and slopes after the jump.
    private @Nullable Limit jump(Control control, @Nullable Trace trace) {
        double volts = physics.voltage;
        double margin = physics.margin;
        System.arraycopy(y, 0, next, 0, y.length);
        if (!physics.solve(y, FIRST, temperature, control, next) && !approach(control, volts, margin)) {
            physics.recall(0);
            physics.voltage = volts;
            physics.margin = margin;
            return Limit.nearest(extremes, temperature);
        }
        for (int i = 0; i < y.length; i++) {
            nextSlope[i] = (next[i] - y[i]) / FIRST;
        }
        swap();
        physics.remember(0);
        held = control;
        time += FIRST;
        delivered += physics.current * FIRST;
        heat = heatOf(y, slope);
        warming = warmingFor(temperature, heat);
        step = Math.min(step, 2e-3);
        noteBefore();
        if (trace != null) {
            trace.mark();
            record(trace, time, temperature, heat);
        }
        return null;
    }

    /// Walks from what flowed before to the new control in small parts, when the straight way does not converge.
    private boolean approach(Control control, double volts, double margin) {
        double amps = currentBefore;
        for (int parts = 8; parts <= 512; parts *= 8) {
            physics.recall(0);
            boolean there = true;
            for (int i = 1; i <= parts && there; i++) {
                double f = (double) i / parts;
                var part = switch (control) {
                    case Control.Current(var goal) -> new Control.Current(amps + f * (goal - amps));
                    case Control.Voltage(var goal) -> new Control.Voltage(volts + f * (goal - volts));
                    case Control.Power(var goal) -> new Control.Power(amps * volts + f * (goal - amps * volts));
                    case Control.Margin(var goal) ->
                        new Control.Margin(margin + f * (goal - margin));
                    case Control.Heat(var goal, var charging) -> new Control.Heat(f * goal, charging);
                };
                System.arraycopy(y, 0, next, 0, y.length);
                there = physics.solve(y, FIRST, temperature, part, next);
                if (there) {
                    // if the walk ends early, this is the strain it ended in
                    extremes = physics.extremes();
                }
            }
            if (there) {
                return true;
            }
        }
        return false;
    }

    private void swap() {
        var oldState = y;
        y = next;
        next = oldState;
        var oldSlope = slope;
        slope = nextSlope;
        nextSlope = oldSlope;
    }

    /// Takes a step of at most h; returns its length, or −1 when no step of any length exists.
    private double attempt(Control control, double wanted) {
        double h = wanted;
        while (true) {
            double size = trial(control, h);
            if (size <= 1) {
                double grow = size < 1e-4 ? 4 : Math.clamp(0.9 / Math.cbrt(size), 0.5, 4);
                step = Math.max(h * grow, h < wanted ? 0 : Math.min(step, 4 * h));
                lastSize = h;
                return h;
            }
            rejected++;
            h *= Double.isFinite(size) ? Math.clamp(0.9 / Math.cbrt(size), 0.1, 0.7) : 0.25;
            if (h < SHORTEST) {
                return -1;
            }
        }
    }

    /// One TR-BDF2 step into `next`; returns its error over the tolerance, infinite where it does not converge.
    private double trial(Control control, double h) {
        int n = y.length;
        double w = D * h;
        double middleTime = GAMMA * h;
        for (int i = 0; i < n; i++) {
            history[i] = y[i] + w * slope[i];
            middle[i] = y[i] + middleTime * slope[i];
        }
        double guess = temperature + middleTime * warming;
        physics.recall(middleTime);
        if (!physics.solve(history, w, guess, control, middle)) {
            return Double.POSITIVE_INFINITY;
        }
        for (int i = 0; i < n; i++) {
            middleSlope[i] = (middle[i] - history[i]) / w;
        }
        middleVoltage = physics.voltage;
        middleCurrent = physics.current;
        middleMargin = physics.margin;
        middleHeat = heatOf(middle, middleSlope);
        double base = temperature + w * warming;
        middleTemperature = settle(base, w, middleHeat);
        double middleWarming = warmingFor(middleTemperature, middleHeat);
        double a = 1 / (GAMMA * (2 - GAMMA));
        double b = a - 1;
        double c = (1 - GAMMA) * h;
        for (int i = 0; i < n; i++) {
            history[i] = a * middle[i] - b * y[i];
            next[i] = middle[i] + c * middleSlope[i];
        }
        physics.reach(GAMMA);
        double forecast = middleTemperature + c * (middleWarming + (middleWarming - warming) * (1 - GAMMA) / GAMMA / 2);
        if (!physics.solve(history, w, forecast, control, next)) {
            return Double.POSITIVE_INFINITY;
        }
        for (int i = 0; i < n; i++) {
            nextSlope[i] = (next[i] - history[i]) / w;
            error[i] = h * ((W - (1 - W) / 3) * slope[i] + (W - (3 * W + 1) / 3) * middleSlope[i]
                    + (D - D / 3) * nextSlope[i]);
        }
        nextHeat = heatOf(next, nextSlope);
        nextTemperature = settle(a * middleTemperature - b * temperature, w, nextHeat);
        nextWarming = warmingFor(nextTemperature, nextHeat);
        // 1 mV/K: how far the forecast temperature, used for the rates, moves the voltage
        double cold = 1e-3 * Math.abs(nextTemperature - forecast);
        // where the current answers the voltage, an error of the state is divided by the small cell resistance
        double care = control instanceof Control.Current || control instanceof Control.Power ? 1 : 0.1;
        return (physics.errorInVolts(next, error) + cold) / (care * options.tolerance());
    }

    private double heatOf(double[] state, double[] rate) {
        return options.heatOfMixing() ? physics.mixedHeat(state, rate) : physics.surfaceHeat;
    }

    /// Implicit lumped step: the heat is known, the loss is not.
    private double settle(double base, double w, double watts) {
        return switch (thermal) {
            case Thermal.Held(var kelvin) -> kelvin;
            case Thermal.Lumped(var c, var g, var ambient) -> (base + w * (watts + g * ambient) / c) / (1 + w * g / c);
        };
    }

    private double warmingFor(double kelvin, double watts) {
        return switch (thermal) {
            case Thermal.Held _ -> 0;
            case Thermal.Lumped(var c, var g, var ambient) -> (watts - g * (kelvin - ambient)) / c;
        };
    }

    private double chargeStep() {
        double amps = Math.max(Math.abs(physics.current), 1e-12);
        return options.largestChargeStep() * set.capacity() / amps;
    }

    private @Nullable Stop alreadyMet(List<Stop> stops, double start) {
        for (var stop : stops) {
            if (distance(stop, start, time, temperature, delivered) <= 0) {
                return stop;
            }
        }
        return null;
    }

    private double timeLeft(List<Stop> stops, double start) {
        double left = Double.MAX_VALUE;
        for (var stop : stops) {
            if (stop instanceof Stop.After(var seconds)) {
                left = Math.min(left, start + seconds - time);
            }
        }
        return Math.max(left, SHORTEST);
    }

    /// Finds the first stop passed by the trial step of length h, and shortens the step to end on it.
    private @Nullable Stop stopIn(List<Stop> stops, double start, Control control, double h) {
        @Nullable Stop first = null;
        double at = h;
        for (int round = 0; round < 4; round++) {
            @Nullable Stop passed = null;
            for (var stop : stops) {
                if (stop != first && distance(stop, start, time + at, nextTemperature, deliveredAt(at)) <= 0) {
                    passed = stop;
                    break;
                }
            }
            if (passed == null) {
                break;
            }
            if (passed instanceof Stop.After) {
                first = passed;
                continue;
            }
            first = passed;
            at = locate(passed, start, control, at);
        }
        lastSize = at;
        return first;
    }

    /// Illinois search for the step length that ends on the stop.
    private double locate(Stop stop, double start, Control control, double h) {
        double low = 0;
        double fLow = distance(stop, start, time, temperature, delivered);
        double high = h;
        double fHigh = distance(stop, start, time + h, nextTemperature, deliveredAt(h));
        double at = h;
        double f = fHigh;
        int side = 0;
        for (int i = 0; i < 30 && Math.abs(f) > tolerance(stop) && high - low > 1e-9; i++) {
            at = Math.clamp((low * fHigh - high * fLow) / (fHigh - fLow), low + 0.02 * (high - low), high - 0.02 * (high - low));
            if (!Double.isFinite(trial(control, at))) {
                break;
            }
            f = distance(stop, start, time + at, nextTemperature, deliveredAt(at));
            if (f > 0) {
                low = at;
                fLow = f;
                if (side == 1) {
                    fHigh /= 2;
                }
                side = 1;
            } else {
                high = at;
                fHigh = f;
                if (side == -1) {
                    fLow /= 2;
                }
                side = -1;
            }
        }
        return at;
    }

    private static double tolerance(Stop stop) {
        return switch (stop) {
            case Stop.After _ -> 1e-9;
            case Stop.AtVoltage _ -> 1e-6;
            case Stop.AtCurrent(var amps) -> 1e-6 * amps;
            case Stop.AtCharge _ -> 1e-8;
            case Stop.AtTemperature _ -> 1e-5;
            case Stop.AtMargin _ -> 1e-6;
            case Stop.AtLimit _ -> 1e-6;
        };
    }

    /// Returns how far a stop is away; zero or below when it is met.
    private double distance(Stop stop, double start, double t, double kelvin, double given) {
        return switch (stop) {
            case Stop.After(var seconds) -> start + seconds - t - 1e-9;
            case Stop.AtVoltage(var volts, var rising) -> rising ? volts - physics.voltage : physics.voltage - volts;
            case Stop.AtCurrent(var amps) -> Math.abs(physics.current) - amps;
            case Stop.AtCharge(var goal, var rising) ->
                rising ? goal - chargeAfter(given) : chargeAfter(given) - goal;
            case Stop.AtTemperature(var limit) -> limit - kelvin;
            case Stop.AtMargin(var volts) -> physics.margin - volts;
            case Stop.AtLimit(var control, var charging) -> room(control, charging);
        };
    }

    private double deliveredAt(double h) {
        return delivered + h * (W * currentBefore + W * middleCurrent + D * physics.current);
    }

    /// Room left under a limit, and a little more, so that a limit just left does not take over again at once.
    private double room(Control limit, boolean charging) {
        double sign = charging ? 1 : -1;
        return switch (limit) {
            case Control.Current(var amps) -> sign * (physics.current - amps) + 1e-5 * Math.abs(amps);
            case Control.Voltage(var volts) -> sign * (volts - physics.voltage) + 1e-5;
            case Control.Power(var watts) ->
                sign * (physics.current * physics.voltage - watts) + 1e-5 * Math.abs(watts);
            case Control.Margin(var volts) -> physics.margin - volts + 1e-5;
            case Control.Heat(var watts, _) -> watts - physics.surfaceHeat + 1e-5 * Math.abs(watts);
        };
    }

    private void accept(@Nullable Trace trace) {
        double h = lastSize;
        double half = delivered + h * D * (currentBefore + middleCurrent);
        // the step's own weights, (W, W, D): the charge agrees with the lithium moved
        delivered = deliveredAt(h);
        work += h * (W * powerBefore + W * middleCurrent * middleVoltage + D * physics.current * physics.voltage);
        released += h * (W * heat + W * middleHeat + D * nextHeat);
        if (trace != null) {
            trace.add(time + GAMMA * h, middleVoltage, middleCurrent, middleTemperature,
                    restVoltageAfter(half, middleTemperature), middleMargin, middleHeat, chargeAfter(half));
            record(trace, time + h, nextTemperature, nextHeat);
        }
        time += h;
        swap();
        temperature = nextTemperature;
        warming = nextWarming;
        heat = nextHeat;
        physics.remember((1 - GAMMA) * h);
        noteBefore();
        steps++;
    }

    private void record(Trace trace, double t, double kelvin, double watts) {
        trace.add(t, physics.voltage, physics.current, kelvin, restVoltageAfter(delivered, kelvin), physics.margin,
                watts, chargeAfter(delivered));
    }

    private void noteBefore() {
        currentBefore = physics.current;
        powerBefore = physics.current * physics.voltage;
        extremes = physics.extremes();
    }

    /// Sets the temperature from outside; only for a cell whose temperature is held.
    ///
    /// @param kelvin temperature, K
    public void temperature(double kelvin) {
        thermal = new Thermal.Held(kelvin);
        temperature = kelvin;
        warming = 0;
    }

    /// Changes how carefully the cell is run from here on.
    void options(Options changed) {
        options = changed;
        step = Math.min(step, changed.longestStep());
    }

    /// Returns the state of charge by the lithium in the negative particles; tests hold it against the counted one.
    double chargeInParticles() {
        return physics.charge(y);
    }

    /// Returns the time since the start, s.
    ///
    /// @return the time, s
    public double time() {
        return time;
    }

    /// Returns the terminal voltage, V.
    ///
    /// @return the voltage, V
    public double voltage() {
        return physics.voltage;
    }

    /// Returns the current, A; positive in discharge.
    ///
    /// @return the current, A
    public double current() {
        return physics.current;
    }

    /// Returns the temperature, K.
    ///
    /// @return the temperature, K
    public double temperature() {
        return temperature;
    }

    /// Returns the open-circuit voltage at the mean stoichiometries, V.
    ///
    /// @return the rest voltage, V
    public double restVoltage() {
        return restVoltageAfter(delivered, temperature);
    }

    /// Returns the plating margin, V.
    ///
    /// @return solid over liquid potential of the negative electrode at the separator, V
    public double margin() {
        return physics.margin;
    }

    /// Returns the heat released now, W.
    ///
    /// @return the heat, W
    public double heat() {
        return heat;
    }

    /// Returns the state of charge by the lithium in the negative electrode.
    ///
    /// @return state of charge, 0 … 1
    public double charge() {
        return chargeAfter(delivered);
    }

    /// Returns the charge given since the start, C; negative after a charge.
    ///
    /// @return ∫ I dt, C
    public double delivered() {
        return delivered;
    }

    /// Returns the electrical work given since the start, J; negative after a charge.
    ///
    /// @return ∫ I V dt, J
    public double work() {
        return work;
    }

    /// Returns the heat released since the start, J.
    ///
    /// @return ∫ heat dt, J
    public double released() {
        return released;
    }

    /// Returns how many steps were taken.
    ///
    /// @return accepted steps
    public int steps() {
        return steps;
    }

    /// Returns how many steps had to be repeated shorter.
    ///
    /// @return rejected steps
    public int rejected() {
        return rejected;
    }

    /// Returns how many Newton iterations were taken.
    ///
    /// @return iterations
    public int iterations() {
        return physics.iterations;
    }

    /// Returns the lithium in particles and salt, mol.
    ///
    /// @return the lithium, mol
    public double lithium() {
        return physics.lithium(y);
    }

    /// Returns the salt in the pores, mol.
    ///
    /// @return the salt, mol
    public double salt() {
        return physics.saltIn(y);
    }

    /// Returns the extremes of surface stoichiometry and salt.
    ///
    /// @return the extremes of the present state
    public Extremes extremes() {
        return extremes;
    }
}

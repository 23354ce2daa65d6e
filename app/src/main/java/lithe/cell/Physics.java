// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

/// One implicit step of an electrochemical model, and what can be read from its end.
///
/// The differential state is one array: negative particles, positive particles, salt. What follows from it without
/// memory (potentials, reaction currents) stays inside and serves as the first guess of the next solve.
abstract sealed class Physics permits Newman, SingleParticle, FoilCell {

    /// Faraday constant, C/mol (CODATA 2018, exact).
    static final double FARADAY = 96485.33212331001;

    /// Gas constant, J/(mol K) (CODATA 2018, exact).
    static final double GAS = 8.31446261815324;

    final ParameterSet set;
    final Particles negative;
    final Particles positive;
    final int saltOffset;
    final int saltCells;

    // the last solved state
    double current; // A, positive in discharge
    double voltage; // at the terminals, V
    double margin; // solid over liquid potential of the negative electrode at the separator, V
    double surfaceHeat; // whole cell, surface potentials, no heat of mixing, W
    double fullestNegative; // largest surface stoichiometry
    double emptiestNegative;
    double fullestPositive;
    double emptiestPositive;
    double leastSalt; // mol/m³
    int iterations; // Newton iterations since the start

    Physics(ParameterSet set, Particles negative, Particles positive, int saltCells) {
        this.set = set;
        this.negative = negative;
        this.positive = positive;
        this.saltCells = saltCells;
        this.saltOffset = negative.size() + positive.size();
    }

    /// Returns the length of the differential state.
    int size() {
        return saltOffset + saltCells;
    }

    /// Returns the state at rest.
    double[] rest(double charge) {
        var y = new double[size()];
        negative.fill(y, set.negative().stoichiometry(charge));
        positive.fill(y, set.positive().stoichiometry(charge));
        java.util.Arrays.fill(y, saltOffset, size(), set.electrolyte().concentration());
        return y;
    }

    /// Solves  y = history + weight · f(y)  together with the control.
    ///
    /// @param history right side; length size()
    /// @param weight weight of the new slope, s
    /// @param temperature temperature at the end of the step, K
    /// @param control what is held
    /// @param y in: best guess; out: the solution; length size()
    /// @return whether the iteration converged to a state that can exist
    abstract boolean solve(double[] history, double weight, double temperature, Control control, double[] y);

    /// Forgets the first guess, after the state was replaced.
    abstract void startFrom(double[] y, double temperature);

    /// Keeps the potentials of the accepted state; steps start from them.
    ///
    /// @param length time since the middle of the step, s; zero after a jump, when nothing is known about their drift
    abstract void remember(double length);

    /// Brings the kept potentials back, drifted by a time ahead.
    abstract void recall(double ahead);

    /// Extrapolates from the kept potentials over the present ones, which are a part of the way.
    abstract void reach(double part);

    /// Returns the plan area mean of the stoichiometry of one electrode.
    abstract double meanStoichiometry(double[] y, boolean ofNegative);

    /// Returns how far an error of the state moves the voltage, V.
    abstract double errorInVolts(double[] y, double[] error);

    /// Returns the heat with the heat of mixing, W: −IV less what the particles store as enthalpy.
    abstract double mixedHeat(double[] y, double[] slope);

    /// Returns the lithium in particles and salt, mol.
    abstract double lithium(double[] y);

    /// Returns the salt in the pores, mol.
    abstract double saltIn(double[] y);

    Extremes extremes() {
        return new Extremes(fullestNegative, emptiestNegative, fullestPositive, emptiestPositive, leastSalt);
    }

    /// Returns the open-circuit voltage at mean stoichiometries, V.
    double restVoltage(double x, double p, double temperature) {
        return potential(set.positive(), p, temperature) - potential(set.negative(), x, temperature);
    }

    /// Returns the state of charge by the lithium in the negative particles.
    double charge(double[] y) {
        var n = set.negative();
        return (meanStoichiometry(y, true) - n.empty()) / (n.full() - n.empty());
    }

    double potential(Electrode electrode, double x, double temperature) {
        return electrode.potential().at(x)
                + (temperature - set.referenceTemperature()) * electrode.entropy().at(x);
    }

    /// Arrhenius factor, 1 at the reference temperature.
    double arrhenius(double energy, double temperature) {
        return Math.exp(energy / GAS * (1 / set.referenceTemperature() - 1 / temperature));
    }

    /// Inverse hyperbolic sine, exact for small arguments.
    static double asinh(double x) {
        double a = Math.abs(x);
        double r = a < 1e-4 ? a * (1 - a * a / 6) : Math.log(a + Math.sqrt(a * a + 1));
        return Math.copySign(r, x);
    }

    static double softClamp(double stoichiometry) {
        return Math.clamp(stoichiometry, 1e-12, 1 - 1e-12);
    }

    /// Returns the equation residual of the control.
    static double excess(Control control, double current, double voltage, double margin, double heat) {
        return switch (control) {
            case Control.Current(var amps) -> current - amps;
            case Control.Voltage(var volts) -> voltage - volts;
            case Control.Power(var watts) -> current * voltage - watts;
            case Control.Margin(var volts) -> margin - volts;
            case Control.Heat(var watts, _) -> heat - watts;
        };
    }
}

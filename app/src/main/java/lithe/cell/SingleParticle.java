// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

/// One particle per electrode: SPM, or SPMe with the salt and its ohmic and concentration losses.
///
/// The averaged voltage of SPMe follows Marquis et al., J. Electrochem. Soc. 166 (2019) A3693: conductivities at the
/// mean salt, exchange currents at the local one. At a given current both models are explicit; a held voltage, power or
/// margin is one scalar equation.
final class SingleParticle extends Physics {

    private static final int MAX_ITERATIONS = 60;

    private final boolean withSalt;
    private final int nn;
    private final int ns;
    private final int n;
    private final double[] width;
    private final double[] pores;
    private final double[] transport;
    private final double[] source; // share of the current that enters the liquid here, per area
    private final double[] still; // salt at zero current
    private final double[] perAmp; // change of the salt per ampere
    private final double[] low;
    private final double[] mid;
    private double meanSalt;
    private double keptCurrent;
    private double rateN;
    private double rateP;
    private double stoichiometryN;
    private double stoichiometryP;

    SingleParticle(ParameterSet set, Resolution mesh, boolean withSalt) {
        int cells = withSalt ? mesh.negative() + mesh.separator() + mesh.positive() : 0;
        var negative = new Particles(set.negative(), 1, mesh, 0);
        super(set, negative, new Particles(set.positive(), 1, mesh, negative.size()), cells);
        this.withSalt = withSalt;
        n = cells;
        nn = withSalt ? mesh.negative() : 0;
        ns = withSalt ? mesh.separator() : 0;
        width = new double[n];
        pores = new double[n];
        transport = new double[n];
        source = new double[n];
        still = new double[n];
        perAmp = new double[n];
        low = new double[n];
        mid = new double[n];
        if (withSalt) {
            var neg = set.negative();
            var pos = set.positive();
            var sep = set.separator();
            lay(mesh, 0, nn, neg.thickness(), neg.porosity(), neg.transport(), 1 / set.area() / neg.thickness());
            lay(mesh, nn, ns, sep.thickness(), sep.porosity(), sep.transport(), 0);
            lay(mesh, nn + ns, n - nn - ns, pos.thickness(), pos.porosity(), pos.transport(),
                    -1 / set.area() / pos.thickness());
        }
    }

    private void lay(Resolution mesh, int first, int cells, double thick, double porosity, double passage, double push) {
        var face = mesh.coatFaces(cells);
        for (int i = 0; i < cells; i++) {
            int k = first + i;
            width[k] = (face[i + 1] - face[i]) * thick;
            pores[k] = porosity * width[k];
            transport[k] = passage;
            source[k] = push * width[k];
        }
    }

    @Override
    void startFrom(double[] y, double temperature) {
        current = 0;
    }

    @Override
    void remember(double length) {
        keptCurrent = current;
    }

    @Override
    void recall(double ahead) {
        current = keptCurrent;
    }

    @Override
    void reach(double part) {
        current = keptCurrent + (current - keptCurrent) / part;
    }

    @Override
    boolean solve(double[] history, double weight, double temperature, Control control, double[] y) {
        var neg = set.negative();
        var pos = set.positive();
        negative.prepare(history, weight, arrhenius(neg.diffusionEnergy(), temperature), y);
        positive.prepare(history, weight, arrhenius(pos.diffusionEnergy(), temperature), y);
        rateN = neg.rate() * arrhenius(neg.rateEnergy(), temperature);
        rateP = pos.rate() * arrhenius(pos.rateEnergy(), temperature);
        if (withSalt) {
            prepareSalt(history, weight, temperature, y);
        } else {
            meanSalt = set.electrolyte().concentration();
        }
        if (!find(control, temperature) || !bounds()) {
            return false;
        }
        negative.finish(new double[] {current / set.area() / neg.surface() / neg.thickness()}, 0, y);
        positive.finish(new double[] {-current / set.area() / pos.surface() / pos.thickness()}, 0, y);
        for (int k = 0; k < n; k++) {
            y[saltOffset + k] = still[k] + perAmp[k] * current;
        }
        return true;
    }

    /// Salt at zero current and its change per ampere: the source is known, so the step is linear in the current.
    private void prepareSalt(double[] history, double weight, double temperature, double[] y) {
        double push = weight * (1 - set.electrolyte().transference()) / FARADAY;
        double in = 0;
        double half = half(y, 0, temperature);
        for (int k = 0; k < n; k++) {
            double out = 0;
            if (k + 1 < n) {
                double next = half(y, k + 1, temperature);
                out = weight / (half + next);
                half = next;
            }
            double f = k == 0 ? 0 : in / mid[k - 1];
            mid[k] = pores[k] + in + out - f * in;
            still[k] = pores[k] * history[saltOffset + k] + (k == 0 ? 0 : f * still[k - 1]);
            perAmp[k] = push * source[k] + (k == 0 ? 0 : f * perAmp[k - 1]);
            low[k] = out;
            in = out;
        }
        for (int k = n - 1; k >= 0; k--) {
            double o = low[k];
            still[k] = (still[k] + (k + 1 < n ? o * still[k + 1] : 0)) / mid[k];
            perAmp[k] = (perAmp[k] + (k + 1 < n ? o * perAmp[k + 1] : 0)) / mid[k];
        }
    }

    /// Diffusive resistance of half a cell, s/m.
    private double half(double[] y, int k, double temperature) {
        double d = set.electrolyte().diffusivity().at(Math.max(y[saltOffset + k], 1), temperature);
        return width[k] / 2 / (d * transport[k]);
    }

    /// Secant search for the current, kept inside what particles and salt can give.
    private boolean find(Control control, double temperature) {
        if (control instanceof Control.Current(var amps)) {
            current = amps;
            iterations++;
            return read(temperature);
        }
        double unit = Math.max(set.nominalCapacity() / 3600, 1e-9);
        double a = current;
        if (!read(temperature)) {
            current = a = 0;
            if (!read(temperature)) {
                return false;
            }
        }
        double fa = excess(control, current, voltage, margin, surfaceHeat);
        double b = a + (control instanceof Control.Heat(_, var charging) && charging ? -1e-3 : 1e-3) * unit;
        for (int i = 0; i < MAX_ITERATIONS; i++) {
            iterations++;
            current = b;
            if (!read(temperature)) {
                b = (a + b) / 2;
                continue;
            }
            double fb = excess(control, current, voltage, margin, surfaceHeat);
            if (Math.abs(fb) < 1e-9 || b == a) {
                return true;
            }
            double step = -fb * (b - a) / (fb - fa);
            if (!Double.isFinite(step)) {
                return Math.abs(fb) < 1e-6;
            }
            if (Math.abs(step) < 1e-12 * unit) {
                return true;
            }
            a = b;
            fa = fb;
            b += Math.clamp(step, -2 * unit, 2 * unit);
        }
        return false;
    }

    /// Reads voltage, margin and heat at the present current; false where particles or salt cannot give it.
    private boolean read(double temperature) {
        var neg = set.negative();
        var pos = set.positive();
        double i = current / set.area();
        double jn = i / neg.surface() / neg.thickness();
        double jp = -i / pos.surface() / pos.thickness();
        stoichiometryN = (negative.base[0] + negative.slope[0] * jn) / neg.capacity();
        stoichiometryP = (positive.base[0] + positive.slope[0] * jp) / pos.capacity();
        if (!(stoichiometryN > 0 && stoichiometryN < 1 && stoichiometryP > 0 && stoichiometryP < 1)) {
            return false;
        }
        double un = potential(neg, stoichiometryN, temperature);
        double up = potential(pos, stoichiometryP, temperature);
        double thermal = 2 * GAS * temperature / FARADAY;
        double etaN = overpotential(neg, rateN, jn, stoichiometryN, thermal, 0, nn);
        double etaP = overpotential(pos, rateP, jp, stoichiometryP, thermal, nn + ns, n);
        voltage = up - un + etaP - etaN - current * set.resistance();
        margin = un + etaN;
        if (withSalt && !addLiquid(i, thermal, temperature)) {
            return false;
        }
        double stored = up - temperature * pos.entropy().at(stoichiometryP)
                - (un - temperature * neg.entropy().at(stoichiometryN));
        surfaceHeat = current * (stored - voltage);
        return true;
    }

    private double overpotential(Electrode e, double rate, double j, double s, double thermal, int from, int to) {
        double solid = 2 * rate * e.capacity() * Math.sqrt(s * (1 - s));
        if (!withSalt) {
            return thermal * asinh(j / (solid * Math.sqrt(set.electrolyte().concentration())));
        }
        double sum = 0;
        for (int k = from; k < to; k++) {
            double c = Math.max(still[k] + perAmp[k] * current, 1e-3);
            sum += width[k] * asinh(j / (solid * Math.sqrt(c)));
        }
        return thermal * sum / e.thickness();
    }

    private boolean addLiquid(double i, double thermal, double temperature) {
        var e = set.electrolyte();
        var neg = set.negative();
        var sep = set.separator();
        var pos = set.positive();
        double sum = 0;
        double logN = 0;
        double logP = 0;
        double least = Double.MAX_VALUE;
        for (int k = 0; k < n; k++) {
            double c = still[k] + perAmp[k] * current;
            least = Math.min(least, c);
            sum += width[k] * c;
            if (k < nn) {
                logN += width[k] * Math.log(Math.max(c, 1e-9));
            } else if (k >= nn + ns) {
                logP += width[k] * Math.log(Math.max(c, 1e-9));
            }
        }
        if (!(least > 0)) {
            return false;
        }
        meanSalt = sum / (neg.thickness() + sep.thickness() + pos.thickness());
        logN /= neg.thickness();
        logP /= pos.thickness();
        double kappa = e.conductivity().at(meanSalt, temperature);
        double diffusionVolts = thermal * (1 - e.transference()) * e.thermodynamicFactor().at(meanSalt, temperature);
        double rn = neg.thickness() / neg.transport() / kappa;
        double rs = sep.thickness() / sep.transport() / kappa;
        double rp = pos.thickness() / pos.transport() / kappa;
        double solid = neg.thickness() / neg.conductivity() + pos.thickness() / pos.conductivity();
        voltage += diffusionVolts * (logP - logN) - i * (rn / 3 + rs + rp / 3 + solid / 3);
        double edge = Math.log(still[nn - 1] + perAmp[nn - 1] * current);
        margin += i * rn / 3 - diffusionVolts * (edge - logN) - i * neg.thickness() / neg.conductivity() / 6;
        return true;
    }

    private boolean bounds() {
        fullestNegative = emptiestNegative = stoichiometryN;
        fullestPositive = emptiestPositive = stoichiometryP;
        leastSalt = withSalt ? Double.MAX_VALUE : set.electrolyte().concentration();
        for (int k = 0; k < n; k++) {
            leastSalt = Math.min(leastSalt, still[k] + perAmp[k] * current);
        }
        return leastSalt > 0;
    }

    @Override
    double meanStoichiometry(double[] y, boolean ofNegative) {
        return ofNegative
                ? negative.mean(y, 0) / set.negative().capacity()
                : positive.mean(y, 0) / set.positive().capacity();
    }

    @Override
    double errorInVolts(double[] y, double[] error) {
        double worst = Math.max(
                surfaceError(set.negative(), negative, stoichiometryN, error),
                surfaceError(set.positive(), positive, stoichiometryP, error));
        for (int k = 0; k < n; k++) {
            worst = Math.max(worst, 0.05 * Math.abs(error[saltOffset + k]) / y[saltOffset + k]);
        }
        return worst;
    }

    private static double surfaceError(Electrode e, Particles p, double s, double[] error) {
        double slope = Math.min(Math.abs(e.potential().slopeAt(s)), 20) + 0.05;
        return Math.abs(p.surfaceOf(error, 0)) / e.capacity() * slope;
    }

    @Override
    double mixedHeat(double[] y, double[] slope) {
        var neg = set.negative();
        var pos = set.positive();
        double reference = set.referenceTemperature();
        double stored = negative.enthalpyRate(y, slope, 0, reference) * neg.thickness() * neg.activeFraction()
                + positive.enthalpyRate(y, slope, 0, reference) * pos.thickness() * pos.activeFraction();
        return -current * voltage + FARADAY * set.area() * stored;
    }

    @Override
    double lithium(double[] y) {
        var neg = set.negative();
        var pos = set.positive();
        return set.area()
                        * (neg.thickness() * neg.activeFraction() * negative.mean(y, 0)
                                + pos.thickness() * pos.activeFraction() * positive.mean(y, 0))
                + saltIn(y);
    }

    @Override
    double saltIn(double[] y) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += pores[k] * y[saltOffset + k];
        }
        return set.area() * sum;
    }
}

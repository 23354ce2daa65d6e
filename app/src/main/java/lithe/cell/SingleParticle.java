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
    private final double[] salt; // at the present current, mol/m³
    private final double[] flow = new double[1]; // surface current density, A/m²
    private double meanSalt;
    private double logN; // mean logarithm of the salt in each coat
    private double logP;
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
        salt = new double[n];
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
        flow[0] = current / set.area() / neg.surface() / neg.thickness();
        negative.finish(flow, 0, y);
        flow[0] = -current / set.area() / pos.surface() / pos.thickness();
        positive.finish(flow, 0, y);
        System.arraycopy(salt, 0, y, saltOffset, n);
        return true;
    }

    /// Salt at zero current and its change per ampere: the source is known, so the step is linear in the current.
    private void prepareSalt(double[] history, double weight, double temperature, double[] y) {
        double push = weight * (1 - set.electrolyte().transference()) / FARADAY;
        for (int k = saltOffset; k < saltOffset + n; k++) {
            y[k] = Math.max(y[k], 1); // a guess may have run out of salt
        }
        set.electrolyte().diffusivity().read(y, saltOffset, n, temperature, mid);
        for (int k = 0; k < n; k++) {
            low[k] = width[k] / 2 / (mid[k] * transport[k]); // diffusive resistance of half a cell, s/m
        }
        double in = 0;
        for (int k = 0; k < n; k++) {
            double out = k + 1 < n ? weight / (low[k] + low[k + 1]) : 0;
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
        if (withSalt && !place()) {
            return false;
        }
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
        double etaN = overpotential(neg, rateN, jn, stoichiometryN, thermal, 0, nn, logN);
        double etaP = overpotential(pos, rateP, jp, stoichiometryP, thermal, nn + ns, n, logP);
        voltage = up - un + etaP - etaN - current * set.resistance();
        margin = un + etaN;
        if (withSalt) {
            addLiquid(i, thermal, temperature);
        }
        double stored = up - temperature * pos.entropy().at(stoichiometryP)
                - (un - temperature * neg.entropy().at(stoichiometryN));
        surfaceHeat = current * (stored - voltage);
        return true;
    }

    /// Sets the salt to the present current; false where it would run out.
    private boolean place() {
        double sum = 0;
        double least = Double.MAX_VALUE;
        for (int k = 0; k < n; k++) {
            double c = still[k] + perAmp[k] * current;
            salt[k] = c;
            least = Math.min(least, c);
            sum += width[k] * c;
        }
        if (!(least > 0)) {
            return false;
        }
        meanSalt = sum / (set.negative().thickness() + set.separator().thickness() + set.positive().thickness());
        logN = meanLogarithm(0, 0, nn) / set.negative().thickness();
        logP = meanLogarithm(0, nn + ns, n) / set.positive().thickness();
        return true;
    }

    /// Width times the logarithm of q + √(q² + c), summed over a coat; of c itself where q is zero, times one half.
    ///
    /// A coat is graded the same way towards both faces, so a cell and its mirror image share one logarithm.
    private double meanLogarithm(double q, int from, int to) {
        double sum = 0;
        for (int k = from, m = to - 1; k <= m; k++, m--) {
            double a = q == 0 ? salt[k] : q + Math.sqrt(q * q + salt[k]);
            double b = k == m ? 1 : q == 0 ? salt[m] : q + Math.sqrt(q * q + salt[m]);
            sum += width[k] * Math.log(a * b);
        }
        return sum;
    }

    /// Mean of (2RT/F) asinh(j / 2 i₀) over a coat, i₀ with the local salt: asinh(q/√c) = ln(q + √(q² + c)) − ½ ln c.
    private double overpotential(
            Electrode e, double rate, double j, double s, double thermal, int from, int to, double meanLog) {
        double solid = 2 * rate * e.capacity() * Math.sqrt(s * (1 - s));
        if (!withSalt) {
            return thermal * asinh(j / (solid * Math.sqrt(set.electrolyte().concentration())));
        }
        double q = Math.abs(j) / solid;
        if (q == 0) {
            return 0;
        }
        double mean = meanLogarithm(q, from, to) / e.thickness() - meanLog / 2;
        return Math.copySign(thermal * mean, j);
    }

    private void addLiquid(double i, double thermal, double temperature) {
        var e = set.electrolyte();
        var neg = set.negative();
        var sep = set.separator();
        var pos = set.positive();
        double kappa = e.conductivity().at(meanSalt, temperature);
        double diffusionVolts = thermal * (1 - e.transference()) * e.thermodynamicFactor().at(meanSalt, temperature);
        double rn = neg.thickness() / neg.transport() / kappa;
        double rs = sep.thickness() / sep.transport() / kappa;
        double rp = pos.thickness() / pos.transport() / kappa;
        double solid = neg.thickness() / neg.conductivity() + pos.thickness() / pos.conductivity();
        voltage += diffusionVolts * (logP - logN) - i * (rn / 3 + rs + rp / 3 + solid / 3);
        double edge = Math.log(salt[nn - 1]);
        margin += i * rn / 3 - diffusionVolts * (edge - logN) - i * neg.thickness() / neg.conductivity() / 6;
    }

    private boolean bounds() {
        fullestNegative = emptiestNegative = stoichiometryN;
        fullestPositive = emptiestPositive = stoichiometryP;
        leastSalt = withSalt ? Double.MAX_VALUE : set.electrolyte().concentration();
        for (double c : salt) {
            leastSalt = Math.min(leastSalt, c);
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

// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

import java.util.Arrays;
import java.util.List;

/// A cell spread over its foils: one single-particle column for each place, joined by the potentials of both foils.
///
/// A column at voltage V sees the terminal voltage raised by what the foils drop on the way,
/// V_k(I_k) = V + Σ R_kl I_l, with the sum of all columns as the cell current. R is the sum of the inverses of the two
/// foil operators and never changes, so Newton's matrix diag(−dV_k/dI_k) + R is factored once and kept until it no
/// longer converges; the control is the row of the border.
final class FoilCell extends Physics {

    private static final int MAX_ITERATIONS = 60;
    private static final double TOLERANCE = 1e-6; // V

    private final int n;
    private final double[] foils; // R, n × n
    private final double[] flow; // current of each column, A
    private final double[] kept;
    private final double[] middle;
    private final double[] drift;
    private final double[] excess;
    private final double[] ones;
    private final double[] steep; // −dV/dI of each column
    private final double[] stored; // U − T ∂U/∂T of each column
    private final double[] densityN;
    private final double[] densityP;
    private BandedCholesky factor;
    private double onesSum;
    private double terminal;

    FoilCell(
            ParameterSet set, Resolution mesh, Foil negativeFoil, List<Foil.Tab> negativeTabs, Foil positiveFoil,
            List<Foil.Tab> positiveTabs, int nx, int ny, double temperature) {
        int columns = nx * ny;
        var negative = new Particles(set.negative(), columns, mesh, 0);
        super(set, negative, new Particles(set.positive(), columns, mesh, negative.size()), 0);
        n = columns;
        foils = FoilField.uniform(negativeFoil, negativeTabs, nx, ny, temperature).influence();
        var other = FoilField.uniform(positiveFoil, positiveTabs, nx, ny, temperature).influence();
        for (int i = 0; i < foils.length; i++) {
            foils[i] += other[i];
        }
        flow = new double[n];
        kept = new double[n + 1];
        middle = new double[n + 1];
        drift = new double[n + 1];
        excess = new double[n];
        ones = new double[n];
        steep = new double[n];
        stored = new double[n];
        densityN = new double[n];
        densityP = new double[n];
        // a usual column, 5 mΩ m²; replaced as soon as it does not serve
        Arrays.fill(steep, 5e-3 * n / set.area());
        factor = factored();
    }

    private BandedCholesky factored() {
        var lower = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                lower[i * n + n - 1 - i + j] = foils[i * n + j];
            }
            lower[i * n + n - 1] += steep[i];
        }
        var made = new BandedCholesky(lower, n, n - 1);
        Arrays.fill(ones, 1);
        made.solve(ones);
        onesSum = Arrays.stream(ones).sum();
        return made;
    }

    @Override
    void startFrom(double[] y, double temperature) {
        Arrays.fill(flow, 0);
        current = 0;
        terminal = potential(set.positive(), meanStoichiometry(y, false), temperature)
                - potential(set.negative(), meanStoichiometry(y, true), temperature);
        remember(0);
    }

    @Override
    void remember(double length) {
        for (int k = 0; k < n; k++) {
            drift[k] = length > 0 ? (flow[k] - middle[k]) / length : 0;
            kept[k] = flow[k];
        }
        drift[n] = length > 0 ? (terminal - middle[n]) / length : 0;
        kept[n] = terminal;
    }

    @Override
    void recall(double ahead) {
        for (int k = 0; k < n; k++) {
            flow[k] = kept[k] + ahead * drift[k];
        }
        terminal = kept[n] + ahead * drift[n];
        current = Arrays.stream(flow).sum();
    }

    @Override
    void reach(double part) {
        for (int k = 0; k < n; k++) {
            middle[k] = flow[k];
            flow[k] = kept[k] + (flow[k] - kept[k]) / part;
        }
        middle[n] = terminal;
        terminal = kept[n] + (terminal - kept[n]) / part;
        current = Arrays.stream(flow).sum();
    }

    @Override
    boolean solve(double[] history, double weight, double temperature, Control control, double[] y) {
        var neg = set.negative();
        var pos = set.positive();
        negative.prepare(history, weight, arrhenius(neg.diffusionEnergy(), temperature), y);
        positive.prepare(history, weight, arrhenius(pos.diffusionEnergy(), temperature), y);
        double rateN = neg.rate() * arrhenius(neg.rateEnergy(), temperature);
        double rateP = pos.rate() * arrhenius(pos.rateEnergy(), temperature);
        double before = Double.MAX_VALUE;
        for (int it = 0; it < MAX_ITERATIONS; it++) {
            iterations++;
            double far = columns(rateN, rateP, temperature);
            current = Arrays.stream(flow).sum();
            voltage = terminal - current * set.resistance();
            double open = controlError(control);
            if (far < TOLERANCE && Math.abs(open) < 1e-9) {
                return finish(y);
            }
            if (!(far < 1e3)) {
                return false;
            }
            if (far > 0.3 * before) {
                factor = factored();
            }
            before = far;
            factor.solve(excess);
            double sum = Arrays.stream(excess).sum();
            double change = terminalChange(control, sum);
            for (int k = 0; k < n; k++) {
                flow[k] += excess[k] - change * ones[k];
            }
            terminal += change;
        }
        return false;
    }

    private double controlError(Control control) {
        return excess(control, current, voltage, margin, surfaceHeat);
    }

    /// Change of the terminal potential that makes the columns obey the control, to first order.
    private double terminalChange(Control control, double sum) {
        return switch (control) {
            case Control.Current(var amps) -> (sum + current - amps) / onesSum;
            case Control.Voltage(var volts) -> {
                // V = terminal − R ΣI with ΣI changing by sum − change · onesSum
                double r = set.resistance();
                yield (volts - voltage + r * sum) / (1 + r * onesSum);
            }
            case Control.Power(var watts) -> {
                // at the terminals, with the present current and voltage as slopes
                double r = set.resistance();
                double rise = current * (1 + r * onesSum) - voltage * onesSum;
                yield (watts - current * voltage - (voltage - current * r) * sum) / (rise == 0 ? 1 : rise);
            }
            case Control.Margin _, Control.Heat _ ->
                throw new IllegalArgumentException("a cell on its foils holds a current, a voltage or a power");
        };
    }

    /// Voltages of the columns at their currents; leaves the excess over the foils, returns the largest, V.
    private double columns(double rateN, double rateP, double temperature) {
        var neg = set.negative();
        var pos = set.positive();
        double thermal = 2 * GAS * temperature / FARADAY;
        double warm = temperature - set.referenceTemperature();
        double area = set.area() / n;
        double gn = 1 / (area * neg.surface() * neg.thickness());
        double gp = 1 / (area * pos.surface() * pos.thickness());
        double root = Math.sqrt(set.electrolyte().concentration());
        double far = 0;
        margin = Double.MAX_VALUE;
        fullestNegative = fullestPositive = 0;
        emptiestNegative = emptiestPositive = 1;
        leastSalt = set.electrolyte().concentration();
        for (int k = 0; k < n; k++) {
            double jn = gn * flow[k];
            double jp = -gp * flow[k];
            double x = (negative.base[k] + negative.slope[k] * jn) / neg.capacity();
            double p = (positive.base[k] + positive.slope[k] * jp) / pos.capacity();
            fullestNegative = Math.max(fullestNegative, x);
            emptiestNegative = Math.min(emptiestNegative, x);
            fullestPositive = Math.max(fullestPositive, p);
            emptiestPositive = Math.min(emptiestPositive, p);
            x = softClamp(x);
            p = softClamp(p);
            double un = neg.potential().at(x) + warm * neg.entropy().at(x);
            double up = pos.potential().at(p) + warm * pos.entropy().at(p);
            double twiceN = 2 * rateN * neg.capacity() * root * Math.sqrt(x * (1 - x));
            double twiceP = 2 * rateP * pos.capacity() * root * Math.sqrt(p * (1 - p));
            double local = un + thermal * asinh(jn / twiceN);
            double v = up + thermal * asinh(jp / twiceP) - local;
            margin = Math.min(margin, local);
            steep[k] = neg.potential().slopeAt(x) * negative.slope[k] * gn / neg.capacity()
                    + pos.potential().slopeAt(p) * positive.slope[k] * gp / pos.capacity()
                    + thermal * (gn / Math.sqrt(twiceN * twiceN + jn * jn) + gp / Math.sqrt(twiceP * twiceP + jp * jp));
            steep[k] = Math.max(steep[k], 1e-6);
            stored[k] = up - temperature * pos.entropy().at(p) - un + temperature * neg.entropy().at(x);
            double drop = BandedCholesky.dot(foils, k * n, flow, 0, n);
            excess[k] = v - terminal - drop;
            far = Math.max(far, Math.abs(excess[k]));
        }
        return far;
    }

    private boolean finish(double[] y) {
        if (!(fullestNegative < 1 && emptiestNegative > 0 && fullestPositive < 1 && emptiestPositive > 0)) {
            return false;
        }
        double area = set.area() / n;
        double heat = -current * voltage;
        for (int k = 0; k < n; k++) {
            densityN[k] = flow[k] / (area * set.negative().surface() * set.negative().thickness());
            densityP[k] = -flow[k] / (area * set.positive().surface() * set.positive().thickness());
            heat += flow[k] * stored[k];
        }
        surfaceHeat = heat;
        negative.finish(densityN, 0, y);
        positive.finish(densityP, 0, y);
        return true;
    }

    @Override
    double meanStoichiometry(double[] y, boolean ofNegative) {
        var p = ofNegative ? negative : positive;
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += p.mean(y, k);
        }
        return sum / n / (ofNegative ? set.negative() : set.positive()).capacity();
    }

    @Override
    double errorInVolts(double[] y, double[] error) {
        double worst = 0;
        for (int k = 0; k < n; k++) {
            worst = Math.max(worst, surfaceError(set.negative(), negative, k, y, error));
            worst = Math.max(worst, surfaceError(set.positive(), positive, k, y, error));
        }
        return worst;
    }

    private static double surfaceError(Electrode e, Particles p, int k, double[] y, double[] error) {
        double s = softClamp(p.surfaceOf(y, k) / e.capacity());
        double slope = Math.min(Math.abs(e.potential().slopeAt(s)), 20) + 0.05;
        return Math.abs(p.surfaceOf(error, k)) / e.capacity() * slope;
    }

    @Override
    double mixedHeat(double[] y, double[] slope) {
        var neg = set.negative();
        var pos = set.positive();
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += negative.enthalpyRate(y, slope, k, set.referenceTemperature()) * neg.thickness() * neg.activeFraction()
                    + positive.enthalpyRate(y, slope, k, set.referenceTemperature())
                            * pos.thickness()
                            * pos.activeFraction();
        }
        return -current * voltage + FARADAY * set.area() / n * sum;
    }

    @Override
    double lithium(double[] y) {
        return set.area()
                * (meanStoichiometry(y, true) * set.negative().capacity() * set.negative().thickness() * set.negative().activeFraction()
                        + meanStoichiometry(y, false) * set.positive().capacity() * set.positive().thickness() * set.positive().activeFraction());
    }

    @Override
    double saltIn(double[] y) {
        return 0;
    }

    /// Returns the current of each column over the mean.
    double[] unevenness() {
        double mean = current / n;
        return Arrays.stream(flow).map(i -> i / mean).toArray();
    }
}

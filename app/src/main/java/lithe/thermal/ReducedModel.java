// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lithe.device.Face;
import lithe.device.Filling;
import lithe.device.Part;
import lithe.device.Sensor;
import lithe.numeric.SymmetricEigen;

/// A phone in one posture as some dozens of decaying modes, for traces in milliseconds.
///
/// Rational block Krylov (`heat.md` section 7): for each heated part the responses at s = 0 and three shifts, two moments
/// each, orthonormal in heat capacity; Galerkin, hence stable; diagonalised, and exact for powers held over a step. What
/// convection, radiation and hands take beyond their linear part at a reference state enters as heat on skin zones, from
/// each zone's temperature at the start of a step. A chamber conducts by its temperature: one basis serves a family of
/// models from cold to the reference state, and a step is blended from the two nearest. The error estimate compares with
/// the full model: responses at unused shifts, steady states at full and at half power, and the first seconds and
/// minutes from cold.
public final class ReducedModel {

    /// Shifts, rad/s: between the slowest and the fastest change a governor reacts to.
    private static final double[] SHIFTS = {0, 0.003, 0.03, 0.3};
    private static final int MOMENTS = 2;
    private static final double ACCURACY = 1e-8;
    /// What changes faster after a jump of power than in this time is not resolved, s: one over the largest shift.
    static final int FASTEST = 4;

    private final Heat heat;
    private final Surroundings around;
    private final Skin skin;
    /// The skin with flows linear in the field that is read.
    private final Skin linear;
    private final SkinZones zones;
    private final Shapes shapes;
    private final Family family;
    private final List<String> names = new ArrayList<>();
    /// Input of each mode: parts, then zones.
    private double[][] inputs = new double[0][];
    /// Output of each mode: parts and sensors, then zones.
    private double[][] outputs = new double[0][];
    /// The same by output, parts and sensors only.
    private double[][] reads = new double[0][];
    /// Rise of each zone by mode.
    private double[][] zoned = new double[0][];
    /// Part means that tell how warm the chambers are, and their mean rise in the reference state, K.
    private final List<Integer> chambers = new ArrayList<>();
    private double chamberRise = 1;
    /// Parts that can be heated; the first inputs.
    private final int[] heated;
    private final double[] uniform;
    private double error;

    private ReducedModel(Heat heat, Surroundings around, double[] powers) {
        this.heat = heat;
        this.around = around;
        heated = IntStream.range(0, powers.length).filter(p -> powers[p] != 0).toArray();
        Temperatures reference = heat.steady(around, powers);
        skin = new Skin(heat, around);
        skin.settle(reference.rise());
        skin.meanSlopes(reference.rise());
        linear = new Skin(heat, around);
        zones = new SkinZones(skin, heat.grid, reference.rise());
        shapes = new Shapes(heat.conduction.capacity);
        family = new Family(heat.conduction.hasChambers());
        build(reference.rise(), powers);
        uniform = reduce(reference.rise());
        watchChambers(reference);
        error = new ReducedCheck(this).error(reference, powers);
        level(reference.rise(), 1);
    }

    /// Builds a model.
    ///
    /// @param heat the full equations
    /// @param around posture, ambient and pressure it is for
    /// @param powers power of each part about which it is linearised, W; only parts with power can be heated later
    /// @return the model
    public static ReducedModel of(Heat heat, Surroundings around, double[] powers) {
        return new ReducedModel(heat, around, powers.clone());
    }

    /// Returns the number of modes.
    ///
    /// @return states
    public int states() {
        return inputs.length;
    }

    /// Returns the model's own estimate of its error.
    ///
    /// @return largest error of an output at the reference powers, K
    public double error() {
        return error;
    }

    /// Returns what the model can tell: mean of each part, and each sensor that is a point or a part, as sensor.<name>.
    ///
    /// @return names of outputs
    public List<String> outputs() {
        return List.copyOf(names);
    }

    Heat heat() {
        return heat;
    }

    Surroundings around() {
        return around;
    }

    /// Tells whether films, radiation and hands are linear.
    boolean linear() {
        return skin.linear();
    }

    private void shift(double s) {
        heat.storing(s);
        skin.addSlopes(heat.sink);
        heat.changed(this, s > 0 ? 1 / s : Double.POSITIVE_INFINITY);
    }

    private double[] heated(int part) {
        double[] b = new double[heat.grid.cells()];
        double[] one = new double[heat.grid.plan.device().parts().size()];
        one[part] = 1;
        heat.release(one, b, 1);
        return b;
    }

    /// Sets the conductivity of chambers to that at a share of the reference rise.
    private void level(double[] reference, double share) {
        if (heat.conduction.hasChambers()) {
            heat.conduction.follow(Arrays.stream(reference).map(u -> share * u).toArray(), around.ambient());
        }
    }

    private void watchChambers(Temperatures reference) {
        if (!heat.conduction.hasChambers()) {
            return;
        }
        double sum = 0;
        for (Part part : heat.grid.plan.device().parts()) {
            if (part.filling() instanceof Filling.Chamber) {
                chambers.add(names.indexOf(part.name()));
                sum += reference.mean(part.name()) - around.ambient();
            }
        }
        chamberRise = Math.max(0.1, sum / chambers.size());
    }

    private void build(double[] reference, double[] powers) {
        double[] ones = new double[heat.grid.cells()];
        for (int c = 0; c < ones.length; c++) {
            ones[c] = heat.grid.owner[c] < 0 ? 0 : 1;
        }
        shapes.join(ones);
        for (double s : SHIFTS) {
            shift(s);
            for (int p = 0; p < powers.length; p++) {
                if (powers[p] != 0) {
                    respond(heated(p), MOMENTS);
                }
            }
            if (!skin.linear() && (s == 0 || s == SHIFTS[1])) {
                for (int z = 0; z < zones.count(); z++) {
                    respond(zones.heated(z), 1);
                }
            }
        }
        if (family.many()) {
            level(reference, 0);
            for (double s : SHIFTS) {
                shift(s);
                for (int p = 0; p < powers.length; p++) {
                    if (powers[p] != 0) {
                        respond(heated(p), 1);
                    }
                }
            }
            level(reference, 1);
        }
    }

    private void respond(double[] b, int moments) {
        for (int m = 0; m < moments; m++) {
            double[] x = new double[b.length];
            heat.solve(b, x, ACCURACY);
            shapes.join(x.clone());
            for (int c = 0; c < b.length; c++) {
                b[c] = heat.conduction.capacity[c] * x[c];
            }
        }
    }

    /// Projects, diagonalises and keeps inputs and outputs of each state. Returns how each state starts from one kelvin.
    private double[] reduce(double[] reference) {
        for (double share : family.levels) {
            level(reference, share);
            shift(0);
            family.join(shapes.projected(heat.system));
        }
        int m = shapes.count(), parts = heated.length;
        double[][] in = new double[m][parts + zones.count()], out = new double[m][], start = new double[m][1];
        for (int p = 0; p < parts + zones.count(); p++) {
            double[] b = p < parts ? heated(heated[p]) : zones.heated(p - parts);
            for (int j = 0; j < m; j++) {
                in[j][p] = Rows.dot(shapes.shape(j), b);
            }
        }
        double[] ones = new double[heat.grid.cells()];
        Arrays.fill(ones, 1);
        for (int j = 0; j < m; j++) {
            out[j] = read(shapes.shape(j));
            start[j][0] = shapes.inner(shapes.shape(j), ones);
        }
        shapes.complete();
        // one member lives in its own modes, a family in the basis they share
        double[][] vectors = family.many() ? Rows.identity(m) : family.modes();
        inputs = Rows.turn(vectors, in);
        family.driven(inputs);
        outputs = Rows.turn(vectors, out);
        reads = new double[names.size()][m];
        zoned = new double[m][];
        for (int i = 0; i < m; i++) {
            zoned[i] = Arrays.copyOfRange(outputs[i], names.size(), outputs[i].length);
            for (int o = 0; o < reads.length; o++) {
                reads[o][i] = outputs[i][o];
            }
        }
        return Arrays.stream(Rows.turn(vectors, start)).mapToDouble(row -> row[0]).toArray();
    }

    /// Outputs of a field, as far as they are linear: part means, sensors, then the zones, K above ambient.
    private double[] read(double[] u) {
        for (int e = 0; e < linear.pieces; e++) {
            linear.flow[e] = skin.slope[e] * u[skin.cell[e]];
        }
        var t = new Temperatures(
                heat, linear, u, Ledger.balance(0, 0, new double[10]), new Heat.Solution(0, 0, 0, 0, true));
        var values = values(t);
        if (names.isEmpty()) {
            names.addAll(values.keySet());
        }
        double[] out = new double[names.size() + zones.count()];
        for (int o = 0; o < names.size(); o++) {
            out[o] = values.getOrDefault(names.get(o), around.ambient()) - around.ambient();
        }
        zones.read(u, out, names.size());
        return out;
    }

    /// What the model tells, of a state of the full equations, K.
    Map<String, Double> values(Temperatures t) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Part part : heat.grid.plan.device().parts()) {
            double mean = t.mean(part.name());
            if (!Double.isNaN(mean)) {
                values.put(part.name(), mean);
            }
        }
        for (Sensor sensor : heat.grid.plan.device().sensors()) {
            if (!(sensor instanceof Sensor.Virtual)) {
                values.put("sensor." + sensor.name(), t.sensor(sensor));
            }
        }
        return values;
    }

    /// Responses of all outputs to all sources together at one shift, K: of the full equations, then of this model.
    double[][] responses(double s, double[] powers) {
        shift(s);
        double[] b = new double[heat.grid.cells()];
        heat.release(powers, b, 1);
        double[] x = new double[b.length];
        heat.solve(b, x, ACCURACY);
        double[] own = new double[names.size()], rates = family.rates();
        double[][] in = family.many() ? Rows.turn(family.modes(), inputs) : inputs;
        double[][] out = family.many() ? Rows.turn(family.modes(), outputs) : outputs;
        for (int o = 0; o < own.length; o++) {
            for (int i = 0; i < rates.length; i++) {
                double driven = 0;
                for (int p = 0; p < heated.length; p++) {
                    driven += in[i][p] * powers[heated[p]];
                }
                own[o] += out[i][o] * driven / (rates[i] + s);
            }
        }
        return new double[][] {read(x), own};
    }

    /// Starts a trace.
    ///
    /// @param temperature uniform temperature at the start, K
    /// @return a state at time 0
    public Run start(double temperature) {
        return new Run(temperature);
    }

    /// A trace under way.
    public final class Run {
        private final double[] rates;
        private final double[] y;
        private final double[] heats;
        private final double[] decay;
        private double decayStep;
        private final double[] next;
        private final double[][] move;
        private final double[][] gain;
        private final double[] zoneRise;
        private double blended = Double.NaN;

        private Run(double temperature) {
            rates = family.rates();
            y = new double[rates.length];
            decay = new double[rates.length];
            heats = new double[inputs[0].length];
            next = new double[rates.length];
            boolean many = family.many();
            move = new double[many ? rates.length : 0][rates.length];
            gain = new double[many ? heats.length : 0][rates.length];
            zoneRise = new double[zones.count()];
            for (int i = 0; i < y.length; i++) {
                y[i] = (temperature - around.ambient()) * uniform[i];
            }
        }

        /// Advances under constant powers; exact for the modes.
        ///
        /// @param seconds how far, s; the skin's nonlinear part is held over it
        /// @param powers power of each part in the order of the device, W; ignored for parts the model was not built for
        public void advance(double seconds, double[] powers) {
            for (int p = 0; p < heated.length; p++) {
                heats[p] = powers[heated[p]];
            }
            Rows.sum(zoneRise, zoned, y);
            for (int z = 0; z < zones.count(); z++) {
                heats[heated.length + z] = zones.beyond(z, zoneRise[z]);
            }
            if (family.many()) {
                blend(seconds);
                Rows.sum(next, move, y);
                for (int p = 0; p < heats.length; p++) {
                    Rows.add(next, gain[p], heats[p]);
                }
                System.arraycopy(next, 0, y, 0, y.length);
                return;
            }
            if (seconds != decayStep) {
                for (int i = 0; i < y.length; i++) {
                    decay[i] = Math.exp(-rates[i] * seconds);
                }
                decayStep = seconds;
            }
            for (int i = 0; i < y.length; i++) {
                // x ← e^(−λΔt) x + (1 − e^(−λΔt))/λ · b u
                y[i] = decay[i] * y[i] + (1 - decay[i]) / rates[i] * Rows.dot(inputs[i], heats);
            }
        }

        /// Mixes the propagators of the two members nearest to the temperature of the chambers.
        private void blend(double seconds) {
            double rise = 0;
            for (int chamber : chambers) {
                rise += value(chamber) - around.ambient();
            }
            double share = Math.clamp(rise / chambers.size() / chamberRise, 0, 1);
            if (seconds == decayStep && Math.abs(share - blended) < 0.01) {
                return;
            }
            var over = family.over(seconds);
            double[] levels = family.levels;
            int low = Math.min((int) (share * (levels.length - 1)), levels.length - 2);
            double weight = share * (levels.length - 1) - low;
            for (int i = 0; i < y.length; i++) {
                Rows.mix(move[i], over.decay()[low][i], over.decay()[low + 1][i], weight);
            }
            for (int p = 0; p < heats.length; p++) {
                Rows.mix(gain[p], over.gain()[low][p], over.gain()[low + 1][p], weight);
            }
            decayStep = seconds;
            blended = share;
        }

        /// Returns an output.
        ///
        /// @param name one of [ReducedModel#outputs()]
        /// @return temperature, K
        public double value(String name) {
            int o = names.indexOf(name);
            if (o < 0) {
                throw new IllegalArgumentException("the reduced model has no output named " + name);
            }
            return value(o);
        }

        Temperatures temperatures() {
            double[] u = new double[heat.grid.cells()];
            field(u);
            var settled = new Skin(heat, around);
            settled.settle(u);
            return new Temperatures(heat, settled, u, Ledger.balance(0, 0, new double[10]), new Heat.Solution(0, 0, 0, 0, true));
        }

        /// Composes the temperatures of all cells.
        ///
        /// @param u receives the rise over ambient of each cell, K; length nx ny nz
        void field(double[] u) {
            double[] shares = y;
            if (!family.many()) { // from its own modes back to the basis
                double[][] vectors = family.modes();
                shares = new double[y.length];
                for (int i = 0; i < y.length; i++) {
                    Rows.add(shares, vectors[i], y[i]);
                }
            }
            shapes.compose(shares, u);
        }

        /// Tells whether an output is higher than it was when it was noted last, by more than an amount in K.
        boolean beyond(double[] noted, double by) {
            for (int o = 0; o < noted.length; o++) {
                if (value(o) > noted[o] + by) {
                    return true;
                }
            }
            return false;
        }

        /// Notes outputs that are higher than noted.
        void note(double[] noted) {
            for (int o = 0; o < noted.length; o++) {
                noted[o] = Math.max(noted[o], value(o));
            }
        }

        double value(int output) {
            return around.ambient() + Rows.dot(reads[output], y);
        }
    }
}

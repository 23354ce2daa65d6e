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
/// convection and radiation give off beyond their linear part at a reference state enters as heat on skin zones, from
/// each zone's temperature at the start of a step. A chamber conducts by its temperature: one basis serves a family of
/// models from cold to the reference state, and a step is blended from the two nearest. The error estimate compares with
/// the full model: responses at unused shifts, steady states at full and at half power, and the first seconds and
/// minutes from cold.
public final class ReducedModel {

    /// Shifts, rad/s: between the slowest and the fastest change a governor reacts to.
    private static final double[] SHIFTS = {0, 0.003, 0.03, 0.3};
    /// Shifts at which the model is checked, not built.
    private static final double[] UNUSED = {0.01, 0.1};

    private static final int MOMENTS = 2;
    private static final double ACCURACY = 1e-8;
    /// A direction that keeps less than this of its length is one the basis has already.
    private static final double DEPENDENT = 1e-9;
    /// On the error seen in the checks.
    private static final double SAFETY = 1.5;
    /// Zones of the front and the back along the shorter and the longer side; one for each edge and posture patch.
    private static final int ACROSS = 3;

    private static final int ALONG = 5;

    /// Lengths of steps whose propagators are kept.
    private static final int MOST_STEPS = 16;
    /// What changes faster after a jump of power than in this time is not resolved, s: one over the largest shift.
    static final int FASTEST = 4;
    /// Seconds from cold at which the model is checked.
    private static final int[] CHECKED = {FASTEST / 2, FASTEST, 2 * FASTEST, 60, 120, 180, 240};
    /// Error of one step of the full model it is checked against, K.
    private static final double TIGHT = 0.002;
    /// Cells composed at a time.
    private static final int BLOCK = 2048;

    private final Heat heat;
    private final Surroundings around;
    private final Skin skin;
    /// The skin with flows linear in the field that is read.
    private final Skin linear;
    private final int[] zoneOf;
    private final int zones;
    private final double[] zoneSlope;
    private final double[] zoneFlow;
    private final double[] zoneStart;
    private final Skin.Zone[] zone;
    private final List<double[]> basis = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    /// The basis, to compose temperatures of all cells.
    private float[][] shapes = new float[0][];
    private double[] rates = new double[0];
    /// Input of each mode: parts, then zones.
    private double[][] inputs = new double[0][];
    /// Output of each mode: parts and sensors, then zones.
    private double[][] outputs = new double[0][];
    /// The same by output, parts and sensors only.
    private double[][] reads = new double[0][];
    /// Rise of each zone by mode.
    private double[][] zoned = new double[0][];
    /// Shares of the reference rise for which a member of the family is kept; one member without chambers.
    private double[] levels = {1};
    /// Members in coordinates of the basis: eigenvalues and eigenvectors.
    private final List<SymmetricEigen> family = new ArrayList<>();
    /// Part means that tell how warm the chambers are, and their mean rise in the reference state, K.
    private final List<Integer> chambers = new ArrayList<>();
    private double chamberRise = 1;
    private final Map<Double, Propagators> propagators = new LinkedHashMap<>();
    /// Parts that can be heated; the first inputs.
    private final int[] heated;
    private final double[] uniform;
    private double error;

    private ReducedModel(Heat heat, Surroundings around, double[] powers) {
        this.heat = heat;
        this.around = around;
        heated = IntStream.range(0, powers.length).filter(p -> powers[p] != 0).toArray();
        Temperatures reference = heat.steady(around, powers);
        skin = new Skin(heat.conduction, around);
        skin.settle(reference.rise());
        linear = new Skin(heat.conduction, around);
        zoneOf = new int[skin.pieces];
        zones = zone();
        zoneSlope = new double[zones];
        zoneFlow = new double[zones];
        zoneStart = new double[zones];
        zone = new Skin.Zone[zones];
        linearise(reference.rise());
        if (heat.conduction.hasChambers()) {
            levels = new double[] {0, 0.25, 0.5, 0.75, 1};
        }
        build(reference.rise(), powers);
        uniform = reduce(reference.rise());
        watchChambers(reference);
        check(reference, powers);
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
        return rates.length;
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

    private int zone() {
        Map<Long, Integer> numbers = new LinkedHashMap<>();
        Grid g = heat.grid;
        for (int e = 0; e < skin.pieces; e++) {
            long key = skin.kind[e];
            if (!skin.linear() && (skin.face(e) == Face.FRONT || skin.face(e) == Face.BACK)) {
                double x = g.x.middle(skin.cell[e] % g.nx()) / g.plan.device().body().width();
                double y = g.y.middle(skin.cell[e] / g.nx() % g.ny()) / g.plan.device().body().length();
                key += 1000L * (1 + (int) (x * ACROSS) + ACROSS * (int) (y * ALONG));
            }
            Integer next = numbers.size();
            Integer known = numbers.putIfAbsent(key, next);
            zoneOf[e] = known == null ? next : known;
        }
        return numbers.size();
    }

    /// Slope, flow and temperature of each zone in the reference state.
    private void linearise(double[] u) {
        double[] area = new double[zones], half = new double[zones];
        for (int e = 0; e < skin.pieces; e++) {
            int z = zoneOf[e];
            area[z] += skin.area[e];
            half[z] += skin.half[e];
            zone[z] = new Skin.Zone(skin.kind[e], area[z], half[z]);
            zoneSlope[z] += skin.slope[e];
            zoneFlow[z] += skin.flow[e];
            zoneStart[z] += skin.slope[e] * u[skin.cell[e]];
        }
        for (int z = 0; z < zones; z++) {
            zoneStart[z] = zoneSlope[z] == 0 ? 0 : zoneStart[z] / zoneSlope[z];
        }
    }

    private void shift(double s) {
        for (int c = 0; c < heat.sink.length; c++) {
            heat.sink[c] = s * heat.conduction.capacity[c];
        }
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

    /// One watt on a zone, spread like its slopes.
    private double[] heatedZone(int zone) {
        double[] b = new double[heat.grid.cells()];
        for (int e = 0; e < skin.pieces; e++) {
            if (zoneOf[e] == zone && zoneSlope[zone] > 0) {
                b[skin.cell[e]] += skin.slope[e] / zoneSlope[zone];
            }
        }
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
        join(ones);
        for (double s : SHIFTS) {
            shift(s);
            for (int p = 0; p < powers.length; p++) {
                if (powers[p] != 0) {
                    respond(heated(p), MOMENTS);
                }
            }
            if (!skin.linear() && (s == 0 || s == SHIFTS[1])) {
                for (int z = 0; z < zones; z++) {
                    respond(heatedZone(z), 1);
                }
            }
        }
        if (levels.length > 1) {
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
            join(x.clone());
            for (int c = 0; c < b.length; c++) {
                b[c] = heat.conduction.capacity[c] * x[c];
            }
        }
    }

    /// Adds a direction to the basis, orthogonal to it in heat capacity, cleaned twice.
    private void join(double[] x) {
        double before = Math.sqrt(inner(x, x));
        for (int pass = 0; pass < 2; pass++) {
            for (double[] v : basis) {
                double share = inner(v, x);
                for (int c = 0; c < x.length; c++) {
                    x[c] -= share * v[c];
                }
            }
        }
        double length = Math.sqrt(inner(x, x));
        if (length > DEPENDENT * before) {
            for (int c = 0; c < x.length; c++) {
                x[c] /= length;
            }
            basis.add(x);
        }
    }

    private double inner(double[] a, double[] b) {
        double[] capacity = heat.conduction.capacity;
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            sum += capacity[c] * a[c] * b[c];
        }
        return sum;
    }

    /// Four running sums: the additions need not wait for each other.
    private static double dot(double[] a, double[] b) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        int c = 0;
        for (; c < a.length - 3; c += 4) {
            s0 += a[c] * b[c];
            s1 += a[c + 1] * b[c + 1];
            s2 += a[c + 2] * b[c + 2];
            s3 += a[c + 3] * b[c + 3];
        }
        for (; c < a.length; c++) {
            s0 += a[c] * b[c];
        }
        return s0 + s1 + (s2 + s3);
    }

    /// Projects, diagonalises and keeps inputs and outputs of each state. Returns how each state starts from one kelvin.
    private double[] reduce(double[] reference) {
        for (double share : levels) {
            level(reference, share);
            shift(0);
            family.add(SymmetricEigen.of(projected()));
        }
        int m = basis.size(), parts = heated.length;
        rates = family.getLast().values();
        double[][] in = new double[m][parts + zones], out = new double[m][];
        for (int j = 0; j < m; j++) {
            out[j] = read(basis.get(j));
        }
        for (int p = 0; p < parts + zones; p++) {
            double[] b = p < parts ? heated(heated[p]) : heatedZone(p - parts);
            for (int j = 0; j < m; j++) {
                in[j][p] = dot(basis.get(j), b);
            }
        }
        double[] ones = new double[heat.grid.cells()];
        Arrays.fill(ones, 1);
        double[][] start = new double[m][1];
        for (int j = 0; j < m; j++) {
            start[j][0] = inner(basis.get(j), ones);
        }
        shapes = basis.stream().map(ReducedModel::narrowed).toArray(float[][]::new);
        basis.clear();
        // one member lives in its own modes, a family in the basis they share
        double[][] vectors = levels.length == 1 ? family.getLast().vectors() : identity(m);
        inputs = turn(vectors, in);
        outputs = turn(vectors, out);
        reads = new double[names.size()][m];
        zoned = new double[m][];
        for (int i = 0; i < m; i++) {
            zoned[i] = Arrays.copyOfRange(outputs[i], names.size(), outputs[i].length);
            for (int o = 0; o < reads.length; o++) {
                reads[o][i] = outputs[i][o];
            }
        }
        return Arrays.stream(turn(vectors, start)).mapToDouble(row -> row[0]).toArray();
    }

    private static float[] narrowed(double[] values) {
        float[] narrow = new float[values.length];
        for (int c = 0; c < narrow.length; c++) {
            narrow[c] = (float) values[c];
        }
        return narrow;
    }

    private static double[][] identity(int m) {
        double[][] one = new double[m][m];
        for (int i = 0; i < m; i++) {
            one[i][i] = 1;
        }
        return one;
    }

    private double[][] projected() {
        int m = basis.size();
        double[][] a = new double[m][m];
        double[] product = new double[heat.grid.cells()];
        for (int j = 0; j < m; j++) {
            heat.system.apply(basis.get(j), product);
            for (int i = 0; i <= j; i++) {
                a[i][j] = dot(basis.get(i), product);
                a[j][i] = a[i][j];
            }
        }
        return a;
    }

    /// Exact propagators of each member over a step: e^(−AΔt), which is symmetric, and A⁻¹(1 − e^(−AΔt)) times the inputs, by input.
    private record Propagators(double[][][] decay, double[][][] gain) {}

    private Propagators propagators(double seconds) {
        var known = propagators.get(seconds);
        if (known == null) {
            if (propagators.size() == MOST_STEPS) {
                propagators.clear();
            }
            known = prepared(seconds);
            propagators.put(seconds, known);
        }
        return known;
    }

    private Propagators prepared(double seconds) {
        int m = inputs.length;
        double[][][] decay = new double[levels.length][m][m];
        double[][][] gain = new double[levels.length][inputs[0].length][m];
        for (int l = 0; l < levels.length; l++) {
            double[] values = family.get(l).values();
            double[][] vectors = family.get(l).vectors();
            double[][] modal = turn(vectors, inputs);
            for (int q = 0; q < m; q++) {
                double e = Math.exp(-values[q] * seconds);
                for (int i = 0; i < m; i++) {
                    add(decay[l][i], vectors[q], e * vectors[q][i]);
                }
                for (int p = 0; p < modal[q].length; p++) {
                    add(gain[l][p], vectors[q], (1 - e) / values[q] * modal[q][p]);
                }
            }
        }
        return new Propagators(decay, gain);
    }

    /// Σ share · row: loops without a sum that waits for itself.
    private static void sum(double[] to, double[][] rows, double[] shares) {
        Arrays.fill(to, 0);
        for (int i = 0; i < rows.length; i++) {
            add(to, rows[i], shares[i]);
        }
    }

    private static void add(double[] to, double[] from, double factor) {
        for (int j = 0; j < to.length; j++) {
            to[j] += factor * from[j];
        }
    }

    private static double[][] turn(double[][] vectors, double[][] rows) {
        double[][] turned = new double[vectors.length][rows[0].length];
        for (int i = 0; i < vectors.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                for (int q = 0; q < turned[i].length; q++) {
                    turned[i][q] += vectors[i][j] * rows[j][q];
                }
            }
        }
        return turned;
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
        double[] out = new double[names.size() + zones];
        for (int o = 0; o < names.size(); o++) {
            out[o] = values.getOrDefault(names.get(o), around.ambient()) - around.ambient();
        }
        for (int e = 0; e < skin.pieces; e++) {
            int z = zoneOf[e];
            out[names.size() + z] += zoneSlope[z] == 0 ? 0 : skin.slope[e] / zoneSlope[z] * u[skin.cell[e]];
        }
        return out;
    }

    private Map<String, Double> values(Temperatures t) {
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

    private void check(Temperatures reference, double[] powers) {
        double worst = Math.max(steadyGap(reference, powers), halfGap(reference.rise(), powers));
        for (double s : UNUSED) {
            worst = Math.max(worst, responseGap(s, powers));
        }
        worst = Math.max(worst, coldGap(powers));
        level(reference.rise(), 1);
        error = SAFETY * worst;
    }

    /// Difference from the full model over the first seconds and minutes from cold, K. Responses at shifts do not tell it:
    /// there, errors of either sign soon after a jump cancel.
    private double coldGap(double[] powers) {
        Transient full = heat.from(around, around.ambient()).tolerance(TIGHT);
        Run run = start(around.ambient());
        double worst = 0;
        for (int until : CHECKED) {
            int pieces = (int) Math.round(until - full.time());
            full.advance(pieces, powers);
            for (int i = 0; i < pieces; i++) {
                run.advance(1, powers);
            }
            worst = Math.max(worst, gap(run, full.now()));
        }
        return worst;
    }

    private double steadyGap(Temperatures full, double[] powers) {
        Run run = start(around.ambient());
        for (int n = 0; n < 200; n++) {
            run.advance(1e3, powers);
        }
        return gap(run, full);
    }

    /// Largest difference of an output, of the hottest place of the skin or of a part, K.
    private double gap(Run run, Temperatures full) {
        var composed = run.temperatures();
        double worst = Math.abs(composed.skinMax() - full.skinMax());
        var values = values(full);
        for (int o = 0; o < names.size(); o++) {
            Double exact = values.get(names.get(o));
            worst = exact == null ? worst : Math.max(worst, Math.abs(run.value(o) - exact));
        }
        for (Part part : heat.grid.plan.device().parts()) {
            double off = Math.abs(composed.max(part.name()) - full.max(part.name()));
            worst = Double.isNaN(off) ? worst : Math.max(worst, off);
        }
        return worst;
    }

    private double halfGap(double[] guess, double[] powers) {
        if (skin.linear() && !heat.conduction.hasChambers()) {
            return 0;
        }
        double[] half = Arrays.stream(powers).map(p -> p / 2).toArray();
        var full = heat.steady(around, half, Arrays.stream(guess).map(u -> u / 2).toArray());
        heat.conduction.follow(guess, around.ambient());
        return steadyGap(full, half);
    }

    /// Difference of the responses to all sources together at one shift, K.
    private double responseGap(double s, double[] powers) {
        shift(s);
        double[] b = new double[heat.grid.cells()];
        heat.release(powers, b, 1);
        double[] x = new double[b.length];
        heat.solve(b, x, ACCURACY);
        double[] exact = read(x);
        double worst = 0;
        double[][] in = levels.length == 1 ? inputs : turn(family.getLast().vectors(), inputs);
        double[][] out = levels.length == 1 ? outputs : turn(family.getLast().vectors(), outputs);
        for (int o = 0; o < names.size(); o++) {
            double sum = 0;
            for (int i = 0; i < rates.length; i++) {
                double driven = 0;
                for (int p = 0; p < heated.length; p++) {
                    driven += in[i][p] * powers[heated[p]];
                }
                sum += out[i][o] * driven / (rates[i] + s);
            }
            worst = Math.max(worst, Math.abs(sum - exact[o]));
        }
        return worst;
    }

    /// Sums shapes piece by piece, so that a piece of the sum stays in the cache.
    private void compose(double[] shares, double[] u) {
        Arrays.fill(u, 0);
        for (int from = 0; from < u.length; from += BLOCK) {
            int to = Math.min(u.length, from + BLOCK);
            for (int j = 0; j < shares.length; j++) {
                float[] shape = shapes[j];
                double share = shares[j];
                for (int c = from; c < to; c++) {
                    u[c] += share * shape[c];
                }
            }
        }
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
            y = new double[rates.length];
            decay = new double[rates.length];
            heats = new double[inputs[0].length];
            next = new double[rates.length];
            boolean many = levels.length > 1;
            move = new double[many ? rates.length : 0][rates.length];
            gain = new double[many ? heats.length : 0][rates.length];
            zoneRise = new double[zones];
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
            sum(zoneRise, zoned, y);
            for (int z = 0; z < zones; z++) {
                heats[heated.length + z] = zoneSlope[z] == 0 ? 0 : beyond(z, zoneRise[z]);
            }
            if (levels.length > 1) {
                blend(seconds);
                sum(next, move, y);
                for (int p = 0; p < heats.length; p++) {
                    add(next, gain[p], heats[p]);
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
                y[i] = decay[i] * y[i] + (1 - decay[i]) / rates[i] * dot(inputs[i], heats);
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
            var over = propagators(seconds);
            int low = Math.min((int) (share * (levels.length - 1)), levels.length - 2);
            double weight = share * (levels.length - 1) - low;
            for (int i = 0; i < y.length; i++) {
                mix(move[i], over.decay[low][i], over.decay[low + 1][i], weight);
            }
            for (int p = 0; p < heats.length; p++) {
                mix(gain[p], over.gain[low][p], over.gain[low + 1][p], weight);
            }
            decayStep = seconds;
            blended = share;
        }

        private static void mix(double[] to, double[] low, double[] high, double weight) {
            for (int j = 0; j < to.length; j++) {
                to[j] = low[j] + weight * (high[j] - low[j]);
            }
        }

        /// Heat a zone keeps beyond the linear law, W: reference flow and the curvature of films and radiation.
        private double beyond(int z, double u) {
            return zoneSlope[z] * u - flows(z, u);
        }

        private double flows(int z, double u) {
            return skin.linear()
                    ? zoneFlow[z] + zoneSlope[z] * (u - zoneStart[z])
                    : skin.zoneFlow(zone[z], u, zoneFlow[z], zoneStart[z]);
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

        private Temperatures temperatures() {
            double[] u = new double[heat.grid.cells()];
            field(u);
            var settled = new Skin(heat.conduction, around);
            settled.settle(u);
            return new Temperatures(heat, settled, u, Ledger.balance(0, 0, new double[10]), new Heat.Solution(0, 0, 0, 0, true));
        }

        /// Composes the temperatures of all cells.
        ///
        /// @param u receives the rise over ambient of each cell, K; length nx ny nz
        void field(double[] u) {
            double[] shares = y;
            if (levels.length == 1) { // from its own modes back to the basis
                double[][] vectors = family.getLast().vectors();
                shares = new double[y.length];
                for (int i = 0; i < y.length; i++) {
                    add(shares, vectors[i], y[i]);
                }
            }
            compose(shares, u);
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

        private double value(int output) {
            return around.ambient() + dot(reads[output], y);
        }
    }
}

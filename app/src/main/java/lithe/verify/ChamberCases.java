// SPDX-License-Identifier: Apache-2.0
package lithe.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import lithe.chamber.Conductances;
import lithe.chamber.Cooling;
import lithe.chamber.DiskSolution;
import lithe.chamber.GivenHeat;
import lithe.chamber.Limits;
import lithe.chamber.Mask;
import lithe.chamber.Metal;
import lithe.chamber.Saturation;
import lithe.chamber.Shape;
import lithe.chamber.Sheets;
import lithe.chamber.Tilt;
import lithe.chamber.Wall;
import lithe.chamber.Water;
import lithe.chamber.Wick;
import lithe.units.Grade;

/// Every row of the vapor-chamber table that states a case for the model, computed by the model.
///
/// Left out, because the water fits are not meant for them: the official IF97 check values at 500 and 600 K.
public final class ChamberCases {

    /// One row: what the model says and what is right.
    ///
    /// @param id case of the table; `-2D` where the field solver answers it too
    /// @param what the quantity
    /// @param unit its unit
    /// @param value what the model says
    /// @param reference what the table says
    /// @param limit accepted error: relative, or absolute in the unit if `absolute`
    /// @param absolute whether the limit is in the unit of the quantity
    public record Row(
            String id, String what, String unit, double value, double reference, double limit, boolean absolute) {

        /// Returns the error that is held against the limit.
        ///
        /// @return relative error, or difference if `absolute`
        public double error() {
            return absolute ? Math.abs(value - reference) : Math.abs(value / reference - 1);
        }

        /// Tells whether the row holds.
        ///
        /// @return true if the error is within the limit
        public boolean holds() {
            return error() <= limit;
        }
    }

    /// The fixed 50 °C property set of the table.
    public static final Saturation W50 = new Saturation(
            323.15, 12351.27, 2381974, .0679439, 5.46504e-4, 1.051646e-5, 988.0088, .08314028, 0.64059, 0.0202607);

    /// Closed forms: rounding of a ten-digit table.
    private static final double EXACT = 1e-6;

    private static final double R = 28.768e-3, A = 5e-3, GAP = 120e-6, Q = 10;
    private static final double K = 3e-11, WICK = 80e-6, PORE = 40e-6, CELL = 0.25e-3;
    private static final Wick MODEL_WICK = new Wick.Measured(WICK, 0.65, K, PORE, 2, Grade.ESTIMATE);
    private static final Conductances.Fixed LAYERS =
            new Conductances.Fixed(0.0195, 1.661966646, 0.0195, 2e4, 4e4, 481.089904, 1.174525012, 172.48);

    private final Map<String, String[]> table = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();

    private ChamberCases() {
        Table.rows("chamber.csv").forEach(f -> table.put(f[0], f));
    }

    /// The rows, computed once.
    private static final class Once {
        static final Map<String, Row> ROWS = new LinkedHashMap<>();

        static {
            run().forEach(row -> ROWS.put(row.id(), row));
        }
    }

    /// Returns the rows as cases of `lithe verify`; the first one that runs computes all.
    ///
    /// @return the cases in the order of the table, the field solver's after the closed form's
    public static List<VerificationCase> all() {
        var cases = new ArrayList<VerificationCase>();
        new ChamberCases().table.forEach((id, f) -> {
            if (FORMULA.test(id)) {
                cases.add(asCase(id, f[5] + ", " + f[2], f[9]));
            }
            if (FIELD.test(id)) {
                cases.add(asCase(id + "-2D", f[5] + ", " + f[2] + ", by the field solver", f[9]));
            }
        });
        return cases;
    }

    /// All rows, computed once.
    static List<Row> rows() {
        return List.copyOf(Once.ROWS.values());
    }

    private static VerificationCase asCase(String id, String what, String source) {
        return new VerificationCase("chamber-" + id, what, source, () -> {
            var row = Objects.requireNonNull(Once.ROWS.get(id), id);
            return new VerificationCase.Check(
                    row.value(), row.reference(), row.error(), row.limit(), row.absolute() ? row.unit() : "1");
        });
    }

    /// Cases that only a field can answer.
    static final Predicate<String> ONLY_FIELD =
            Pattern.compile("VC-(G2|H1|H3|B11|C10).*|VC-G1.mean.").asMatchPredicate();

    static final Predicate<String> FIELD = ONLY_FIELD.or(
            Pattern.compile("VC-(B1|C1|C5)|VC-G1.(wall|vapour|Qphase|Qlat|dPv).*").asMatchPredicate());

    static final Predicate<String> FORMULA =
            ONLY_FIELD.negate().and(id -> !id.matches("VC-P0.[56]00."));

    /// Computes all rows.
    ///
    /// @return the rows in the order they are computed
    public static List<Row> run() {
        var cases = new ChamberCases();
        cases.vapor();
        cases.liquid();
        cases.limits();
        cases.plates();
        cases.disk();
        cases.rectangle();
        cases.rates();
        cases.step();
        cases.wicks();
        cases.water();
        cases.strip();
        cases.dryOut();
        return List.copyOf(cases.rows);
    }

    /// Returns the ids of the table that no row of [#run] answers.
    ///
    /// @param rows what was computed
    /// @return ids left out
    public static List<String> leftOut(List<Row> rows) {
        var done = rows.stream().map(Row::id).map(id -> id.replace("-2D", "")).toList();
        return new ChamberCases().table.keySet().stream().filter(id -> !done.contains(id)).toList();
    }

    private void row(String id, double value, double limit) {
        row(id, "", value, limit, false);
    }

    private void row(String id, String suffix, double value, double limit, boolean absolute) {
        String[] f = Objects.requireNonNull(table.get(id), id);
        rows.add(new Row(id + suffix, f[5], f[7], value, Double.parseDouble(f[6]), limit, absolute));
    }

    private static double flow() {
        return W50.gapFlow(GAP);
    }

    private static double wickFlow() {
        return W50.liquidDensity() * K * WICK / W50.liquidViscosity();
    }

    private void vapor() {
        var s = W50;
        double k = s.coreConductivity(GAP);
        row("VC-A1", k, EXACT);
        double simple = s.vaporDensity() * s.vaporDensity() * s.latentHeat() * s.latentHeat() * GAP * GAP
                / (12 * s.vaporViscosity() * s.temperature());
        row("VC-A2", simple, EXACT);
        double gas = s.latentHeat() * s.latentHeat() * s.pressure() * s.vaporDensity() * GAP * GAP
                / (12 * Saturation.GAS_CONSTANT * s.vaporViscosity() * s.temperature() * s.temperature());
        row("VC-A3", gas, EXACT);
        row("VC-A4", k * GAP, EXACT);
        row("VC-A5", s.freePath(), EXACT);
        row("VC-A6", s.slip(GAP), EXACT);
        row("VC-A7(0.03)", s.interfaceConductance(0.03), EXACT);
        row("VC-A7(0.1)", s.interfaceConductance(0.1), EXACT);
        row("VC-A7(1)", s.interfaceConductance(1), EXACT);
        double drop = Limits.diskDrop(s, flow(), Q, A, R);
        double unit = Q / s.latentHeat() / (2 * Math.PI * flow());
        row("VC-B1", drop, EXACT);
        row("VC-B2", unit * (1 - A * A / (R * R)) / 2, EXACT);
        row("VC-B3", unit * R * R * Math.log(R / A) / (R * R - A * A), EXACT);
        row("VC-B4", 1 / s.slope(), EXACT);
        row("VC-B5", drop / s.slope(), EXACT);
        double speed = Q / s.latentHeat() * (1 - A * A / (R * R)) / (2 * Math.PI * A * s.vaporDensity() * GAP);
        row("VC-B6", speed, EXACT);
        row("VC-B7", s.vaporDensity() * speed * 2 * GAP / s.vaporViscosity(), EXACT);
        row("VC-B8", speed / Math.sqrt(1.33 * Saturation.GAS_CONSTANT * s.temperature()), EXACT);
        row("VC-B9", Limits.stripDrop(s, flow(), 2, 10e-3, 65e-3), EXACT);
        double lost = 24 * s.vaporViscosity() * Saturation.GAS_CONSTANT * s.temperature() * 2 * 65e-3
                / (10e-3 * GAP * GAP * GAP * s.latentHeat());
        row("VC-B10", s.pressure() - Math.sqrt(s.pressure() * s.pressure() - lost), EXACT);
    }

    private void liquid() {
        var s = W50;
        double drop = Limits.diskDrop(s, wickFlow(), Q, A, R), vapor = Limits.diskDrop(s, flow(), Q, A, R);
        double unit = Q / s.latentHeat() / (2 * Math.PI * wickFlow());
        row("VC-C1", drop, EXACT);
        row("VC-C2", unit * (0.5 + Math.log(R / A)), EXACT);
        row("VC-C3", unit / 2, EXACT);
        double hold = 2 * s.surfaceTension() / PORE, perWatt = (drop + vapor) / Q;
        row("VC-C4", hold, EXACT);
        row("VC-C5", hold / perWatt, EXACT);
        row("VC-C6", (hold - s.liquidDensity() * Limits.GRAVITY * 65e-3) / perWatt, EXACT);
        row("VC-C7", flow() / wickFlow(), EXACT);
        row("VC-C8", bestSplit(), EXACT);
        double strip = (Limits.stripDrop(s, flow(), 1, 10e-3, 65e-3) + Limits.stripDrop(s, wickFlow(), 1, 10e-3, 65e-3));
        row("VC-C9", hold / strip, EXACT);
        row("VC-X1", 2 * 7e-2 / 3.1e-5 * 1e-9 * 1e-4 * 2.5e6 * 1e3 / (1e-3 * 0.15), EXACT);
        diskByField(hold);
    }

    /// The gap that makes the sum of both drops least: bisection on its derivative.
    private static double bestSplit() {
        var s = W50;
        double low = 1e-6, high = 199e-6;
        for (int n = 0; n < 200; n++) {
            double h = (low + high) / 2;
            double gain = 36 * s.vaporViscosity() / s.vaporDensity() / Math.pow(h, 4);
            double loss = s.liquidViscosity() / (s.liquidDensity() * K) / Math.pow(2e-4 - h, 2);
            if (gain > loss) {
                low = h;
            } else {
                high = h;
            }
        }
        return low;
    }

    /// B1, C1 and C5 once more by the field solver with the same heat map.
    private void diskByField(double hold) {
        var mask = Mask.of(Shape.disk(0, 0, R), CELL);
        double[] in = mask.heat(Shape.disk(0, 0, A), Q), out = mask.heat(Shape.disk(0, 0, 2 * R), Q);
        var given = new GivenHeat(mask, W50.latentHeat(), flow(), wickFlow());
        double[] across = given.meniscus(in, out, Tilt.FLAT, W50.liquidDensity());
        double most = Arrays.stream(across).max().orElseThrow();
        double share = 1 / (1 + flow() / wickFlow());
        row("VC-B1", "-2D", most * share, 5e-3, false);
        row("VC-C1", "-2D", most * (1 - share), 5e-3, false);
        row("VC-C5", "-2D", hold / (most / Q), 5e-3, false);
    }

    private void limits() {
        var s = W50;
        double ring = 2 * Math.PI * A * GAP;
        row("VC-D1", Limits.sonic(s, ring), EXACT);
        row("VC-D2", Limits.entrainment(s, ring, PORE), EXACT);
        row("VC-D3", Limits.viscousStrip(s, flow(), 10e-3, 65e-3), EXACT);
        row("VC-D4", Limits.viscousDisk(s, flow(), A, R), EXACT);
        double hold = 2 * s.surfaceTension() / PORE;
        row("VC-D5(2.54e-07)", Limits.boiling(s, 2, WICK, 2.54e-7, hold), EXACT);
        row("VC-D5(2.54e-06)", Limits.boiling(s, 2, WICK, 2.54e-6, hold), EXACT);
        row("VC-J1", Limits.jurin(s, PORE), EXACT);
        row("VC-J2", Limits.rise(s, MODEL_WICK, 10), EXACT);
        row("VC-J3", Limits.riseTime(s, MODEL_WICK, 50e-3), EXACT);
        // the coefficient of the plate formula has three digits, the table's bay was taken with the same one
        row("VC-M1", Limits.lidDip(new Wall(Metal.COPPER, 50e-6), 1.5e-3, 101325 - 12351), 2e-3);
        row("VC-N1(1e-09,50)", Limits.blockedArea(1e-9, s.temperature(), s.pressure(), GAP), EXACT);
        row("VC-N1(1e-08,50)", Limits.blockedArea(1e-8, s.temperature(), s.pressure(), GAP), EXACT);
        row("VC-N1(1e-08,30)", Limits.blockedArea(1e-8, 303.15, 4246.6883, GAP), EXACT);
    }

    private void plates() {
        double[][] of = {{390, 390, 32.5e-3, 20e-3}, {390, 390, 15e-3, 12e-3}, {5000, 10, 15e-3, 12e-3}, {14.3, 14.3, 15e-3, 12e-3}};
        for (int n = 0; n < 4; n++) {
            double[] p = of[n];
            var plate = new PlateSeries(65e-3, 40e-3, 0.3e-3, p[0], p[1], 20, p[2], p[3], 10e-3, 10e-3);
            double[] r = plate.resistances();
            row("VC-E" + (n + 1) + "a", r[0], EXACT);
            row("VC-E" + (n + 1) + "b", r[1], EXACT);
            row("VC-E" + (n + 1) + "c", r[2], EXACT);
            row("VC-E" + (n + 1) + "d", 0.3e-3 / (p[1] * 2600e-6) + 1 / (20 * 2600e-6), EXACT);
        }
        finDisk();
    }

    private void finDisk() {
        row("VC-F1(centre)", DiskSolution.fin(0.117, 20, A, R, 1, 0), EXACT);
        row("VC-F1(r=a)", DiskSolution.fin(0.117, 20, A, R, 1, A), EXACT);
        row("VC-F1(rim)", DiskSolution.fin(0.117, 20, A, R, 1, R), EXACT);
    }

    private void disk() {
        var exact = new DiskSolution(LAYERS, 100, A, R, 5);
        var mask = Mask.of(Shape.disk(0, 0, R), CELL);
        var sheets = new Sheets(mask, LAYERS, Cooling.even(mask, 100, 0), 1);
        sheets.steady(mask.heat(Shape.disk(0, 0, A), 5), new double[mask.cells()], 1e-10);
        double[][] field = {sheets.evaporator(), sheets.vapor(), sheets.condenser()};
        String[] layer = {"wall1", "vapour", "wall2"}, place = {"0", "a", "R"};
        double[] radius = {0, A, R};
        for (int k = 0; k < 3; k++) {
            for (int p = 0; p < 3; p++) {
                String id = "VC-G1(" + layer[k] + "," + place[p] + ")";
                if (table.containsKey(id)) {
                    row(id, exact.rises(radius[p])[k], EXACT);
                    row(id, "-2D", mask.value(radius[p], 0, field[k]), 1e-3, false);
                }
            }
        }
        diskRest(exact, mask, sheets, field);
    }

    private void diskRest(DiskSolution exact, Mask mask, Sheets sheets, double[][] field) {
        for (int m = 0; m < 3; m++) {
            row("VC-G1(mu" + (m + 1) + ")", exact.eigenvalue(m), EXACT);
        }
        row("VC-G1(Qphase)", exact.carried(false), 1e-5);
        row("VC-G1(Qlat)", exact.carried(true), 1e-5);
        row("VC-G1(qmax)", exact.evaporation(0), EXACT);
        double drop = (exact.rises(0)[1] - exact.rises(R)[1]) * W50.slope();
        row("VC-G1(dPv)", drop, EXACT);
        row("VC-G1(dPl)", drop * flow() / wickFlow(), EXACT);
        double mean = 0, phase = 0, carried = 0;
        double[] in = sheets.evaporation(), out = sheets.condensation();
        for (int c = 0; c < mask.cells(); c++) {
            mean += mask.area()[c] * field[2][c] / mask.total();
            phase += Math.max(0, in[c]);
            carried += Math.max(0, in[c] - out[c]);
        }
        row("VC-G1(mean)", "-2D", mean, 1e-9, false);
        row("VC-G1(Qphase)", "-2D", phase, 1e-3, false);
        row("VC-G1(Qlat)", "-2D", carried, 1e-3, false);
        double least = Arrays.stream(field[1]).filter(t -> t > 0).min().orElseThrow();
        double across = mask.value(0, 0, field[1]) - Math.min(least, mask.value(R, 0, field[1]));
        // 0.78 K out of 20: the limit is a tenth of a percent of the rise
        row("VC-G1(dPv)", "-2D", across * W50.slope(), 5e-3, false);
    }

    private void rectangle() {
        var mask = Mask.of(Shape.rectangle(0, 0, 65e-3, 40e-3), CELL);
        var a = Shape.rectangle(10e-3, 7e-3, 10e-3, 10e-3);
        var b = Shape.rectangle(47e-3, 26e-3, 6e-3, 8e-3);
        double[] heat = mask.heat(a, 4), more = mask.heat(b, 1.5);
        Arrays.setAll(heat, c -> heat[c] + more[c]);
        var sheets = new Sheets(mask, LAYERS, Cooling.even(mask, 100, 0), 1);
        sheets.steady(heat, new double[mask.cells()], 1e-10);
        double[][] field = {sheets.evaporator(), sheets.vapor(), sheets.condenser()};
        String[] layer = {"wall1", "vapour", "wall2"};
        double mean = 0;
        for (int c = 0; c < mask.cells(); c++) {
            mean += mask.area()[c] * field[2][c] / mask.total();
        }
        row("VC-G2(mean)", "-2D", mean, 1e-9, false);
        for (int k = 0; k < 3; k++) {
            row("VC-G2(A," + layer[k] + ")", "-2D", mask.mean(a, field[k]), 1e-3, false);
            row("VC-G2(B," + layer[k] + ")", "-2D", mask.mean(b, field[k]), 1e-3, false);
            row("VC-G2(corner(65,40)," + layer[k] + ")", "-2D", mask.value(65e-3, 40e-3, field[k]), 1e-3, false);
            row("VC-G2(corner(0,0)," + layer[k] + ")", "-2D", mask.value(0, 0, field[k]), 1e-3, false);
            if (k > 0) {
                String id = "VC-G2(centreA(15,12)," + layer[k] + ")";
                row(id, "-2D", mask.value(15e-3, 12e-3, field[k]), 1e-3, false);
            }
        }
    }

    /// Decay of eigenmodes by the time stepper, each started as a pure mode.
    private void rates() {
        row("VC-H0", W50.vaporStorage() * GAP, EXACT);
        row("VC-H2", (481.089904 + 1.174525012 + 172.48) / 100, EXACT);
        int[][] modes = {{0, 0}, {1, 0}, {0, 1}, {2, 0}, {1, 1}};
        for (int[] mode : modes) {
            for (int k = 1; k <= 3; k++) {
                String id = "VC-H1(" + mode[0] + "," + mode[1] + ")" + k;
                double rate = Double.parseDouble(Objects.requireNonNull(table.get(id))[6]);
                row(id, "-2D", ChamberModes.decay(LAYERS, mode[0], mode[1], rate), 5e-3, false);
            }
        }
    }

    /// The mean rise of the plate after switching on 5.5 W.
    private void step() {
        var mask = Mask.of(Shape.rectangle(0, 0, 65e-3, 40e-3), 13, 8);
        double[] heat = mask.heat(Shape.rectangle(0, 0, 65e-3, 40e-3), 5.5), none = new double[mask.cells()];
        var sheets = new Sheets(mask, LAYERS, Cooling.even(mask, 100, 0), 1);
        double time = 0, step = 1e-4;
        String[] layer = {"wall1", "vapour", "wall2"};
        for (double stop : new double[] {0.1, 1, 5, 20}) {
            while (time < stop - 1e-12) {
                double now = Math.min(step, stop - time);
                sheets.advance(heat, none, now, 1e-11);
                time += now;
                step = Math.min(step * 1.2, 0.2);
            }
            double[][] field = {sheets.evaporator(), sheets.vapor(), sheets.condenser()};
            for (int k = 0; k < 3; k++) {
                String id = "VC-H3(%s,%s)".formatted(stop == 0.1 ? "0.1" : "%.0f".formatted(stop), layer[k]);
                row(id, "-2D", Arrays.stream(field[k]).average().orElseThrow(), 5e-3, false);
            }
        }
    }

    private void wicks() {
        double[][] meshes = {
            {100, 112}, {150, 65}, {200, 50}, {250, 40}, {300, 36}, {325, 35}, {400, 30}, {500, 25}, {500, 21.59}, {635, 20}
        };
        for (double[] m : meshes) {
            var mesh = Wick.Mesh.number(m[0], m[1] * 1e-6, 80e-6);
            String id = "(#%.0f,%s)".formatted(m[0], m[1] == 21.59 ? "21.6" : "%.0f".formatted(m[1]));
            row("VC-K1" + id, mesh.porosity(), EXACT);
            row("VC-K2" + id, mesh.permeability(), EXACT);
            row("VC-K3" + id, mesh.poreRadius(), EXACT);
            row("VC-K4" + id, mesh.conductivity(0.64059), EXACT);
        }
        double[][] powders = {{20, 0.45}, {50, 0.45}, {100, 0.45}, {50, 0.6}};
        for (double[] p : powders) {
            var powder = new Wick.Powder(p[0] * 1e-6, p[1], 80e-6, Metal.COPPER);
            String id = "(%.0f,%s)".formatted(p[0], p[1]);
            row("VC-K5" + id, powder.permeability(), EXACT);
            row("VC-K6" + id, powder.poreRadius(), EXACT);
            row("VC-K7" + id, powder.greatestConductivity(0.64059), EXACT);
        }
        row("VC-X2", Wick.Mesh.number(500, 21.59e-6, 80e-6).porosity(), EXACT);
    }

    private void water() {
        row("VC-P0(300)", Water.pressure(300), 2e-6);
        for (int t = 20; t <= 120; t += 20) {
            var s = Water.at(t + 273.15);
            String id = "VC-P(" + t + ",";
            row(id + "P_sat)", s.pressure(), 1e-4);
            row(id + "h_fg)", s.latentHeat(), 1e-4);
            row(id + "sigma)", s.surfaceTension(), 1e-4);
            row(id + "mu_l)", s.liquidViscosity(), 1e-4);
            row(id + "mu_v)", s.vaporViscosity(), 1e-4);
            row(id + "rho_l)", s.liquidDensity(), 1e-4);
            row(id + "rho_v)", s.vaporDensity(), 1e-4);
            row(id + "k_l)", s.liquidConductivity(), 2e-4);
            row(id + "k_v)", s.vaporConductivity(), 1e-4);
            row(id + "cp_l)", Water.liquidHeatCapacity(s.temperature()), 1e-4);
        }
    }

    private void strip() {
        row("VC-B11(0.5 W)", "-2D", ChamberModes.stripEnd(0.5), 0.01, true);
        row("VC-B11(1 W)", "-2D", ChamberModes.stripEnd(1), 0.01, true);
        row("VC-B11(2 W)", "-2D", ChamberModes.stripEnd(2), 0.01, true);
    }

    private void dryOut() {
        var mask = Mask.of(Shape.rectangle(0, 0, 80e-3, 10e-3), 320, 1);
        var given = new GivenHeat(mask, W50.latentHeat(), flow(), wickFlow());
        double[] out = mask.heat(Shape.rectangle(60e-3, 0, 20e-3, 10e-3), 1);
        for (double heat : new double[] {1.2, 1.5, 2.5}) {
            double[] in = mask.heat(Shape.rectangle(0, 0, 10e-3, 10e-3), heat);
            double[] wet = given.wet(in, out, 2 * W50.surfaceTension() / PORE, Tilt.FLAT, W50.liquidDensity());
            double length = 0;
            for (int c = 0; c < mask.cells(); c++) {
                length += in[c] > 0 && wet[c] > 0 ? mask.dx() : 0;
            }
            row("VC-C10(" + heat + " W)", "-2D", length, mask.dx(), true);
        }
    }
}

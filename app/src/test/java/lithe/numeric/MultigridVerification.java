// SPDX-License-Identifier: Apache-2.0
package lithe.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lithe.Figures;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Right answers on LB1, and few iterations on everything that is hard.
@Tag("verification")
class MultigridVerification {

    private static final double STEADY = Double.POSITIVE_INFINITY;
    private static final String ISSUE = "2 conduction";

    // ---- right answers

    /// The rest of a solve that stops by the energy of its error, against the true rest: steps of 0.01 … 100 s from 0. What is
    /// expected of iterations to come may be off by four, a factor of two in temperature.
    @ParameterizedTest
    @MethodSource
    void energyLeftInTheError(String name, Body body) {
        double most = 0;
        for (double step : new double[] {0.01, 1, 100}) {
            var a = body.operator(step);
            double[] exact = new double[a.cells()];
            var solver = Multigrid.of(a, 1);
            solver.solve(body.power, exact, 1e-13, 100);
            for (double share : new double[] {1e-4, 1e-8}) {
                double wanted = share * energy(a, exact, new double[a.cells()]);
                double[] u = new double[a.cells()];
                assertThat(solver.improve(body.power, u, wanted, 60).converged()).isTrue();
                most = Math.max(most, energy(a, exact, u) / wanted);
            }
        }
        Figures.record(ISSUE, "energy left in the error of a solve over the energy asked for", "%s: at most %.2f".formatted(name, most));
        assertThat(most).isLessThan(4);
    }

    static Stream<Arguments> energyLeftInTheError() {
        return Stream.of(
                arguments("LB1", new Lb1(35, 76, 1).body),
                arguments("Xiaomi-like", Phones.xiaomi(3, 1, 50_000)),
                arguments("unaligned", Phones.unaligned(2, 1)));
    }

    private static double energy(SevenPoint a, double[] u, double[] v) {
        double[] off = new double[u.length], out = new double[u.length];
        Arrays.setAll(off, c -> u[c] - v[c]);
        a.apply(off, out);
        return IntStream.range(0, off.length).mapToDouble(c -> off[c] * out[c]).sum();
    }

    @ParameterizedTest
    @MethodSource
    void meshesOfBenchmarkLb1(String mesh, int column, Lb1 lb1) throws IOException {
        double[] rise = solved(lb1.body, STEADY, 1e-10).rise;
        var outputs = lb1.outputs(rise);
        // the table has five decimals; the rest is for the residual of its solver
        reference(mesh, column).forEach((name, value) ->
                assertThat(outputs.get(name)).as(name).isEqualTo(value, within(2e-5)));
        assertThat(lb1.heatOut(rise)).isEqualTo(8.5, within(1e-6));
    }

    static Stream<Arguments> meshesOfBenchmarkLb1() {
        var small = Stream.of(
                arguments("LB1-steady-mesh35x76x11", 3, new Lb1(35, 76, 1)),
                arguments("LB1-steady", 7, new Lb1(35, 76, 1, 1, 1, 1, 1, 1, 1, 8, 1, 1, 1)),
                arguments("LB1-steady", 8, new Lb1(70, 152, 2, 2, 2, 2, 2, 2, 2, 16, 2, 2, 2)));
        return Figures.all()
                ? Stream.concat(small, Stream.of(arguments("LB1-steady-mesh140x304x22", 3, new Lb1(140, 304, 2))))
                : small;
    }

    /// Sheet of 1 µm beside columns of 2 mm; 3D-ICE prints the same to its last digit.
    @Test
    void theThinSheetOfLb1S() throws IOException {
        var lb1 = sheet(35, 76);
        var outputs = lb1.outputs(solved(lb1.body, STEADY, 1e-9).rise);
        reference("LB1-S-steady-mesh35x76x12", 3).forEach((name, value) ->
                assertThat(outputs.get(name)).as(name).isEqualTo(value, within(1e-3)));
    }

    @Test
    void implicitStepsOfLb1() throws IOException {
        var lb1 = new Lb1(35, 76, 1);
        var table = reference("LB1-transient-mesh35x76x11-implicitEuler-dt1s-start25C", 3);
        var body = lb1.body;
        var solver = Multigrid.of(body.operator(1), 1);
        double[] t = new double[body.cells()];
        double[] b = new double[body.cells()];
        for (int second = 1; second <= (Figures.all() ? 1000 : 60); second++) {
            for (int c = 0; c < b.length; c++) {
                b[c] = body.power[c] + body.capacity[c] * body.volume(c) * t[c];
            }
            solver.solve(b, t, 1e-9, 40);
            Double value = table.get("SoC_avg@t=" + second + "s");
            if (value != null) {
                assertThat(lb1.outputs(t).get("SoC_avg")).as("%s s", second).isEqualTo(value, within(2e-5));
            }
        }
    }

    // ---- few iterations

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void iterationsToOneInTenToTheEight(String what, Body body, double step, int most) {
        var answer = solved(body, step, 1e-8);
        Figures.record(
                ISSUE,
                "multigrid iterations to 1e-8 (at most " + most + ")",
                "%s, %,d cells: %d".formatted(what, body.cells(), answer.done.iterations()));
        assertThat(answer.done.iterations()).isLessThanOrEqualTo(most);
        assertThat(answer.operator.relativeResidual(body.power, answer.rise)).isLessThanOrEqualTo(1e-8);
    }

    static Stream<Arguments> iterationsToOneInTenToTheEight() {
        var cases = new ArrayList<Arguments>();
        for (int f : new int[] {1, 2}) {
            cases.add(arguments("LB1 " + f, new Lb1(35 * f, 76 * f, 1).body, STEADY, 22));
            cases.add(arguments("checkerboard " + f, Phones.checkerboard(f, 1).body, STEADY, 28));
        }
        cases.add(arguments("LB1-S", sheet(35, 76).body, STEADY, 22));
        cases.add(arguments("LB1, columns 1 : 16", new Lb1(280, 38, 1).body, STEADY, 28));
        cases.add(arguments("LB1, columns 0.1 to 3 mm", new Lb1(graded(0.07), graded(0.152), 1).body, STEADY, 28));
        cases.add(arguments("Xiaomi-like, chamber 50 000", Phones.xiaomi(1.5, 1, 50_000), STEADY, 28));
        cases.add(arguments("Xiaomi-like, chamber 200", Phones.xiaomi(3, 1, 200), STEADY, 28));
        cases.add(arguments("unaligned, 2 mm", Phones.unaligned(2, 1), STEADY, 28));
        cases.add(arguments("unaligned, 1 mm", Phones.unaligned(1, 1), STEADY, 28));
        for (double step : new double[] {1e-3, 1e-2, 0.1, 1, 10, 100}) {
            cases.add(arguments("LB1, step %s s".formatted(step), new Lb1(70, 152, 1).body, step, 13));
        }
        if (Figures.all()) {
            cases.add(arguments("LB1 4", new Lb1(140, 304, 1).body, STEADY, 22));
            cases.add(arguments("LB1 8", new Lb1(280, 608, 2).body, STEADY, 22));
            cases.add(arguments("LB1 8 × 60", new Lb1(280, 608, 3, 3, 3, 2, 3, 2, 6, 32, 2, 2, 2).body, STEADY, 22));
            cases.add(arguments("checkerboard 4", Phones.checkerboard(4, 2).body, STEADY, 28));
            cases.add(arguments("Xiaomi-like, 0.5 mm", Phones.xiaomi(0.5, 2, 50_000), STEADY, 28));
            cases.add(arguments("unaligned, 0.5 mm", Phones.unaligned(0.5, 2), STEADY, 28));
            cases.add(arguments("unaligned, 0.25 mm", Phones.unaligned(0.25, 1), STEADY, 28));
        }
        return cases.stream();
    }

    /// Columns from 0.1 mm, at 30 % of the length, growing by a tenth each to 3 mm; m.
    private static double[] graded(double length) {
        List<Double> d = new ArrayList<>();
        double x = 0;
        while (x < length) {
            double size = Math.min(3e-3, 1e-4 + 0.1 * Math.abs(x - 0.3 * length));
            d.add(size);
            x += size;
        }
        double factor = length / x;
        return d.stream().mapToDouble(size -> size * factor).toArray();
    }

    // ---- other properties

    /// Two cycles combined are not quite a linear map; conjugate gradients need it nearly so.
    @Test
    void theCycleIsNearlySymmetricAndPositive() {
        var body = Phones.xiaomi(3, 1, 50_000);
        var a = body.operator(STEADY);
        var cycle = new Cycle(a, Workers.of(1));
        long seed = 20261124;
        var random = new Random(seed);
        double worst = 0;
        for (int n = 0; n < 5; n++) {
            double[] v = random.doubles(a.cells(), -1, 1).toArray();
            double[] w = random.doubles(a.cells(), -1, 1).toArray();
            double[] mv = answer(cycle, a, v);
            double[] mw = answer(cycle, a, w);
            double size = Math.sqrt(dot(v, mv) * dot(w, mw));
            assertThat(dot(v, mv)).isPositive();
            worst = Math.max(worst, Math.abs(dot(w, mv) - dot(v, mw)) / size);
        }
        Figures.record(ISSUE, "asymmetry of the multigrid cycle, relative", "%.1e (seed %d)".formatted(worst, seed));
        assertThat(worst).as("seed %d", seed).isLessThan(0.02);
    }

    private static double[] answer(Cycle cycle, SevenPoint a, double[] b) {
        double[] x = new double[b.length];
        for (int row = 0; row < a.ny * a.nz; row++) {
            cycle.finest().receive(b, row * a.nx, row % a.ny, row / a.ny, 1);
        }
        cycle.run();
        for (int row = 0; row < a.ny * a.nz; row++) {
            cycle.finest().direction(x, row * a.nx, row % a.ny, row / a.ny, 1, 0);
        }
        return x;
    }

    private static double dot(double[] v, double[] w) {
        return IntStream.range(0, v.length).mapToDouble(c -> v[c] * w[c]).sum();
    }

    @Test
    void memoryPerCell() {
        double lb1 = Multigrid.of(new Lb1(70, 152, 1).body.operator(STEADY), 1).bytesPerCell();
        double xiaomi =
                Multigrid.of(Phones.xiaomi(1.5, 1, 50_000).operator(STEADY), 1).bytesPerCell();
        Figures.record(ISSUE, "bytes per cell (at most 200)", "LB1 %.0f, Xiaomi-like %.0f".formatted(lb1, xiaomi));
        assertThat(Math.max(lb1, xiaomi)).isLessThan(200);
    }

    private record Answer(SevenPoint operator, double[] rise, Convergence done) {}

    private static Answer solved(Body body, double step, double tolerance) {
        var a = body.operator(step);
        double[] u = new double[a.cells()];
        var done = Multigrid.of(a, 2).solve(body.power, u, tolerance, 100);
        assertThat(done.converged()).isTrue();
        return new Answer(a, u, done);
    }

    private static Lb1 sheet(int nx, int ny) {
        return new Lb1(Body.uniform(nx, 0.07), Body.uniform(ny, 0.152), new int[] {1}, true);
    }

    /// Values of a case in the reference table of LB1.
    private static Map<String, Double> reference(String name, int column) throws IOException {
        var in = Objects.requireNonNull(MultigridVerification.class.getResourceAsStream("/lithe/verify/lb1.csv"));
        var values = new LinkedHashMap<String, Double>();
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line; (line = lines.readLine()) != null; ) {
                String[] cells = line.split(",", -1);
                if (cells[0].equals(name)) {
                    values.put(cells[1], Double.valueOf(cells[column]));
                }
            }
        }
        assertThat(values).isNotEmpty();
        return values;
    }
}

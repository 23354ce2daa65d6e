// SPDX-License-Identifier: Apache-2.0
package lithe.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MultigridTest {

    private static final double STEADY = Double.POSITIVE_INFINITY;

    @Test
    void theResidualItReportsIsTheTrueOne() {
        var lb1 = new Lb1(17, 23, 1);
        var a = lb1.body.operator(STEADY);
        double[] u = new double[a.cells()];
        var done = Multigrid.of(a, 1).solve(lb1.body.power, u, 1e-9, 60);
        assertThat(done.converged()).isTrue();
        assertThat(done.residual()).isEqualTo(a.relativeResidual(lb1.body.power, u), within(1e-13));
        assertThat(done.residual()).isLessThanOrEqualTo(1e-9);
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        var lb1 = new Lb1(70, 152, 1);
        var a = lb1.body.operator(STEADY);
        double[] one = new double[a.cells()];
        double[] three = new double[a.cells()];
        Multigrid.of(a, 1).solve(lb1.body.power, one, 1e-8, 60);
        Multigrid.of(a, 3).solve(lb1.body.power, three, 1e-8, 60);
        assertThat(Arrays.equals(three, one)).isTrue();
    }

    @Test
    void boxesOfAnyShapeAreSolved() {
        var random = new Random(20261124);
        int[][] shapes = {{1, 1, 1}, {1, 1, 9}, {9, 1, 1}, {1, 9, 1}, {2, 3, 1}, {5, 4, 3}, {1, 6, 7}, {8, 1, 2}, {13, 11, 5}};
        for (int[] n : shapes) {
            var body = new Body(Body.uniform(n[0], 0.01), Body.uniform(n[1], 0.02), Body.uniform(n[2], 0.003));
            for (int c = 0; c < body.cells(); c++) {
                body.inPlane[c] = Math.pow(10, 5 * random.nextDouble() - 2);
                body.through[c] = Math.pow(10, 5 * random.nextDouble() - 2);
                body.power[c] = random.nextDouble();
            }
            var a = body.operator(STEADY);
            double[] u = new double[a.cells()];
            var done = Multigrid.of(a, 2).solve(body.power, u, 1e-10, 100);
            assertThat(a.relativeResidual(body.power, u)).as("%s", (Object) n).isLessThan(1e-10);
            assertThat(done.converged()).isTrue();
        }
    }

    @Test
    void aRoughSolveInTimeLeavesNoHeatUnaccountedFor() {
        var lb1 = new Lb1(35, 76, 1);
        lb1.body.cut((x, y) -> Math.hypot(x - 35, y - 140) < 9);
        var a = lb1.body.operator(1);
        int hole = lb1.body.at(17, 69, 5);
        double[] u = new double[a.cells()];
        var done = Multigrid.of(a, 2).improve(lb1.body.power, u, 1, 60);
        double taken = IntStream.range(0, u.length).mapToDouble(c -> a.sink[c] * u[c]).sum();
        double given = IntStream.range(0, u.length).filter(a::isActive).mapToDouble(c -> lb1.body.power[c]).sum();
        assertThat(done.residual()).as("rough").isGreaterThan(1e-4);
        assertThat(taken).isEqualTo(given, within(1e-12 * given));
        assertThat(u[hole]).isZero();
    }

    @Test
    void inactiveCellsStayZeroAndTheirRightHandSideIsIgnored() {
        var lb1 = new Lb1(35, 76, 1);
        lb1.body.cut((x, y) -> Math.hypot(x - 35, y - 140) < 9);
        var a = lb1.body.operator(STEADY);
        double[] b = lb1.body.power.clone();
        int hole = lb1.body.at(17, 69, 5);
        b[hole] = 7;
        double[] u = new double[a.cells()];
        u[hole] = 300;
        var done = Multigrid.of(a, 1).solve(b, u, 1e-8, 60);
        assertThat(done.converged()).isTrue();
        assertThat(u[hole]).isZero();
    }

    @Test
    void changedSinksAndConductancesAreFollowed() {
        var lb1 = new Lb1(20, 30, 1);
        var a = lb1.body.operator(STEADY);
        var solver = Multigrid.of(a, 1);
        var step = lb1.body.operator(3.0);
        System.arraycopy(step.sink, 0, a.sink, 0, a.sink.length);
        solver.sinkChanged();
        assertThat(difference(solve(solver, lb1), solve(Multigrid.of(step, 1), lb1))).isLessThan(1e-6);
        lb1.body.layer(4, 5, 7, 70, 1e6);
        var other = lb1.body.operator(3.0);
        System.arraycopy(other.gx, 0, a.gx, 0, a.gx.length);
        System.arraycopy(other.gy, 0, a.gy, 0, a.gy.length);
        System.arraycopy(other.gz, 0, a.gz, 0, a.gz.length);
        System.arraycopy(other.sink, 0, a.sink, 0, a.sink.length);
        solver.conductancesChanged();
        assertThat(difference(solve(solver, lb1), solve(Multigrid.of(other, 1), lb1))).isLessThan(1e-6);
    }

    private static double[] solve(Multigrid solver, Lb1 lb1) {
        double[] u = new double[lb1.body.cells()];
        var done = solver.solve(lb1.body.power, u, 1e-9, 30);
        assertThat(done.converged()).as("%s", done).isTrue();
        return u;
    }

    private static double difference(double[] v, double[] w) {
        return IntStream.range(0, v.length).mapToDouble(c -> Math.abs(v[c] - w[c])).max().orElseThrow();
    }

    @Test
    void aPartWithoutAWayOutIsRefused() {
        var body = new Body(Body.uniform(5, 0.01), Body.uniform(4, 0.01), Body.uniform(3, 0.001));
        body.layer(0, 3, 1, 1, 1e6);
        body.layer(1, 2, 1, 0, 1e6);
        assertThatThrownBy(() -> Multigrid.of(body.operator(STEADY), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cell (0, 0, 1)")
                .hasMessageContaining("no way out");
    }

    @Test
    void impossibleConductancesAreRefused() {
        double[] zero = new double[2];
        double[] one = {1, 1};
        assertThatThrownBy(() -> Multigrid.of(new SevenPoint(2, 1, 1, one, zero, zero, one), 1))
                .hasMessageContaining("cell (1, 0, 0)");
        assertThatThrownBy(() -> Multigrid.of(new SevenPoint(2, 1, 1, zero, zero, zero, new double[] {1, -1}), 1))
                .hasMessageContaining("-1.0");
        assertThatThrownBy(() ->
                        Multigrid.of(new SevenPoint(2, 1, 1, zero, zero, zero, new double[] {Double.NaN, 1}), 1))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> new SevenPoint(3, 1, 1, one, zero, zero, one)).hasMessageContaining("3 values");
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Would a batch of cells gain from being solved in lanes, several cases side by side in plain loops?
///
/// The two halves of a Newton iteration of the Doyle–Fuller–Newman model, for sixteen cases on the quick mesh of 25 cells:
/// the functions of every cell (an exponential, logarithms, roots and four table look-ups) and the elimination of the
/// 3 × 3 block-tridiagonal system with its border. One lane is the form of the product, one case after another; more
/// lanes lie next to each other in every array. Numbers are drawn, the operations are those of the product.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LaneBenchmark {

    private static final int CASES = 16;
    private static final int CELLS = 25;
    private static final int KNOTS = 4001;

    /// Cases side by side.
    @Param({"1", "4", "8", "16"})
    public int lanes;

    private final double[] table = new double[4 * KNOTS];
    private double[] salt = {};
    private double[] density = {};
    private double[] diffusion = {};
    private double[] logSalt = {};
    private double[] weight = {};
    private double[] lag = {};
    private double[] diagonal = {}; // nine of each cell
    private double[] lower = {}; // four of each cell: the couplings
    private double[] source = {}; // three of each cell
    private double[] blocks = {};
    private double[] right = {};
    private double[] border = {};

    /// Made by JMH.
    public LaneBenchmark() {}

    /// Draws the cases.
    @Setup
    public void draw() {
        var random = new Random(4);
        for (int i = 0; i < table.length; i++) {
            table[i] = random.nextDouble();
        }
        int n = CELLS * lanes;
        salt = filled(random, n, 800, 400);
        density = filled(random, n, 0.5, 1);
        diffusion = new double[n];
        logSalt = new double[n];
        weight = new double[n];
        lag = new double[n];
        diagonal = filled(random, 9 * n, -0.1, 0.2);
        lower = filled(random, 4 * n, -0.2, 0.1);
        source = filled(random, 3 * n, -1, 2);
        blocks = new double[9 * n];
        right = new double[3 * n];
        border = new double[3 * n];
        for (int k = 0; k < CELLS; k++) {
            for (int d = 0; d < 3; d++) {
                for (int l = 0; l < lanes; l++) {
                    diagonal[(9 * k + 4 * d) * lanes + l] = 2 + random.nextDouble();
                }
            }
        }
    }

    private static double[] filled(Random random, int n, double from, double span) {
        return random.doubles(n).map(u -> from + span * u).toArray();
    }

    /// The functions of all cells.
    ///
    /// @return what keeps the compiler from leaving them out
    @Benchmark
    public double[] functions() {
        for (int done = 0; done < CASES; done += lanes) {
            for (int i = 0; i < CELLS * lanes; i++) {
                double c = salt[i];
                double j = density[i];
                diffusion[i] = 5.34e-10 * Math.exp(-0.65 * c / 1000);
                logSalt[i] = Math.log(c);
                double s = 0.3 + 0.4 * j / 1.5;
                double u = at(s) + 0.1 * at(s * 0.9);
                double slope = at(s * 0.8) + 0.1 * at(s * 0.7);
                double twice = 1e-3 * Math.sqrt(c * s * (1 - s));
                double steep = Math.sqrt(twice * twice + j * j);
                double a = j / twice;
                weight[i] = 1 / (slope + 0.05 / steep);
                lag[i] = u - 0.05 * Math.log(a + Math.sqrt(a * a + 1));
            }
        }
        return lag;
    }

    private double at(double x) {
        double u = x * (KNOTS - 1);
        int i = Math.min(Math.max((int) u, 0), KNOTS - 1);
        double t = u - i;
        return table[4 * i] + t * (table[4 * i + 1] + t * (table[4 * i + 2] + t * table[4 * i + 3]));
    }

    /// Forward elimination and back substitution with the border.
    ///
    /// @return what keeps the compiler from leaving them out
    @Benchmark
    public double[] elimination() {
        for (int done = 0; done < CASES; done += lanes) {
            if (lanes == 1) {
                alone();
            } else {
                abreast(lanes);
            }
        }
        return border;
    }

    private void alone() {
        for (int k = 0; k < CELLS; k++) {
            step(k, 0, 1);
        }
        for (int k = CELLS - 2; k >= 0; k--) {
            back(k, 0, 1);
        }
    }

    private void abreast(int width) {
        for (int k = 0; k < CELLS; k++) {
            for (int l = 0; l < width; l++) {
                step(k, l, width);
            }
        }
        for (int k = CELLS - 2; k >= 0; k--) {
            for (int l = 0; l < width; l++) {
                back(k, l, width);
            }
        }
    }

    /// One cell of one lane forward: lower block (−g; x, −h; −s), diagonal, upper block of the same pattern.
    private void step(int k, int lane, int width) {
        int d = 9 * k * width + lane;
        int q = 3 * k * width + lane;
        int g = 4 * k * width + lane;
        double m00 = diagonal[d];
        double m01 = diagonal[d + width];
        double m02 = diagonal[d + 2 * width];
        double m10 = diagonal[d + 3 * width];
        double m11 = diagonal[d + 4 * width];
        double m12 = diagonal[d + 5 * width];
        double m20 = diagonal[d + 6 * width];
        double m21 = diagonal[d + 7 * width];
        double m22 = diagonal[d + 8 * width];
        double r0 = source[q];
        double r1 = source[q + width];
        double r2 = source[q + 2 * width];
        double g0 = lower[g];
        double g1 = lower[g + width];
        double g2 = lower[g + 2 * width];
        double g3 = lower[g + 3 * width];
        if (k > 0) {
            int p = d - 9 * width;
            int o = q - 3 * width;
            m00 -= g0 * blocks[p];
            m01 -= g0 * blocks[p + width];
            m02 -= g0 * blocks[p + 2 * width];
            m10 -= g1 * blocks[p] + g2 * blocks[p + 3 * width];
            m11 -= g1 * blocks[p + width] + g2 * blocks[p + 4 * width];
            m12 -= g1 * blocks[p + 2 * width] + g2 * blocks[p + 5 * width];
            m20 -= g3 * blocks[p + 6 * width];
            m21 -= g3 * blocks[p + 7 * width];
            m22 -= g3 * blocks[p + 8 * width];
            r0 -= g0 * right[o];
            r1 -= g1 * right[o] + g2 * right[o + width];
            r2 -= g3 * right[o + 2 * width];
        }
        double c00 = m11 * m22 - m12 * m21;
        double c01 = m02 * m21 - m01 * m22;
        double c02 = m01 * m12 - m02 * m11;
        double c10 = m12 * m20 - m10 * m22;
        double c11 = m00 * m22 - m02 * m20;
        double c12 = m02 * m10 - m00 * m12;
        double c20 = m10 * m21 - m11 * m20;
        double c21 = m01 * m20 - m00 * m21;
        double c22 = m00 * m11 - m01 * m10;
        double inverse = 1 / (m00 * c00 + m01 * c10 + m02 * c20);
        right[q] = (c00 * r0 + c01 * r1 + c02 * r2) * inverse;
        right[q + width] = (c10 * r0 + c11 * r1 + c12 * r2) * inverse;
        right[q + 2 * width] = (c20 * r0 + c21 * r1 + c22 * r2) * inverse;
        border[q] = c02 * inverse;
        border[q + width] = c12 * inverse;
        border[q + 2 * width] = c22 * inverse;
        double u00 = g0 * inverse;
        double u10 = g1 * inverse;
        double u11 = g2 * inverse;
        double u22 = g3 * inverse;
        blocks[d] = c00 * u00 + c01 * u10;
        blocks[d + width] = c01 * u11;
        blocks[d + 2 * width] = c02 * u22;
        blocks[d + 3 * width] = c10 * u00 + c11 * u10;
        blocks[d + 4 * width] = c11 * u11;
        blocks[d + 5 * width] = c12 * u22;
        blocks[d + 6 * width] = c20 * u00 + c21 * u10;
        blocks[d + 7 * width] = c21 * u11;
        blocks[d + 8 * width] = c22 * u22;
    }

    /// One cell of one lane back.
    private void back(int k, int lane, int width) {
        int p = 9 * k * width + lane;
        int q = 3 * k * width + lane;
        int o = q + 3 * width;
        double d0 = right[o];
        double d1 = right[o + width];
        double d2 = right[o + 2 * width];
        double v0 = border[o];
        double v1 = border[o + width];
        double v2 = border[o + 2 * width];
        right[q] -= blocks[p] * d0 + blocks[p + width] * d1 + blocks[p + 2 * width] * d2;
        right[q + width] -= blocks[p + 3 * width] * d0 + blocks[p + 4 * width] * d1 + blocks[p + 5 * width] * d2;
        right[q + 2 * width] -= blocks[p + 6 * width] * d0 + blocks[p + 7 * width] * d1 + blocks[p + 8 * width] * d2;
        border[q] = -(blocks[p] * v0 + blocks[p + width] * v1 + blocks[p + 2 * width] * v2);
        border[q + width] = -(blocks[p + 3 * width] * v0 + blocks[p + 4 * width] * v1 + blocks[p + 5 * width] * v2);
        border[q + 2 * width] = -(blocks[p + 6 * width] * v0 + blocks[p + 7 * width] * v1 + blocks[p + 8 * width] * v2);
    }
}

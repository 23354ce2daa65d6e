// SPDX-License-Identifier: Apache-2.0
package lithe.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import lithe.units.Quantity;
import org.hipparchus.distribution.continuous.NormalDistribution;

/// The 10–90 % band of a result when its graded inputs vary over their ranges.
///
/// @param low value that a tenth of the variants stay below, SI
/// @param median middle value, SI
/// @param high value that a tenth of the variants exceed, SI
/// @param variants number of variants that could be simulated
/// @param refused number of variants that could not exist or did not converge
public record Band(double low, double median, double high, int variants, int refused) {

    private static final NormalDistribution NORMAL = new NormalDistribution();
    /// Standard deviations from the median to the 90 % point of a normal distribution.
    private static final double TO_90 = NORMAL.inverseCumulativeProbability(0.9);
    /// Draws are kept within this many standard deviations, so that no input leaves what it can be.
    private static final double WIDEST = 2.5;

    /// Simulates variants drawn by Latin hypercube: each input's range is cut into as many equally likely slices as there
    /// are variants, and every slice is used once. Each input is normal in the two halves of its 10–90 % range.
    ///
    /// @param inputs the inputs that vary, with their ranges
    /// @param variants how many to draw
    /// @param seed seed of the draw; the same seed gives the same variants
    /// @param simulate result for a value of each input, SI, in the order of the inputs; may refuse with an exception
    /// @return the band
    /// @throws IllegalArgumentException when fewer than five variants could be simulated
    public static Band of(List<Quantity> inputs, int variants, long seed, ToDoubleFunction<double[]> simulate) {
        List<double[]> drawn = draw(inputs, variants, seed);
        var results = new ArrayList<Double>();
        for (double[] values : drawn) {
            try {
                results.add(simulate.applyAsDouble(values));
            } catch (IllegalArgumentException | ArithmeticException refused) {
                continue; // counted below: a variant that cannot exist is an answer, not an error
            }
        }
        if (results.size() < 5) {
            throw new IllegalArgumentException(
                    "only %d of %d variants could be simulated; narrow the ranges".formatted(results.size(), variants));
        }
        double[] sorted = results.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Band(
                percentile(sorted, 0.1),
                percentile(sorted, 0.5),
                percentile(sorted, 0.9),
                sorted.length,
                variants - sorted.length);
    }

    private static List<double[]> draw(List<Quantity> inputs, int variants, long seed) {
        var random = new Random(seed);
        double[][] drawn = new double[variants][inputs.size()];
        for (int input = 0; input < inputs.size(); input++) {
            List<Integer> slices = new ArrayList<>(IntStream.range(0, variants).boxed().toList());
            Collections.shuffle(slices, random);
            for (int v = 0; v < variants; v++) {
                drawn[v][input] = value(inputs.get(input), (slices.get(v) + random.nextDouble()) / variants);
            }
        }
        return Arrays.asList(drawn);
    }

    private static double value(Quantity input, double probability) {
        double deviations = Math.clamp(NORMAL.inverseCumulativeProbability(probability), -WIDEST, WIDEST) / TO_90;
        double end = deviations < 0 ? input.low() : input.high();
        // a positive quantity stays positive however wide its range: the arms are ratios, equal to differences when narrow
        return input.low() > 0
                ? input.si() * Math.pow(end / input.si(), Math.abs(deviations))
                : input.si() + Math.abs(deviations) * (end - input.si());
    }

    private static double percentile(double[] sorted, double p) {
        double at = p * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}

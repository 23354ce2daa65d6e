// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lithe.numeric.SymmetricEigen;

/// The same phone with chambers from cold to warm in one basis; without chambers the family is one member, which lives in
/// its own modes.
final class Family {

    /// Lengths of steps whose propagators are kept.
    private static final int MOST_STEPS = 16;

    /// Shares of the reference rise for which there is a member.
    final double[] levels;
    /// Members in coordinates of the basis: eigenvalues, 1/s, and eigenvectors.
    private final List<SymmetricEigen> members = new ArrayList<>();
    /// Input of each shape.
    private double[][] inputs = new double[0][];
    private final Map<Double, Propagators> propagators = new LinkedHashMap<>();

    Family(boolean chambers) {
        levels = chambers ? new double[] {0, 0.25, 0.5, 0.75, 1} : new double[] {1};
    }

    /// Exact propagators of each member over a step: e^(−AΔt), which is symmetric, and A⁻¹(1 − e^(−AΔt)) times the inputs, by input.
    record Propagators(double[][][] decay, double[][][] gain) {}

    /// Adds the member of the next level.
    void join(double[][] projected) {
        members.add(SymmetricEigen.of(projected));
    }

    boolean many() {
        return levels.length > 1;
    }

    /// Decay of each mode of the warmest member, 1/s.
    double[] rates() {
        return members.getLast().values();
    }

    /// Modes of the warmest member.
    double[][] modes() {
        return members.getLast().vectors();
    }

    /// Tells what drives the shapes.
    void driven(double[][] by) {
        inputs = by;
        propagators.clear();
    }

    /// Propagators over a step, kept for the next.
    Propagators over(double seconds) {
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
            double[] values = members.get(l).values();
            double[][] vectors = members.get(l).vectors();
            double[][] modal = Rows.turn(vectors, inputs);
            for (int q = 0; q < m; q++) {
                double e = Math.exp(-values[q] * seconds);
                for (int i = 0; i < m; i++) {
                    Rows.add(decay[l][i], vectors[q], e * vectors[q][i]);
                }
                for (int p = 0; p < modal[q].length; p++) {
                    Rows.add(gain[l][p], vectors[q], (1 - e) / values[q] * modal[q][p]);
                }
            }
        }
        return new Propagators(decay, gain);
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Finds which part of an evaporator falls dry: the fewest of the driest cells whose drying lets the rest stay wet.
///
/// Cells are ranked by capillary use with everything wet. How many of them must go is a falling function of one number,
/// found by false position with bisection; every trial solves the full problem, so that heat which a dry cell no
/// longer takes reappears at its neighbours.
final class DryOut {

    /// A chamber that can be solved with part of its wick dry.
    @FunctionalInterface
    interface Trial {
        /// Returns capillary use (pressure over limit) of each wet evaporating cell; anything ≤ 0 elsewhere.
        ///
        /// @param wet 1 wet, 0 dry
        double[] use(double[] wet);
    }

    /// What was found.
    ///
    /// @param demand greatest use with everything wet
    /// @param use greatest use of what stays wet
    /// @param dry number of dry cells
    /// @param wet 1 wet, 0 dry
    /// @param settled whether what stays wet keeps below its limit
    record Found(double demand, double use, int dry, double[] wet, boolean settled) {}

    private static final int TRIALS = 24;

    private DryOut() {}

    /// @param first use of wet evaporating cells with everything wet
    /// @param order pressure across the meniscus over its limit in every cell with everything wet
    static Found find(int cells, double[] first, double[] order, Trial trial) {
        double[] wet = new double[cells];
        Arrays.fill(wet, 1);
        double demand = greatest(first);
        if (demand <= 1) {
            return new Found(demand, demand, 0, wet, true);
        }
        Integer[] rank = IntStream.range(0, cells)
                .filter(c -> order[c] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(c -> -order[c]))
                .toArray(Integer[]::new);
        return search(cells, rank, demand, trial);
    }

    private static Found search(int cells, Integer[] rank, double demand, Trial trial) {
        int low = 0, high = rank.length;
        double above = demand - 1, below = -1, used = 0;
        int last = -1;
        for (int n = 0; n < TRIALS && high - low > 1; n++) {
            // false position, kept off the ends; every third trial halves
            double share = n % 3 == 2 ? 0.5 : Math.clamp(above / (above - below), 0.02, 0.98);
            int m = Math.clamp(low + (int) Math.round(share * (high - low)), low + 1, high - 1);
            double over = greatest(trial.use(dried(cells, rank, m))) - 1;
            last = m;
            if (over > 0) {
                low = m;
                above = over;
            } else {
                high = m;
                below = Math.min(over, -1e-9);
                used = over + 1;
            }
        }
        double[] wet = dried(cells, rank, high);
        if (last != high) {
            used = greatest(trial.use(wet));
        }
        return new Found(demand, used, high, wet, used <= 1);
    }

    private static double[] dried(int cells, Integer[] rank, int count) {
        double[] wet = new double[cells];
        Arrays.fill(wet, 1);
        for (int k = 0; k < count; k++) {
            wet[rank[k]] = 0;
        }
        return wet;
    }

    private static double greatest(double[] use) {
        double most = 0;
        for (double u : use) {
            most = Math.max(most, u);
        }
        return most;
    }
}

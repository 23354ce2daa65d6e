// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// How far a result may be from the one of an infinitely fine mesh, judged from the run mesh and two coarser ones, each
/// with every second plane of the one before left out where edges allow it.
///
/// Errors at the edges of good conductors fall with the cell size to the power 1–1.5, so the error of the run mesh is
/// between a third and twice the first difference. The second difference guards against a first one that is small by
/// chance: errors that fall as fast as they can, with the square, would leave a twelfth of it.
public final class MeshError {

    /// On the first difference; found by trial on LB1 and the unaligned phone, where the true error is 0.6–1.6 of it.
    private static final double SAFETY = 1.8;
    /// On the second difference: 1.8 / (2² (2² − 1)).
    private static final double GUARD = 0.15;

    /// Least error claimed, K: what the iterations may leave.
    private static final double FLOOR = 1e-3;

    private MeshError() {}

    /// Estimates the mesh error of one result.
    ///
    /// @param run value on the run mesh
    /// @param coarse value with every second plane left out
    /// @param coarser value with every second plane left out again
    /// @return the error it may have, K, at least 1 mK
    public static double of(double run, double coarse, double coarser) {
        return Math.max(FLOOR, Math.max(SAFETY * Math.abs(run - coarse), GUARD * Math.abs(coarse - coarser)));
    }

    /// Estimates the mesh error of results of a steady state. Costs about a seventh of the run itself.
    ///
    /// @param run temperatures on the run mesh
    /// @param around what is around the phone
    /// @param powers power of each part in the order of the device, W
    /// @param threads threads that share the work
    /// @param read reads results by their names
    /// @return estimated error by name, K
    public static Map<String, Double> steady(
            Temperatures run,
            Surroundings around,
            double[] powers,
            int threads,
            Function<Temperatures, Map<String, Double>> read) {
        Grid coarse = run.grid().coarser();
        var once = read.apply(Heat.on(coarse, threads).steady(around, powers));
        var twice = read.apply(Heat.on(coarse.coarser(), threads).steady(around, powers));
        Map<String, Double> errors = new LinkedHashMap<>();
        read.apply(run).forEach((name, value) -> {
            Double first = once.get(name), second = twice.get(name);
            if (first != null && second != null) {
                errors.put(name, of(value, first, second));
            }
        });
        return errors;
    }
}

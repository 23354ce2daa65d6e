// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// How far a result may be from the one of an infinitely fine mesh, from what is read on the run mesh and on the coarser
/// one that a [Judge] made of it.
public final class MeshError {

    /// On the difference. At the edges of parts errors fall with the cell to the power 1–1.5, so the true error is between
    /// a half and once the difference; on LB1, the unaligned phone, the MSM8660 and the Xiaomi 12 it is mostly 0.6–1.3.
    private static final double SAFETY = 1.8;

    /// Least error claimed, K: what iterations and chance cancellation may leave.
    private static final double FLOOR = 5e-3;

    private MeshError() {}

    /// Estimates the mesh error of one result.
    ///
    /// @param run value on the run mesh
    /// @param judge value on the judge's mesh
    /// @return the error it may have, K, at least 5 mK
    public static double of(double run, double judge) {
        return Math.max(FLOOR, SAFETY * Math.abs(run - judge));
    }

    /// Estimates the mesh error of results of a steady state; costs one linear solve on the coarser mesh.
    ///
    /// @param judge judge of the equations the state was found with
    /// @param run temperatures on the run mesh
    /// @param read reads results by their names
    /// @return estimated error by name, K
    public static Map<String, Double> steady(
            Judge judge, Temperatures run, Function<Temperatures, Map<String, Double>> read) {
        var coarse = read.apply(judge.steady(run));
        Map<String, Double> errors = new LinkedHashMap<>();
        read.apply(run).forEach((name, value) -> {
            Double other = coarse.get(name);
            if (other != null) {
                errors.put(name, of(value, other));
            }
        });
        return errors;
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// How far a result may be from the one of an infinitely fine mesh, from what is read on the run mesh and on the coarser
/// one that a [Judge] made of it.
public final class MeshError {

    /// On the difference to the coarser mesh. At the edges of parts errors fall with about the first power of the cell, so
    /// that the difference is the error itself (0.6–1.3 of it on LB1, the unaligned phone, the MSM8660 and the Xiaomi 12);
    /// √3 puts the claim in the middle of one and three times the error.
    private static final double SAFETY = Math.sqrt(3);

    /// Part of what seems to cancel that is claimed all the same: what x and y do apart, as far as it exceeds what all
    /// directions do together. The error over the coarse difference, 1 / (2^p − 1), need not be alike: it is 1.2 along x and 0.8
    /// along y on LB1, on the unaligned phone 0.3–1.1 and 0.9–1.4; half of the difference is left of x less y.
    private static final double UNEQUAL = 0.25;

    /// Least error claimed, K: what iterations and chance cancellation may leave.
    private static final double FLOOR = 5e-3;

    private MeshError() {}

    /// Estimates the mesh error of one result.
    ///
    /// @param run value on the run mesh
    /// @param mean value of the run's averages on the judge's mesh
    /// @param coarse value on the judge's mesh
    /// @param across value with what x does wrong and the opposite of what y does wrong
    /// @return the error it may have, in the unit of the result; at least 0.005, made for K
    public static double of(double run, double mean, double coarse, double across) {
        double cancelled = Math.max(0, Math.abs(across - mean) - Math.abs(coarse - mean));
        return Math.max(FLOOR, SAFETY * (Math.abs(coarse - run) + UNEQUAL * cancelled));
    }

    /// Estimates the mesh error of results of a steady state; costs two linear solves on the coarser mesh.
    ///
    /// @param judge judge of the equations the state was found with
    /// @param run temperatures on the run mesh
    /// @param read reads results by their names
    /// @return estimated error by name, K
    public static Map<String, Double> steady(
            Judge judge, Temperatures run, Function<Temperatures, Map<String, Double>> read) {
        return of(read.apply(run), judge.steady(run), read);
    }

    /// Estimates the mesh error of results.
    ///
    /// @param run results on the run mesh by name
    /// @param finding what a judge found
    /// @param read reads results by their names
    /// @return estimated error by name, K; of results that both meshes have
    public static Map<String, Double> of(
            Map<String, Double> run, Judge.Finding finding, Function<Temperatures, Map<String, Double>> read) {
        var mean = read.apply(finding.mean());
        var coarse = read.apply(finding.coarse());
        var across = read.apply(finding.across());
        Map<String, Double> errors = new LinkedHashMap<>();
        run.forEach((name, value) -> {
            Double other = coarse.get(name);
            if (other != null) {
                errors.put(name, of(value, mean.getOrDefault(name, other), other, across.getOrDefault(name, other)));
            }
        });
        return errors;
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.device;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/// How the phone stands in the world: patches of its surface with their exchange; a later patch covers an earlier one.
///
/// @param name name of the posture, or "given"
/// @param patches what happens where; a place without a patch is adiabatic
public record Boundary(String name, List<Patch> patches) {

    /// Takes a copy of the patches.
    public Boundary {
        patches = List.copyOf(patches);
    }

    /// Returns how a face is divided among exchanges.
    ///
    /// @param face the face
    /// @return share of the face's area by exchange; they sum to 1, adiabatic where no patch lies
    public Map<Exchange, Double> shares(Face face) {
        List<Patch> on = patches.stream().filter(patch -> patch.face() == face).toList();
        double[] u = cuts(on.stream().flatMap(patch -> Stream.of(patch.u0(), patch.u1())));
        double[] v = cuts(on.stream().flatMap(patch -> Stream.of(patch.v0(), patch.v1())));
        Map<Exchange, Double> shares = new LinkedHashMap<>();
        for (int i = 0; i + 1 < u.length; i++) {
            for (int j = 0; j + 1 < v.length; j++) {
                var there = at(on, (u[i] + u[i + 1]) / 2, (v[j] + v[j + 1]) / 2);
                shares.merge(there, (u[i + 1] - u[i]) * (v[j + 1] - v[j]), Double::sum);
            }
        }
        return shares;
    }

    private static Exchange at(List<Patch> on, double u, double v) {
        return on.reversed().stream()
                .filter(p -> p.u0() <= u && u <= p.u1() && p.v0() <= v && v <= p.v1())
                .findFirst()
                .map(Patch::exchange)
                .orElse(new Exchange.Adiabatic());
    }

    private static double[] cuts(Stream<Double> edges) {
        var sorted = new TreeSet<>(List.of(0.0, 1.0));
        edges.map(edge -> Math.clamp(edge, 0.0, 1.0)).forEach(sorted::add);
        return sorted.stream().mapToDouble(Double::doubleValue).toArray();
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import java.util.EnumMap;
import java.util.Map;
import lithe.device.Face;

/// Sums of heat as [Skin#tally] makes them: convection, radiation, hand, sun, then each face.
final class Ledger {

    private static final int FACES = 4;

    private Ledger() {}

    static Balance balance(double released, double stored, double[] sums) {
        Map<Face, Double> out = new EnumMap<>(Face.class);
        for (Face face : Face.values()) {
            out.put(face, sums[FACES + face.ordinal()]);
        }
        return new Balance(released, sums[3], stored, sums[0], sums[1], sums[2], out);
    }
}

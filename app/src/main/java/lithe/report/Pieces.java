// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cuts lines where they leave the phone.
final class Pieces {

    private Pieces() {}

    /// Returns the stretches of a line whose points are covered.
    static List<double[]> within(double[] line, Png.Mask mask) {
        List<double[]> pieces = new ArrayList<>();
        int from = -1;
        for (int p = 0; p <= line.length; p += 2) {
            boolean inside = p < line.length && mask.covers(line[p], line[p + 1]);
            if (inside && from < 0) {
                from = p;
            } else if (!inside && from >= 0) {
                if (p - from >= 4) {
                    pieces.add(Arrays.copyOfRange(line, from, p));
                }
                from = -1;
            }
        }
        return pieces;
    }
}

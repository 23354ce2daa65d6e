// SPDX-License-Identifier: Apache-2.0
package lithe.geometry;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Finds the pairs of boxes that share volume.
public final class Overlaps {

    /// Hears of one pair.
    @FunctionalInterface
    public interface Listener {

        /// Is told of two boxes that overlap.
        ///
        /// @param first index of one
        /// @param second index of the other
        /// @return whether to look for more
        boolean overlap(int first, int second);
    }

    private Overlaps() {}

    /// Compares each box with those that begin before it ends, in the order of x.
    ///
    /// @param boxes boxes in any order
    /// @param listener hears of every pair until it has enough
    public static void of(List<Box> boxes, Listener listener) {
        int[] order = IntStream.range(0, boxes.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> boxes.get(i).x0()))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < order.length; i++) {
            var box = boxes.get(order[i]);
            for (int j = i + 1; j < order.length && boxes.get(order[j]).x0() < box.x1(); j++) {
                if (box.overlaps(boxes.get(order[j])) && !listener.overlap(order[i], order[j])) {
                    return;
                }
            }
        }
    }
}

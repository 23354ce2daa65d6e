// SPDX-License-Identifier: Apache-2.0
package lithe.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/// How far must boxes move in one direction until they stand free of others?
public final class Slide {

    private Slide() {}

    /// A box that stands in the way, and the distance to keep from it.
    ///
    /// @param box the box
    /// @param beside distance to keep in x and y where the two stand beside each other, m; one above the other may touch
    public record Obstacle(Box box, double beside) {

        /// Tells whether a box is too near to this one.
        ///
        /// @param other another box
        /// @return true when it overlaps or the distance beside it is not kept
        public boolean hinders(Box other) {
            return hinders(other, 0) && hinders(other, 1) && hinders(other, 2);
        }

        private boolean hinders(Box other, int axis) {
            return box.gap(other, axis) < keep(axis) - Box.ROUNDING;
        }

        private double keep(int axis) {
            return axis == 2 ? 0 : beside;
        }
    }

    /// Returns the least movement of boxes, together, after which none of the obstacles hinders them.
    ///
    /// Every pair of boxes that could meet forbids an interval of distances; the answer is the least distance in none.
    ///
    /// @param moving boxes that move together
    /// @param obstacles what stands in the way
    /// @param way direction
    /// @param least they must move at least this far, m
    /// @param most they may move at most this far, m
    /// @return the distance, m; empty when there is none up to the most
    public static OptionalDouble least(List<Box> moving, List<Obstacle> obstacles, Direction way, double least, double most) {
        List<double[]> forbidden = new ArrayList<>();
        for (var obstacle : obstacles) {
            for (var box : moving) {
                if (obstacle.hinders(box, (way.axis() + 1) % 3) && obstacle.hinders(box, (way.axis() + 2) % 3)) {
                    forbidden.add(forbidden(box, obstacle, way));
                }
            }
        }
        forbidden.sort(Comparator.comparingDouble(interval -> interval[0]));
        double at = Math.max(least, 0);
        for (double[] interval : forbidden) {
            if (interval[0] >= at - Box.ROUNDING) {
                break; // this one and all that follow begin behind the place
            }
            at = Math.max(at, interval[1]);
        }
        return at <= most + Box.ROUNDING ? OptionalDouble.of(at) : OptionalDouble.empty();
    }

    /// Distances at which the box would be too near, as an open interval.
    private static double[] forbidden(Box box, Obstacle obstacle, Direction way) {
        int axis = way.axis();
        double keep = obstacle.keep(axis);
        double from = obstacle.box().low(axis) - keep - box.high(axis), to = obstacle.box().high(axis) + keep - box.low(axis);
        return way.sign() > 0 ? new double[] {from, to} : new double[] {-to, -from};
    }
}

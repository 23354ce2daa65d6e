// SPDX-License-Identifier: Apache-2.0
package lithe.board;

import java.util.Map;
import lithe.geometry.Rectangle;

/// A part on a board.
///
/// @param reference reference designator, such as C12
/// @param type footprint or package name
/// @param side side it is soldered to
/// @param x x of its origin, m
/// @param y y of its origin, m, down
/// @param angle turn as the file states it, rad, anticlockwise as seen from the front
/// @param box what it covers in plan, seen from the front: pads and drawn body
/// @param pads number of pads that carry a number
/// @param height height above its side, m, or NaN when not known
/// @param power heat it gives off in each workload, W
public record PlacedPart(
        String reference,
        String type,
        Side side,
        double x,
        double y,
        double angle,
        Rectangle box,
        int pads,
        double height,
        Map<String, Double> power) {

    /// Takes a copy of the powers.
    public PlacedPart {
        power = Map.copyOf(power);
    }

    /// Returns the same part with a height and powers from elsewhere.
    ///
    /// @param newHeight height above its side, m, or NaN to keep it
    /// @param newPower heat in each workload, W
    /// @return the completed part
    public PlacedPart with(double newHeight, Map<String, Double> newPower) {
        return new PlacedPart(
                reference, type, side, x, y, angle, box, pads, Double.isNaN(newHeight) ? height : newHeight, newPower);
    }
}

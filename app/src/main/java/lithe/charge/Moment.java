// SPDX-License-Identifier: Apache-2.0
package lithe.charge;

/// One line of the story of a charge.
///
/// @param time time since the start, s
/// @param shown percentage on the screen, 0 … 1
/// @param voltage voltage of the cell, V
/// @param amps charge current, A
/// @param battery battery temperature, K
/// @param skin skin temperature, K
/// @param drawn power drawn from the adapter, W
/// @param margin plating margin, V
/// @param limit what limits the current, in words
public record Moment(
        double time,
        double shown,
        double voltage,
        double amps,
        double battery,
        double skin,
        double drawn,
        double margin,
        String limit) {}

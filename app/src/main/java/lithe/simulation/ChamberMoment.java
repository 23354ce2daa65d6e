// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import lithe.chamber.Mask;
import lithe.chamber.Uses;

/// A vapor chamber of the phone at the moment its wick was used most, on even cells; one value for each cell of the mask.
///
/// @param part name of the part
/// @param tilt the tilt in which it was worst
/// @param time when, s; 0 in a steady state
/// @param mask the cells
/// @param vapor temperature of the vapor, K
/// @param vaporPressure pressure of the vapor, Pa
/// @param liquidPressure pressure of the liquid, Pa
/// @param use pressure across the meniscus over what the wick can hold
/// @param wet 1 where the wick was wet, 0 where it was dry
/// @param open share of the cell that gas leaves open
/// @param uses use of each limit at this moment
public record ChamberMoment(
        String part,
        String tilt,
        double time,
        Mask mask,
        double[] vapor,
        double[] vaporPressure,
        double[] liquidPressure,
        double[] use,
        double[] wet,
        double[] open,
        Uses uses) {}

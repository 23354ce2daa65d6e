// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

import java.util.List;

/// The state of a chamber under one load, and how far it is from each limit.
///
/// Fields have one value for each cell of the mask.
///
/// @param mask the outline
/// @param heat heat carried, W
/// @param evaporator temperature of the evaporator wall, K
/// @param vapor temperature of the vapor, K
/// @param condenser temperature of the condenser wall, K
/// @param vaporPressure pressure of the vapor, Pa
/// @param liquidPressure pressure of the liquid, Pa; equal to the vapor's where the wick is flooded
/// @param capillaryUse pressure across the meniscus over what the wick can hold
/// @param wet 1 where the wick is wet, 0 where it fell dry
/// @param use use of each limit by the field; capillary as if everything were wet
/// @param dryArea area that fell dry, m²
/// @param resistance hottest evaporator wall less mean condenser wall, over heat, K/W
/// @param spread hottest less coldest vapor, K
/// @param settled whether the field and the dry area were found within their tolerances
/// @param notes where the model leaves its ranges, one sentence each
public record Assessment(
        Mask mask,
        double heat,
        double[] evaporator,
        double[] vapor,
        double[] condenser,
        double[] vaporPressure,
        double[] liquidPressure,
        double[] capillaryUse,
        double[] wet,
        Uses use,
        double dryArea,
        double resistance,
        double spread,
        boolean settled,
        List<String> notes) {}

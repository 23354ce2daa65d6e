// SPDX-License-Identifier: Apache-2.0
package lithe.explore.claim;

import org.jspecify.annotations.Nullable;

/// What one unsure input does to a claim.
///
/// @param factor the input, or inputs that move together
/// @param gauge quantity that decides the verdict most narrowly
/// @param share share of the spread of that quantity that is due to the input, 0 to 1
/// @param low value of the quantity with the input at its low end, SI; not a number when that phone could not exist
/// @param high value of the quantity with the input at its high end, SI
/// @param flips verdict that one of the ends alone leads to, or null when neither changes it
public record Influence(Factor factor, Gauge gauge, double share, double low, double high, @Nullable Standing flips) {}

// SPDX-License-Identifier: Apache-2.0

/// Does it fit? Overlaps, clearances, room to swell, stack sums, volume used, the largest battery, and what would cure a
/// packing that is not legal.
///
/// The main type is [lithe.fit.Packing]. Everything is exact for the boxes of a device file and the rounded outline of its
/// body; nothing is meshed or solved. It does not know whether a part can be mounted, wired or soldered where it stands,
/// and it moves one part at a time: a packing that only moving two parts would cure is told without a cure.
///
/// Distances beside one another are taken along x or y, the larger of the two, which is never more than the true distance.
/// Parts one above the other may touch. Tried and left: true (Euclidean) distances, which change no verdict between sides
/// and make the largest battery a problem without an exact answer.
@NullMarked
package lithe.fit;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
package lithe.board;

import org.jspecify.annotations.Nullable;

/// What a device file says about the phone's board beyond its boxes.
///
/// @param lower name of the part that is the lower board (nearer to the screen)
/// @param upper name of the part that is the upper board, or null for a single board
/// @param passives number of passives
/// @param tiny share of them in size 01005, 0 to 1
/// @param chipArea package area of chips over the model's
/// @param gap distance kept between parts, m
/// @param claim what the maker says about it, with the readings chosen
public record BoardDesign(
        String lower, @Nullable String upper, int passives, double tiny, double chipArea, double gap, DensityClaim claim) {

    /// Returns the parts on the board.
    ///
    /// @return the mix
    public PartMix mix() {
        return PartMix.phone(passives, tiny, chipArea);
    }
}

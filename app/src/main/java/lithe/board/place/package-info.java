// SPDX-License-Identifier: Apache-2.0

/// Where do the blocks go? Rectangles on one to four faces, without overlap, short in wire and cool.
///
/// Two representations, each exact: `Forest` packs tightly (a B*-tree over a contour, after Chang et al.,
/// DAC 2000) and is used where area is scarce; [lithe.board.place.StackPlacer] keeps coordinates and refuses every move
/// that would overlap, and is used where hot parts need room between them. [lithe.board.place.Legality] shares no code
/// with either and checks every result. Sequence pairs were left out: slower per trial and no better here.
///
/// Lengths are metres unless a method says otherwise; nothing here knows what a block is for. The temperature comes as
/// an [lithe.board.place.Influence] made by whoever knows heat. Budgets are moves, not seconds, so equal seeds give
/// equal results on every machine.
@NullMarked
package lithe.board.place;

import org.jspecify.annotations.NullMarked;

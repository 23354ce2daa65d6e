// SPDX-License-Identifier: Apache-2.0

/// What is on the board, how dense is it, where do the parts go, and how well does it carry heat?
///
/// A [lithe.board.Board] is one board as designed or read; a [lithe.board.Sandwich] is two of them with their frame and
/// four faces; a [lithe.board.PartMix] is what stands on them when no list is known. [lithe.board.Counts] counts,
/// [lithe.board.DensityClaim] judges, [lithe.board.Conductivity] turns copper into heat paths, `place` moves parts.
///
/// It does not route, and it never learns how heat flows: temperatures come as an operator. A packing library was left
/// out, none in Java does more than the 200 lines of `place`; constraint solvers were left out, continuous packing fights
/// their model.
@NullMarked
package lithe.board;

import org.jspecify.annotations.NullMarked;

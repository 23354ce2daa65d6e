// SPDX-License-Identifier: Apache-2.0

/// How is a large system of equations solved, fast and the same every time?
///
/// Arithmetic that has never heard of a phone. [lithe.numeric.SevenPoint] is the operator of a box of cells,
/// [lithe.numeric.Multigrid] solves it, [lithe.numeric.Workers] are the standing threads that share the loops. Nothing
/// here depends on the number of threads: work is cut the same way for one thread as for ten, and sums are added in a
/// fixed order, so an answer can be compared bit by bit.
///
/// Tried and left: bilinear prolongation (17 iterations on small grids, 50 on large ones), W-cycles (the coarse
/// operator is not variational, so the second visit over-corrects), general algebraic multigrid (4 times slower and
/// larger on layered boxes), the incubating Vector API (no gain once memory decides).
@NullMarked
package lithe.numeric;

import org.jspecify.annotations.NullMarked;

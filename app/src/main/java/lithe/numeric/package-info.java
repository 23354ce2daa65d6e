// SPDX-License-Identifier: Apache-2.0

/// How is a large system of equations solved, fast and the same every time?
///
/// Arithmetic that has never heard of a phone. [lithe.numeric.SevenPoint] is the operator of a box of cells,
/// [lithe.numeric.Multigrid] solves it, [lithe.numeric.Workers] are the standing threads that share the loops. Nothing
/// here depends on the number of threads: work is cut the same way for one thread as for ten, and sums are added in a
/// fixed order, so an answer can be compared bit by bit.
///
/// Tried and left, iterations on a grid like that of a Xiaomi 12: pairing every two columns in x and y (52), pairing by column
/// width (52, and twice the memory on graded grids), pairing by conductance without a test of quality (79), a V-cycle
/// instead of the K-cycle (30; now 18). On LB1 also: bilinear prolongation (17 on small grids, 50 on large ones), W-cycles
/// (the coarse operator is not variational, so a plain second visit over-corrects). General algebraic multigrid is 4 times
/// slower and larger on layered boxes; the incubating Vector API gains nothing once memory decides.
@NullMarked
package lithe.numeric;

import org.jspecify.annotations.NullMarked;

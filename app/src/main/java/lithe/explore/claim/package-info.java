// SPDX-License-Identifier: Apache-2.0

/// What is left of a claim when it is run as an experiment that was declared beforehand?
///
/// A [Claim] names quantities of variants of a phone and the bands that count as supported or partly; a [Trial] simulates
/// them and [Answer]s with a verdict, the inputs that decide it, and the chance that it flips within what is known of
/// them. It judges a model with stated inputs, never a maker's honesty.
///
/// Tried and left: a draw of all graded inputs at once (two thirds of a minute per draw, and forty draws tell no chance
/// below a fortieth). One input at a time and many draws of the response cost less and say which input it was.
@NullMarked
package lithe.explore.claim;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
package lithe.numeric;

/// What an iterative solve did.
///
/// @param iterations steps of the conjugate gradient method, each with one multigrid cycle
/// @param residual ‖b − A u‖₂ / ‖b‖₂ of the returned solution, formed anew from b and u and not carried along
/// @param converged whether the residual came down to the tolerance asked for
public record Convergence(int iterations, double residual, boolean converged) {}

// SPDX-License-Identifier: Apache-2.0

/// What happens to one phone under its workloads? Mesh, couple, solve; the answer is an [lithe.simulation.Outcome].
///
/// The loop steps a list of coupled models, heat first. Cell, charger and governor join the list without a new loop.
@NullMarked
package lithe.simulation;

import org.jspecify.annotations.NullMarked;

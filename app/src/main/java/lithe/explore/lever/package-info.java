// SPDX-License-Identifier: Apache-2.0

/// What limits this phone, when, and what would one unit of each design lever buy?
///
/// [lithe.simulation.Events] reads from an outcome which limits were reached, in order of time. [Levers] finds what could be
/// moved in a device file; [Sensitivities] moves each a little both ways, simulates, and divides; [Subject] chooses the
/// verdict this is done for, [Peak] how long each run lasts. [Limits] holds both answers.
///
/// Tried and left: an adjoint of the conduction solve. It gives every conductivity at the price of one run, but not what a
/// chamber, a charger's table or a stack that shifts would do, and these are the levers a designer asks for.
@NullMarked
package lithe.explore.lever;

import org.jspecify.annotations.NullMarked;

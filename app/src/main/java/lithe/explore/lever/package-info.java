// SPDX-License-Identifier: Apache-2.0

/// What limits this phone, when, and what would one unit of each design lever buy?
///
/// [Events] reads from an outcome which limits were reached, in order of time. [Levers] finds what could be moved in a device
/// file; [Sensitivities] moves each a little both ways, simulates, and divides. Nothing is derived from a rule of thumb.
///
/// Tried and left: an adjoint of the conduction solve. It gives every conductivity at the price of one run, but not what a
/// chamber, a charger's table or a stack that shifts would do, and these are the levers a designer asks for.
@NullMarked
package lithe.explore.lever;

import org.jspecify.annotations.NullMarked;

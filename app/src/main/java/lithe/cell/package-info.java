// SPDX-License-Identifier: Apache-2.0

/// How does one lithium-ion cell answer a current, a voltage or a power: voltage, heat, plating margin?
///
/// A cell runs here without a phone: parameter sets, the single-particle models and the Doyle–Fuller–Newman model,
/// charging protocols, foils with their tabs, and the leads up to the connector. Temperature is either held, lumped,
/// or given from outside; the phone around the cell is not this room's business.
///
/// Main types: [lithe.cell.ParameterSet], [lithe.cell.CellSimulator], [lithe.cell.Protocol].
/// Sign: current is positive in discharge, as in the battery literature.
///
/// Tried and left: a general sparse DAE solver (every unknown of a particle is linear in its own surface current, so
/// the particles leave the Newton system exactly), temperature as a Newton unknown (it is never stiff here), and
/// BDF of variable order (a phone charge restarts at each current step, where one-step methods lose nothing).
@NullMarked
package lithe.cell;

import org.jspecify.annotations.NullMarked;

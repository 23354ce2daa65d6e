// SPDX-License-Identifier: Apache-2.0

/// What does a flat two-phase heat spreader do with this heat, and how far is it from drying out?
///
/// A [VaporChamber] is the cross-section: walls, [Wick], vapor gap, [Pillars]. Its functions of temperature (sheet
/// conductances, wall-to-vapor conductances, heat capacities) are all that a conduction solver needs to hold a chamber
/// as three layers of cells: wall with wick, vapor, wall. A [Plan] gives it an outline, [Sheets] solves the three
/// layers on their own, [Limits] holds the closed forms they are checked against.
///
/// Not answered here: where the chamber sits in a phone (`device`, `thermal`), and boiling inside the wick (flagged,
/// not modelled). A single solid block with a constant conductivity was tried and left: the true value grows about
/// twelvefold from 30 to 60 °C.
@NullMarked
package lithe.chamber;

import org.jspecify.annotations.NullMarked;

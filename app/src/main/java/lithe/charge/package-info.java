// SPDX-License-Identifier: Apache-2.0

/// How fast does a phone charge, what limits it when, and where does the heat go?
///
/// Takes the temperatures of battery and skin as arguments and gives the heat of each place; it never looks into the
/// phone itself. Main type: [lithe.charge.PhoneCharge].
@NullMarked
package lithe.charge;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0

/// What does the phone allow itself when it is hot, and how fast is it then?
///
/// Pure state machines that follow what the Linux kernel and Android do from poll to poll: step-wise, power allocator,
/// set and clear points, severities. They are given temperatures and requests and give caps; they never look into the
/// phone. Main types: [lithe.governor.Governors] and [lithe.governor.Score].
///
/// Left out: forecasts of the headroom, cold severities, and rounding of a granted power to a frequency the chip has.
@NullMarked
package lithe.governor;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0

/// Are the equations solved right? The cases behind `lithe verify`: value, reference, error, limit.
///
/// Every case is run by the tests too. What is *not* shown here is whether they are the right equations: that is for
/// published measurements.
@NullMarked
package lithe.verify;

import org.jspecify.annotations.NullMarked;

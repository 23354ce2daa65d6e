// SPDX-License-Identifier: Apache-2.0

/// What does `"0.30 mm"` mean in SI, and how is a number in SI written for a person?
///
/// The only room that converts. Everything behind it is a `double` in SI; a temperature is kelvin, and a temperature
/// *difference* has its own reader, because `"25 °C"` as a difference is a mistake. The JSR-385 libraries were tried
/// and left: the common one reads `2600 mm²` as 2.6 m² without an error.
@NullMarked
package lithe.units;

import org.jspecify.annotations.NullMarked;

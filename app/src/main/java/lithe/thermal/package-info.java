// SPDX-License-Identifier: Apache-2.0

/// Does it stay cool? From a [lithe.device.Device] to temperatures, steady and over time.
///
/// [lithe.thermal.Grid] cuts the phone into cells aligned with every edge, [lithe.thermal.Heat] holds the equations on it
/// and answers with a [lithe.thermal.Temperatures] or, over time, with a [lithe.thermal.Transient].
///
/// Radiation and convection inside closed gaps are left out; still air conducts. The film coefficient of a patch follows
/// from its mean surface temperature, as the correlations were measured on isothermal plates; radiation follows the
/// local surface temperature.
@NullMarked
package lithe.thermal;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
package lithe.device;

/// What the designer wants of the phone beyond the standard limits; NaN where nothing is asked.
///
/// @param skin highest skin temperature, K
/// @param charge80 time from plugging in to 80 % on the screen, s
/// @param charge100 time from plugging in to 100 % on the screen, s
public record Targets(double skin, double charge80, double charge100) {

    /// Asks for nothing.
    public static final Targets NONE = new Targets(Double.NaN, Double.NaN, Double.NaN);
}

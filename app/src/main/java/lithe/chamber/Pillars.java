// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

/// The posts that keep the two walls apart, in a square array.
///
/// @param fraction share of the plan area they stand on, 0 for none
/// @param diameter diameter of one post, m
/// @param metal what they are made of
/// @param onWick true if they press on the wick, false if they go through it to the wall
public record Pillars(double fraction, double diameter, Metal metal, boolean onWick) {

    /// A chamber without posts.
    public static final Pillars NONE = new Pillars(0, 0.5e-3, Metal.COPPER, true);

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException naming the quantity, its value and the accepted range
    public Pillars {
        Within.range("pillar fraction", fraction, 0, 0.35, "");
        Within.range("pillar diameter", diameter, 1e-5, 5e-3, "m");
    }

    /// Returns copper posts that press on the wick.
    ///
    /// @param pitch distance from post to post, m
    /// @param diameter diameter of one post, m
    /// @return the array
    public static Pillars copper(double pitch, double diameter) {
        return new Pillars(Math.PI * diameter * diameter / (4 * pitch * pitch), diameter, Metal.COPPER, true);
    }

    /// Returns the distance from post to post, d √(π/(4 φ)).
    ///
    /// @return the pitch, m; infinite without posts
    public double pitch() {
        return diameter * Math.sqrt(Math.PI / (4 * fraction));
    }

    /// Returns the permeability of an array of long posts to flow across them.
    ///
    /// Drummond and Tahir (1984), square array; from memory, and 0.796 is printed as 0.774 in some papers (estimate).
    ///
    /// @param fraction share of the area, above 0 and below about 0.5
    /// @param diameter diameter of one post, m
    /// @return the permeability, m²
    public static double permeability(double fraction, double diameter) {
        double f = fraction, r = diameter / 2;
        double bracket = -Math.log(f) - 1.476 + (2 * f - 0.796 * f * f) / (1 + 0.489 * f - 1.605 * f * f);
        return r * r * bracket / (8 * f);
    }

    /// Returns the part of the flow in an open gap that the posts let through.
    ///
    /// [12/h² + 1/K_p]⁻¹ over h²/12.
    ///
    /// @param gap height of the gap, m
    /// @return the factor, 1 without posts
    public double flowFactor(double gap) {
        return fraction == 0 ? 1 : 1 / (1 + gap * gap / (12 * permeability(fraction, diameter)));
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.explore.lever;

/// What a result does when a lever is moved.
///
/// @param lever the lever
/// @param base result of the phone as it is, SI
/// @param up result with the lever moved up, SI; NaN when such a phone cannot exist
/// @param down result with the lever moved down, SI; NaN when it cannot exist or there is no such side
public record Sensitivity(Lever lever, double base, double up, double down) {

    /// Second difference over first difference, from which on a lever is bent: one side is three times the other.
    private static final double BENT = 0.5;

    private static final double NOTHING = 5e-4;

    /// Returns the change of the result per unit of the lever: the central difference, or the one side there is.
    ///
    /// @return the change, SI; NaN when the lever could not be moved
    public double perUnit() {
        // (f(x + h) − f(x − h)) / 2h
        return lever.ratio() * (Double.isNaN(down) ? up - base : Double.isNaN(up) ? base - down : (up - down) / 2);
    }

    /// Returns the change when the lever goes up, scaled from the step to the unit.
    ///
    /// @return the change, SI
    public double upEffect() {
        return lever.ratio() * (up - base);
    }

    /// Returns the change when the lever goes down, scaled from the step to the unit.
    ///
    /// @return the change, SI
    public double downEffect() {
        return lever.ratio() * (down - base);
    }

    /// Returns whether only one side could be simulated.
    ///
    /// @return true for a one-sided difference
    public boolean oneSided() {
        return Double.isNaN(up) != Double.isNaN(down);
    }

    /// Returns whether the two sides differ so much that one slope says little: one is more than three times the other, or
    /// both have the same sign, as where the current of a charge jumps in between. Half a millikelvin is no difference.
    ///
    /// @return true when there are two sides and they do not lie on a line
    public boolean bent() {
        double bend = Math.abs(up + down - 2 * base), rise = Math.abs(up - down);
        return bend > Math.max(BENT * rise, NOTHING); // false without two sides
    }
}

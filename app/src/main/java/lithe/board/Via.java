// SPDX-License-Identifier: Apache-2.0
package lithe.board;

/// A plated or filled hole between copper layers.
///
/// @param x x, m
/// @param y y, m
/// @param drill diameter of the hole, m
/// @param first index of the first copper layer it joins, 0 at the front
/// @param last index of the last copper layer it joins
public record Via(double x, double y, double drill, int first, int last) {

    /// Plating assumed for a drilled hole, m; estimate, common specification 20–25 µm.
    public static final double PLATING = 25e-6;

    /// Returns the copper in its cross-section, m².
    ///
    /// A hole of at most 0.12 mm is taken as filled (stacked microvia), a larger one as plated.
    ///
    /// @return copper area, m²
    public double copper() {
        return drill <= 0.12e-3 ? filled(drill) : plated(drill, PLATING);
    }

    /// Returns the copper of a filled hole, π r², m².
    ///
    /// @param drill diameter, m
    /// @return copper area, m²
    public static double filled(double drill) {
        return Math.PI * drill * drill / 4;
    }

    /// Returns the copper of a plated hole, π (r² − (r − p)²), m².
    ///
    /// @param drill diameter of the hole before plating, m
    /// @param plating thickness of the plating, m
    /// @return copper area, m²
    public static double plated(double drill, double plating) {
        double r = drill / 2;
        double inner = Math.max(r - plating, 0);
        return Math.PI * (r * r - inner * inner);
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

/// A current-collecting foil, unwound: a rectangle whose tabs sit on its two long edges.
///
/// @param length along the winding, m
/// @param height across, m
/// @param thickness metal thickness, m
/// @param resistivity at 20 °C, Ω m
/// @param warming relative rise of the resistivity, 1/K; 0.0039 for copper and for aluminium
public record Foil(double length, double height, double thickness, double resistivity, double warming) {

    /// Copper at 20 °C, Ω m; annealed, IACS.
    public static final double COPPER = 1.72e-8;

    /// Aluminium foil at 20 °C, Ω m.
    public static final double ALUMINIUM = 2.82e-8;

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException naming the quantity, its value and the accepted range
    public Foil {
        Electrode.within("foil length", length, 1e-3, 10, "m");
        Electrode.within("foil height", height, 1e-3, 1, "m");
        Electrode.within("foil thickness", thickness, 1e-6, 1e-3, "m");
        Electrode.within("foil resistivity", resistivity, 1e-9, 1e-5, "Ω m");
        Electrode.within("temperature coefficient", warming, 0, 0.02, "1/K");
    }

    /// Returns a foil whose resistance follows the temperature as copper and aluminium do.
    ///
    /// @param length along the winding, m
    /// @param height across, m
    /// @param thickness metal thickness, m
    /// @param resistivity at 20 °C, Ω m
    /// @return the foil
    public static Foil of(double length, double height, double thickness, double resistivity) {
        return new Foil(length, height, thickness, resistivity, 0.0039);
    }

    /// Where a tab sits.
    ///
    /// @param centre distance of its middle from the start of the winding, m
    /// @param width width along the edge, m
    /// @param top whether on the top edge (else the bottom edge)
    public record Tab(double centre, double width, boolean top) {

        /// Checks the ranges.
        ///
        /// @throws IllegalArgumentException naming the quantity, its value and the accepted range
        public Tab {
            Electrode.within("tab centre", centre, 0, 10, "m");
            Electrode.within("tab width", width, 1e-4, 10, "m");
        }
    }

    /// Returns the resistance of a square of the foil, Ω.
    ///
    /// @param temperature temperature, K
    /// @return sheet resistance, Ω
    public double sheet(double temperature) {
        return resistivity / thickness * (1 + warming * (temperature - 293.15));
    }

    /// Returns P/I² of n tabs spread evenly along a long edge, evenly collecting, at 20 °C.
    ///
    /// Bulk and constriction: (ρ/t) [L/(12 n² H) + ln(4H/(πw))/(nπ)]; within 0.3 % of the field for tabs well apart.
    ///
    /// @param n number of tabs
    /// @param width width of each, m
    /// @return resistance, Ω
    public double evenTabs(int n, double width) {
        return sheet(293.15)
                * (length / (12.0 * n * n * height) + Math.log(4 * height / (Math.PI * width)) / (n * Math.PI));
    }

    /// Returns P/I² of one tab at the corner, at 20 °C: (ρ/t) [L/(3H) + (2/π) ln(2H/(πw))].
    ///
    /// @param width width of the tab, m
    /// @return resistance, Ω
    public double cornerTab(double width) {
        return sheet(293.15) * (length / (3 * height) + 2 / Math.PI * Math.log(2 * height / (Math.PI * width)));
    }

    /// Returns P/I² when a whole long edge collects ("tabless"), at 20 °C: (ρ/t) H/(3L).
    ///
    /// @return resistance, Ω
    public double wholeEdge() {
        return sheet(293.15) * height / (3 * length);
    }
}

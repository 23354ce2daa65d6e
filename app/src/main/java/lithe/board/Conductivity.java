// SPDX-License-Identifier: Apache-2.0
package lithe.board;

/// How well a board carries heat, from its copper.
///
/// The in-plane value is a band: the linear sum is exact for unbroken planes and an upper line for traces; the squared
/// sum is an empirical lower line for broken traces. Overlap of layers is not used.
public final class Conductivity {

    /// Copper foil, W/(m·K); estimate, electrodeposited foil below pure copper's 400.
    public static final double COPPER = 385;
    /// Glass-fibre laminate in plane, W/(m·K); estimate.
    public static final double LAMINATE_IN_PLANE = 0.6;
    /// Glass-fibre laminate through the sheet, W/(m·K); estimate.
    public static final double LAMINATE_THROUGH = 0.35;
    /// Heat capacity of copper by volume, J/(m³·K); 8960 kg/m³ times 385 J/(kg·K).
    public static final double COPPER_CAPACITY = 3.45e6;
    /// Heat capacity of laminate by volume, J/(m³·K); estimate.
    public static final double LAMINATE_CAPACITY = 2.1e6;

    private Conductivity() {}

    /// A range whose ends are the squared and the linear sum.
    ///
    /// @param low lower line, W/(m·K)
    /// @param high upper line, W/(m·K)
    public record Band(double low, double high) {

        /// Returns the middle of the band, W/(m·K).
        ///
        /// @return mean of both ends, W/(m·K)
        public double middle() {
            return (low + high) / 2;
        }
    }

    /// Returns the in-plane conductivity, Σ tᵢ [k_cu cᵢ + k_d (1 − cᵢ)] / Σ tᵢ, with cᵢ² for the lower line.
    ///
    /// @param stack the sheets
    /// @param coverage copper share of each copper layer, front to back, 0 to 1
    /// @return the band, W/(m·K)
    public static Band inPlane(LayerStack stack, double[] coverage) {
        return new Band(inPlane(stack, coverage, true), inPlane(stack, coverage, false));
    }

    private static double inPlane(LayerStack stack, double[] coverage, boolean squared) {
        double sum = 0;
        int layer = 0;
        for (var sheet : stack.sheets()) {
            double c = sheet.copper() ? share(coverage[layer++]) : 0;
            double paths = squared ? c * c : c;
            sum += sheet.thickness() * (COPPER * paths + LAMINATE_IN_PLANE * (1 - paths));
        }
        return sum / stack.thickness();
    }

    /// Returns the conductivity through the board, v k_cu + (1 − v) T / Σ(tᵢ / kᵢ), kᵢ mixed by coverage.
    ///
    /// @param stack the sheets
    /// @param coverage copper share of each copper layer, front to back, 0 to 1
    /// @param columns share of the plan that is via copper, 0 to 1; as columns through the board, an upper bound
    /// @return conductivity, W/(m·K)
    public static double through(LayerStack stack, double[] coverage, double columns) {
        double resistance = 0;
        int layer = 0;
        for (var sheet : stack.sheets()) {
            double c = sheet.copper() ? share(coverage[layer++]) : 0;
            resistance += sheet.thickness() / (COPPER * c + LAMINATE_THROUGH * (1 - c));
        }
        double v = share(columns);
        return v * COPPER + (1 - v) * stack.thickness() / resistance;
    }

    /// Returns the heat capacity by volume, J/(m³·K).
    ///
    /// @param stack the sheets
    /// @param coverage copper share of each copper layer, front to back, 0 to 1
    /// @return heat capacity, J/(m³·K)
    public static double capacity(LayerStack stack, double[] coverage) {
        double sum = 0;
        int layer = 0;
        for (var sheet : stack.sheets()) {
            double c = sheet.copper() ? share(coverage[layer++]) : 0;
            sum += sheet.thickness() * (COPPER_CAPACITY * c + LAMINATE_CAPACITY * (1 - c));
        }
        return sum / stack.thickness();
    }

    private static double share(double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("copper share must be between 0 and 1, but is " + value);
        }
        return value;
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.board;

/// Copper of a phone board whose layout is not known, from how many pads stand on a place.
///
/// Planes and traces as in a typical any-layer board; each pad brings filled microvias. All numbers are estimates and are
/// meant to show how much the homogeneous block leaves out, not what a certain board is.
///
/// @param inPlane conductivity in plane, middle of the band, W/(m·K)
/// @param through conductivity through the board, W/(m·K)
/// @param capacity heat capacity by volume, J/(m³·K)
public record GeneratedCopper(double inPlane, double through, double capacity) {

    /// Copper share of the layers of a 10-layer any-layer board, front to back; estimate.
    private static final double[] COVERAGE = {0.35, 0.45, 0.75, 0.45, 0.80, 0.80, 0.45, 0.75, 0.45, 0.35};
    /// Via stacks per pad that reach through most of the board; estimate, half of all pads have one.
    private static final double COLUMNS_PER_PAD = 0.5;
    /// Diameter of a filled microvia, m; estimate, 0.08–0.10 mm.
    private static final double MICROVIA = 0.10e-3;
    /// Fan-out beneath dense pads takes copper from the planes; estimate.
    private static final double FAN_OUT_LOSS = 0.05;

    /// Returns the copper of a place.
    ///
    /// @param stack sheets of the board
    /// @param pads pads on both sides per area, 1/m²
    /// @return conductivity and capacity
    public static GeneratedCopper of(LayerStack stack, double pads) {
        int layers = stack.copperLayers();
        double[] coverage = new double[layers];
        double dense = Math.min(pads * 1e-6 / 6, 1); // 6 pads per mm² is a 0.4 mm ball grid
        for (int i = 0; i < layers; i++) {
            double typical = COVERAGE[(int) Math.round((double) i * (COVERAGE.length - 1) / Math.max(layers - 1, 1))];
            coverage[i] = typical * (1 - FAN_OUT_LOSS * dense);
        }
        double columns = Math.min(COLUMNS_PER_PAD * pads * Via.filled(MICROVIA), 0.2);
        return new GeneratedCopper(
                Conductivity.inPlane(stack, coverage).middle(),
                Conductivity.through(stack, coverage, columns),
                Conductivity.capacity(stack, coverage));
    }
}

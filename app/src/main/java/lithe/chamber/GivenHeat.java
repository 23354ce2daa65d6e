// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

import java.util.Arrays;

/// What a given heat map asks of gap and wick, with one property set: no temperatures are solved.
///
/// For checks against closed forms, and for questions where it is known where the heat enters and leaves.
public final class GivenHeat {

    private static final double TOLERANCE = 1e-11;

    private final Mask mask;
    private final double latentHeat;
    private final double vaporFlow;
    private final double liquidFlow;
    private final Flow flow;

    /// Prepares the two layers.
    ///
    /// @param mask the outline
    /// @param latentHeat heat of evaporation, J/kg
    /// @param vaporFlow mass conductance of the vapor layer, s·m
    /// @param liquidFlow mass conductance of the wick, s·m
    public GivenHeat(Mask mask, double latentHeat, double vaporFlow, double liquidFlow) {
        this.mask = mask;
        this.latentHeat = latentHeat;
        this.vaporFlow = vaporFlow;
        this.liquidFlow = liquidFlow;
        flow = new Flow(mask, 1);
    }

    /// Returns the pressure across the meniscus, 0 at the wettest point.
    ///
    /// @param evaporated heat that evaporates, W; one value for each cell
    /// @param condensed heat that condenses, W; one value for each cell, scaled to the same sum
    /// @param tilt how gravity lies
    /// @param density density of the liquid, kg/m³
    /// @return P_v − P_l, Pa; one value for each cell
    public double[] meniscus(double[] evaporated, double[] condensed, Tilt tilt, double density) {
        double ratio = Arrays.stream(evaporated).sum() / Arrays.stream(condensed).sum();
        double[] source = new double[mask.cells()];
        Arrays.setAll(source, c -> (evaporated[c] - ratio * condensed[c]) / latentHeat);
        // vapor has these sources, liquid the opposite ones: the two pressures are proportional
        double[] vapor = flow.solve(vaporFlow, source, TOLERANCE);
        double[] across = new double[mask.cells()];
        double least = Double.MAX_VALUE;
        for (int c = 0; c < across.length; c++) {
            double depth = tilt.x() * mask.x(c % mask.nx()) + tilt.y() * mask.y(c / mask.nx());
            across[c] = vapor[c] * (1 + vaporFlow / liquidFlow) - density * depth;
            least = mask.area()[c] > 0 ? Math.min(least, across[c]) : least;
        }
        double datum = least;
        Arrays.setAll(across, c -> mask.area()[c] > 0 ? across[c] - datum : 0);
        return across;
    }

    /// Returns which part of the evaporator stays wet.
    ///
    /// @param evaporated heat that would evaporate with everything wet, W; one value for each cell
    /// @param condensed heat that condenses, W; one value for each cell, scaled to what evaporates
    /// @param limit what the wick can hold, Pa
    /// @param tilt how gravity lies
    /// @param density density of the liquid, kg/m³
    /// @return 1 wet, 0 dry; one value for each cell
    public double[] wet(double[] evaporated, double[] condensed, double limit, Tilt tilt, double density) {
        double[] all = new double[mask.cells()];
        Arrays.fill(all, 1);
        double[] first = use(all, evaporated, condensed, limit, tilt, density);
        return DryOut.find(
                        mask.cells(),
                        first,
                        first,
                        wet -> use(wet, evaporated, condensed, limit, tilt, density))
                .wet();
    }

    private double[] use(
            double[] wet, double[] evaporated, double[] condensed, double limit, Tilt tilt, double density) {
        double[] left = new double[wet.length];
        Arrays.setAll(left, c -> wet[c] * evaporated[c]);
        double[] across = meniscus(left, condensed, tilt, density);
        Arrays.setAll(across, c -> left[c] > 0 ? across[c] / limit : 0);
        return across;
    }
}

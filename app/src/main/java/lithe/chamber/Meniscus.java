// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

import java.util.Arrays;

/// What a temperature field asks of the wick: pressures of vapor and liquid, and how much of each limit is used.
///
/// Liquid: ∇·[g_l (∇P_l − ρ_l g)] = j with the net evaporation j; the meniscus carries P_v − P_l, 0 at the wettest point.
/// Holds buffers: not for use by two threads at once.
public final class Meniscus {

    /// Nucleus radius for the onset of boiling, m: the larger, safer end of the published range.
    public static final double NUCLEUS = 2.54e-6;

    /// Fall of the squared vapor pressure that counts as the viscous limit: it goes to one only in the limit.
    private static final double VISCOUS_REACHED = 0.9;

    /// Residual of the liquid's flow over what evaporates; uses are good to 1e-8 with it.
    private static final double SOLVED = 1e-7;

    private final VaporChamber chamber;
    private final Mask mask;
    private final Flow liquid;

    /// Prepares the wick of a chamber.
    ///
    /// @param chamber the cross-section
    /// @param mask the outline
    /// @param threads number of threads, 1 or more
    public Meniscus(VaporChamber chamber, Mask mask, int threads) {
        this.chamber = chamber;
        this.mask = mask;
        liquid = new Flow(mask, threads);
    }

    /// Pressures and uses. Fields have one value for each cell.
    ///
    /// @param vaporPressure pressure of the vapor, Pa
    /// @param liquidPressure pressure of the liquid, Pa
    /// @param use pressure across the meniscus over what the wick can hold
    /// @param evaporating use of the wet cells that evaporate more than condenses there; 0 elsewhere
    /// @param uses use of each limit
    /// @param carried heat that moves as vapor from where it evaporates to where it condenses, W
    public record State(
            double[] vaporPressure,
            double[] liquidPressure,
            double[] use,
            double[] evaporating,
            Uses uses,
            double carried) {}

    /// Returns pressures and uses of a field.
    ///
    /// @param vapor temperature of the vapor, K; one value for each cell
    /// @param evaporation heat from the evaporator wall into the vapor, W; one value for each cell
    /// @param condensation heat from the vapor into the condenser wall, W; one value for each cell
    /// @param flux heat the vapor carries along through each cell, W/m; one value for each cell
    /// @param wet 1 where the wick is wet, 0 where it is dry
    /// @param tilt how gravity lies
    /// @return the state
    public State of(
            double[] vapor, double[] evaporation, double[] condensation, double[] flux, double[] wet, Tilt tilt) {
        return at(vapor, evaporation, condensation, flux, wet).in(tilt);
    }

    /// Solves the liquid pressure of a field; the tilts then cost little, as gravity only adds its hydrostatic part.
    ///
    /// @param vapor temperature of the vapor, K; one value for each cell
    /// @param evaporation heat from the evaporator wall into the vapor, W; one value for each cell
    /// @param condensation heat from the vapor into the condenser wall, W; one value for each cell
    /// @param flux heat the vapor carries along through each cell, W/m; one value for each cell
    /// @param wet 1 where the wick is wet, 0 where it is dry
    /// @return the field, to be read in any tilt
    public Moment at(double[] vapor, double[] evaporation, double[] condensation, double[] flux, double[] wet) {
        return new Moment(vapor, evaporation, condensation, flux, wet);
    }

    /// A field whose liquid pressure is known but for gravity.
    public final class Moment {
        private final Saturation water;
        private final double[] wet;
        private final double[] source;
        private final double[] level;
        private final double[] gas;
        /// What a meniscus can hold in each cell, Pa.
        private final double[] holds;
        private final Asked asked;

        private Moment(
                double[] vapor, double[] evaporation, double[] condensation, double[] flux, double[] wet) {
            this.wet = wet.clone();
            int n = mask.cells();
            water = Water.at(mean(vapor));
            source = new double[n];
            gas = new double[n];
            holds = new double[n];
            double[] viscosity = new double[n];
            for (int c = 0; c < n; c++) {
                source[c] = (condensation[c] - wet[c] * evaporation[c]) / water.latentHeat();
                viscosity[c] = 1;
                if (mask.area()[c] > 0) {
                    viscosity[c] = water.liquidViscosity() / Water.liquidViscosity(vapor[c]);
                    gas[c] = Water.pressure(vapor[c]);
                    holds[c] = chamber.capillaryPressure(vapor[c]);
                }
            }
            liquid.vary(viscosity);
            level = liquid.solve(chamber.liquidFlow(water), source, SOLVED);
            asked = asked(vapor, gas, evaporation, flux);
        }

        /// Returns pressures and uses in one tilt.
        ///
        /// @param tilt how gravity lies
        /// @return the state
        public State in(Tilt tilt) {
            int n = mask.cells();
            double[] p = level.clone(), use = new double[n], evaporating = new double[n];
            double wettest = Double.MAX_VALUE, most = 0, carried = 0;
            for (int c = 0; c < n; c++) {
                if (mask.area()[c] > 0) {
                    // hydrostatic part: pressure rises along gravity
                    double depth = tilt.x() * mask.x(c % mask.nx()) + tilt.y() * mask.y(c / mask.nx());
                    p[c] += water.liquidDensity() * depth;
                    wettest = Math.min(wettest, gas[c] - p[c]);
                }
            }
            for (int c = 0; c < n; c++) {
                if (mask.area()[c] > 0) {
                    p[c] += wettest;
                    use[c] = (gas[c] - p[c]) / holds[c];
                    evaporating[c] = wet[c] > 0 && source[c] < 0 ? use[c] : 0;
                    most = Math.max(most, evaporating[c]);
                    carried += Math.max(0, -source[c]) * water.latentHeat();
                }
            }
            return new State(gas, p, use, evaporating, asked.uses(chamber, most), carried);
        }
    }

    private double mean(double[] field) {
        double sum = 0;
        for (int c = 0; c < field.length; c++) {
            sum += mask.area()[c] * field[c];
        }
        return sum / mask.total();
    }

    /// What a field asks of the vapor and of the hottest wick, whatever the tilt.
    ///
    /// @param evaporated greatest flux into the vapor, W/m²
    /// @param hottest the water where it is hottest
    private record Asked(double viscous, double sonic, double torn, double evaporated, Saturation hottest) {

        /// @param capillary use of the capillary limit: a wick that is drawn dry starts to boil sooner
        Uses uses(VaporChamber chamber, double capillary) {
            double k = chamber.wick().conductivity(hottest.liquidConductivity());
            double drawn = Math.min(1, capillary) * chamber.capillaryPressure(hottest);
            double onset = Limits.boiling(hottest, k, chamber.wick().thickness(), NUCLEUS, drawn);
            return new Uses(capillary, viscous, onset > 0 ? evaporated / onset : 2, sonic, torn);
        }
    }

    private Asked asked(double[] vapor, double[] gas, double[] evaporation, double[] flux) {
        double sonic = 0, torn = 0, evaporated = 0, high = 0, low = Double.MAX_VALUE, hot = 0;
        for (int c = 0; c < vapor.length; c++) {
            if (mask.area()[c] > 0) {
                double rho = gas[c] / (Saturation.GAS_CONSTANT * vapor[c]);
                high = Math.max(high, gas[c]);
                low = Math.min(low, gas[c]);
                hot = Math.max(hot, vapor[c]);
                // latent heat changes by 2 % over the range; these two limits are not known that well
                double mass = flux[c] / chamber.vaporHeight() / 2.4e6;
                double drag = Water.surfaceTension(vapor[c]) * rho / (2 * chamber.wick().poreRadius());
                sonic = Math.max(sonic, mass / (0.474 * Math.sqrt(rho * gas[c])));
                torn = Math.max(torn, mass / Math.sqrt(drag));
                evaporated = Math.max(evaporated, evaporation[c] / mask.area()[c]);
            }
        }
        double viscous = (1 - low * low / (high * high)) / VISCOUS_REACHED;
        return new Asked(viscous, sonic, torn, evaporated, Water.at(hot));
    }
}

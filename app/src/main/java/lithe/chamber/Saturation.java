// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

/// Water and its vapor in equilibrium at one temperature.
///
/// A plain value, so that a calculation can be done with a published property set instead of [Water].
///
/// @param temperature saturation temperature, K
/// @param pressure saturation pressure, Pa
/// @param latentHeat heat of evaporation, J/kg
/// @param surfaceTension surface tension, N/m
/// @param liquidViscosity dynamic viscosity of the liquid, Pa·s
/// @param vaporViscosity dynamic viscosity of the vapor, Pa·s
/// @param liquidDensity density of the liquid, kg/m³
/// @param vaporDensity density of the vapor, kg/m³
/// @param liquidConductivity thermal conductivity of the liquid, W/(m·K)
/// @param vaporConductivity thermal conductivity of the vapor, W/(m·K)
public record Saturation(
        double temperature,
        double pressure,
        double latentHeat,
        double surfaceTension,
        double liquidViscosity,
        double vaporViscosity,
        double liquidDensity,
        double vaporDensity,
        double liquidConductivity,
        double vaporConductivity) {

    /// Specific gas constant of water, J/(kg·K).
    public static final double GAS_CONSTANT = 461.526;

    /// Checks that every property is positive.
    ///
    /// @throws IllegalArgumentException naming the quantity, its value and the accepted range
    public Saturation {
        Within.range("saturation temperature", temperature, 200, 647, "K");
        Within.range("saturation pressure", pressure, 1e-3, 2.3e7, "Pa");
        Within.range("latent heat", latentHeat, 1, 1e7, "J/kg");
        Within.range("vapor density", vaporDensity, 1e-9, liquidDensity, "kg/m³");
    }

    /// Returns the volume gained by evaporation, 1/ρ_v − 1/ρ_l.
    ///
    /// @return the specific volume, m³/kg
    public double expansion() {
        return 1 / vaporDensity - 1 / liquidDensity;
    }

    /// Returns the slope of the saturation line by Clapeyron, dP/dT = h_fg / [T (1/ρ_v − 1/ρ_l)].
    ///
    /// @return the slope, Pa/K
    public double slope() {
        return latentHeat / (temperature * expansion());
    }

    /// Returns the mean free path in the vapor, λ = (μ_v/P) √(π R T/2).
    ///
    /// @return the mean free path, m
    public double freePath() {
        return vaporViscosity / pressure * Math.sqrt(Math.PI * GAS_CONSTANT * temperature / 2);
    }

    /// Returns the gain in flow by slip at two diffuse walls, F = 1 + 6 λ/h.
    ///
    /// @param gap height of the vapor gap, m
    /// @return the factor on the flow, dimensionless
    public double slip(double gap) {
        return 1 + 6 * freePath() / gap;
    }

    /// Returns what the pressure-driven vapor flow in an open gap is worth as a conductivity, without slip.
    ///
    /// k = ρ_v h_fg² h² / [12 μ_v T (1/ρ_v − 1/ρ_l)]; ideal-gas form: Prasher, J. Electron. Packag. 125 (2003) 378.
    ///
    /// @param gap height of the vapor gap, m
    /// @return the equivalent in-plane conductivity, W/(m·K)
    public double coreConductivity(double gap) {
        return vaporDensity * latentHeat * latentHeat * gap * gap / (12 * vaporViscosity * temperature * expansion());
    }

    /// Returns the mass conductance of an open gap without slip, ρ_v h³/(12 μ_v).
    ///
    /// @param gap height of the vapor gap, m
    /// @return mass flow per width over pressure gradient, s·m
    public double gapFlow(double gap) {
        return vaporDensity * gap * gap * gap / (12 * vaporViscosity);
    }

    /// Returns the conductance of the liquid surface by the linearised Schrage relation.
    ///
    /// h = [2ŝ/(2−ŝ)] (h_fg² ρ_v/T) (2πRT)^(−1/2) [1 − P v_lv/(2 h_fg)].
    ///
    /// @param accommodation share of arriving molecules that condense, above 0 and at most 1
    /// @return the interface conductance, W/(m²·K)
    public double interfaceConductance(double accommodation) {
        double kinetic = 2 * accommodation / (2 - accommodation) / Math.sqrt(2 * Math.PI * GAS_CONSTANT * temperature);
        double work = 1 - pressure * expansion() / (2 * latentHeat);
        return kinetic * latentHeat * latentHeat * vaporDensity / temperature * work;
    }

    /// Returns the heat the saturated vapor stores by densifying, ρ_v h_fg²/(R T²); about 80 times ρ_v c_v.
    ///
    /// @return the volumetric heat capacity, J/(m³·K)
    public double vaporStorage() {
        return vaporDensity * latentHeat * latentHeat / (GAS_CONSTANT * temperature * temperature);
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

/// One porous electrode with spherical particles of one size.
///
/// Rates follow Arrhenius's law around 298.15 K or the reference temperature of the set.
///
/// @param thickness coat thickness, m
/// @param porosity volume fraction of electrolyte
/// @param transport effective over free transport in the pores, ε^b or the inverse MacMullin number
/// @param conductivity effective electronic conductivity of the coat, S/m
/// @param activeFraction volume fraction of active material
/// @param radius particle radius, m
/// @param surface particle surface per coat volume, 1/m
/// @param capacity largest lithium concentration in the particle, mol/m³
/// @param diffusivity lithium diffusivity in the particle over the stoichiometry, m²/s
/// @param uniformDiffusivity whether the diffusivity is the same at all stoichiometries
/// @param diffusionEnergy its activation energy, J/mol
/// @param rate exchange current density over √(c_e c (c_max − c)), A m^2.5 mol^-1.5
/// @param rateEnergy its activation energy, J/mol
/// @param potential open-circuit potential against lithium over the stoichiometry, V
/// @param entropy ∂U/∂T over the stoichiometry, V/K
/// @param empty stoichiometry of the discharged cell (0 %)
/// @param full stoichiometry of the charged cell (100 %)
public record Electrode(
        double thickness,
        double porosity,
        double transport,
        double conductivity,
        double activeFraction,
        double radius,
        double surface,
        double capacity,
        Curve diffusivity,
        boolean uniformDiffusivity,
        double diffusionEnergy,
        double rate,
        double rateEnergy,
        Curve potential,
        Curve entropy,
        double empty,
        double full) {

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException naming the quantity, its value and the accepted range
    public Electrode {
        within("electrode thickness", thickness, 1e-6, 2e-3, "m");
        within("electrode porosity", porosity, 0.01, 0.99, "");
        within("electrode transport efficiency", transport, 1e-4, 1, "");
        within("electrode conductivity", conductivity, 1e-4, 1e8, "S/m");
        within("active fraction", activeFraction, 0.01, 0.99, "");
        within("particle radius", radius, 1e-9, 1e-3, "m");
        within("particle surface per volume", surface, 1e2, 1e10, "1/m");
        within("largest lithium concentration", capacity, 100, 1e6, "mol/m³");
        within("activation energy of diffusion", diffusionEnergy, -1e5, 2e5, "J/mol");
        within("exchange current factor", rate, 1e-16, 1e2, "A m^2.5 mol^-1.5");
        within("activation energy of the reaction", rateEnergy, -1e5, 2e5, "J/mol");
        within("stoichiometry at 0 %", empty, 0, 1, "");
        within("stoichiometry at 100 %", full, 0, 1, "");
        within("particle diffusivity", diffusivity.at((empty + full) / 2), 1e-20, 1e-6, "m²/s");
    }

    /// Returns the stoichiometry at a state of charge.
    ///
    /// @param charge state of charge, 0 … 1
    /// @return lithium over its largest content
    public double stoichiometry(double charge) {
        return empty + (full - empty) * charge;
    }

    /// Returns the charge that moves between 0 and 100 %, per plan area of one coat, C/m².
    ///
    /// @return the areal capacity, C/m²
    public double arealCharge() {
        return Math.abs(full - empty) * capacity * activeFraction * thickness * Physics.FARADAY;
    }

    static void within(String what, double value, double low, double high, String unit) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException("%s must be between %s and %s %s, but is %s %s"
                    .formatted(what, low, high, unit, value, unit)
                    .replace(" ,", ",")
                    .strip());
        }
    }
}

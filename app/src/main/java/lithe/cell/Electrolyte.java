// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

/// The liquid that carries the ions.
///
/// @param concentration salt concentration at rest, mol/m³
/// @param transference share of the current carried by the lithium ion
/// @param diffusivity salt diffusivity, m²/s
/// @param conductivity ionic conductivity, S/m
/// @param thermodynamicFactor 1 + ∂ln f/∂ln c
public record Electrolyte(
        double concentration,
        double transference,
        Property diffusivity,
        Property conductivity,
        Property thermodynamicFactor) {

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException naming the quantity, its value and the accepted range
    public Electrolyte {
        Electrode.within("electrolyte concentration", concentration, 1, 10_000, "mol/m³");
        Electrode.within("transference number", transference, 0, 1, "");
    }
}

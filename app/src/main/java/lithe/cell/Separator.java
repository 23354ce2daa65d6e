// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

/// The porous sheet between the electrodes.
///
/// @param thickness thickness, m
/// @param porosity volume fraction of electrolyte
/// @param transport effective over free diffusivity in the pores, ε^b or the inverse MacMullin number
public record Separator(double thickness, double porosity, double transport) {

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException naming the quantity, its value and the accepted range
    public Separator {
        Electrode.within("separator thickness", thickness, 1e-6, 1e-3, "m");
        Electrode.within("separator porosity", porosity, 0.01, 1, "");
        Electrode.within("separator transport efficiency", transport, 1e-4, 1, "");
    }
}

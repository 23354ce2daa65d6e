// SPDX-License-Identifier: Apache-2.0
package lithe.device;

import lithe.material.Material;

/// A sheet that fills the outline, except where a part stands in it.
///
/// @param name name, unique in the device
/// @param material what fills it
/// @param thickness thickness along z, m
public record Layer(String name, Material material, double thickness) {

    /// Checks the thickness.
    ///
    /// @throws IllegalArgumentException when the layer has no thickness
    public Layer {
        if (!(thickness > 0 && thickness < 0.2)) {
            throw new IllegalArgumentException(
                    "thickness of layer %s must be between 0 and 0.2 m, but is %s m".formatted(name, thickness));
        }
    }
}

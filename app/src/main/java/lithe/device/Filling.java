// SPDX-License-Identifier: Apache-2.0
package lithe.device;

import lithe.material.Material;

/// What a part is filled with.
public sealed interface Filling {

    /// One material throughout.
    ///
    /// @param material the material
    record Solid(Material material) implements Filling {}
}

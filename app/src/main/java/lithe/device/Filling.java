// SPDX-License-Identifier: Apache-2.0
package lithe.device;

import lithe.chamber.VaporChamber;
import lithe.material.Material;

/// What a part is filled with.
public sealed interface Filling {

    /// One material throughout.
    ///
    /// @param material the material
    record Solid(Material material) implements Filling {}

    /// A vapor chamber: wall, wick, vapor and wall fill the thickness of the part.
    ///
    /// @param chamber the cross-section, as thick as the part
    /// @param wickAtBack true when the wall that carries the wick (the evaporator) faces the back of the phone
    record Chamber(VaporChamber chamber, boolean wickAtBack) implements Filling {}
}

// SPDX-License-Identifier: Apache-2.0
package lithe.device;

import java.util.List;

/// How the phone stands in the world: patches of its surface with their exchange; a later patch covers an earlier one.
///
/// @param name name of the posture, or "given"
/// @param patches what happens where; a place without a patch is adiabatic
public record Boundary(String name, List<Patch> patches) {

    /// Takes a copy of the patches.
    public Boundary {
        patches = List.copyOf(patches);
    }
}

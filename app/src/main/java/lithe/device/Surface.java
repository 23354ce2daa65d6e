// SPDX-License-Identifier: Apache-2.0
package lithe.device;

/// An outside surface.
///
/// @param touch what the skin feels, decides the touch limit
/// @param emissivity emissivity for heat radiation, 0 to 1
public record Surface(Touch touch, double emissivity) {

    /// What a surface is made of as far as touch limits care.
    public enum Touch {
        /// Glass or ceramic.
        GLASS,
        /// Bare or anodised metal.
        METAL,
        /// Plastic, rubber, leather.
        PLASTIC
    }

    /// Checks the emissivity.
    ///
    /// @throws IllegalArgumentException when it is outside 0 to 1
    public Surface {
        if (!(emissivity >= 0 && emissivity <= 1)) {
            throw new IllegalArgumentException("emissivity must be between 0 and 1, but is " + emissivity);
        }
    }
}

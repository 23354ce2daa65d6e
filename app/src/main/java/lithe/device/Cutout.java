// SPDX-License-Identifier: Apache-2.0
package lithe.device;

/// A hole through all layers; its walls let no heat through.
///
/// @param name name, unique in the device
/// @param x0 left, m
/// @param x1 right, m
/// @param y0 top, m
/// @param y1 bottom, m
public record Cutout(String name, double x0, double x1, double y0, double y1) {

    /// Checks that the hole has a size.
    ///
    /// @throws IllegalArgumentException when it has none
    public Cutout {
        if (!(x1 > x0 && y1 > y0)) {
            throw new IllegalArgumentException("cut-out %s must have a positive width and length".formatted(name));
        }
    }
}

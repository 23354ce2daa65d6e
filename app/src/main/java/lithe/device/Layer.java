// SPDX-License-Identifier: Apache-2.0
package lithe.device;

import java.util.List;
import lithe.geometry.Box;
import lithe.geometry.Direction;
import lithe.material.Material;

/// A sheet that fills the outline, except where a part stands in it.
///
/// @param name name, unique in the device
/// @param material what fills it
/// @param thickness thickness along z, m
public record Layer(String name, Material material, double thickness) {

    /// Lighter than this counts as free room, kg/m³: air, not the lightest foam.
    public static final double LIGHTEST = 10;

    /// Checks the thickness.
    ///
    /// @throws IllegalArgumentException when the layer has no thickness
    public Layer {
        if (!(thickness > 0 && thickness < 0.2)) {
            throw new IllegalArgumentException(
                    "thickness of layer %s must be between 0 and 0.2 m, but is %s m".formatted(name, thickness));
        }
    }

    /// Tells whether the layer is free room where no part stands.
    ///
    /// @return true for air
    public boolean free() {
        return material.density() < LIGHTEST;
    }

    /// Returns how far a box can move to the front or to the back until it enters a layer that is no free room, m.
    ///
    /// @param layers front to back
    /// @param box a box
    /// @param way to the front or to the back
    /// @return the room, m; negative when the box sticks out there
    public static double room(List<Layer> layers, Box box, Direction way) {
        double front = 0, z = 0, back = layers.stream().mapToDouble(Layer::thickness).sum();
        for (Layer layer : layers) {
            double end = z + layer.thickness();
            front = !layer.free() && end <= box.z0() + Box.ROUNDING ? Math.max(front, end) : front;
            back = !layer.free() && z >= box.z1() - Box.ROUNDING ? Math.min(back, z) : back;
            z = end;
        }
        return way.sign() > 0 ? back - box.z1() : box.z0() - front;
    }
}

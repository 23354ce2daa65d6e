// SPDX-License-Identifier: Apache-2.0
package lithe.device;

import java.util.List;
import lithe.geometry.Box;
import org.jspecify.annotations.Nullable;

/// A thing in the phone: one or more boxes that replace the layers where they stand.
///
/// @param name name, unique in the device
/// @param boxes where it is; several boxes make one part of any stepped shape
/// @param filling what it is made of
/// @param inside the part it stands in and takes room from, or null
public record Part(String name, List<Box> boxes, Filling filling, @Nullable String inside) {

    /// Takes a copy of the boxes.
    ///
    /// @throws IllegalArgumentException when there is no box
    public Part {
        boxes = List.copyOf(boxes);
        if (boxes.isEmpty()) {
            throw new IllegalArgumentException("part %s has no box".formatted(name));
        }
    }

    /// Returns the volume of all boxes, m³.
    ///
    /// @return the volume, m³, things inside it included
    public double volume() {
        return boxes.stream().mapToDouble(Box::volume).sum();
    }

    /// In-plane conductivity from which a sheet counts as a spreader, W/(m·K): below lie the metals.
    private static final double SPREADS = 450;

    /// Tells whether this is a sheet that spreads heat, such as graphite: better than any metal in plane, and not through.
    ///
    /// @return true for a solid of such a material
    public boolean spreads() {
        return filling instanceof Filling.Solid(var material) && material.inPlane() > SPREADS && material.inPlane() > 2 * material.through();
    }
}

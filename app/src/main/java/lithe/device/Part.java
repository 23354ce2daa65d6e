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
}

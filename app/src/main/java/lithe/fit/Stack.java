// SPDX-License-Identifier: Apache-2.0
package lithe.fit;

import java.util.List;

/// What stands at one place of the plan, front to back.
///
/// @param where what the place is, such as the part in whose middle it lies
/// @param x place, m
/// @param y place, m
/// @param slices what stands there, front to back, together as thick as the body
/// @param sum height of all that should stand there, m; more than the body's thickness where parts overlap
public record Stack(String where, double x, double y, List<Slice> slices, double sum) {

    /// Solid sheets up to this thickness give way to a swelling battery, m: graphite, films, tape (estimate).
    static final double FOIL = 0.15e-3;

    /// A stretch of one thing.
    ///
    /// @param name name of the layer or part
    /// @param part number of the part in the device, or -1 for a layer
    /// @param z0 front, m
    /// @param z1 back, m
    /// @param free whether it is free room
    public record Slice(String name, int part, double z0, double z1, boolean free) {

        /// Returns how thick it is, m.
        ///
        /// @return the thickness, m
        public double thickness() {
            return z1 - z0;
        }

        boolean rigid() {
            return !free && thickness() > FOIL + lithe.geometry.Box.ROUNDING;
        }
    }

    /// Takes a copy.
    public Stack {
        slices = List.copyOf(slices);
    }

    /// Returns the free height, m.
    ///
    /// @return sum of all free room, m
    public double free() {
        return slices.stream().filter(Slice::free).mapToDouble(Slice::thickness).sum();
    }
}

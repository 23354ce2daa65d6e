// SPDX-License-Identifier: Apache-2.0
package lithe.fit;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import lithe.device.Device;
import lithe.device.Part;
import lithe.geometry.Box;
import lithe.geometry.Direction;

/// The change of one part that would cure a violation; what stands inside the part goes with it.
///
/// Distances are rounded up to 0.01 mm, as a person would write them.
public sealed interface Cure {

    /// Returns the part to change.
    ///
    /// @return its name
    String part();

    /// Returns how far.
    ///
    /// @return the distance, m
    double distance();

    /// Returns the change as an instruction.
    ///
    /// @return the words
    String words();

    /// Returns the phone with the change made.
    ///
    /// @param device the phone
    /// @return the changed phone
    /// @throws IllegalArgumentException when the part is too small for it
    Device applied(Device device);

    /// The part is moved.
    ///
    /// @param part its name
    /// @param way direction
    /// @param distance how far, m
    record Move(String part, Direction way, double distance) implements Cure {
        @Override
        public String words() {
            return "move %s %s %s".formatted(part, mm(distance), way.words());
        }

        @Override
        public Device applied(Device device) {
            return changed(device, with(device, part), box -> box.moved(way, distance));
        }
    }

    /// Something is taken off one side of the part.
    ///
    /// @param part its name
    /// @param side direction the side looks in
    /// @param distance how much, m
    record Trim(String part, Direction side, double distance) implements Cure {
        @Override
        public String words() {
            String smaller = switch (side) {
                case LEFT, RIGHT -> "narrower on the " + side.words();
                case UP -> "shorter at the top";
                case DOWN -> "shorter at the bottom";
                case FRONT -> "thinner at the front";
                case BACK -> "thinner at the back";
            };
            return "make %s %s %s".formatted(part, mm(distance), smaller);
        }

        @Override
        public Device applied(Device device) {
            return changed(device, Set.of(part), box -> box.trimmed(side, distance));
        }
    }

    private static Device changed(Device device, Set<String> which, UnaryOperator<Box> change) {
        return device.with(device.parts().stream().map(p -> which.contains(p.name()) ? changed(p, change) : p).toList());
    }

    private static Part changed(Part part, UnaryOperator<Box> change) {
        return new Part(part.name(), part.boxes().stream().map(change).toList(), part.filling(), part.inside());
    }

    /// A part and all that stands in it.
    private static Set<String> with(Device device, String part) {
        Set<String> all = new HashSet<>(List.of(part));
        // a part that is inside another comes after it
        device.parts().stream().filter(p -> p.inside() != null && all.contains(p.inside())).forEach(p -> all.add(p.name()));
        return all;
    }

    private static String mm(double metres) {
        return String.format(Locale.ROOT, "%.2f mm", metres * 1e3);
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.fit;

import java.util.List;
import java.util.Locale;

/// One way in which a packing is not legal.
public sealed interface Violation {

    /// Returns the parts at fault.
    ///
    /// @return one or two names
    List<String> parts();

    /// Returns what is missing, m.
    ///
    /// @return a positive length, m
    double shortfall();

    /// Returns the violation as a sentence without a full stop.
    ///
    /// @return the words
    String words();

    /// Two parts take the same room.
    ///
    /// @param first name of one
    /// @param second name of the other
    /// @param shortfall least movement along one axis that would part the two, m
    /// @param axis that axis: x, y or z
    record Overlap(String first, String second, double shortfall, String axis) implements Violation {
        @Override
        public List<String> parts() {
            return List.of(first, second);
        }

        @Override
        public String words() {
            return "%s overlaps %s by %s in %s".formatted(first, second, mm(shortfall), axis);
        }
    }

    /// A part leaves the body.
    ///
    /// @param part its name
    /// @param shortfall how far it sticks out, m
    /// @param where through which side
    record Outside(String part, double shortfall, String where) implements Violation {
        @Override
        public List<String> parts() {
            return List.of(part);
        }

        @Override
        public String words() {
            return "%s sticks out of the body by %s %s".formatted(part, mm(shortfall), where);
        }
    }

    /// A part stands wholly in a cut-out.
    ///
    /// @param part its name
    /// @param hole name of the cut-out
    /// @param shortfall shorter side of the part, m
    record InHole(String part, String hole, double shortfall) implements Violation {
        @Override
        public List<String> parts() {
            return List.of(part);
        }

        @Override
        public String words() {
            return "%s stands wholly in the cut-out %s".formatted(part, hole);
        }
    }

    /// A part leaves the one it stands in.
    ///
    /// @param part its name
    /// @param outer the part it should stand in
    /// @param shortfall edge of a cube of the volume that stands outside, m
    record Escapes(String part, String outer, double shortfall) implements Violation {
        @Override
        public List<String> parts() {
            return List.of(part, outer);
        }

        @Override
        public String words() {
            return "%s stands partly outside %s".formatted(part, outer);
        }
    }

    /// Two parts stand too near to one another.
    ///
    /// @param first name of one
    /// @param second name of the other
    /// @param distance distance between them, m
    /// @param least distance they should keep, m
    record TooNear(String first, String second, double distance, double least) implements Violation {
        @Override
        public List<String> parts() {
            return List.of(first, second);
        }

        @Override
        public double shortfall() {
            return least - distance;
        }

        @Override
        public String words() {
            return "%s is %s from %s, %s are needed".formatted(first, mm(distance), second, mm(least));
        }
    }

    /// A battery has no room to swell.
    ///
    /// @param part its name
    /// @param free free height in front and behind, m
    /// @param needed free height it should have, m
    record NoRoomToSwell(String part, double free, double needed) implements Violation {
        @Override
        public List<String> parts() {
            return List.of(part);
        }

        @Override
        public double shortfall() {
            return needed - free;
        }

        @Override
        public String words() {
            return "%s has %s to swell, %s are needed".formatted(part, mm(free), mm(needed));
        }
    }

    private static String mm(double metres) {
        return String.format(Locale.ROOT, "%.2f mm", metres * 1e3);
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.fit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lithe.device.Device;
import lithe.device.FitRules;
import lithe.device.Part;
import lithe.geometry.Box;

/// The parts of a phone by number, with who stands in whom and who must keep away from whom.
final class Layout {

    private final Device device;
    private final List<Part> parts;
    /// Number of the part each part stands in, or -1.
    private final int[] outer;
    /// By rule and part: 1 when the part is of the first group, 2 of the second, 3 of both.
    private final byte[][] sides;

    Layout(Device device) {
        this.device = device;
        parts = device.parts();
        Map<String, Integer> numbers = new HashMap<>();
        outer = new int[parts.size()];
        for (int p = 0; p < outer.length; p++) {
            var inside = parts.get(p).inside();
            outer[p] = inside == null ? -1 : numbers.getOrDefault(inside, -1);
            numbers.put(parts.get(p).name(), p);
        }
        sides = new byte[rules().clearances().size()][outer.length];
        for (int r = 0; r < sides.length; r++) {
            var rule = rules().clearances().get(r);
            for (int p = 0; p < outer.length; p++) {
                var name = parts.get(p).name();
                boolean own = outer[p] < 0;
                sides[r][p] = (byte) ((own && rules().in(rule.first(), name) ? 1 : 0) + (own && rules().in(rule.second(), name) ? 2 : 0));
            }
        }
    }

    /// Takes rounding out of a difference of coordinates: 0.2 mm is 0.2 mm and not a hair less, so that a limit met is met.
    static double exact(double length) {
        return Math.rint(length * 1e12) / 1e12;
    }

    Device device() {
        return device;
    }

    FitRules rules() {
        return device.demands().fit();
    }

    int count() {
        return outer.length;
    }

    Part part(int p) {
        return parts.get(p);
    }

    String name(int p) {
        return parts.get(p).name();
    }

    int outer(int p) {
        return outer[p];
    }

    /// Whether one of two parts stands, directly or not, in the other; parts of one part are related too.
    boolean related(int a, int b) {
        return within(a, b) || within(b, a);
    }

    /// Whether a part is another or stands, directly or not, in it.
    boolean within(int inner, int around) {
        int at = inner;
        while (at >= 0 && at != around) {
            at = outer[at];
        }
        return at >= 0;
    }

    /// Distance that two parts must keep beside each other, m.
    double keep(int a, int b) {
        double keep = 0;
        for (int r = 0; r < sides.length; r++) {
            boolean meant = (sides[r][a] & 1) != 0 && (sides[r][b] & 2) != 0 || (sides[r][a] & 2) != 0 && (sides[r][b] & 1) != 0;
            if (meant) {
                keep = Math.max(keep, rules().clearances().get(r).least());
            }
        }
        return keep;
    }

    /// Whether a part is a battery.
    boolean battery(int p) {
        var charging = device.charging();
        return outer[p] < 0
                && (rules().in("battery", name(p)) || charging != null && charging.part("cell").equals(name(p)));
    }

    /// Whether the rules name the group of the second of two parts first.
    boolean turned(int a, int b) {
        for (byte[] side : sides) {
            if ((side[a] & 1) != 0 && (side[b] & 2) != 0) {
                return false;
            }
            if ((side[a] & 2) != 0 && (side[b] & 1) != 0) {
                return true;
            }
        }
        return false;
    }

    /// The boxes of a part and of all that stands in it.
    List<Box> carried(int p) {
        List<Box> boxes = new ArrayList<>();
        for (int q = p; q < outer.length; q++) {
            if (within(q, p)) {
                boxes.addAll(parts.get(q).boxes());
            }
        }
        return boxes;
    }
}

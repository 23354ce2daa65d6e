// SPDX-License-Identifier: Apache-2.0
package lithe.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import lithe.device.Layer;
import lithe.geometry.Box;
import lithe.geometry.Direction;
import lithe.geometry.Slide;
import lithe.geometry.Slide.Obstacle;
import org.jspecify.annotations.Nullable;

/// Finds the smallest change of one part that cures a violation and makes no other; every cure is tried before it is told.
final class Doctor {

    /// Cures are told in steps of this, m.
    private static final double STEP = 1e-5;

    private final Layout layout;
    /// What is wrong with parts as they stand, by their numbers.
    private final Map<Integer, List<Violation>> now = new HashMap<>();

    Doctor(Layout layout) {
        this.layout = layout;
    }

    /// Returns the smallest change that works, or null when no change of one part does.
    @Nullable Cure cure(Violation violation) {
        List<Cure> tries = new ArrayList<>();
        for (int p = 0; p < layout.count(); p++) {
            if (violation.parts().contains(layout.name(p))) {
                moves(p, tries);
                trims(p, violation, tries);
            }
        }
        // a move before a cut of the same size
        tries.sort(Comparator.comparingDouble(Cure::distance).thenComparing(Cure.Trim.class::isInstance));
        return tries.stream().filter(cure -> works(cure, violation)).findFirst().orElse(null);
    }

    private boolean works(Cure cure, Violation violation) {
        int p = number(cure.part());
        Set<String> before = keys(now.computeIfAbsent(p, part -> violations(layout, part)));
        before.remove(key(violation));
        try {
            var after = new Layout(cure.applied(layout.device()));
            return before.containsAll(keys(violations(after, p)));
        } catch (IllegalArgumentException tooSmall) {
            return false;
        }
    }

    private static List<Violation> violations(Layout layout, int p) {
        var found = new ArrayList<>(new Judge(layout).of(p));
        var columns = new Columns(layout.device());
        for (int battery = 0; battery < layout.count(); battery++) {
            // a part that moves may also take a battery its room
            var swelling = layout.battery(battery) ? Swelling.of(layout, battery, columns) : null;
            if (swelling != null && swelling.margin() < -Box.ROUNDING) {
                found.add(new Violation.NoRoomToSwell(swelling.part(), swelling.free(), swelling.needed()));
            }
        }
        return found;
    }

    private static Set<String> keys(List<Violation> violations) {
        Set<String> keys = new HashSet<>();
        violations.forEach(v -> keys.add(key(v)));
        return keys;
    }

    private static String key(Violation violation) {
        return violation.getClass().getSimpleName() + violation.parts();
    }

    private int number(String part) {
        int p = 0;
        while (!layout.name(p).equals(part)) {
            p++;
        }
        return p;
    }

    /// The nearest free place in each direction; a frame stays where it is.
    private void moves(int p, List<Cure> tries) {
        if (layout.outer(p) < 0 && layout.rules().cutToOutline(layout.name(p))) {
            return;
        }
        var carried = layout.carried(p);
        var obstacles = obstacles(p);
        for (Direction way : Direction.values()) {
            double least = carried.stream().mapToDouble(box -> -room(p, box, way.opposite())).max().orElse(0);
            double most = carried.stream().mapToDouble(box -> room(p, box, way)).min().orElse(0);
            OptionalDouble distance = Slide.least(carried, obstacles, way, least, most);
            if (distance.isPresent() && distance.getAsDouble() > Box.ROUNDING) {
                tries.add(new Cure.Move(layout.name(p), way, rounded(distance.getAsDouble())));
                tries.add(new Cure.Move(layout.name(p), way, distance.getAsDouble())); // where there is no room for rounding
            }
        }
    }

    private List<Obstacle> obstacles(int p) {
        List<Obstacle> obstacles = new ArrayList<>();
        for (int q = 0; q < layout.count(); q++) {
            if (!layout.related(p, q)) {
                for (Box box : layout.part(q).boxes()) {
                    obstacles.add(new Obstacle(box, layout.keep(p, q)));
                }
            }
        }
        return obstacles;
    }

    /// How far a box may go until it leaves what it stands in, m.
    private double room(int p, Box box, Direction way) {
        int outer = layout.outer(p);
        if (outer >= 0) {
            return layout.part(outer).boxes().stream().mapToDouble(around -> room(box, around, way)).max().orElse(0);
        }
        var body = layout.device().body();
        return way.axis() == 2 ? Layer.room(layout.device().layers(), box, way) : body.outline().room(box, way);
    }

    private static double room(Box box, Box around, Direction way) {
        return way.sign() > 0 ? around.high(way.axis()) - box.high(way.axis()) : box.low(way.axis()) - around.low(way.axis());
    }

    /// A battery may be made smaller, and a board.
    private void trims(int p, Violation violation, List<Cure> tries) {
        boolean soft = layout.battery(p) || layout.rules().in("board", layout.name(p));
        if (!soft || layout.part(p).boxes().size() > 1) {
            return;
        }
        Box box = layout.part(p).boxes().getFirst();
        for (Direction side : Direction.values()) {
            double off = off(p, box, side, violation);
            if (off > Box.ROUNDING && off < box.high(side.axis()) - box.low(side.axis()) - STEP) {
                tries.add(new Cure.Trim(layout.name(p), side, rounded(off)));
            }
        }
    }

    /// What must go from a side until the violation is cured, m; 0 when this side has nothing to do with it.
    private double off(int p, Box box, Direction side, Violation violation) {
        return switch (violation) {
            case Violation.NoRoomToSwell v ->
                // (needed − d·share) ≤ free + d
                side.axis() == 2 ? (v.needed() - v.free()) / (1 + layout.rules().swelling()) : 0;
            case Violation.Outside _ -> -room(p, box, side);
            case Violation.Overlap _, Violation.TooNear _ ->
                obstacles(p).stream()
                        .filter(o -> o.hinders(box))
                        .mapToDouble(o -> off(box, o, side))
                        .max()
                        .orElse(0);
            case Violation.InHole _, Violation.Escapes _ -> 0;
        };
    }

    private static double off(Box box, Obstacle o, Direction side) {
        double keep = side.axis() == 2 ? 0 : o.beside();
        return side.sign() > 0 ? box.high(side.axis()) - o.box().low(side.axis()) + keep : o.box().high(side.axis()) + keep - box.low(side.axis());
    }

    private static double rounded(double distance) {
        return Math.ceil(distance / STEP - 1e-4) * STEP;
    }
}

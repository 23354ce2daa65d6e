// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lithe.device.Body;
import lithe.device.Cutout;
import lithe.device.Layer;
import lithe.geometry.Box;
import lithe.geometry.Overlaps;
import lithe.input.PartReader.Draft;
import lithe.input.PartReader.Placed;
import org.jspecify.annotations.Nullable;

/// Tells which parts stand where they cannot: outside the body, in a hole, or in one another.
final class Fit {

    /// Overlaps after which the others are not looked for.
    private static final int MOST_TOLD = 200;

    private static final List<String> AXES = List.of("x", "y", "z");

    private final Map<String, Draft> parts;
    private final Problems problems;
    private CuringMove moves = CuringMove.NONE;

    Fit(Map<String, Draft> parts, Problems problems) {
        this.parts = parts;
        this.problems = problems;
    }

    private record Piece(Draft part, Placed placed) {
        Box box() {
            return placed.box();
        }
    }

    void check(@Nullable Body body, List<Layer> layers, Collection<Cutout> cutouts) {
        if (body != null) {
            moves = new CuringMove(parts, body, layers);
            parts.values().forEach(part -> places(part).forEach(place -> checkInBody(part, place, body)));
        }
        parts.values().forEach(part -> checkOutsideHoles(part, cutouts));
        checkApart();
        parts.values().forEach(this::checkInsideOuter);
    }

    /// The boxes of a part as the file places them: those of one outline as the box around them.
    private static Collection<Placed> places(Draft part) {
        Map<Node, Placed> places = new IdentityHashMap<>();
        part.boxes().forEach(p -> places.merge(p.node(), p, (a, b) -> new Placed(a.box().hull(b.box()), a.node())));
        return places.values();
    }

    private void checkInBody(Draft part, Placed placed, Body body) {
        var box = placed.box();
        if (!box.within(body.box())) {
            problems.add(
                    placed.node(),
                    "a part that sticks out of the body by " + sticksOut(box, body.box()),
                    "a place inside %s × %s × %s".formatted(
                                    Stack.mm(body.width()), Stack.mm(body.length()), Stack.mm(body.thickness()))
                            + moves.back(part));
        } else if (!touchesOutline(box, body)) {
            problems.add(placed.node(), "a part wholly outside the rounded corner", "a place inside the outline");
        }
    }

    private static boolean touchesOutline(Box box, Body body) {
        double x = Math.clamp(body.width() / 2, box.x0(), box.x1());
        double y = Math.clamp(body.length() / 2, box.y0(), box.y1());
        return body.covers(x, y);
    }

    private static String sticksOut(Box box, Box body) {
        var worst = new double[] {
            body.x0() - box.x0(), box.x1() - body.x1(), body.y0() - box.y0(), box.y1() - body.y1(), body.z0() - box.z0(), box.z1() - body.z1()
        };
        var where = List.of("on the left", "on the right", "at the top", "at the bottom", "at the front", "at the back");
        int most = 0;
        for (int i = 1; i < worst.length; i++) {
            most = worst[i] > worst[most] ? i : most;
        }
        return Stack.mm(worst[most]) + " " + where.get(most);
    }

    private void checkOutsideHoles(Draft part, Collection<Cutout> cutouts) {
        for (var hole : cutouts) {
            boolean gone = !part.boxes().isEmpty() && part.boxes().stream().allMatch(p -> swallows(hole, p.box()));
            if (gone) {
                problems.add(part.node(), "a part wholly in the cut-out \"" + Problem.shown(hole.name()) + "\"", "a place beside it");
            }
        }
    }

    private static boolean swallows(Cutout hole, Box box) {
        return box.x0() >= hole.x0() && box.x1() <= hole.x1() && box.y0() >= hole.y0() && box.y1() <= hole.y1();
    }

    private void checkApart() {
        List<Piece> pieces = new ArrayList<>();
        parts.values().forEach(part -> part.boxes().forEach(placed -> pieces.add(new Piece(part, placed))));
        Set<String> told = new HashSet<>();
        Overlaps.of(pieces.stream().map(Piece::box).toList(), (i, j) -> {
            overlap(pieces.get(i), pieces.get(j), told);
            return told.size() < MOST_TOLD;
        });
    }

    private void overlap(Piece a, Piece b, Set<String> told) {
        boolean aFirst = isBefore(a.placed().node().place(), b.placed().node().place());
        var first = aFirst ? a : b;
        var second = aFirst ? b : a;
        if (first.part() == second.part()) {
            told.add(first.part().name() + "\n" + told.size());
            problems.add(second.placed().node(), "a box that overlaps another of its part by " + shared(a.box(), b.box()), "boxes that stand apart");
        } else if (!around(first.part(), second.part()) && !around(second.part(), first.part())) {
            if (told.add(first.part().name() + "\n" + second.part().name())) {
                problems.add(
                        second.placed().node(),
                        "an overlap with \"%s\" of line %d by %s".formatted(
                                Problem.shown(first.part().name()), first.placed().node().place().line(), shared(a.box(), b.box())),
                        "parts that stand apart, or inside: " + Problem.shown(first.part().name()) + moves.apart(first.part(), second.part(), told.size()));
            }
        }
    }

    private static boolean isBefore(Place a, Place b) {
        return a.line() < b.line() || a.line() == b.line() && a.column() < b.column();
    }

    /// The direction in which the least movement would part two boxes, and how much.
    private static String shared(Box a, Box b) {
        int axis = a.widestGap(b);
        return Stack.mm(-a.gap(b, axis)) + " in " + AXES.get(axis);
    }

    /// Whether the inner part stands, directly or not, in the outer one.
    private boolean around(Draft outer, Draft inner) {
        return around(parts, outer, inner);
    }

    static boolean around(Map<String, Draft> parts, Draft outer, Draft inner) {
        var at = inner;
        if (inner.inside() != null && !parts.containsKey(inner.inside())) {
            return true; // stands in something unknown, which was told
        }
        for (int steps = 0; at != null && at.inside() != null && steps <= PartReader.DEEPEST; steps++) {
            if (at.inside().equals(outer.name())) {
                return true;
            }
            at = parts.get(at.inside());
        }
        return false;
    }

    private void checkInsideOuter(Draft part) {
        var outer = part.inside() == null ? null : parts.get(part.inside());
        if (outer == null || outer.boxes().isEmpty()) {
            return;
        }
        Map<Node, double[]> outside = new IdentityHashMap<>();
        for (var placed : part.boxes()) {
            double held = outer.boxes().stream().mapToDouble(o -> placed.box().sharedVolume(o.box())).sum();
            double[] sums = outside.computeIfAbsent(placed.node(), _ -> new double[2]);
            sums[0] += placed.box().volume() - held;
            sums[1] += placed.box().volume();
        }
        outside.forEach((node, sums) -> {
            if (sums[0] > 1e-6 * sums[1]) {
                problems.add(
                        node,
                        "a part of which %.3g %% stand outside \"%s\"".formatted(100 * sums[0] / sums[1], Problem.shown(outer.name())),
                        "a place wholly inside it");
            }
        });
    }

    /// Returns what parts inside a part leave of it, as a share of its volume.
    static double left(Draft part, Collection<Draft> inner) {
        double volume = part.boxes().stream().mapToDouble(p -> p.box().volume()).sum();
        double taken = inner.stream()
                .flatMap(other -> other.boxes().stream())
                .flatMapToDouble(box -> part.boxes().stream().mapToDouble(p -> p.box().sharedVolume(box.box())))
                .sum();
        return volume > 0 ? 1 - taken / volume : 1;
    }
}

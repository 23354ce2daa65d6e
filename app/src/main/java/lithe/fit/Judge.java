// SPDX-License-Identifier: Apache-2.0
package lithe.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import lithe.device.Cutout;
import lithe.device.Part;
import lithe.geometry.Box;
import lithe.geometry.Overlaps;
import org.jspecify.annotations.Nullable;

/// Finds what is not legal in a layout.
final class Judge {

    /// Pairs of parts after which further overlaps are not looked for.
    private static final int MOST_TOLD = 200;

    private static final String[] AXES = {"x", "y", "z"};

    private final Layout layout;

    Judge(Layout layout) {
        this.layout = layout;
    }

    /// Everything that is wrong, the worst first.
    List<Violation> all() {
        List<Violation> found = new ArrayList<>(overlaps());
        for (int p = 0; p < layout.count(); p++) {
            ofPlace(p, found);
        }
        gaps().forEach(gap -> add(tooNear(gap), found));
        found.sort(Comparator.comparingDouble(Violation::shortfall).reversed());
        return found;
    }

    /// Everything that is wrong with one part and what stands in it.
    List<Violation> of(int p) {
        List<Violation> found = new ArrayList<>();
        int[] own = IntStream.range(p, layout.count()).filter(q -> layout.within(q, p)).toArray();
        for (int inner : own) {
            ofPlace(inner, found);
            for (int q = 0; q < layout.count(); q++) {
                if (q < inner || !layout.within(q, p)) {
                    ofPair(q, inner, found);
                }
            }
        }
        return found;
    }

    /// The distances that rules ask for, tightest first.
    List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        for (int a = 0; a < layout.count(); a++) {
            for (int b = a + 1; b < layout.count(); b++) {
                var gap = gap(a, b);
                if (gap != null) {
                    gaps.add(gap);
                }
            }
        }
        gaps.sort(Comparator.comparingDouble(Gap::margin).thenComparing(Gap::first).thenComparing(Gap::second));
        return gaps;
    }

    private List<Violation> overlaps() {
        List<Box> boxes = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        for (int p = 0; p < layout.count(); p++) {
            for (Box box : layout.part(p).boxes()) {
                boxes.add(box);
                owners.add(p);
            }
        }
        Set<Long> told = new HashSet<>();
        List<Violation> found = new ArrayList<>();
        Overlaps.of(boxes, (i, j) -> {
            int a = Math.min(owners.get(i), owners.get(j)), b = Math.max(owners.get(i), owners.get(j));
            if (!layout.related(a, b) && told.add((long) a << 32 | b)) {
                add(overlap(a, b), found);
            }
            return told.size() < MOST_TOLD;
        });
        return found;
    }

    /// The deepest of the overlaps between the boxes of two parts.
    private @Nullable Violation overlap(int a, int b) {
        double deepest = Box.ROUNDING;
        int axis = -1;
        for (Box p : layout.part(a).boxes()) {
            for (Box q : layout.part(b).boxes()) {
                int widest = p.widestGap(q);
                if (-p.gap(q, widest) > deepest) {
                    deepest = -p.gap(q, widest);
                    axis = widest;
                }
            }
        }
        return axis < 0 ? null : new Violation.Overlap(layout.name(b), layout.name(a), deepest, AXES[axis]);
    }

    private void ofPair(int a, int b, List<Violation> found) {
        if (layout.related(a, b)) {
            return;
        }
        add(overlap(Math.min(a, b), Math.max(a, b)), found);
        var gap = gap(Math.min(a, b), Math.max(a, b));
        if (gap != null) {
            add(tooNear(gap), found);
        }
    }

    private static void add(@Nullable Violation violation, List<Violation> found) {
        if (violation != null) {
            found.add(violation);
        }
    }

    /// Overlaps are told as such, not as a distance that is not kept.
    private static @Nullable Violation tooNear(Gap gap) {
        return gap.margin() < -Box.ROUNDING && gap.distance() > -Box.ROUNDING
                ? new Violation.TooNear(gap.first(), gap.second(), Math.max(0, gap.distance()), gap.least())
                : null;
    }

    private @Nullable Gap gap(int a, int b) {
        double keep = layout.keep(a, b);
        if (keep == 0 || layout.related(a, b)) {
            return null;
        }
        Gap least = null;
        for (Box p : layout.part(a).boxes()) {
            for (Box q : layout.part(b).boxes()) {
                double distance = Layout.exact(Math.max(p.gap(q, 0), p.gap(q, 1)));
                if (p.gap(q, 2) < -Box.ROUNDING && (least == null || distance < least.distance())) {
                    boolean turned = layout.turned(a, b);
                    least = new Gap(
                            layout.name(turned ? b : a), layout.name(turned ? a : b), distance, keep, between(p, q, 0), between(p, q, 1));
                }
            }
        }
        return least;
    }

    /// Middle of the gap, or of what is shared.
    private static double between(Box p, Box q, int axis) {
        return (Math.max(p.low(axis), q.low(axis)) + Math.min(p.high(axis), q.high(axis))) / 2;
    }

    private void ofPlace(int p, List<Violation> found) {
        var part = layout.part(p);
        var outside = outside(part);
        if (outside != null) {
            found.add(outside);
        }
        for (Cutout hole : layout.device().cutouts()) {
            if (part.boxes().stream().allMatch(box -> swallows(hole, box))) {
                var box = part.boxes().getFirst();
                found.add(new Violation.InHole(part.name(), hole.name(), Math.min(box.width(), box.length())));
            }
        }
        if (layout.outer(p) >= 0) {
            var around = layout.part(layout.outer(p));
            double out = part.boxes().stream().mapToDouble(box -> box.volume() - held(box, around)).sum();
            if (out > part.volume() * 1e-6) {
                found.add(new Violation.Escapes(part.name(), around.name(), Math.cbrt(out)));
            }
        }
    }

    private @Nullable Violation outside(Part part) {
        var body = layout.device().body();
        boolean cut = layout.rules().cutToOutline(part.name());
        double most = Box.ROUNDING;
        String where = "";
        for (Box box : part.boxes()) {
            double[] out = {-box.x0(), box.x1() - body.width(), -box.y0(), box.y1() - body.length(), -box.z0(), box.z1() - body.thickness()};
            for (int side = 0; side < out.length; side++) {
                if (out[side] > most) {
                    most = out[side];
                    where = SIDES[side];
                }
            }
            double corner = cut ? 0 : body.outline().sticksOut(box);
            if (corner > most) {
                most = corner;
                where = "at a rounded corner";
            }
        }
        return where.isEmpty() ? null : new Violation.Outside(part.name(), most, where);
    }

    private static final String[] SIDES = {"on the left", "on the right", "at the top", "at the bottom", "at the front", "at the back"};

    private static boolean swallows(Cutout hole, Box box) {
        return box.x0() >= hole.x0() && box.x1() <= hole.x1() && box.y0() >= hole.y0() && box.y1() <= hole.y1();
    }

    private static double held(Box box, Part around) {
        return around.boxes().stream().mapToDouble(box::sharedVolume).sum();
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import lithe.device.Device;
import lithe.device.Filling;
import lithe.device.Layer;
import lithe.geometry.Box;
import lithe.geometry.Direction;
import lithe.geometry.RoundedRectangle;
import lithe.geometry.Slide.Obstacle;
import org.jspecify.annotations.Nullable;

/// The largest battery that would still fit around the present one, everything else staying where it is.
///
/// Every edge that could bound it is tried against every other, so the answer is exact for the rules of the room; only where
/// a corner of the body cuts a corner of the box off, and in files with very many parts, it is a lower bound.
///
/// @param part name of the battery
/// @param now its present box
/// @param box the largest box
/// @param energy what it would hold at the energy density of the present one, J; NaN when that is not known
public record Largest(String part, Box now, Box box, double energy) {

    /// Looks at an obstacle above which only the nearest edges are tried.
    private static final double MOST_LOOKS = 5e7;

    /// Returns by how much it is larger than the present one.
    ///
    /// @return gain in volume over the present volume, dimensionless
    public double gain() {
        return box.volume() / now.volume() - 1;
    }

    static @Nullable Largest of(Layout layout, int p, double energyPerVolume) {
        var now = layout.part(p).boxes().stream().max(Comparator.comparingDouble(Box::volume)).orElseThrow();
        var box = new Search(layout, p, now).best();
        return box == null ? null : new Largest(layout.name(p), now, box, box.volume() * energyPerVolume);
    }

    /// The search for one battery.
    private static final class Search {

        private final RoundedRectangle outline;
        private final double deep;
        private final Box seed;
        private final double swelling;
        /// What stands beside: it shares height with the battery.
        private final List<Obstacle> beside = new ArrayList<>();
        /// What stands in front of or behind it.
        private final List<Obstacle> over = new ArrayList<>();

        private @Nullable Box best;

        Search(Layout layout, int p, Box now) {
            var device = layout.device();
            outline = device.body().outline();
            deep = device.body().thickness();
            swelling = layout.rules().swelling();
            List<Obstacle> all = obstacles(layout, p);
            boolean free = all.stream().noneMatch(o -> o.hinders(now)) && outline.sticksOut(now) == 0;
            // a battery that stands illegally is replaced by one around its middle
            seed = free ? now : new Box(mid(now, 0), mid(now, 0) + 1e-6, mid(now, 1), mid(now, 1) + 1e-6, now.z0(), now.z1());
            all.forEach(o -> (o.box().gap(seed, 2) < -Box.ROUNDING ? beside : over).add(o));
            layers(device);
        }

        private static double mid(Box box, int axis) {
            return (box.low(axis) + box.high(axis)) / 2;
        }

        private static List<Obstacle> obstacles(Layout layout, int p) {
            List<Obstacle> all = new ArrayList<>();
            for (int q = 0; q < layout.count(); q++) {
                boolean air = layout.part(q).filling() instanceof Filling.Solid(var material) && material.density() < Layer.LIGHTEST;
                if (!layout.related(p, q) && !air) {
                    for (Box box : layout.part(q).boxes()) {
                        all.add(new Obstacle(box, layout.keep(p, q)));
                    }
                }
            }
            return all;
        }

        /// Layers that are not free room bound it in front and behind; the one it stands in does not.
        private void layers(Device device) {
            double z = 0;
            for (var layer : device.layers()) {
                var box = new Box(0, outline.width(), 0, outline.length(), z, z + layer.thickness());
                if (!layer.free() && box.gap(seed, 2) >= -Box.ROUNDING) {
                    over.add(new Obstacle(box, 0));
                }
                z += layer.thickness();
            }
        }

        @Nullable Box best() {
            double[] left = edges(Direction.LEFT), right = edges(Direction.RIGHT), top = edges(Direction.UP), bottom = edges(Direction.DOWN);
            for (double x0 : left) {
                for (double x1 : right) {
                    for (double y0 : top) {
                        for (double y1 : bottom) {
                            consider(x0, x1, y0, y1);
                        }
                    }
                }
            }
            return best;
        }

        /// Places where a side of the battery could end up, nearest first.
        private double[] edges(Direction way) {
            int axis = way.axis();
            boolean up = way.sign() > 0;
            double start = up ? seed.high(axis) : seed.low(axis), end = up ? (axis == 0 ? outline.width() : outline.length()) : 0;
            TreeSet<Double> found = new TreeSet<>(List.of(end));
            // the distance to what stands over the battery ends at one place, the shadow of it begins at another
            Stream.concat(
                            Stream.concat(beside.stream(), over.stream()).map(o -> up ? o.box().low(axis) - o.beside() : o.box().high(axis) + o.beside()),
                            over.stream().map(o -> up ? o.box().low(axis) : o.box().high(axis)))
                    .filter(edge -> up ? edge >= start - Box.ROUNDING && edge <= end : edge <= start + Box.ROUNDING && edge >= end)
                    .forEach(found::add);
            var sorted = up ? found : found.descendingSet();
            long most = (long) Math.max(4, Math.pow(MOST_LOOKS / (1 + beside.size() + over.size()), 0.25));
            return sorted.stream().limit(most).mapToDouble(Double::doubleValue).toArray();
        }

        private void consider(double x0, double x1, double y0, double y1) {
            if (x1 - x0 <= Box.ROUNDING || y1 - y0 <= Box.ROUNDING) {
                return;
            }
            var plan = new Box(x0, x1, y0, y1, seed.z0(), seed.z1());
            if (best != null && plan.area() * deep <= best.volume() || beside.stream().anyMatch(o -> o.hinders(plan))) {
                return;
            }
            if (outline.sticksOut(plan) == 0) {
                keep(deepened(plan));
            } else {
                keep(trimmed(plan, Direction.LEFT, Direction.RIGHT));
                keep(trimmed(plan, Direction.UP, Direction.DOWN));
            }
        }

        private void keep(@Nullable Box box) {
            if (box != null && (best == null || box.volume() > best.volume() * (1 + 1e-12))) {
                best = box;
            }
        }

        /// Takes off two opposite sides what leaves the rounded corners.
        private @Nullable Box trimmed(Box plan, Direction one, Direction other) {
            double a = Math.max(0, -outline.room(plan, one)), b = Math.max(0, -outline.room(plan, other));
            int axis = one.axis();
            boolean holds = plan.low(axis) + a <= seed.low(axis) + Box.ROUNDING && plan.high(axis) - b >= seed.high(axis) - Box.ROUNDING;
            return holds ? deepened(plan.trimmed(one, a).trimmed(other, b)) : null;
        }

        /// Makes a footprint as thick as what lies in front and behind allows, with its room to swell.
        private @Nullable Box deepened(Box plan) {
            double front = 0, back = deep, rigidFront = 0, rigidBack = deep;
            List<Box> foils = new ArrayList<>();
            for (var o : over) {
                var box = o.box();
                boolean before = box.z1() <= seed.z0() + Box.ROUNDING;
                if (Math.max(box.gap(plan, 0), box.gap(plan, 1)) < o.beside() - Box.ROUNDING) {
                    front = before ? Math.max(front, box.z1()) : front;
                    back = before ? back : Math.min(back, box.z0());
                }
                if (box.gap(plan, 0) < -Box.ROUNDING && box.gap(plan, 1) < -Box.ROUNDING) {
                    if (box.thickness() <= Stack.FOIL + Box.ROUNDING) {
                        foils.add(box);
                    } else {
                        rigidFront = before ? Math.max(rigidFront, box.z1()) : rigidFront;
                        rigidBack = before ? rigidBack : Math.min(rigidBack, box.z0());
                    }
                }
            }
            double room = rigidBack - rigidFront - covered(foils, rigidFront, rigidBack);
            double thickness = Math.min(back - front, room / (1 + swelling));
            if (!(thickness > Box.ROUNDING)) {
                return null;
            }
            double z0 = Math.max(front, Math.min(seed.z0(), back - thickness));
            return new Box(plan.x0(), plan.x1(), plan.y0(), plan.y1(), z0, z0 + thickness);
        }

        /// Height that foils take of the room between two heights; those side by side count once.
        private static double covered(List<Box> foils, double from, double to) {
            double[][] spans = foils.stream()
                    .map(f -> new double[] {Math.max(f.z0(), from), Math.min(f.z1(), to)})
                    .filter(s -> s[1] > s[0])
                    .sorted(Comparator.comparingDouble(s -> s[0]))
                    .toArray(double[][]::new);
            double sum = 0, end = Double.NEGATIVE_INFINITY;
            for (double[] s : spans) {
                sum += Math.max(0, s[1] - Math.max(end, s[0]));
                end = Math.max(end, s[1]);
            }
            return sum;
        }
    }
}

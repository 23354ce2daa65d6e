// SPDX-License-Identifier: Apache-2.0
package lithe.fit;

import static lithe.fit.Phones.MM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import lithe.Figures;
import lithe.device.Device;
import lithe.device.FitRules;
import lithe.device.FitRules.Clearance;
import lithe.device.Part;
import lithe.geometry.Box;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Random packings on a grid of 1 mm, against counting the cells of that grid.
class PackingVerification {

    private static final long SEED = 20_260_611;
    private static final int W = 16, L = 22, T = 9;
    private static final int PHONES = Figures.all() ? 2000 : 200;

    @Test
    @DisplayName("overlaps, volume, moves and the largest battery agree with brute force on every random phone")
    void bruteForce() {
        int illegal = 0, cures = 0, batteries = 0;
        for (int n = 0; n < PHONES; n++) {
            long seed = SEED + n;
            var device = random(new Random(seed));
            var packing = Packing.of(device);
            var cells = new Cells(device);
            assertThat(overlaps(packing)).as("overlaps, seed %d", seed).isEqualTo(cells.overlaps());
            assertThat(packing.volumes().solid()).as("volume, seed %d", seed).isEqualTo(cells.solid() * 1e-9, within(1e-15));
            illegal += packing.legal() ? 0 : 1;
            for (var finding : packing.findings()) {
                cures += cured(packing, finding, cells, seed);
            }
            if (packing.findings().stream().noneMatch(f -> f.violation().parts().contains("battery"))) {
                batteries++;
                double best = cells.largest(device.demands().fit());
                assertThat(packing.largest().box().volume()).as("largest battery, seed %d", seed).isEqualTo(best * 1e-9, within(1e-15));
            }
        }
        System.err.printf("fit: seed %d, %d phones, %d illegal, %d cures, %d batteries%n", SEED, PHONES, illegal, cures, batteries);
        assertThat(illegal).isGreaterThan(PHONES / 4);
        assertThat(cures).isGreaterThan(PHONES / 4);
        assertThat(batteries).isGreaterThan(PHONES / 4);
        Figures.record(
                "6 fit", "random packings against brute force",
                "%d phones, %d illegal, %d cures, %d largest batteries: all agree".formatted(PHONES, illegal, cures, batteries));
    }

    private static List<List<String>> overlaps(Packing packing) {
        return packing.findings().stream()
                .map(Packing.Finding::violation)
                .filter(Violation.Overlap.class::isInstance)
                .map(v -> v.parts().stream().sorted().toList())
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }

    /// The told move cures the violation, makes no other, and no shorter move of either part leads to a free place.
    private static int cured(Packing packing, Packing.Finding finding, Cells cells, long seed) {
        int shortest = finding.violation().parts().stream().mapToInt(name -> cells.shortestMove(name)).min().orElseThrow();
        if (!(finding.violation() instanceof Violation.Overlap)) {
            return 0;
        }
        var cure = finding.cure();
        boolean swells = packing.device().demands().fit().swelling() > 0;
        if (cure == null && swells) {
            return 0; // the grid does not know what a move would take from the battery
        }
        if (cure == null) {
            assertThat(shortest).as("a move of %s, seed %d", finding.violation(), seed).isEqualTo(Integer.MAX_VALUE);
            return 0;
        }
        var after = Packing.of(cure.applied(packing.device()));
        assertThat(after.findings().stream().map(f -> f.violation().parts()).toList())
                .as("after %s, seed %d", cure, seed)
                .doesNotContain(finding.violation().parts());
        assertThat(after.findings()).hasSizeLessThan(packing.findings().size());
        if (cure instanceof Cure.Move && swells) {
            assertThat(Math.ceil(cure.distance() / MM - 1e-6)).as("%s, seed %d", cure, seed).isGreaterThanOrEqualTo(shortest);
        } else if (cure instanceof Cure.Move) {
            assertThat(Math.ceil(cure.distance() / MM - 1e-6)).as("%s, seed %d", cure, seed).isEqualTo(shortest);
        } else if (!swells) {
            assertThat(cure.distance() / MM).as("%s, seed %d", cure, seed).isLessThanOrEqualTo(shortest);
        }
        return 1;
    }

    private static Device random(Random random) {
        List<Part> parts = new ArrayList<>();
        parts.add(Phones.part("battery", 6, 8, 2, 2 + random.nextInt(3), 3 + random.nextInt(4), 2 + random.nextInt(3)));
        int count = 3 + random.nextInt(6);
        for (int p = 0; p < count; p++) {
            int dx = 1 + random.nextInt(6), dy = 1 + random.nextInt(7), dz = 1 + random.nextInt(3);
            var name = (random.nextBoolean() ? "chip " : "plate ") + p;
            parts.add(Phones.part(
                    name, random.nextInt(W - dx + 1), random.nextInt(L - dy + 1), 1 + random.nextInt(T - 1 - dz), dx, dy, dz));
        }
        // a plate keeps 1 mm from the battery: "plate 3" is listed, since groups go by the end of a name
        var plates = parts.stream().map(Part::name).filter(name -> name.startsWith("plate")).collect(java.util.stream.Collectors.toSet());
        var rules = new FitRules(
                Map.of("plates", plates), List.of(new Clearance("battery", "plates", MM)), random.nextBoolean() ? 0.25 : 0);
        return Phones.phone(W, L, T, 0, rules, parts);
    }

    /// Which parts stand in each cell of 1 mm.
    private static final class Cells {

        private final Device device;
        private final long[] in = new long[W * L * T];

        Cells(Device device) {
            this.device = device;
            for (int p = 0; p < device.parts().size(); p++) {
                long bit = 1L << p;
                each(ends(p), c -> in[c] |= bit);
            }
        }

        private int[] ends(int p) {
            var b = device.parts().get(p).boxes().getFirst();
            return new int[] {mm(b.x0()), mm(b.x1()), mm(b.y0()), mm(b.y1()), mm(b.z0()), mm(b.z1())};
        }

        private static int mm(double metres) {
            return (int) Math.round(metres / MM);
        }

        private static void each(int[] e, java.util.function.IntConsumer visitor) {
            for (int z = e[4]; z < e[5]; z++) {
                for (int y = e[2]; y < e[3]; y++) {
                    for (int x = e[0]; x < e[1]; x++) {
                        visitor.accept(x + W * (y + L * z));
                    }
                }
            }
        }

        List<List<String>> overlaps() {
            List<List<String>> pairs = new ArrayList<>();
            for (int a = 0; a < device.parts().size(); a++) {
                for (int b = a + 1; b < device.parts().size(); b++) {
                    long both = 1L << a | 1L << b;
                    if (IntStream.range(0, in.length).anyMatch(c -> (in[c] & both) == both)) {
                        pairs.add(java.util.stream.Stream.of(device.parts().get(a).name(), device.parts().get(b).name()).sorted().toList());
                    }
                }
            }
            pairs.sort((a, b) -> a.toString().compareTo(b.toString()));
            return pairs;
        }

        /// Solid cells between the first and the last layer; every part stands there.
        double solid() {
            return java.util.Arrays.stream(in).filter(bits -> bits != 0).count();
        }

        /// The fewest whole mm that bring a part to a place inside the body that is free and keeps its distances.
        int shortestMove(String name) {
            int p = IntStream.range(0, device.parts().size()).filter(q -> device.parts().get(q).name().equals(name)).findFirst().orElseThrow();
            int[] low = {0, 0, 1}, high = {W, L, T - 1}; // nothing moves into the glass
            int best = Integer.MAX_VALUE;
            for (int axis = 0; axis < 3; axis++) {
                for (int sign : new int[] {-1, 1}) {
                    for (int d = 1; d < 30 && d < best; d++) {
                        int[] e = ends(p);
                        e[2 * axis] += sign * d;
                        e[2 * axis + 1] += sign * d;
                        if (e[2 * axis] >= low[axis] && e[2 * axis + 1] <= high[axis] && free(p, e)) {
                            best = d;
                        }
                    }
                }
            }
            return best;
        }

        private boolean free(int p, int[] e) {
            for (int q = 0; q < device.parts().size(); q++) {
                int[] o = ends(q);
                boolean apart = device.parts().get(p).name().equals("battery") && device.parts().get(q).name().startsWith("plate")
                        || device.parts().get(q).name().equals("battery") && device.parts().get(p).name().startsWith("plate");
                int keep = apart ? 1 : 0;
                if (q != p && meet(e, o, 0, keep) && meet(e, o, 2, keep) && meet(e, o, 4, 0)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean meet(int[] a, int[] b, int at, int keep) {
            return Math.min(a[at + 1], b[at + 1]) - Math.max(a[at], b[at]) > -keep;
        }

        /// Volume of the largest battery over every whole footprint around the present one, mm³.
        double largest(FitRules rules) {
            int[] now = ends(0);
            double best = 0;
            for (int x0 = 0; x0 <= now[0]; x0++) {
                for (int x1 = now[1]; x1 <= W; x1++) {
                    for (int y0 = 0; y0 <= now[2]; y0++) {
                        for (int y1 = now[3]; y1 <= L; y1++) {
                            best = Math.max(best, (x1 - x0) * (y1 - y0) * thickness(x0, x1, y0, y1, now, rules.swelling()));
                        }
                    }
                }
            }
            return best;
        }

        private double thickness(int x0, int x1, int y0, int y1, int[] now, double swelling) {
            int front = 1, back = T - 1, rigidFront = 1, rigidBack = T - 1;
            for (int q = 1; q < device.parts().size(); q++) {
                int[] o = ends(q);
                int keep = device.parts().get(q).name().startsWith("plate") ? 1 : 0;
                int[] e = {x0, x1, y0, y1, now[4], now[5]};
                if (meet(e, o, 0, keep) && meet(e, o, 2, keep)) {
                    if (meet(e, o, 4, 0)) {
                        return 0;
                    }
                    boolean before = o[5] <= now[4];
                    front = before ? Math.max(front, o[5]) : front;
                    back = before ? back : Math.min(back, o[4]);
                    if (meet(e, o, 0, 0) && meet(e, o, 2, 0)) {
                        rigidFront = before ? Math.max(rigidFront, o[5]) : rigidFront;
                        rigidBack = before ? rigidBack : Math.min(rigidBack, o[4]);
                    }
                }
            }
            return Math.min(back - front, (rigidBack - rigidFront) / (1 + swelling));
        }
    }

    @Test
    @DisplayName("the area that a rectangle shares with a rounded outline agrees with counting points")
    void roundedArea() {
        var random = new Random(SEED);
        var outline = new lithe.geometry.RoundedRectangle(7, 11, 3);
        assertThat(outline.area(0, 7, 0, 11)).isEqualTo(7 * 11 - (4 - Math.PI) * 9, within(1e-12));
        for (int n = 0; n < 50; n++) {
            var box = rectangle(random);
            int in = 0, points = 400;
            for (int i = 0; i < points; i++) {
                for (int j = 0; j < points; j++) {
                    double x = box.x0() + box.width() * (i + 0.5) / points, y = box.y0() + box.length() * (j + 0.5) / points;
                    in += outline.covers(x, y) ? 1 : 0;
                }
            }
            double counted = box.area() * in / points / points;
            // an arc crosses at most some 800 of the 160 000 cells, each half wrong at worst
            assertThat(outline.area(box.x0(), box.x1(), box.y0(), box.y1())).isEqualTo(counted, within(box.area() * 2.5e-3));
        }
    }

    private static Box rectangle(Random random) {
        double x = random.nextDouble() * 8 - 1, y = random.nextDouble() * 12 - 1;
        return Box.at(x, y, 0, 0.1 + random.nextDouble() * 7, 0.1 + random.nextDouble() * 11, 1);
    }
}

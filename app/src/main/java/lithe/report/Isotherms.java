// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Lines of equal temperature over a [Relief], by marching squares.
///
/// A crossing is named by the node edge it lies on, so two squares that share it meet exactly and pieces join into lines.
final class Isotherms {

    private final Relief relief;
    private final double level;
    private final Map<Long, List<Long>> joined = new HashMap<>();

    private Isotherms(Relief relief, double level) {
        this.relief = relief;
        this.level = level;
    }

    /// Returns the lines of a level, longest first; each is x, y, x, y … in m, and a closed one ends where it began.
    static List<double[]> of(Relief relief, double level) {
        var squares = new Isotherms(relief, level);
        for (int j = 0; j + 1 < relief.y().length; j++) {
            for (int i = 0; i + 1 < relief.x().length; i++) {
                squares.march(i, j);
            }
        }
        return squares.lines();
    }

    private void march(int i, int j) {
        int nx = relief.x().length, at = i + nx * j;
        boolean a = hot(at), b = hot(at + 1), c = hot(at + nx + 1), d = hot(at + nx);
        // edges of the square: 0 top a–b, 1 right b–c, 2 bottom d–c, 3 left a–d
        boolean[] cut = {a != b, b != c, d != c, a != d};
        if (cut[0] && cut[1] && cut[2] && cut[3]) {
            saddle(i, j, a);
            return;
        }
        int first = -1;
        for (int e = 0; e < 4; e++) {
            if (cut[e] && first < 0) {
                first = e;
            } else if (cut[e]) {
                join(edge(i, j, first), edge(i, j, e));
            }
        }
    }

    /// Two lines pass; the value in the middle tells which corners belong together.
    private void saddle(int i, int j, boolean cornerHot) {
        int nx = relief.x().length, at = i + nx * j;
        double[] t = relief.kelvin();
        boolean middleHot = (t[at] + t[at + 1] + t[at + nx] + t[at + nx + 1]) / 4 > level;
        boolean around = cornerHot == middleHot;
        join(edge(i, j, 0), edge(i, j, around ? 1 : 3));
        join(edge(i, j, 2), edge(i, j, around ? 3 : 1));
    }

    private boolean hot(int node) {
        return relief.kelvin()[node] > level;
    }

    /// Number of an edge between two nodes: even for edges along x, odd for edges along y.
    private long edge(int i, int j, int side) {
        int ii = side == 1 ? i + 1 : i, jj = side == 2 ? j + 1 : j;
        return 2L * (ii + (long) relief.x().length * jj) + (side == 1 || side == 3 ? 1 : 0);
    }

    private void join(long one, long two) {
        joined.computeIfAbsent(one, key -> new ArrayList<>(2)).add(two);
        joined.computeIfAbsent(two, key -> new ArrayList<>(2)).add(one);
    }

    private List<double[]> lines() {
        List<double[]> lines = new ArrayList<>();
        for (long start : joined.keySet().stream().sorted().toList()) {
            if (!joined.getOrDefault(start, List.of()).isEmpty()) {
                Deque<Long> line = new ArrayDeque<>(List.of(start));
                follow(line, true);
                follow(line, false);
                lines.add(line.stream().flatMapToDouble(this::crossing).toArray());
            }
        }
        lines.sort((p, q) -> Double.compare(length(q), length(p)));
        return lines;
    }

    private void follow(Deque<Long> line, boolean forward) {
        while (true) {
            long end = forward ? line.getLast() : line.getFirst();
            var onward = joined.getOrDefault(end, List.of());
            if (onward.isEmpty()) {
                return;
            }
            long next = onward.removeFirst();
            joined.getOrDefault(next, List.of()).remove(end);
            if (forward) {
                line.addLast(next);
            } else {
                line.addFirst(next);
            }
        }
    }

    private java.util.stream.DoubleStream crossing(long edge) {
        int node = (int) (edge / 2), nx = relief.x().length, i = node % nx, j = node / nx;
        boolean alongY = edge % 2 == 1;
        int other = alongY ? node + nx : node + 1;
        double share = (level - relief.kelvin()[node]) / (relief.kelvin()[other] - relief.kelvin()[node]);
        double px = alongY ? relief.x()[i] : relief.x()[i] + share * (relief.x()[i + 1] - relief.x()[i]);
        double py = alongY ? relief.y()[j] + share * (relief.y()[j + 1] - relief.y()[j]) : relief.y()[j];
        return java.util.stream.DoubleStream.of(px, py);
    }

    static double length(double[] line) {
        double length = 0;
        for (int p = 2; p < line.length; p += 2) {
            length += Math.hypot(line[p] - line[p - 2], line[p + 1] - line[p - 1]);
        }
        return length;
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import lithe.geometry.Box;

/// Planes across one direction, some of which may not move.
///
/// @param planes positions, m, increasing; length cells + 1
/// @param fixed whether a plane is an edge of something; same length
record Axis(double[] planes, boolean[] fixed) {

    /// Points at which the wanted cell size is sampled inside one interval between edges.
    private static final int SAMPLES = 256;

    int cells() {
        return planes.length - 1;
    }

    double size(int i) {
        return planes[i + 1] - planes[i];
    }

    double middle(int i) {
        return 0.5 * (planes[i] + planes[i + 1]);
    }

    /// Sorts edges and drops repetitions that differ by rounding only.
    static double[] edges(List<Double> all, double from, double to) {
        double[] sorted = all.stream()
                .mapToDouble(Double::doubleValue)
                .filter(e -> e >= from - Box.ROUNDING && e <= to + Box.ROUNDING)
                .sorted()
                .toArray();
        List<Double> kept = new ArrayList<>(List.of(from));
        for (double e : sorted) {
            if (e - kept.getLast() > Box.ROUNDING && to - e > Box.ROUNDING) {
                kept.add(e);
            }
        }
        kept.add(to);
        return kept.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// Cuts each interval between edges into cells of about the wanted size, smoothly graded.
    ///
    /// One cell, or an even number, or a multiple of four, so that every second plane can be left out twice.
    ///
    /// @param size wanted size at a position, m
    static Axis graded(double[] edges, DoubleUnaryOperator size) {
        List<Double> planes = new ArrayList<>();
        List<Boolean> fixed = new ArrayList<>();
        for (int e = 0; e + 1 < edges.length; e++) {
            double[] inside = cut(edges[e], edges[e + 1], size);
            for (int i = 0; i + 1 < inside.length; i++) {
                planes.add(inside[i]);
                fixed.add(i == 0);
            }
        }
        planes.add(edges[edges.length - 1]);
        fixed.add(true);
        return of(planes, fixed);
    }

    /// Counts the cells [#graded] would make.
    static int count(double[] edges, DoubleUnaryOperator size) {
        int n = 0;
        for (int e = 0; e + 1 < edges.length; e++) {
            n += even(load(edges[e], edges[e + 1], size)[SAMPLES]);
        }
        return n;
    }

    static Axis given(double[] planes, double[] edges) {
        boolean[] fixed = new boolean[planes.length];
        for (double edge : edges) {
            int at = nearest(planes, edge);
            if (Math.abs(planes[at] - edge) > Box.ROUNDING) {
                throw new IllegalArgumentException("a grid plane must lie on every edge, but none lies at %s m".formatted(edge));
            }
            fixed[at] = true;
        }
        return new Axis(planes.clone(), fixed);
    }

    /// Returns the number of planes that are edges, both ends included.
    int edges() {
        int n = 0;
        for (boolean edge : fixed) {
            n += edge ? 1 : 0;
        }
        return n;
    }

    /// Moves the edges and, in proportion, what is between them.
    ///
    /// @param to the edges, as many as there are
    Axis moved(double[] to) {
        double[] moved = new double[planes.length];
        int edge = 0;
        for (int from = 0; from < planes.length - 1; edge++) {
            int next = next(from);
            for (int p = from; p < next; p++) {
                double share = (planes[p] - planes[from]) / (planes[next] - planes[from]);
                moved[p] = to[edge] + share * (to[edge + 1] - to[edge]);
            }
            from = next;
        }
        moved[planes.length - 1] = to[to.length - 1];
        return new Axis(moved, fixed);
    }

    /// Leaves out every second plane of each interval with an even number of cells.
    Axis coarser() {
        List<Double> keep = new ArrayList<>();
        List<Boolean> still = new ArrayList<>();
        int from = 0;
        for (int p = 0; p < planes.length; p++) {
            if (p > 0 && fixed[p]) {
                from = p;
            }
            if (fixed[p] || (p - from) % 2 == 0 || (next(p) - from) % 2 == 1) {
                keep.add(planes[p]);
                still.add(fixed[p]);
            }
        }
        return of(keep, still);
    }

    private int next(int p) {
        int n = p + 1;
        while (!fixed[n]) {
            n++;
        }
        return n;
    }

    /// Index of the cell a position lies in; the ends count as inside.
    int at(double position) {
        int found = Arrays.binarySearch(planes, position);
        int cell = found >= 0 ? found : -found - 2;
        return Math.clamp(cell, 0, cells() - 1);
    }

    /// Index of the plane nearest to a position.
    int plane(double position) {
        return nearest(planes, position);
    }

    private static int nearest(double[] planes, double position) {
        int found = Arrays.binarySearch(planes, position);
        if (found >= 0) {
            return found;
        }
        int above = Math.clamp(-found - 1, 1, planes.length - 1);
        return planes[above] - position < position - planes[above - 1] ? above : above - 1;
    }

    private static Axis of(List<Double> planes, List<Boolean> fixed) {
        boolean[] mark = new boolean[fixed.size()];
        for (int i = 0; i < mark.length; i++) {
            mark[i] = fixed.get(i);
        }
        return new Axis(planes.stream().mapToDouble(Double::doubleValue).toArray(), mark);
    }

    /// Cells wanted from the start of an interval up to each sample, ∫ dx / size.
    private static double[] load(double from, double to, DoubleUnaryOperator size) {
        double[] load = new double[SAMPLES + 1];
        double step = (to - from) / SAMPLES;
        for (int i = 0; i < SAMPLES; i++) {
            load[i + 1] = load[i] + step / size.applyAsDouble(from + (i + 0.5) * step);
        }
        return load;
    }

    private static int even(double wanted) {
        // one cell cannot be judged against a coarser one, so only what is well below the wanted size stays whole
        if (wanted <= 0.5) {
            return 1;
        }
        return wanted <= 2.5 ? 2 : 4 * (int) Math.ceil(wanted / 4 - 0.25);
    }

    private static double[] cut(double from, double to, DoubleUnaryOperator size) {
        double[] load = load(from, to, size);
        int n = even(load[SAMPLES]);
        double[] planes = new double[n + 1];
        planes[0] = from;
        planes[n] = to;
        int s = 0;
        for (int i = 1; i < n; i++) {
            double target = load[SAMPLES] * i / n;
            while (load[s + 1] < target) {
                s++;
            }
            planes[i] = from + (to - from) * (s + (target - load[s]) / (load[s + 1] - load[s])) / SAMPLES;
        }
        return planes;
    }
}

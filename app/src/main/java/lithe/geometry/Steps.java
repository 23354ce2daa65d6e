// SPDX-License-Identifier: Apache-2.0
package lithe.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/// A polygon as rectangles side by side: upright and level edges stay where they are, slanted ones become steps.
///
/// The area is kept exactly, band by band: a step ends where the slanted edge is on average over its height. A straight edge
/// is off by at most half the wanted step, along x or along y, whichever is less; where several corners lie within one step,
/// by less than a step.
final class Steps {

    private final Polygon polygon;
    private final double step;

    Steps(Polygon polygon, double step) {
        this.polygon = polygon;
        this.step = step;
    }

    /// A piece of the plane between two heights in which no corner lies: from left to right edge, again and again.
    ///
    /// @param top x of each edge at y0
    /// @param bottom x of each edge at y1
    private record Band(double y0, double y1, double[] top, double[] bottom) {
        double height() {
            return y1 - y0;
        }

        double middle(int edge) {
            return (top[edge] + bottom[edge]) / 2;
        }

        boolean upright() {
            for (int e = 0; e < top.length; e++) {
                if (Math.abs(top[e] - bottom[e]) > Box.ROUNDING) {
                    return false;
                }
            }
            return true;
        }

        boolean goesOnIn(Band next) {
            if (next.top.length != bottom.length) {
                return false;
            }
            for (int e = 0; e < bottom.length; e++) {
                if (Math.abs(bottom[e] - next.top[e]) > Box.ROUNDING) {
                    return false;
                }
            }
            return true;
        }

        Band part(double from, double to) {
            double[] upper = new double[top.length], lower = new double[top.length];
            Arrays.setAll(upper, e -> top[e] + from * (bottom[e] - top[e]));
            Arrays.setAll(lower, e -> top[e] + to * (bottom[e] - top[e]));
            return new Band(from == 0 ? y0 : y0 + from * height(), to == 1 ? y1 : y0 + to * height(), upper, lower);
        }
    }

    List<Rectangle> rectangles() {
        List<Rectangle> all = new ArrayList<>();
        List<Band> group = new ArrayList<>();
        for (Band band : cut(bands())) {
            if (!group.isEmpty() && !joins(group, band)) {
                flush(group, all);
            }
            group.add(band);
        }
        flush(group, all);
        return all;
    }

    private boolean joins(List<Band> group, Band band) {
        Band last = group.getLast();
        boolean plain = last.upright() && band.upright();
        return last.goesOnIn(band)
                && (plain || !last.upright() && !band.upright() && band.y1 - group.getFirst().y0 <= step + Box.ROUNDING);
    }

    /// One rectangle for each pair of edges, of the mean places over all bands of the group.
    private static void flush(List<Band> group, List<Rectangle> all) {
        if (group.isEmpty()) {
            return;
        }
        double y0 = group.getFirst().y0, y1 = group.getLast().y1;
        for (int e = 0; e < group.getFirst().top.length; e += 2) {
            int left = e, right = e + 1;
            double x0 = group.stream().mapToDouble(b -> b.middle(left) * b.height()).sum() / (y1 - y0);
            double x1 = group.stream().mapToDouble(b -> b.middle(right) * b.height()).sum() / (y1 - y0);
            if (x1 - x0 > Box.ROUNDING) {
                all.add(Rectangle.between(x0, y0, x1, y1));
            }
        }
        group.clear();
    }

    /// Cuts bands with slanted edges into steps.
    private List<Band> cut(List<Band> bands) {
        List<Band> all = new ArrayList<>();
        for (Band band : bands) {
            int n = 1;
            for (int e = 0; e < band.top.length; e++) {
                double shift = Math.min(Math.abs(band.top[e] - band.bottom[e]), band.height());
                n = Math.max(n, (int) Math.ceil(shift / step - 1e-6));
            }
            for (int k = 0; k < n; k++) {
                all.add(band.part((double) k / n, (k + 1.0) / n));
            }
        }
        return all;
    }

    private List<Band> bands() {
        double[] levels = DoubleStream.of(polygon.y()).sorted().toArray();
        List<Band> bands = new ArrayList<>();
        double from = levels[0];
        for (double to : levels) {
            if (to - from > Box.ROUNDING) {
                bands.add(band(from, to));
                from = to;
            }
        }
        return bands;
    }

    private Band band(double y0, double y1) {
        double[] x = polygon.x(), y = polygon.y();
        double middle = (y0 + y1) / 2;
        List<double[]> edges = new ArrayList<>();
        for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
            if (y[i] > middle != y[j] > middle) {
                double slope = (x[i] - x[j]) / (y[i] - y[j]);
                edges.add(new double[] {x[j] + slope * (y0 - y[j]), x[j] + slope * (y1 - y[j])});
            }
        }
        edges.sort((a, b) -> Double.compare(a[0] + a[1], b[0] + b[1]));
        return new Band(
                y0, y1, edges.stream().mapToDouble(e -> e[0]).toArray(), edges.stream().mapToDouble(e -> e[1]).toArray());
    }
}

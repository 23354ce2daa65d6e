// SPDX-License-Identifier: Apache-2.0
package lithe.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import lithe.device.Device;
import lithe.device.Filling;
import lithe.device.Layer;
import lithe.device.Part;
import lithe.fit.Stack.Slice;
import lithe.geometry.Box;

/// The plan cut along every edge of every box: in each cell the same things stand front to back everywhere.
///
/// A phone of so many boxes that this would take long is cut into even cells instead and looked at in their middles; its
/// volumes are then estimates.
final class Columns {

    /// Cells times boxes above which the plan is cut evenly.
    private static final double MOST = 3e7;

    private static final double EVEN = 0.5e-3;

    private final Device device;
    private final double[] x;
    private final double[] y;
    private final double[] layerEnds;
    private final List<Standing> standing = new ArrayList<>();

    /// A box of a part; parts that stand in others come later.
    private record Standing(int part, String name, Box box, boolean free, boolean inner) {}

    /// Hears of a cell of the plan.
    @FunctionalInterface
    interface Visitor {
        void at(double x0, double x1, double y0, double y1, List<Slice> slices, double sum);
    }

    Columns(Device device) {
        this.device = device;
        for (int p = 0; p < device.parts().size(); p++) {
            Part part = device.parts().get(p);
            boolean free = part.filling() instanceof Filling.Solid(var material) && material.density() < Layer.LIGHTEST;
            for (Box box : part.boxes()) {
                standing.add(new Standing(p, part.name(), box, free, part.inside() != null));
            }
        }
        layerEnds = new double[device.layers().size() + 1];
        for (int k = 0; k < device.layers().size(); k++) {
            layerEnds[k + 1] = layerEnds[k] + device.layers().get(k).thickness();
        }
        double[] cutX = edges(0, device.body().width()), cutY = edges(1, device.body().length());
        boolean many = (double) cutX.length * cutY.length * standing.size() > MOST;
        x = many ? even(device.body().width()) : cutX;
        y = many ? even(device.body().length()) : cutY;
    }

    private double[] edges(int axis, double size) {
        TreeSet<Double> all = new TreeSet<>(List.of(0.0, size));
        standing.forEach(s -> all.addAll(List.of(s.box().low(axis), s.box().high(axis))));
        device.cutouts().forEach(hole -> all.addAll(axis == 0 ? List.of(hole.x0(), hole.x1()) : List.of(hole.y0(), hole.y1())));
        double[] sorted = all.stream().filter(e -> e >= 0 && e <= size).mapToDouble(Double::doubleValue).toArray();
        int kept = 0;
        for (double edge : sorted) {
            if (kept == 0 || edge - sorted[kept - 1] > Box.ROUNDING) {
                sorted[kept++] = edge;
            }
        }
        return Arrays.copyOf(sorted, kept);
    }

    private static double[] even(double size) {
        int n = (int) Math.ceil(size / EVEN);
        double[] edges = new double[n + 1];
        Arrays.setAll(edges, i -> size * i / n);
        return edges;
    }

    /// Visits every cell inside a rectangle of the plan that lies, at its middle, in no cut-out.
    void visit(double x0, double x1, double y0, double y1, Visitor visitor) {
        for (int j = 0; j + 1 < y.length; j++) {
            double my = (y[j] + y[j + 1]) / 2;
            if (my <= y0 || my >= y1) {
                continue;
            }
            var row = standing.stream().filter(s -> my > s.box().y0() && my < s.box().y1()).toList();
            for (int i = 0; i + 1 < x.length; i++) {
                double mx = (x[i] + x[i + 1]) / 2;
                if (mx > x0 && mx < x1 && !inHole(mx, my)) {
                    var column = row.stream().filter(s -> mx > s.box().x0() && mx < s.box().x1()).toList();
                    visitor.at(x[i], x[i + 1], y[j], y[j + 1], slices(column), sum(column));
                }
            }
        }
    }

    /// Returns what stands at a point.
    Stack at(String where, double px, double py) {
        var column = standing.stream()
                .filter(s -> px > s.box().x0() && px < s.box().x1() && py > s.box().y0() && py < s.box().y1())
                .toList();
        return new Stack(where, px, py, slices(column), sum(column));
    }

    private boolean inHole(double px, double py) {
        return device.cutouts().stream().anyMatch(h -> px > h.x0() && px < h.x1() && py > h.y0() && py < h.y1());
    }

    private List<Slice> slices(List<Standing> column) {
        TreeSet<Double> cuts = new TreeSet<>();
        Arrays.stream(layerEnds).forEach(cuts::add);
        column.forEach(s -> cuts.addAll(List.of(s.box().z0(), s.box().z1())));
        List<Slice> slices = new ArrayList<>();
        double from = 0;
        for (double to : cuts) {
            if (to - from > Box.ROUNDING && to <= device.body().thickness() + Box.ROUNDING) {
                append(slice(column, from, to), slices);
                from = to;
            }
        }
        return slices;
    }

    private static void append(Slice next, List<Slice> slices) {
        var last = slices.isEmpty() ? null : slices.getLast();
        if (last != null && last.name().equals(next.name())) {
            slices.set(slices.size() - 1, new Slice(last.name(), last.part(), last.z0(), next.z1(), last.free()));
        } else {
            slices.add(next);
        }
    }

    private Slice slice(List<Standing> column, double z0, double z1) {
        double middle = (z0 + z1) / 2;
        for (int s = column.size() - 1; s >= 0; s--) {
            var standing = column.get(s);
            if (middle > standing.box().z0() && middle < standing.box().z1()) {
                return new Slice(standing.name(), standing.part(), z0, z1, standing.free());
            }
        }
        int k = 0;
        while (k + 2 < layerEnds.length && middle > layerEnds[k + 1]) {
            k++;
        }
        Layer layer = device.layers().get(k);
        return new Slice(layer.name(), -1, z0, z1, layer.free());
    }

    /// Parts with their whole height, and what they leave of the layers.
    private double sum(List<Standing> column) {
        double covered = 0, end = Double.NEGATIVE_INFINITY, parts = 0;
        var byFront = column.stream()
                .filter(s -> !s.inner())
                .sorted(java.util.Comparator.comparingDouble(s -> s.box().z0()))
                .toList();
        for (var s : byFront) {
            parts += s.box().thickness();
            covered += Math.max(0, s.box().z1() - Math.max(end, s.box().z0()));
            end = Math.max(end, s.box().z1());
        }
        return parts + device.body().thickness() - covered;
    }
}

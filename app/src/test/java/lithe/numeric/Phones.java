// SPDX-License-Identifier: Apache-2.0
package lithe.numeric;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Bodies that are hard to solve: uneven grids, slots, holes, a checkerboard, a vapor core of 50 000 W/(m·K).
final class Phones {

    private Phones() {}

    /// Cell sizes, m, between edges in mm: equal cells of at most `largest` mm, never across an edge; edges nearer to
    /// each other than 0.1 mm become one.
    static double[] between(TreeSet<Double> edges, double largest) {
        List<Double> sizes = new ArrayList<>();
        double last = edges.first();
        for (double edge : edges) {
            double gap = edge - last;
            if (gap < 0.0999) {
                continue;
            }
            int n = (int) Math.ceil(gap / largest - 1e-9);
            for (int i = 0; i < n; i++) {
                sizes.add(gap / n * 1e-3);
            }
            last = edge;
        }
        return sizes.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] sizes(double[][] parts, int axis, double length, double largest) {
        var edges = new TreeSet<Double>();
        edges.add(0.0);
        edges.add(length);
        for (double[] part : parts) {
            edges.add(part[axis]);
            edges.add(part[axis + 1]);
        }
        return between(edges, largest);
    }

    /// x0, x1, y0, y1 of the parts of a phone like the Xiaomi 12, mm; edges fall where they fall.
    private static final double[][] PARTS = {
        {1.6, 68.3, 1.6, 151.1}, // inside of the frame
        {4.2, 30.7, 4.3, 52.9}, // upper board, left
        {30.7, 66.1, 8.1, 41.55}, // upper board, right
        {30.9, 43.3, 22.4, 34.8}, // SoC
        {31.4, 42.8, 22.9, 34.3}, // its package
        {46.1, 52.3, 15.2, 20.9}, // PMIC
        {52.4, 56.6, 24.3, 27.9}, // RF
        {12.15, 16.45, 33.1, 39.7}, // charger
        {20.3, 24.1, 33.2, 36.9}, // second charger
        {4.9, 18.2, 5.4, 18.7}, // main camera
        {19.3, 27.1, 5.6, 13.1}, // camera 2
        {19.4, 26.9, 14.0, 21.4}, // camera 3
        {5.3, 62.6, 54.1, 132.8}, // battery
        {5.7, 62.2, 54.6, 132.2}, // its coil
        {6.9, 61.8, 8.0, 55.4}, // chamber
        {3.1, 66.8, 3.2, 149.4}, // graphite
        {8.3, 60.1, 136.2, 148.5}, // lower board and speaker
        {29.3, 40.6, 145.2, 151.1}, // socket
        {63.0, 63.8, 56.2, 120.3}, // flex beside the battery
    };

    /// A phone like the Xiaomi 12: cells from 0.1 mm to `largest` mm; `split` cells in each layer.
    static Body xiaomi(double largest, int split, double vapor) {
        double[] thickness = {0.55, 1.0, 0.4, 0.05, 0.05, 0.08, 0.1, 0.07, 0.1, 1.0, 0.7, 1.2, 1.0, 0.05, 0.3, 0.6};
        double[] dz = new double[thickness.length * split];
        for (int k = 0; k < dz.length; k++) {
            dz[k] = thickness[k / split] * 1e-3 / split;
        }
        var p = new Body(sizes(PARTS, 0, 69.9, largest), sizes(PARTS, 2, 152.7, largest), dz);
        p.layer(0, p.nz, 0.026, 0.026, 1.2e3);
        p.layer(0, split, 1.1, 1.1, 2.1e6);
        p.layer(split, 2 * split, 0.5, 0.3, 1.6e6);
        p.layer(2 * split, 3 * split, 140, 140, 2.4e6);
        part(p, 15, 3, 4, split, 1500, 5, 1.5e6);
        part(p, 14, 4, 5, split, 390, 390, 3.4e6);
        part(p, 14, 5, 6, split, 60, 5, 3e6);
        part(p, 14, 6, 7, split, vapor, 30, 1e4);
        part(p, 14, 7, 8, split, 390, 390, 3.4e6);
        part(p, 3, 8, 9, split, 3, 3, 2e6);
        part(p, 3, 9, 10, split, 100, 100, 1.7e6);
        part(p, 5, 8, 10, split, 100, 100, 1.7e6);
        part(p, 6, 8, 10, split, 100, 100, 1.7e6);
        part(p, 7, 9, 10, split, 100, 100, 1.7e6);
        part(p, 8, 9, 10, split, 100, 100, 1.7e6);
        part(p, 1, 10, 11, split, 30, 0.7, 2e6);
        part(p, 2, 10, 11, split, 30, 0.7, 2e6);
        part(p, 9, 9, 15, split, 2, 2, 2e6);
        part(p, 10, 9, 15, split, 2, 2, 2e6);
        part(p, 11, 9, 15, split, 2, 2, 2e6);
        part(p, 12, 8, 13, split, 25, 1, 2.3e6);
        part(p, 16, 9, 12, split, 5, 0.5, 2e6);
        part(p, 17, 9, 12, split, 40, 40, 3e6);
        part(p, 18, 9, 12, split, 200, 1, 3e6);
        part(p, 15, 13, 14, split, 1500, 5, 1.5e6);
        p.layer(15 * split, p.nz, 1.1, 1.1, 2.1e6);
        frame(p, 1.6, 69.9, 152.7, 2 * split, 15 * split);
        heat(p, 3, 9, 10, split, 4.5);
        heat(p, 5, 9, 10, split, 0.8);
        heat(p, 6, 9, 10, split, 0.6);
        heat(p, 7, 9, 10, split, 0.3);
        heat(p, 12, 9, 12, split, 0.5);
        return p;
    }

    private static void part(Body p, int part, int l0, int l1, int split, double kxy, double kz, double rhoC) {
        double[] r = PARTS[part];
        p.paint(r[0], r[1], r[2], r[3], l0 * split, l1 * split, kxy, kz, rhoC);
    }

    private static void heat(Body p, int part, int l0, int l1, int split, double watt) {
        double[] r = PARTS[part];
        p.heat(r[0], r[1], r[2], r[3], l0 * split, l1 * split, watt);
    }

    /// An aluminium rail around the body, `w` mm wide.
    private static void frame(Body p, double w, double width, double length, int k0, int k1) {
        p.paint(0, w, 0, length, k0, k1, 150, 150, 2.43e6);
        p.paint(width - w, width, 0, length, k0, k1, 150, 150, 2.43e6);
        p.paint(0, width, 0, w, k0, k1, 150, 150, 2.43e6);
        p.paint(0, width, length - w, length, k0, k1, 150, 150, 2.43e6);
    }

    /// LB1 with its board layer made of squares of aluminium and air, 2 mm each.
    static Lb1 checkerboard(int f, int m) {
        var lb1 = new Lb1(35 * f, 76 * f, m);
        int[] k = lb1.layers(7);
        for (int j = 0; j < 76; j++) {
            for (int i = 0; i < 35; i++) {
                boolean metal = (i + j) % 2 == 0;
                lb1.body.paint(2 * i, 2 * i + 2, 2 * j, 2 * j + 2, k[0], k[1], metal ? 150 : 0.026, metal ? 150 : 0.026, 1e6);
            }
        }
        return lb1;
    }

    /// A phone with nothing aligned: L-shaped board, T-shaped graphite, a camera hole and rounded corners outside of the
    /// body, a slot of air 1 mm × 60 mm beside an aluminium rail.
    static Body unaligned(double cell, int split) {
        double width = 71.3;
        double length = 147.9;
        double[] thickness = {0.62, 0.93, 0.47, 0.05, 0.3, 0.1, 0.9, 0.8, 2.6, 0.05, 0.25, 0.65};
        double[] dz = new double[thickness.length * split];
        for (int k = 0; k < dz.length; k++) {
            dz[k] = thickness[k / split] * 1e-3 / split;
        }
        var p = new Body(
                Body.uniform((int) Math.round(width / cell), width * 1e-3),
                Body.uniform((int) Math.round(length / cell), length * 1e-3),
                dz);
        p.layer(0, p.nz, 0.026, 0.026, 1.2e3);
        p.layer(0, split, 1.1, 1.1, 2.1e6);
        p.layer(split, 2 * split, 0.4, 0.3, 1.6e6);
        p.layer(2 * split, 3 * split, 150, 150, 2.43e6);
        // T of graphite
        p.paint(5.3, 66.1, 90.2, 140.7, 3 * split, 4 * split, 1500, 5, 1.5e6);
        p.paint(25.4, 46.2, 12.3, 90.2, 3 * split, 4 * split, 1500, 5, 1.5e6);
        p.paint(12.7, 58.8, 84.4, 138.1, 4 * split, 5 * split, 8000, 60, 2e6);
        // L of board, chips on it
        p.paint(4.6, 30.9, 60.7, 143.3, 7 * split, 8 * split, 25, 0.6, 2e6);
        p.paint(30.9, 66.4, 110.9, 143.3, 7 * split, 8 * split, 25, 0.6, 2e6);
        double[][] chip = {{13.3, 24.6, 101.7, 113.2, 4}, {40.1, 46.7, 120.4, 127.3, 1.3}, {52.2, 55.9, 115.6, 119.1, 1.1}};
        for (double[] c : chip) {
            p.paint(c[0], c[1], c[2], c[3], 5 * split, 6 * split, 3, 3, 2e6);
            p.paint(c[0], c[1], c[2], c[3], 6 * split, 7 * split, 110, 110, 1.7e6);
        }
        p.paint(33.7, 65.2, 8.8, 104.1, 6 * split, 9 * split, 25, 1, 2.3e6);
        p.paint(33.7, 65.2, 8.8, 104.1, 9 * split, 10 * split, 1500, 5, 1.5e6);
        p.layer(11 * split, p.nz, 1.1, 1.1, 2.1e6);
        // rail, and the slot beside it
        p.paint(0, 2.3, 0, length, 2 * split, 11 * split, 150, 150, 2.43e6);
        p.paint(width - 2.3, width, 0, length, 2 * split, 11 * split, 150, 150, 2.43e6);
        p.paint(2.3, 3.3, 30.3, 90.3, 2 * split, 11 * split, 0.026, 0.026, 1.2e3);
        for (double[] c : chip) {
            p.heat(c[0], c[1], c[2], c[3], 6 * split, 7 * split, c[4]);
        }
        p.cut((x, y) -> Math.hypot(x - 57.4, y - 133.6) < 5.1
                || outsideCorner(x, y, width, length, 8.7));
        return p;
    }

    private static boolean outsideCorner(double x, double y, double width, double length, double r) {
        double u = Math.max(0, Math.max(r - x, x - (width - r)));
        double v = Math.max(0, Math.max(r - y, y - (length - r)));
        return Math.hypot(u, v) > r;
    }
}

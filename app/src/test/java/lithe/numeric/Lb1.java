// SPDX-License-Identifier: Apache-2.0
package lithe.numeric;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Benchmark LB1: eleven layers, a chamber, a board with three chips, a battery; 70 × 152 × 8 mm.
///
/// Own definition of the project, see `lithe.verify.LayeredBox`; its values on fixed meshes are in
/// `lithe/verify/lb1.csv`.
final class Lb1 {
    static final double AMBIENT = 25;
    private static final double[] THICKNESS = {0.6, 0.9, 0.5, 0.05, 0.3, 0.1, 1.0, 3.7, 0.05, 0.2, 0.6};
    private static final double[][] LAYER = {
        {1, 1, 2.1e6}, {0.3, 0.3, 1.6e6}, {150, 150, 2.43e6}, {1500, 5, 1.5e6}, {0.2, 0.2, 1.2e6}, {0.026, 0.026, 1.2e3},
        {0.2, 0.2, 1.2e6}, {0.2, 0.2, 1.2e6}, {1500, 5, 1.5e6}, {0.026, 0.026, 1.2e3}, {1, 1, 2.1e6}
    };
    private static final double[] SOC = {28, 38, 128, 138};
    private static final double[] PMIC = {14, 20, 120, 126};
    private static final double[] RF = {48, 54, 136, 142};
    private static final double[] BATTERY = {6, 64, 6, 90};
    private static final int DEVICE = 6;

    final Body body;
    private final int[] first = new int[LAYER.length + 1];
    /// Layers that carry the power and whose temperature is reported.
    private int sourceFrom;
    private int sourceTo;

    /// Cells in x, in y, and in each layer.
    Lb1(int nx, int ny, int... split) {
        this(Body.uniform(nx, 0.070), Body.uniform(ny, 0.152), split);
    }

    Lb1(double[] dx, double[] dy, int... split) {
        this(dx, dy, split, false);
    }

    /// With the 1 µm source sheet of LB1-S in front of the device layer, which then carries the power.
    Lb1(double[] dx, double[] dy, int[] split, boolean sheet) {
        int[] cells = new int[LAYER.length];
        for (int l = 0; l < cells.length; l++) {
            cells[l] = split.length == 1 ? split[0] : split[l];
            first[l + 1] = first[l] + cells[l] + (sheet && l == DEVICE - 1 ? 1 : 0);
        }
        double[] dz = new double[first[LAYER.length]];
        for (int l = 0; l < cells.length; l++) {
            Arrays.fill(dz, first[l], first[l] + cells[l], THICKNESS[l] * 1e-3 / cells[l]);
        }
        if (sheet) {
            dz[first[DEVICE] - 1] = 1e-6;
        }
        body = new Body(dx, dy, dz);
        paint(sheet);
    }

    private void paint(boolean sheet) {
        for (int l = 0; l < LAYER.length; l++) {
            fill(l, new double[] {0, 1e9, 0, 1e9}, LAYER[l]);
        }
        fill(4, new double[] {10, 60, 96, 148}, 2000, 100, 2.2e6);
        for (double[] chip : new double[][] {SOC, PMIC, RF}) {
            fill(5, chip, 3, 3, 2.0e6);
            fill(DEVICE, chip, 100, 100, 1.7e6);
        }
        for (int l = DEVICE; l <= DEVICE + 1; l++) {
            fill(l, BATTERY, 25, 1, 2.3e6);
        }
        fill(DEVICE + 1, new double[] {4, 66, 96, 148}, 20, 1, 1.9e6);
        sourceFrom = first[DEVICE] - (sheet ? 1 : 0);
        sourceTo = sheet ? first[DEVICE] : first[DEVICE + 1];
        if (sheet) {
            body.layer(sourceFrom, sourceTo, 0.026, 100, 1.2e3);
        }
        heat(SOC, 5);
        heat(PMIC, 1.2);
        heat(RF, 0.8);
        heat(BATTERY, 1.5);
    }

    private void fill(int layer, double[] r, double... k) {
        body.paint(r[0], r[1], r[2], r[3], first[layer], first[layer + 1], k[0], k[1], k[2]);
    }

    private void heat(double[] r, double watt) {
        body.heat(r[0], r[1], r[2], r[3], sourceFrom, sourceTo, watt);
    }

    int[] layers(int layer) {
        return new int[] {first[layer], first[layer + 1]};
    }

    /// The 14 outputs of the benchmark, °C, from rises above ambient, in the names of `benchmark.csv`.
    Map<String, Double> outputs(double[] rise) {
        var out = new LinkedHashMap<String, Double>();
        chip("SoC", SOC, rise, out);
        chip("PMIC", PMIC, rise, out);
        chip("RF", RF, rise, out);
        chip("BATT", BATTERY, rise, out);
        surface("front", 0, body.front, rise, out);
        surface("back", body.nz - 1, body.back, rise, out);
        return out;
    }

    private void chip(String name, double[] r, double[] rise, Map<String, Double> out) {
        double[] m = {0, 0, Double.NEGATIVE_INFINITY};
        body.within(r[0], r[1], r[2], r[3], sourceFrom, sourceTo, c -> {
            m[0] += rise[c] * body.volume(c);
            m[1] += body.volume(c);
            m[2] = Math.max(m[2], rise[c]);
        });
        out.put(name + "_avg", AMBIENT + m[0] / m[1]);
        out.put(name + "_max", AMBIENT + m[2]);
    }

    private void surface(String name, int k, double h, double[] rise, Map<String, Double> out) {
        double[] t = surface(k, h, rise);
        out.put(name + "_max", AMBIENT + Arrays.stream(t).max().orElseThrow());
        out.put(name + "_avg", AMBIENT + Arrays.stream(t).average().orElseThrow());
        out.put(name + "_33_133", AMBIENT + point(t));
    }

    /// Rise of the surface over each column, K: flux over h. Equal columns only.
    double[] surface(int k, double h, double[] rise) {
        double[] t = new double[body.nx * body.ny];
        for (int c = 0; c < t.length; c++) {
            double half = 2 * body.through[c + t.length * k] / body.dz[k];
            t[c] = rise[c + t.length * k] * half / (half + h);
        }
        return t;
    }

    private double point(double[] t) {
        int i = (int) Math.round(33.0 / 70 * body.nx - 0.5);
        int j = (int) Math.round(133.0 / 152 * body.ny - 0.5);
        if (body.nx == 35) {
            return t[i + 35 * j];
        }
        int right = (int) Math.round(33.0 / 70 * body.nx);
        int above = (int) Math.round(133.0 / 152 * body.ny);
        return (t[right + body.nx * above]
                        + t[right - 1 + body.nx * above]
                        + t[right + body.nx * (above - 1)]
                        + t[right - 1 + body.nx * (above - 1)])
                / 4;
    }

    /// Heat that leaves front and back, W.
    double heatOut(double[] rise) {
        double area = body.dx[0] * body.dy[0];
        return area
                * (body.front * Arrays.stream(surface(0, body.front, rise)).sum()
                        + body.back
                                * Arrays.stream(surface(body.nz - 1, body.back, rise)).sum());
    }
}

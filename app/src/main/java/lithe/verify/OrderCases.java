// SPDX-License-Identifier: Apache-2.0
package lithe.verify;

import static lithe.verify.LayeredBox.even;
import static lithe.verify.LayeredBox.material;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lithe.device.Device;
import lithe.device.Exchange;
import lithe.device.Face;
import lithe.device.Part;
import lithe.material.Material;
import lithe.thermal.Grid;
import lithe.thermal.Heat;
import lithe.thermal.Temperatures;
import lithe.verify.VerificationCase.Check;

/// What must hold on any phone: orders of convergence, reciprocity, symmetry, order of parts.
public final class OrderCases {

    private static final double ZERO = 273.15;

    private OrderCases() {}

    /// Returns the cases.
    ///
    /// @return the cases
    public static List<VerificationCase> all() {
        return List.of(
                new VerificationCase("V6.space", "order in space, decaying wave in an anisotropic block", "exact solution", () ->
                        Check.absolute(order(waveInSpace(8), waveInSpace(16)), 2, 0.1, "1")),
                new VerificationCase("V6.layered", "order in space through two materials with heat inside", "exact solution", () ->
                        Check.absolute(order(layered(8), layered(16)), 2, 0.1, "1")),
                new VerificationCase("V6.time", "order in time, decaying wave", "exact solution of the discrete system", () ->
                        Check.absolute(order(waveInTime(20), waveInTime(40)), 2, 0.1, "1")),
                new VerificationCase("V6.radiating", "order in time, radiating body", "the same by finer steps", () ->
                        Check.absolute(order(radiating(40), radiating(80)), 2, 0.15, "1")),
                new VerificationCase("V8.reciprocity", "SoC warms the battery as the battery warms the SoC", "symmetry of the operator", () ->
                        Check.relative(warms("SoC", "BATT"), warms("BATT", "SoC"), 1e-9)),
                new VerificationCase("V8.order", "parts named in another order", "the same phone", () ->
                        Check.absolute(shuffled(), 0, 1e-9, "K")),
                new VerificationCase("V8.mirror", "a mirrored phone", "the mirrored field", () -> Check.absolute(mirrored(), 0, 1e-8, "K")),
                new VerificationCase("V8.turned", "x and y exchanged", "the turned field", () -> Check.absolute(turned(), 0, 1e-8, "K")),
                new VerificationCase("A1.balance", "8.5 W leave LB1", "conservation", () ->
                        Check.relative(box(LayeredBox.device(), LayeredBox.POWER).balance().convection(), 8.5, 1e-6)));
    }

    private static double order(double coarse, double fine) {
        return Math.log(Math.abs(coarse / fine)) / Math.log(2);
    }

    private static Slab block() {
        return new Slab(0.02, 0.03).layer("block", material("m", 20, 2, 2e6), 0.005, 1);
    }

    private static double[][] planes(int n) {
        return new double[][] {even(0.02, n), even(0.03, n), even(0.005, n)};
    }

    /// cos(πx/W) cos(πy/L) cos(πz/H) over the cells, in K about the ambient.
    private static double[] wave(double[][] p, double amplitude) {
        int n = p[0].length - 1;
        double[] t = new double[n * n * n];
        for (int c = 0; c < t.length; c++) {
            t[c] = LayeredBox.AMBIENT + amplitude * half(c % n, n) * half(c / n % n, n) * half(c / n / n, n);
        }
        return t;
    }

    private static double half(int i, int n) {
        return Math.cos(Math.PI * (i + 0.5) / n);
    }

    /// Difference of a decaying wave from an exact one, relative, after so many steps of error-free length.
    private static double decay(int n, double seconds, double step, double rate) {
        Slab slab = block().film(Face.BACK, 0);
        double[][] p = planes(n);
        Heat heat = Heat.on(Grid.given(slab.device(), p[0], p[1], p[2]), 1);
        var run = heat.from(slab.around(), wave(p, 10)).steps(step);
        run.advance(seconds, heat.powers(Map.of()));
        double left = run.now().cells()[0] - LayeredBox.AMBIENT;
        double first = wave(p, 10)[0] - LayeredBox.AMBIENT;
        return left / first - Math.exp(-rate * seconds);
    }

    private static double waveInSpace(int n) {
        double rate = (20 / sq(0.02) + 20 / sq(0.03) + 2 / sq(0.005)) * sq(Math.PI) / 2e6;
        return decay(n, 1, 0.01, rate);
    }

    private static double waveInTime(int steps) {
        int n = 6;
        double rate = (20 * discrete(0.02, n) + 20 * discrete(0.03, n) + 2 * discrete(0.005, n)) / 2e6;
        return decay(n, 2, 2.0 / steps, rate);
    }

    /// Eigenvalue of the wave on n cells.
    private static double discrete(double length, int n) {
        double h = length / n;
        return sq(2 / h * Math.sin(Math.PI / (2 * n)));
    }

    private static double sq(double v) {
        return v * v;
    }

    /// Two materials with heat in the first: mean of the first, q L₁/(3k₁) + q L₂/k₂ + q/h.
    private static double layered(int n) {
        Slab slab = new Slab(0.01, 0.01).film(Face.BACK, 20)
                .layer("first", material("a", 2, 2, 1e6), 2e-3, n).heated("heat").layer("second", material("b", 0.5, 0.5, 1e6), 1e-3, n);
        Heat heat = Heat.on(slab.grid(1, 1), 1);
        double flux = 1e4;
        Temperatures t = heat.steady(slab.around(), heat.powers(Map.of("heat", flux * 1e-4)));
        return t.mean("heat") - LayeredBox.AMBIENT - flux * (2e-3 / (3 * 2) + 1e-3 / 0.5 + 1 / 20.0);
    }

    private static double radiating(int steps) {
        return body(steps) - body(16 * steps);
    }

    private static double body(int steps) {
        double volume = 0.07 * 0.152 * 0.008;
        Slab slab = new Slab(0.07, 0.152).emissivity(0.9)
                .layer("body", material("m", 1e4, 1e4, 165 / volume), 0.008, 1).heated("heat")
                .exchange(Face.FRONT, new Exchange.Air(Exchange.Flow.VERTICAL, 0.152, 1, true));
        Heat heat = Heat.on(slab.grid(1, 1), 1);
        var run = heat.from(slab.around(), LayeredBox.AMBIENT + 40).steps(1200.0 / steps);
        run.advance(1200, heat.powers(Map.of("heat", 3.0)));
        return run.now().mean("heat") - ZERO;
    }

    private static Temperatures box(Device device, Map<String, Double> power) {
        Heat heat = Heat.on(LayeredBox.grid(device, 1, 1, 1, 1, 1, 1, 1, 1, 4, 1, 1, 1), 1);
        return heat.steady(LayeredBox.surroundings(), heat.powers(power));
    }

    private static double warms(String source, String target) {
        return box(LayeredBox.device(), Map.of(source, 1.0)).mean(target) - LayeredBox.AMBIENT;
    }

    private static double shuffled() {
        Device one = LayeredBox.device();
        List<Part> parts = new ArrayList<>(one.parts());
        Collections.reverse(parts);
        return largest(box(one, LayeredBox.POWER).cells(), box(LayeredBox.with(one, parts), LayeredBox.POWER).cells());
    }

    private static double largest(double[] a, double[] b) {
        double most = 0;
        for (int c = 0; c < a.length; c++) {
            most = Math.max(most, Math.abs(a[c] - b[c]));
        }
        return most;
    }

    private static double mirrored() {
        Device one = LayeredBox.device();
        List<Part> parts = one.parts().stream().map(part -> LayeredBox.moved(part, b ->
                new lithe.geometry.Box(0.07 - b.x1(), 0.07 - b.x0(), b.y0(), b.y1(), b.z0(), b.z1()))).toList();
        double[] t = box(one, LayeredBox.POWER).cells(), m = box(LayeredBox.with(one, parts), LayeredBox.POWER).cells();
        int nx = 35;
        double[] back = new double[t.length];
        for (int c = 0; c < t.length; c++) {
            back[c] = m[c - c % nx + nx - 1 - c % nx];
        }
        return largest(t, back);
    }

    private static double turned() {
        Material a = material("a", 50, 3, 2e6), b = material("b", 400, 400, 3e6);
        double[] x = even(0.04, 20), y = even(0.06, 30), z = even(0.002, 4);
        Temperatures t = turned(a, b, false, x, y, z), u = turned(a, b, true, y, x, z);
        double[] there = t.cells(), here = u.cells();
        double most = 0;
        for (int k = 0; k < 4; k++) {
            for (int j = 0; j < 30; j++) {
                for (int i = 0; i < 20; i++) {
                    most = Math.max(most, Math.abs(there[i + 20 * (j + 30 * k)] - here[j + 30 * (i + 20 * k)]));
                }
            }
        }
        return most;
    }

    private static Temperatures turned(Material a, Material b, boolean turn, double[] x, double[] y, double[] z) {
        var box = turn
                ? new lithe.geometry.Box(0.03, 0.05, 0.01, 0.018, 0.0005, 0.001)
                : new lithe.geometry.Box(0.01, 0.018, 0.03, 0.05, 0.0005, 0.001);
        var parts = List.of(new Part("chip", List.of(box), new lithe.device.Filling.Solid(b), null));
        Slab slab = new Slab(turn ? 0.06 : 0.04, turn ? 0.04 : 0.06).film(Face.BACK, 15).film(turn ? Face.TOP : Face.LEFT, 40);
        Device plain = slab.layer("plate", a, 0.002, 4).device();
        Device device = LayeredBox.with(plain, parts);
        Heat heat = Heat.on(Grid.given(device, x, y, z), 1);
        return heat.steady(slab.around(), heat.powers(new HashMap<>(Map.of("chip", 2.0))));
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.verify;

import static lithe.verify.LayeredBox.material;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import lithe.device.Exchange;
import lithe.device.Face;
import lithe.material.Material;
import lithe.thermal.Convection;
import lithe.thermal.Heat;
import lithe.thermal.Surroundings;
import lithe.thermal.Temperatures;
import lithe.thermal.Transient;
import lithe.verify.VerificationCase.Check;

/// Exact solutions of heat conduction, and LB1.
public final class HeatCases {

    private static final double ZERO = 273.15;
    private static final String ANALYTIC = "analytic.csv";
    private static final String EXACT = "exact solution, 12 digits";
    private static final String FOURIER = "Fourier series";

    private HeatCases() {}

    /// Returns all cases of heat.
    ///
    /// @return the cases, simplest first
    public static List<VerificationCase> all() {
        List<VerificationCase> cases = new ArrayList<>();
        stack(cases);
        generation(cases);
        plates(cases);
        plainPlates(cases);
        lumped(cases);
        halfSpace(cases);
        slabs(cases);
        fin(cases);
        quench(cases);
        radiating(cases);
        held(cases);
        convection(cases);
        benchmark(cases);
        return List.copyOf(cases);
    }

    private static void add(List<VerificationCase> to, String id, String what, String source, Supplier<Check> run) {
        to.add(new VerificationCase(id, what, source, run));
    }

    /// Runs something once, however many values are read from it.
    private static <T> Supplier<T> once(Supplier<T> work) {
        return new Supplier<>() {
            private final List<T> kept = new ArrayList<>();

            @Override
            public synchronized T get() {
                if (kept.isEmpty()) {
                    kept.add(work.get());
                }
                return kept.getFirst();
            }
        };
    }

    private static double exact(String which, String quantity) {
        return Table.value(ANALYTIC, which, quantity);
    }

    private static Temperatures steady(Slab slab, int nx, int ny, Map<String, Double> power) {
        Heat heat = Heat.on(slab.grid(nx, ny), 1);
        return heat.steady(slab.around(), heat.powers(power));
    }

    private static void stack(List<VerificationCase> to) {
        double[] thickness = {0.6, 0.9, 0.5, 0.05, 0.3, 0.1, 1, 3.7, 0.05, 0.2, 0.6};
        double[] k = {1, 0.3, 150, 5, 100, 0.026, 100, 1, 5, 0.026, 1};
        Slab slab = new Slab(0.01, 0.01).film(Face.FRONT, 8).film(Face.BACK, 10);
        for (int l = 0; l < k.length; l++) {
            if (l == 6) {
                slab.sheet("source", 0, 0.01, 0, 0.01);
            }
            slab.layer("layer " + (l + 1), material("m" + l, k[l], k[l], 1e6), thickness[l] / 1000, 1);
        }
        var t = once(() -> steady(slab, 1, 1, Map.of("source", 800 * 1e-4)));
        add(to, "A1.sheet", "temperature of a heated interface in eleven layers", EXACT,
                () -> Check.absolute(t.get().mean("source") - ZERO, exact("A1", "T_sheet"), 1e-6, "°C"));
        add(to, "A1.front", "front of the same", EXACT,
                () -> Check.absolute(t.get().mean(Face.FRONT) - ZERO, exact("A1", "T_front_surface"), 1e-6, "°C"));
        add(to, "A1.back", "back of the same", EXACT,
                () -> Check.absolute(t.get().mean(Face.BACK) - ZERO, exact("A1", "T_back_surface"), 1e-6, "°C"));
        add(to, "A1.inside", "interface of layers 2 and 3 of the same", EXACT,
                () -> Check.absolute(t.get().at(0.005, 0.005, 0.0015) - ZERO, exact("A1", "T_interface_2_3"), 1e-6, "°C"));
        Slab joined = new Slab(0.01, 0.01).film(Face.BACK, 25).sheet("source", 0, 0.01, 0, 0.01)
                .layer("a", material("a", 2, 2, 1e6), 1e-3, 1).layer("b", material("b", 0.5, 0.5, 1e6), 2e-3, 1)
                .contact("a", "b", 3e-4);
        // 1 W/cm² through 1/h + Σ t/k + R
        double rise = 1e4 * (1 / 25.0 + 1e-3 / 2 + 2e-3 / 0.5 + 3e-4);
        add(to, "V7", "resistance of a stack with a contact", "sum of resistances", () -> Check.relative(
                steady(joined, 1, 1, Map.of("source", 1.0)).mean("source") - ZERO - 25, rise + 1e4 * 0.5e-8 / 1e4, 1e-10));
    }

    private static void generation(List<VerificationCase> to) {
        Slab slab = new Slab(0.01, 0.01).film(Face.FRONT, 8).film(Face.BACK, 10)
                .layer("slab", material("m", 1, 1, 2.3e6), 4e-3, 100).heated("heat");
        var t = once(() -> steady(slab, 1, 1, Map.of("heat", exact("A2", "g") * 1e-4 * 4e-3)));
        add(to, "A2.front", "front of a slab with heat inside", EXACT,
                () -> Check.absolute(t.get().mean(Face.FRONT) - ZERO, exact("A2", "T0"), 1e-4, "°C"));
        add(to, "A2.back", "back of the same", EXACT,
                () -> Check.absolute(t.get().mean(Face.BACK) - ZERO, exact("A2", "TL"), 1e-4, "°C"));
        add(to, "A2.max", "hottest place of the same", EXACT,
                () -> Check.absolute(t.get().max("heat") - ZERO, exact("A2", "T_max"), 1e-4, "°C"));
    }

    private static Slab plate(double k, double kz, double thickness) {
        return new Slab(0.07, 0.152).film(Face.BACK, 18).sheet("source", 0.028, 0.038, 0.128, 0.138)
                .layer("plate", material("m", k, kz, 1e6), thickness, 2);
    }

    private static void plates(List<VerificationCase> to) {
        plate(to, "A3", plate(150, 150, 0.5e-3), 0.0005, "aluminium plate");
        plate(to, "A4", plate(1500, 5, 0.05e-3), 0.00005, "graphite sheet");
        Slab spreader = new Slab(0.07, 0.152).film(Face.FRONT, 10).film(Face.BACK, 8)
                .sheet("source", 0.028, 0.038, 0.128, 0.138)
                .layer("interface", material("pad", 3, 3, 2e6), 0.1e-3, 4)
                .layer("chamber", material("vc", 2000, 100, 2.2e6), 0.3e-3, 2)
                .layer("graphite", material("g", 1500, 5, 1.5e6), 0.05e-3, 1)
                .layer("frame", material("al", 150, 150, 2.43e6), 0.5e-3, 1)
                .layer("OLED", material("oled", 0.3, 0.3, 1.6e6), 0.9e-3, 2)
                .layer("glass", material("glass", 1, 1, 2.1e6), 0.6e-3, 2);
        plate(to, "A5", spreader, 0.00245, "six-layer spreader");
    }

    private static void plate(List<VerificationCase> to, String id, Slab slab, double thickness, String what) {
        var t = once(() -> steady(slab, 140, 304, Map.of("source", 5.0)));
        for (String point : List.of("33;133", "5;5", "60;133", "33;100")) {
            double x = Double.parseDouble(point.split(";")[0]) / 1000, y = Double.parseDouble(point.split(";")[1]) / 1000;
            add(to, id + "." + point, what + ", far face at (" + point + ") mm", FOURIER, () -> Check.relative(
                    t.get().at(x, y, thickness) - LayeredBox.AMBIENT, exact(id, "rise_at_(" + point + ")mm_farface"), 1e-3));
        }
    }

    private static void plainPlates(List<VerificationCase> to) {
        plain(to, "V1", 1e-3, 200, 200, 2e-3, 19.465, 20.061, 16.580, 10.652);
        plain(to, "V2", 0.1e-3, 1200, 5, 3e-3, 22.613, 23.606, 17.595, 9.028);
        plain(to, "V3", 0.8e-3, 1.1, 1.1, 1e-2, 288.89, 366.73, 0.3865, Double.NaN);
    }

    private static void plain(
            List<VerificationCase> to, String id, double thick, double k, double kz, double limit, double mean, double centre,
            double corner, double far) {
        Slab slab = new Slab(0.152, 0.07).film(Face.BACK, 20).sheet("source", 0.033, 0.047, 0.028, 0.042)
                .layer("plate", material("m", k, kz, 1e6), thick, 4);
        var t = once(() -> steady(slab, 152, 70, Map.of("source", 3.0)));
        add(to, id + ".mean", "mean rise of a source on a plate", FOURIER,
                () -> Check.relative(t.get().mean("source") - LayeredBox.AMBIENT, mean, limit));
        add(to, id + ".centre", "its centre", FOURIER,
                () -> Check.relative(t.get().at(0.04, 0.035, 0) - LayeredBox.AMBIENT, centre, limit));
        add(to, id + ".corner", "near corner of the plate", FOURIER,
                () -> Check.relative(t.get().at(0, 0, 0) - LayeredBox.AMBIENT, corner, limit));
        if (!Double.isNaN(far)) {
            add(to, id + ".far", "far corner of the plate", FOURIER,
                    () -> Check.relative(t.get().at(0.152, 0.07, 0) - LayeredBox.AMBIENT, far, limit));
        }
    }

    /// Temperature at a time, by small steps; Δt follows the error in the mean of the slab.
    private static Temperatures after(Slab slab, double start, double seconds, Map<String, Double> power, double tolerance) {
        Heat heat = Heat.on(slab.grid(1, 1), 1);
        Transient run = heat.from(slab.around(), start).tolerance(tolerance);
        run.advance(seconds, heat.powers(power));
        return run.now();
    }

    private static void lumped(List<VerificationCase> to) {
        double volume = 0.07 * 0.152 * 0.008;
        Slab slab = new Slab(0.07, 0.152).film(Face.BACK, 18)
                .layer("body", material("m", 1e4, 1e4, 90 / volume), 0.008, 1).heated("heat");
        for (int seconds : new int[] {10, 100, 300, 1000}) {
            add(to, "A6." + seconds, "uniform body heated for " + seconds + " s", EXACT, () -> Check.absolute(
                    after(slab, LayeredBox.AMBIENT, seconds, Map.of("heat", 8.5), 1e-5).mean("heat") - ZERO,
                    exact("A6", "T(" + seconds + " s)"), 2e-3, "°C"));
        }
    }

    private static void halfSpace(List<VerificationCase> to) {
        Slab slab = new Slab(0.01, 0.01).film(Face.BACK, 10).sheet("source", 0, 0.01, 0, 0.01)
                .layer("near", material("m", 100, 100, 1.7e6), 2e-3, 200).layer("far", material("m", 100, 100, 1.7e6), 18e-3, 90);
        for (String seconds : List.of("0.001", "0.01", "0.1")) {
            var t = once(() -> after(slab, LayeredBox.AMBIENT, Double.parseDouble(seconds), Map.of("source", 5e4 * 1e-4), 1e-6));
            for (String depth : List.of("0.0", "0.0002", "0.001")) {
                add(to, "A7." + depth + "." + seconds, "half space under constant flux", EXACT, () -> Check.absolute(
                        t.get().at(0.005, 0.005, Double.parseDouble(depth) + 1e-8) - LayeredBox.AMBIENT,
                        exact("A7", "rise x=" + depth + " m t=" + seconds + " s"), 5e-4, "K"));
            }
        }
    }

    private static void slabs(List<VerificationCase> to) {
        Slab cooling = new Slab(0.01, 0.01).film(Face.BACK, 10).layer("slab", material("m", 1, 1, 2.3e6), 4e-3, 64);
        for (int seconds : new int[] {5, 60, 300, 1000}) {
            var t = once(() -> after(cooling, ZERO + 60, seconds, Map.of(), 1e-5));
            add(to, "A8.0." + seconds, "insulated side of a cooling slab", EXACT, () -> Check.absolute(
                    t.get().at(0.005, 0.005, 0) - ZERO, exact("A8", "T(x=0,t=" + seconds + " s)"), 2e-3, "°C"));
            add(to, "A8.L." + seconds, "open side of the same", EXACT, () -> Check.absolute(
                    t.get().mean(Face.BACK) - ZERO, exact("A8", "T(x=L,t=" + seconds + " s)"), 2e-3, "°C"));
        }
        Slab heating = new Slab(0.01, 0.01).film(Face.BACK, 9)
                .layer("slab", material("m", 1, 1, 2.3e6), 2e-3, 64).heated("heat");
        for (int seconds : new int[] {10, 100, 1000}) {
            var t = once(() -> after(heating, ZERO + 25, seconds, Map.of("heat", 1e5 * 1e-4 * 2e-3), 1e-5));
            add(to, "A9.0." + seconds, "insulated side of a slab heated inside", EXACT, () -> Check.absolute(
                    t.get().at(0.005, 0.005, 0) - ZERO, exact("A9", "T(x=0,t=" + seconds + " s)"), 2e-3, "°C"));
            add(to, "A9.L." + seconds, "open side of the same", EXACT, () -> Check.absolute(
                    t.get().mean(Face.BACK) - ZERO, exact("A9", "T(x=L,t=" + seconds + " s)"), 2e-3, "°C"));
        }
    }

    private static void fin(List<VerificationCase> to) {
        Material graphite = material("g", 1500, 1e4, 1e6), aluminium = material("al", 150, 1e4, 1e6);
        Slab slab = new Slab(0.01, 0.152).film(Face.BACK, 18).sheet("source", 0, 0.01, 0, 0.01)
                .layer("graphite", graphite, 0.05e-3, 1).layer("frame", aluminium, 0.5e-3, 1);
        var t = once(() -> steady(slab, 1, 608, Map.of("source", 500 * 1e-4)));
        double z = 0.3e-3;
        add(to, "A10.0", "hot end of a composite fin", EXACT,
                () -> Check.absolute(t.get().at(0.005, 0, z) - ZERO, exact("A10", "T(0)"), 1e-3, "°C"));
        add(to, "A10.w", "edge of its source", EXACT,
                () -> Check.absolute(t.get().at(0.005, 0.01, z) - ZERO, exact("A10", "T(w)"), 1e-3, "°C"));
        add(to, "A10.L", "cold end", EXACT,
                () -> Check.absolute(t.get().at(0.005, 0.152, z) - ZERO, exact("A10", "T(L)"), 1e-3, "°C"));
        add(to, "A10.mean", "its mean", EXACT,
                () -> Check.absolute(t.get().mean("frame") - ZERO, exact("A10", "mean"), 1e-3, "°C"));
    }

    private static void quench(List<VerificationCase> to) {
        double[][] one = {{0.2, 0.950642, 0.643391}, {0.5, 0.772526, 0.504522}, {1, 0.533859, 0.348177}, {2, 0.254668, 0.166091}};
        double[][] tenth = {{0.5, 0.967981, 0.921779}, {1, 0.922389, 0.878126}, {2, 0.837326, 0.797144}};
        quench(to, "V4", 100, one);
        quench(to, "V4b", 10, tenth);
    }

    /// Half slab of 10 mm, k = 1 W/(m·K), ρc = 1e6 J/(m³·K): Bi = h/100, Fo = t/100 s.
    private static void quench(List<VerificationCase> to, String id, double h, double[][] rows) {
        Slab slab = new Slab(0.01, 0.01).film(Face.BACK, h).layer("slab", material("m", 1, 1, 1e6), 0.01, 64);
        for (double[] row : rows) {
            var t = once(() -> after(slab, LayeredBox.AMBIENT + 100, row[0] * 100, Map.of(), 1e-3));
            add(to, id + ".centre." + row[0], "centre of a quenched slab, Bi " + h / 100 + ", Fo " + row[0], "one-term series and more",
                    () -> Check.absolute((t.get().at(0.005, 0.005, 0) - LayeredBox.AMBIENT) / 100, row[1], 1e-3, "1"));
            add(to, id + ".surface." + row[0], "surface of the same", "one-term series and more",
                    () -> Check.absolute((t.get().mean(Face.BACK) - LayeredBox.AMBIENT) / 100, row[2], 1e-3, "1"));
        }
    }

    private static void held(List<VerificationCase> to) {
        double area = 1e-4, epidermis = 1.5e-3, perfused = 42, growth = Math.log(2) / 10, blood = ZERO + 36.5;
        for (double deep : new double[] {1e-6, -1e-6}) {
            double[] tissue = Pennes.march(deep, growth, 6);
            double surface = blood + tissue[0] + epidermis * perfused * tissue[1];
            Slab slab = new Slab(0.01, 0.01).exchange(Face.BACK, new Exchange.Hand(epidermis, perfused, growth, blood))
                    .sheet("source", 0, 0.01, 0, 0.01).layer("plate", material("m", 1, 1, 1e6), 1e-3, 2);
            add(to, "H1." + (deep > 0 ? "warm" : "cold"), "back of a plate in a hand whose flow of blood follows its temperature",
                    "Pennes' equation, Runge–Kutta", () -> Check.absolute(
                            steady(slab, 1, 1, Map.of("source", perfused * tissue[1] * area)).mean(Face.BACK) - ZERO, surface - ZERO, 1e-6, "°C"));
        }
    }

    private static Slab radiator() {
        double volume = 0.07 * 0.152 * 0.008;
        Slab slab = new Slab(0.07, 0.152).emissivity(0.9).layer("body", material("m", 1e4, 1e4, 165 / volume), 0.008, 2).heated("heat");
        for (Face face : Face.values()) {
            slab.film(face, 4);
        }
        return slab;
    }

    private static void radiating(List<VerificationCase> to) {
        String source = "integrated to 1e-10";
        double[][] rows = {{60, 26.7428}, {600, 37.1284}, {1200, 42.0316}, {3600, 45.0992}};
        for (double[] row : rows) {
            add(to, "V5." + (int) row[0], "radiating body of 165 J/K heated for " + (int) row[0] + " s", source, () -> Check.relative(
                    after(radiator(), LayeredBox.AMBIENT, row[0], Map.of("heat", 5.0), 1e-4).mean("heat") - ZERO, row[1], 1e-4));
        }
        add(to, "V5.steady", "its steady state", source,
                () -> Check.relative(steady(radiator(), 1, 1, Map.of("heat", 5.0)).mean("heat") - ZERO, 45.1684, 1e-4));
        add(to, "V5.cooling", "cooling from 45 °C for 600 s", source,
                () -> Check.relative(after(radiator(), ZERO + 45, 600, Map.of(), 1e-4).mean("heat") - ZERO, 33.2687, 1e-4));
    }

    private static void convection(List<VerificationCase> to) {
        double[][] rows = {
            {5, 3.30, 4.12, 5.30, 3.29}, {10, 3.89, 4.84, 6.29, 3.78}, {15, 4.28, 5.32, 6.95, 4.10}, {20, 4.59, 5.68, 7.45, 4.34},
            {25, 4.83, 5.98, 7.86, 4.54}
        };
        double flat = 0.152 * 0.07 / (2 * (0.152 + 0.07));
        Exchange.Air[] faces = {
            new Exchange.Air(Exchange.Flow.VERTICAL, 0.152, 1, false), new Exchange.Air(Exchange.Flow.VERTICAL, 0.07, 1, false),
            new Exchange.Air(Exchange.Flow.UP, flat, 1, false), new Exchange.Air(Exchange.Flow.DOWN, flat, 1, false)
        };
        String[] words = {"upright", "landscape", "facing up", "facing down"};
        for (double[] row : rows) {
            for (int f = 0; f < faces.length; f++) {
                Exchange.Air face = faces[f];
                double printed = row[f + 1];
                // the table is printed to 0.01 W/(m²·K)
                add(to, "V9." + words[f] + "." + (int) row[0], "film coefficient " + words[f] + ", " + (int) row[0] + " K", "convection table",
                        () -> Check.relative(
                                Convection.film(face, LayeredBox.AMBIENT + row[0], LayeredBox.AMBIENT, Surroundings.SEA_LEVEL), printed, 5e-3));
            }
        }
    }

    private static void benchmark(List<VerificationCase> to) {
        var coarse = once(() -> box(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1));
        add(to, "LB1.11", "SoC on one cell per layer", "three codes", () -> Check.absolute(
                coarse.get().mean("SoC") - ZERO, Table.value("lb1.csv", "LB1-steady-mesh35x76x11", "SoC_avg"), 2e-5, "°C"));
        var base = once(() -> box(1, 1, 1, 1, 1, 1, 1, 1, 8, 1, 1, 1));
        mesh(to, "LB1.48k", 7, base, false);
        var finer = once(() -> box(2, 2, 2, 2, 2, 2, 2, 2, 16, 2, 2, 2));
        mesh(to, "LB1.383k", 8, finer, true);
    }

    private static Temperatures box(int f, int... split) {
        Heat heat = Heat.on(LayeredBox.grid(f, split), 1);
        return heat.steady(LayeredBox.surroundings(), heat.powers(LayeredBox.POWER));
    }

    private static void mesh(List<VerificationCase> to, String id, int column, Supplier<Temperatures> t, boolean even) {
        for (String[] row : Table.rows("lb1.csv")) {
            if (row[0].equals("LB1-steady")) {
                add(to, id + "." + row[1], row[1] + " on a fixed mesh", "two codes", () -> Check.absolute(
                        read(t.get(), row[1], even) - ZERO, Double.parseDouble(row[column]), 2e-5, "°C"));
            }
        }
    }

    /// Reads an output of LB1 by the name it has in the reference table, K; the table has maxima of cells.
    ///
    /// @param t temperatures of LB1
    /// @param quantity such as SoC_avg
    /// @param even whether (33, 133) mm is a corner of four cells instead of the middle of one
    static double read(Temperatures t, String quantity, boolean even) {
        String name = quantity.substring(0, quantity.indexOf('_'));
        Face face = name.equals("front") ? Face.FRONT : Face.BACK;
        boolean surface = name.equals("front") || name.equals("back");
        return switch (quantity.substring(quantity.indexOf('_') + 1)) {
            case "avg" -> surface ? t.mean(face) : t.mean(name);
            case "max" -> surface ? t.max(face) : t.hottestCell(name);
            case String point -> at(t, t.map(face), even, point);
        };
    }

    private static double at(Temperatures t, double[] map, boolean even, String point) {
        int nx = t.grid().nx();
        double x = Double.parseDouble(point.split("_")[0]) / 1000, y = Double.parseDouble(point.split("_")[1]) / 1000;
        int i = (int) (x / (0.07 / nx) + 1e-6), j = (int) (y / (0.152 / t.grid().ny()) + 1e-6);
        return even
                ? 0.25 * (map[i + nx * j] + map[i - 1 + nx * j] + map[i + nx * (j - 1)] + map[i - 1 + nx * (j - 1)])
                : map[i + nx * j];
    }
}

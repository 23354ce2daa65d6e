// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lithe.device.Body;
import lithe.device.Cutout;
import lithe.device.Device;
import lithe.device.Filling;
import lithe.device.Layer;
import lithe.device.Part;
import lithe.device.Posture;
import lithe.device.Sensor;
import lithe.device.Surface;
import lithe.device.Surface.Touch;
import lithe.device.Surfaces;
import lithe.device.Trace;
import lithe.device.Workload;
import lithe.geometry.Box;
import lithe.material.Material;
import lithe.result.Verdict;
import lithe.result.Verdicts;
import lithe.simulation.Field;
import lithe.simulation.Outcome;
import lithe.simulation.Plane;
import lithe.simulation.Run;
import lithe.simulation.Series;
import lithe.units.Given;
import lithe.units.Grade;
import lithe.units.Kind;
import lithe.units.Quantity;

/// A phone and an outcome that look like a simulation and are none: a smooth field of formulas, all numbers invented.
final class Fixture {

    static final double ICE = 273.15;
    static final Body BODY = new Body(69.9e-3, 152.7e-3, 8.16e-3, 8.5e-3);
    static final String HOSTILE = "<script>alert('x')</script>";

    private Fixture() {}

    static Report report() {
        return report("speaker");
    }

    /// A report in which one part has the name given.
    static Report report(String part) {
        var device = device(part);
        var runs = device.workloads().stream().map(workload -> run(device, workload)).toList();
        var provenance = new Provenance(
                "0.1.0", "run", "devices/fixture.yaml", "3f".repeat(32), Instant.parse("2026-11-24T20:00:00Z"));
        return new Report(provenance, new Outcome(device, runs), inputs());
    }

    static Device device(String part) {
        var glass = material("strengthened glass", 1.1, 1.1);
        var air = material("air", 0.026, 0.026, 1.2, 1005);
        var layers = List.of(
                new Layer("cover glass", glass, 0.55e-3),
                new Layer("adhesive", material("acrylic", 0.2, 0.2), 0.12e-3),
                new Layer("OLED", material("panel", 0.4, 0.3), 0.32e-3),
                new Layer("display plate", material("copper composite", 60, 1), 0.22e-3),
                new Layer("tape", material("tape", 0.2, 0.2), 0.15e-3),
                new Layer("mid-frame", material("aluminium", 120, 120), 0.40e-3),
                new Layer("inside", air, 5.27e-3),
                new Layer("coil", material("copper / ferrite", 30, 2), 0.50e-3),
                new Layer("graphite", material("graphite", 1200, 8), 0.08e-3),
                new Layer("back glass", glass, 0.55e-3));
        var parts = List.of(
                part("vapor chamber", Box.at(8e-3, 12e-3, 1.36e-3, 52e-3, 50e-3, 0.30e-3), 8000, 100),
                part("board", Box.at(4e-3, 5e-3, 2.6e-3, 62e-3, 52e-3, 0.65e-3), 30, 0.8),
                part("SoC", Box.at(26e-3, 24e-3, 1.9e-3, 14e-3, 14e-3, 0.7e-3), 120, 10),
                part("PMIC", Box.at(12e-3, 40e-3, 3.25e-3, 6e-3, 6e-3, 0.8e-3), 60, 10),
                part("upper board", Box.at(14e-3, 15e-3, 4.4e-3, 40e-3, 40e-3, 0.6e-3), 30, 0.8),
                part("camera", Box.at(44e-3, 6e-3, 3.3e-3, 16e-3, 16e-3, 4.0e-3), 5, 5),
                part("battery", Box.at(4e-3, 58e-3, 1.9e-3, 62e-3, 82e-3, 4.95e-3), 25, 1),
                part(part, Box.at(8e-3, 142e-3, 2.0e-3, 30e-3, 8e-3, 4e-3), 1, 1));
        var surfaces = new Surfaces(
                new Surface(Touch.GLASS, 0.9), new Surface(Touch.GLASS, 0.9), new Surface(Touch.METAL, 0.3));
        var sensors = List.<Sensor>of(
                new Sensor.Probe("quiet", 20e-3, 48e-3, 2.6e-3), new Sensor.Probe("cpu", 33e-3, 31e-3, 2.6e-3));
        var workloads = List.of(
                workload("record-4k30", 24, 3600, Posture.TABLE, Map.of("SoC", 1.5, "screen", 1.2, "camera", 0.8, "rest", 0.33)),
                workload("sustained-game", 25, 1800, Posture.HAND_LANDSCAPE_GAME, Map.of("SoC", 3.2, "screen", 1.2, "rest", 0.6)),
                workload("idle", 25, Double.POSITIVE_INFINITY, Posture.STAND, Map.of("SoC", 0.15, "screen", 0.5)));
        return new Device(
                "Fixture phone", "All numbers of this phone are invented.", true, BODY,
                List.of(new Cutout("jack", 2e-3, 6e-3, 80e-3, 90e-3)), layers, parts, List.of(), surfaces, Map.of(),
                sensors, workloads);
    }

    static Run run(Device device, Workload workload) {
        double watts = workload.power().values().stream().mapToDouble(trace -> trace.at(0)).sum();
        double soc = workload.power().get("SoC").at(0);
        var field = field(device, workload.ambient(), watts, soc);
        var maps = List.of(plane("front", field, 0, -0.9), plane("back", field, field.z().length - 2, 0), plane("mid-plane", field, 5, 0));
        var verdicts = Verdicts.worstFirst(List.of(
                verdict(maps.get(0), "skin.front.max", "glass"),
                verdict(maps.get(1), "skin.back.max", "glass"),
                Verdicts.standard().skin("skin.edge.max", max(maps.get(1)) - 3, "metal", "left edge, (0, 30) mm")));
        return new Run(
                workload, results(workload, watts, soc, maps), verdicts,
                List.of("convection of the front: Rayleigh number 9.1e3 is below 1e4, where the correlation starts"),
                series(workload, watts, soc), maps, field, 3.2);
    }

    private static Map<String, Double> results(Workload workload, double watts, double soc, List<Plane> maps) {
        double front = max(maps.get(0)), back = max(maps.get(1)), ambient = workload.ambient();
        double stored = workload.steady() ? 0 : 0.02 * watts, hand = workload.name().contains("game") ? 0.12 * watts : 0;
        double convection = 0.45 * (watts - stored - hand);
        Map<String, Double> results = new LinkedHashMap<>();
        results.put("skin.max", Math.max(front, back));
        results.put("skin.front.max", front);
        results.put("skin.back.max", back);
        results.put("skin.edge.max", back - 3);
        results.put("skin.mean", ambient + 3.6 * watts);
        results.put("skin.rise-per-watt", (Math.max(front, back) - ambient) / watts);
        results.put("part.SoC.max", ambient + 3.6 * watts + 7 * soc);
        results.put("part.SoC.mean", ambient + 3.6 * watts + 6.6 * soc);
        results.put("part.battery.max", ambient + 3.8 * watts);
        results.put("part.battery.mean", ambient + 3.5 * watts);
        results.put("sensor.quiet", ambient + 4.1 * watts);
        results.put("sensor.cpu", ambient + 3.6 * watts + 6 * soc);
        results.put("heat.in", watts);
        results.put("heat.stored", stored);
        results.put("heat.convection", convection);
        results.put("heat.radiation", watts - stored - hand - convection);
        results.put("heat.hand", hand);
        results.put("heat.error", 3.1e-7);
        results.put("hand-check.skin", ambient + 3.8 * watts);
        results.put("solve.cells", 148_224.0);
        results.put("solve.iterations", 17.0);
        results.put("solve.residual", 7.4e-9);
        results.put("solve.seconds", 3.2);
        results.put("solve.bytes-per-cell", 182.0);
        results.put("solve.mesh-error", 0.12);
        results.put("solve.mesh-error.part.SoC.mean", Double.NaN);
        return results;
    }

    private static Series series(Workload workload, double watts, double soc) {
        double[] time = workload.steady() ? new double[] {0} : new double[361];
        for (int i = 1; i < time.length; i++) {
            time[i] = workload.duration() * i / 360;
        }
        Map<String, double[]> values = new LinkedHashMap<>();
        double ambient = workload.ambient();
        values.put("skin.front.max", rise(time, ambient, 4.8 * watts, 640, workload));
        values.put("skin.back.max", rise(time, ambient, 5.1 * watts, 660, workload));
        values.put("skin.mean", rise(time, ambient, 3.6 * watts, 700, workload));
        values.put("part.SoC.max", rise(time, ambient, 3.6 * watts + 7 * soc, 400, workload));
        values.put("part.SoC.mean", rise(time, ambient, 3.6 * watts + 6.6 * soc, 400, workload));
        values.put("part.battery.max", rise(time, ambient, 3.8 * watts, 800, workload));
        values.put("part.camera.max", rise(time, ambient, 4.5 * watts, 500, workload));
        values.put("part.PMIC.max", rise(time, ambient, 4.9 * watts, 420, workload));
        values.put("sensor.quiet", rise(time, ambient, 4.1 * watts, 600, workload));
        values.put("sensor.cpu", rise(time, ambient, 3.6 * watts + 6 * soc, 410, workload));
        workload.power().forEach((source, trace) ->
                values.put("power." + source, Arrays.stream(time).map(trace::at).toArray()));
        return new Series(time, values);
    }

    private static double[] rise(double[] time, double ambient, double rise, double tau, Workload workload) {
        return Arrays.stream(time).map(t -> ambient + rise * (workload.steady() ? 1 : 1 - Math.exp(-t / tau))).toArray();
    }

    private static Verdict verdict(Plane map, String id, String material) {
        int hottest = hottest(map), nx = map.x().length - 1;
        double x = mid(map.x(), hottest % nx), y = mid(map.y(), hottest / nx);
        return Verdicts.standard().skin(id, map.temperature()[hottest], material, "(%.0f, %.0f) mm".formatted(1e3 * x, 1e3 * y));
    }

    static double max(Plane map) {
        return map.temperature()[hottest(map)];
    }

    private static int hottest(Plane map) {
        int at = -1;
        for (int i = 0; i < map.temperature().length; i++) {
            if (!Double.isNaN(map.temperature()[i]) && (at < 0 || map.temperature()[i] > map.temperature()[at])) {
                at = i;
            }
        }
        return at;
    }

    private static Plane plane(String name, Field field, int k, double offset) {
        int nx = field.x().length - 1, ny = field.y().length - 1;
        var temperature = Arrays.copyOfRange(field.temperature(), k * nx * ny, (k + 1) * nx * ny);
        return new Plane(name, field.x(), field.y(), Arrays.stream(temperature).map(t -> t + offset).toArray());
    }

    private static Field field(Device device, double ambient, double watts, double soc) {
        double[] x = graded(BODY.width(), 46, 0.35), y = graded(BODY.length(), 92, 0.3);
        double[] z = new double[device.layers().size() * 2 + 1];
        for (int k = 0; k < device.layers().size(); k++) {
            double t = device.layers().get(k).thickness();
            z[2 * k + 1] = z[2 * k] + t / 2;
            z[2 * k + 2] = z[2 * k] + t;
        }
        int nx = x.length - 1, ny = y.length - 1, nz = z.length - 1;
        var temperature = new double[nx * ny * nz];
        var owner = new int[temperature.length];
        for (int c = 0; c < temperature.length; c++) {
            int i = c % nx, j = c / nx % ny, k = c / nx / ny;
            double px = mid(x, i), py = mid(y, j), pz = mid(z, k);
            owner[c] = k / 2;
            temperature[c] = inside(device, px, py) ? at(px, py, pz, ambient, watts, soc) : Double.NaN;
        }
        return new Field(x, y, z, temperature, owner, device.layers().stream().map(Layer::name).toArray(String[]::new));
    }

    private static boolean inside(Device device, double x, double y) {
        return BODY.covers(x, y) && device.cutouts().stream().noneMatch(c -> x > c.x0() && x < c.x1() && y > c.y0() && y < c.y1());
    }

    private static double at(double x, double y, double z, double ambient, double watts, double soc) {
        double broad = Math.exp(-sq((x - 33e-3) / 34e-3) - sq((y - 34e-3) / 48e-3));
        double sharp = Math.exp(-sq((x - 33e-3) / 9e-3) - sq((y - 31e-3) / 9e-3) - sq((z - 2.2e-3) / 2.5e-3));
        double camera = Math.exp(-sq((x - 52e-3) / 9e-3) - sq((y - 14e-3) / 9e-3));
        return ambient + watts * (2.9 + 1.9 * broad + 0.4 * camera) + soc * 2.2 * sharp;
    }

    private static double[] graded(double length, int n, double strength) {
        double[] edges = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            double u = (double) i / n;
            edges[i] = length * (u + strength / (2 * Math.PI) * Math.sin(2 * Math.PI * u));
        }
        edges[n] = length;
        return edges;
    }

    static double mid(double[] edges, int i) {
        return (edges[i] + edges[i + 1]) / 2;
    }

    private static double sq(double v) {
        return v * v;
    }

    private static List<Given> inputs() {
        List<Given> inputs = new ArrayList<>();
        inputs.add(new Given("body.width", "devices/fixture.yaml", 4, quantity(69.9e-3, Kind.LENGTH, Grade.MEASURED, "ruler")));
        inputs.add(new Given("layers[0].thickness", "devices/fixture.yaml", 9, quantity(0.55e-3, Kind.LENGTH, Grade.ESTIMATE, "")));
        inputs.add(new Given("layers[5].thickness", "devices/fixture.yaml", 14, quantity(0.4e-3, Kind.LENGTH, Grade.ESTIMATE, "")));
        inputs.add(new Given("workloads.game.SoC", "devices/fixture.yaml", 40, quantity(4.2, Kind.POWER, Grade.PAPER, "a paper")));
        inputs.add(new Given("parts.chamber.size", "devices/fixture.yaml", 22, quantity(2600e-6, Kind.AREA, Grade.DATASHEET, HOSTILE)));
        return inputs;
    }

    private static Quantity quantity(double si, Kind kind, Grade grade, String source) {
        return new Quantity(si, kind, kind.unit(), grade, source, null);
    }

    private static Workload workload(String name, double ambient, double duration, Posture posture, Map<String, Double> watts) {
        Map<String, Trace> power = new LinkedHashMap<>();
        watts.forEach((source, value) -> power.put(source, Trace.constant(value)));
        return new Workload(name, ICE + ambient, 101_325, duration, posture.boundary(BODY), power, ICE + ambient, null);
    }

    private static Part part(String name, Box box, double inPlane, double through) {
        return new Part(name, List.of(box), new Filling.Solid(material(name + " stuff", inPlane, through)), null);
    }

    private static Material material(String name, double inPlane, double through) {
        return material(name, inPlane, through, 2000, 900);
    }

    private static Material material(String name, double inPlane, double through, double density, double heat) {
        return new Material(name, inPlane, through, density, heat, Grade.ESTIMATE, "invented");
    }
}

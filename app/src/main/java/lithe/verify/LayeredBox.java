// SPDX-License-Identifier: Apache-2.0
package lithe.verify;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import lithe.device.Body;
import lithe.device.Boundary;
import lithe.device.Device;
import lithe.device.Exchange;
import lithe.device.Face;
import lithe.device.Filling;
import lithe.device.Layer;
import lithe.device.Part;
import lithe.device.Patch;
import lithe.device.Surface;
import lithe.device.Surfaces;
import lithe.device.Trace;
import lithe.device.Workload;
import lithe.geometry.Box;
import lithe.material.Material;
import lithe.thermal.Grid;
import lithe.thermal.Surroundings;
import lithe.units.Grade;

/// Benchmark LB1: a phone as eleven layers with patches, linear, its converged temperatures known to ± 0.01 K from finite
/// volumes and finite elements.
public final class LayeredBox {

    /// Ambient and start temperature, K.
    public static final double AMBIENT = 273.15 + 25;
    /// Power of each source, W.
    public static final Map<String, Double> POWER = Map.of("SoC", 5.0, "PMIC", 1.2, "RF", 0.8, "BATT", 1.5);
    /// Layer thicknesses, front to back, m.
    private static final double[] THICKNESS = {
        0.6e-3, 0.9e-3, 0.5e-3, 0.05e-3, 0.3e-3, 0.1e-3, 1e-3, 3.7e-3, 0.05e-3, 0.2e-3, 0.6e-3
    };

    private LayeredBox() {}

    /// A material from conductivities and the heat capacity of its volume.
    ///
    /// @param name name
    /// @param inPlane W/(m·K)
    /// @param through W/(m·K)
    /// @param volumetric J/(m³·K)
    /// @return the material
    static Material material(String name, double inPlane, double through, double volumetric) {
        return new Material(name, inPlane, through, volumetric / 1000, 1000, Grade.ESTIMATE, "a case of lithe verify");
    }

    /// Returns what is around LB1: films on front and back, adiabatic sides.
    ///
    /// @return the surroundings
    public static Surroundings surroundings() {
        return new Surroundings(boundary(), AMBIENT, Surroundings.SEA_LEVEL);
    }

    private static Boundary boundary() {
        return new Boundary(
                "given",
                List.of(
                        Patch.whole(Face.FRONT, new Exchange.Film(8, Double.NaN, false)),
                        Patch.whole(Face.BACK, new Exchange.Film(10, Double.NaN, false))));
    }

    /// Returns LB1.
    ///
    /// @return the device
    public static Device device() {
        Material air = material("air", 0.026, 0.026, 1.2e3);
        Material filler = material("filler", 0.2, 0.2, 1.2e6);
        Material glass = material("glass", 1, 1, 2.1e6);
        Material graphite = material("graphite", 1500, 5, 1.5e6);
        List<Layer> layers = List.of(
                new Layer("cover glass", glass, THICKNESS[0]),
                new Layer("OLED", material("OLED", 0.3, 0.3, 1.6e6), THICKNESS[1]),
                new Layer("mid-frame", material("aluminium", 150, 150, 2.43e6), THICKNESS[2]),
                new Layer("graphite", graphite, THICKNESS[3]),
                new Layer("chamber layer", filler, THICKNESS[4]),
                new Layer("interface layer", air, THICKNESS[5]),
                new Layer("device layer", filler, THICKNESS[6]),
                new Layer("board layer", filler, THICKNESS[7]),
                new Layer("back graphite", graphite, THICKNESS[8]),
                new Layer("air gap", air, THICKNESS[9]),
                new Layer("back glass", glass, THICKNESS[10]));
        return new Device(
                "LB1", "layered benchmark", false, new Body(0.07, 0.152, 0.008, 0), List.of(), layers, parts(), List.of(),
                new Surfaces(
                        new Surface(Surface.Touch.GLASS, 0), new Surface(Surface.Touch.GLASS, 0),
                        new Surface(Surface.Touch.METAL, 0)),
                Map.of(), List.of(), List.of(workload()));
    }

    private static Workload workload() {
        var power = new java.util.HashMap<String, Trace>();
        POWER.forEach((part, watts) -> power.put(part, Trace.constant(watts)));
        return new Workload(
                "steady", AMBIENT, Surroundings.SEA_LEVEL, Double.POSITIVE_INFINITY, boundary(), power, AMBIENT, null);
    }

    private static List<Part> parts() {
        Material pad = material("interface", 3, 3, 2.0e6);
        Material chip = material("chip", 100, 100, 1.7e6);
        Material battery = material("battery", 25, 1, 2.3e6);
        return List.of(
                part("chamber", 5, 10, 60, 96, 148, material("chamber", 2000, 100, 2.2e6)),
                part("pad SoC", 6, 28, 38, 128, 138, pad),
                part("pad PMIC", 6, 14, 20, 120, 126, pad),
                part("pad RF", 6, 48, 54, 136, 142, pad),
                part("SoC", 7, 28, 38, 128, 138, chip),
                part("PMIC", 7, 14, 20, 120, 126, chip),
                part("RF", 7, 48, 54, 136, 142, chip),
                part("BATT", 7, 6, 64, 6, 90, battery),
                part("board", 8, 4, 66, 96, 148, material("board", 20, 1, 1.9e6)),
                part("BATT back", 8, 6, 64, 6, 90, battery));
    }

    private static Part part(String name, int layer, double x0, double x1, double y0, double y1, Material material) {
        double[] z = heights(new int[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1});
        var box = new Box(x0 / 1000, x1 / 1000, y0 / 1000, y1 / 1000, z[layer - 1], z[layer]);
        return new Part(name, List.of(box), new Filling.Solid(material), null);
    }

    /// Returns a grid of the benchmark's own: equal cells in x-y, equal cells inside each layer.
    ///
    /// @param f cells of 2/f mm: 35 f by 76 f
    /// @param split cells of each of the eleven layers
    /// @return the grid
    public static Grid grid(int f, int... split) {
        return Grid.given(device(), even(0.07, 35 * f), even(0.152, 76 * f), heights(split));
    }

    static Grid grid(Device device, int f, int... split) {
        return Grid.given(device, even(0.07, 35 * f), even(0.152, 76 * f), heights(split));
    }

    /// The same device with other parts.
    static Device with(Device d, List<Part> parts) {
        return new Device(
                d.name(), d.note(), d.reconstructed(), d.body(), d.cutouts(), d.layers(), parts, d.contacts(), d.surfaces(),
                d.sources(), d.sensors(), d.workloads());
    }

    /// A part in another place.
    static Part moved(Part part, UnaryOperator<Box> move) {
        return new Part(part.name(), part.boxes().stream().map(move).toList(), part.filling(), part.inside());
    }

    private static double[] heights(int[] split) {
        var planes = new java.util.ArrayList<Double>(List.of(0.0));
        double at = 0;
        for (int l = 0; l < THICKNESS.length; l++) {
            for (int n = 1; n <= split[l]; n++) {
                planes.add(at + THICKNESS[l] * n / split[l]);
            }
            at += THICKNESS[l];
        }
        planes.set(planes.size() - 1, 0.008);
        return planes.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// Returns equally spaced planes.
    ///
    /// @param length where the last one is, m
    /// @param cells cells between
    /// @return planes from 0, m; length cells + 1
    static double[] even(double length, int cells) {
        double[] planes = new double[cells + 1];
        for (int i = 0; i <= cells; i++) {
            planes[i] = length * i / cells;
        }
        return planes;
    }
}

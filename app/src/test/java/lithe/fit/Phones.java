// SPDX-License-Identifier: Apache-2.0
package lithe.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lithe.device.Body;
import lithe.device.Demands;
import lithe.device.Device;
import lithe.device.Filling;
import lithe.device.FitRules;
import lithe.device.Layer;
import lithe.device.Part;
import lithe.device.Posture;
import lithe.device.Surface;
import lithe.device.Surfaces;
import lithe.device.Targets;
import lithe.device.Trace;
import lithe.device.Workload;
import lithe.geometry.Box;
import lithe.material.Material;
import lithe.units.Grade;
import org.jspecify.annotations.Nullable;

/// Phones of boxes whose packing can be told by hand; lengths in mm.
final class Phones {

    static final double MM = 1e-3;
    static final Material AIR = new Material("air", 0.026, 0.026, 1.2, 1005, Grade.ESTIMATE, "");
    static final Material SOLID = new Material("solid", 1, 1, 2000, 900, Grade.ESTIMATE, "");

    private Phones() {}

    /// Glass of 1 mm in front and behind, air between.
    static Device phone(double width, double length, double thickness, double radius, FitRules rules, List<Part> parts) {
        var body = new Body(width * MM, length * MM, thickness * MM, radius * MM);
        var layers = List.of(
                new Layer("glass", SOLID, MM), new Layer("room", AIR, (thickness - 2) * MM), new Layer("back glass", SOLID, MM));
        var surface = new Surface(Surface.Touch.GLASS, 0.9);
        var work = new Workload(
                "idle", 298.15, 101_325, 60, Posture.TABLE.boundary(body), Map.of("a", Trace.constant(1)), 298.15, null);
        return new Device(
                        "boxes", "", false, body, List.of(), layers, parts, List.of(), new Surfaces(surface, surface, surface), Map.of(),
                        List.of(), List.of(work))
                .asked(new Demands(rules, Targets.NONE));
    }

    static Device phone(FitRules rules, Part... parts) {
        return phone(70, 150, 8, 10, rules, List.of(parts));
    }

    /// No distance to keep, no swelling.
    static FitRules free() {
        return new FitRules(Map.of(), List.of(), 0);
    }

    static Part part(String name, double x, double y, double z, double dx, double dy, double dz) {
        return inside(name, null, x, y, z, dx, dy, dz);
    }

    static Part inside(String name, @Nullable String outer, double x, double y, double z, double dx, double dy, double dz) {
        return new Part(name, List.of(box(x, y, z, dx, dy, dz)), new Filling.Solid(SOLID), outer);
    }

    static Part boxes(String name, Box... boxes) {
        return new Part(name, new ArrayList<>(List.of(boxes)), new Filling.Solid(SOLID), null);
    }

    static Box box(double x, double y, double z, double dx, double dy, double dz) {
        return Box.at(x * MM, y * MM, z * MM, dx * MM, dy * MM, dz * MM);
    }
}

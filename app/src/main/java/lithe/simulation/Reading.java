// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lithe.device.Device;
import lithe.device.Face;
import lithe.device.Part;
import lithe.device.Sensor;
import lithe.thermal.Grid;
import lithe.thermal.Temperatures;

/// Reads results, maps and the field from temperatures.
final class Reading {

    private Reading() {}

    /// Returns the temperatures of one moment by result id, K.
    static Map<String, Double> temperatures(Device phone, Temperatures now) {
        Map<String, Double> read = new LinkedHashMap<>();
        read.put("skin.max", now.skinMax());
        read.put("skin.front.max", now.max(Face.FRONT));
        read.put("skin.back.max", now.max(Face.BACK));
        read.put("skin.edge.max", hottestEdge(now).temperature());
        read.put("skin.mean", now.skinMean());
        for (Part part : phone.parts()) {
            put(read, "part." + part.name() + ".max", now.max(part.name()));
            put(read, "part." + part.name() + ".mean", now.mean(part.name()));
        }
        for (Sensor sensor : phone.sensors()) {
            put(read, "sensor." + sensor.name(), now.sensor(sensor));
        }
        return read;
    }

    /// A part that others leave no room has no temperature.
    private static void put(Map<String, Double> read, String id, double value) {
        if (!Double.isNaN(value)) {
            read.put(id, value);
        }
    }

    static Temperatures.Spot hottestEdge(Temperatures now) {
        return Stream.of(Face.LEFT, Face.RIGHT, Face.TOP, Face.BOTTOM)
                .map(now::hottest)
                .max(java.util.Comparator.comparingDouble(Temperatures.Spot::temperature))
                .orElseThrow();
    }

    static List<Plane> maps(Device phone, Temperatures now) {
        Grid grid = now.grid();
        double[] x = grid.xPlanes(), y = grid.yPlanes();
        return List.of(
                new Plane("front", x, y, now.map(Face.FRONT)),
                new Plane("back", x, y, now.map(Face.BACK)),
                new Plane("mid-plane", x, y, now.section(phone.body().thickness() / 2)));
    }

    static Field field(Temperatures now) {
        Grid grid = now.grid();
        return new Field(
                grid.xPlanes(),
                grid.yPlanes(),
                grid.zPlanes(),
                now.cells(),
                grid.owners(),
                grid.names().toArray(String[]::new));
    }
}

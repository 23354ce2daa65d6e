// SPDX-License-Identifier: Apache-2.0
package lithe.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lithe.device.Body;
import lithe.device.Boundary;
import lithe.device.Contact;
import lithe.device.Device;
import lithe.device.Exchange;
import lithe.device.Face;
import lithe.device.Filling;
import lithe.device.Layer;
import lithe.device.Part;
import lithe.device.Patch;
import lithe.device.Surface;
import lithe.device.Surfaces;
import lithe.geometry.Box;
import lithe.material.Material;
import lithe.thermal.Grid;
import lithe.thermal.Surroundings;

/// A stack of layers with heated rectangles, built up in words; the shape of most exact cases.
final class Slab {

    /// Thickness of a source that has none in the exact case, m. Its own resistance changes nothing within 12 digits.
    private static final double SHEET = 1e-8;

    private final double width;
    private final double length;
    private final List<Layer> layers = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Contact> contacts = new ArrayList<>();
    private final Map<Face, Exchange> faces = new HashMap<>();
    private final List<Double> planes = new ArrayList<>(List.of(0.0));
    private double depth;
    private double ambient = 273.15 + 25;
    private double emissivity;

    Slab(double width, double length) {
        this.width = width;
        this.length = length;
    }

    Slab layer(String name, Material material, double thickness, int cells) {
        layers.add(new Layer(name, material, thickness));
        for (int n = 1; n <= cells; n++) {
            planes.add(depth + thickness * n / cells);
        }
        depth += thickness;
        return this;
    }

    /// A heated rectangle without thickness at this depth; beside it a layer that conducts nothing sideways.
    Slab sheet(String name, double x0, double x1, double y0, double y1) {
        Material carrier = LayeredBox.material(name + " carrier", 1e-3, 1e4, 1e3);
        double from = depth;
        layer(name + " plane", carrier, SHEET, 1);
        parts.add(new Part(name, List.of(new Box(x0, x1, y0, y1, from, depth)), new Filling.Solid(carrier), null));
        return this;
    }

    /// Heat in the whole volume of the last layer.
    Slab heated(String name) {
        Layer last = layers.getLast();
        var box = new Box(0, width, 0, length, depth - last.thickness(), depth);
        parts.add(new Part(name, List.of(box), new Filling.Solid(last.material()), null));
        return this;
    }

    Slab contact(String first, String second, double resistance) {
        contacts.add(new Contact(first, second, resistance));
        return this;
    }

    Slab film(Face face, double h) {
        return exchange(face, new Exchange.Film(h, Double.NaN, emissivity > 0));
    }

    Slab exchange(Face face, Exchange exchange) {
        faces.put(face, exchange);
        return this;
    }

    Slab emissivity(double value) {
        emissivity = value;
        return this;
    }

    Slab ambient(double kelvin) {
        ambient = kelvin;
        return this;
    }

    Surroundings around() {
        List<Patch> patches = new ArrayList<>();
        faces.forEach((face, exchange) -> patches.add(Patch.whole(face, exchange)));
        return new Surroundings(new Boundary("given", patches), ambient, Surroundings.SEA_LEVEL);
    }

    Device device() {
        var surface = new Surface(Surface.Touch.GLASS, emissivity);
        return new Device(
                "slab", "", false, new Body(width, length, depth, 0), List.of(), layers, parts, contacts,
                new Surfaces(surface, surface, surface), Map.of(), List.of(), List.of());
    }

    /// A grid of equal cells in plan and the cells asked for in each layer.
    Grid grid(int nx, int ny) {
        return Grid.given(
                device(), LayeredBox.even(width, nx), LayeredBox.even(length, ny),
                planes.stream().mapToDouble(Double::doubleValue).toArray());
    }
}

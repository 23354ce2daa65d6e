// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import lithe.device.Device;
import lithe.device.Filling;
import lithe.device.Part;
import lithe.device.Workload;
import lithe.geometry.Box;
import lithe.material.Material;

/// Who owns which place in a phone: layers first, then parts, a later part over an earlier one.
///
/// @param device the phone
/// @param names name of each owner: layers front to back, then parts in their order
record Plan(Device device, List<String> names) {

    static Plan of(Device device) {
        List<String> names = new ArrayList<>();
        device.layers().forEach(layer -> names.add(layer.name()));
        device.parts().forEach(part -> names.add(part.name()));
        return new Plan(device, List.copyOf(names));
    }

    int layers() {
        return device.layers().size();
    }

    Part part(int owner) {
        return device.parts().get(owner - layers());
    }

    int ownerOf(String name) {
        int owner = names.indexOf(name);
        if (owner < 0) {
            throw new IllegalArgumentException("no layer or part named " + name);
        }
        return owner;
    }

    /// Front of each layer and the back of the last, m.
    double[] layerEdges() {
        double[] edges = new double[layers() + 1];
        for (int l = 0; l < layers(); l++) {
            edges[l + 1] = edges[l] + device.layers().get(l).thickness();
        }
        edges[layers()] = device.body().thickness();
        return edges;
    }

    int ownerAt(double x, double y, double z) {
        for (int p = device.parts().size() - 1; p >= 0; p--) {
            for (Box box : device.parts().get(p).boxes()) {
                if (box.contains(x, y, z)) {
                    return layers() + p;
                }
            }
        }
        double[] edges = layerEdges();
        int layer = 0;
        while (layer + 1 < layers() && z > edges[layer + 1]) {
            layer++;
        }
        return layer;
    }

    /// √(through / in-plane conductivity): how much nearer two planes must be than two columns to be as far apart for
    /// heat.
    double slant(int owner) {
        return switch (filling(owner)) {
            case Filling.Solid(Material m) -> Math.sqrt(m.through() / m.inPlane());
            // never cut inside its sheets
            case Filling.Chamber _ -> 1;
        };
    }

    Filling filling(int owner) {
        return owner < layers()
                ? new Filling.Solid(device.layers().get(owner).material())
                : part(owner).filling();
    }

    /// Highest power each part ever releases, W, while charging as well; parts without power left out.
    Map<String, Double> peaks() {
        Map<String, Double> peaks = new TreeMap<>();
        device.workloads().forEach(workload -> workload.power().forEach((source, trace) -> {
            double peak = DoubleStream.of(trace.power()).map(Math::abs).max().orElse(0);
            device.shares(source).forEach((part, share) -> peaks.merge(part, peak * share, Math::max));
        }));
        var charging = device.charging();
        if (charging != null && device.workloads().stream().anyMatch(Workload::charged)) {
            charging.peaks().forEach((part, power) -> peaks.merge(part, power, Math::max));
        }
        peaks.values().removeIf(peak -> peak <= 0);
        return peaks;
    }
}

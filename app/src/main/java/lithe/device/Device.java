// SPDX-License-Identifier: Apache-2.0
package lithe.device;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A phone, or a thing like one.
///
/// @param name name shown to people
/// @param note what the reader should know, may be empty
/// @param reconstructed true when the inside was rebuilt from published facts and estimates
/// @param body the outside
/// @param cutouts holes through all layers
/// @param layers front to back; together they are as thick as the body
/// @param parts what stands in the layers; a part that is inside another comes after it
/// @param contacts resistances where things touch
/// @param surfaces the outside surfaces
/// @param sources heat sources other than the parts themselves: share of each part by name, summing to 1
/// @param sensors where temperatures are read
/// @param workloads what it does
/// @param charging battery and charger, or null when nothing is known of them
/// @param demands what is asked of it
public record Device(
        String name,
        String note,
        boolean reconstructed,
        Body body,
        List<Cutout> cutouts,
        List<Layer> layers,
        List<Part> parts,
        List<Contact> contacts,
        Surfaces surfaces,
        Map<String, Map<String, Double>> sources,
        List<Sensor> sensors,
        List<Workload> workloads,
        @Nullable Charging charging,
        Demands demands) {

    /// A phone of which nothing special is asked.
    ///
    /// @param name name shown to people
    /// @param note what the reader should know, may be empty
    /// @param reconstructed true when the inside was rebuilt from published facts and estimates
    /// @param body the outside
    /// @param cutouts holes through all layers
    /// @param layers front to back
    /// @param parts what stands in the layers
    /// @param contacts resistances where things touch
    /// @param surfaces the outside surfaces
    /// @param sources heat sources other than the parts themselves
    /// @param sensors where temperatures are read
    /// @param workloads what it does
    /// @param charging battery and charger, or null
    public Device(
            String name,
            String note,
            boolean reconstructed,
            Body body,
            List<Cutout> cutouts,
            List<Layer> layers,
            List<Part> parts,
            List<Contact> contacts,
            Surfaces surfaces,
            Map<String, Map<String, Double>> sources,
            List<Sensor> sensors,
            List<Workload> workloads,
            @Nullable Charging charging) {
        this(
                name, note, reconstructed, body, cutouts, layers, parts, contacts, surfaces, sources, sensors, workloads, charging,
                Demands.standard());
    }

    /// A phone of whose battery nothing is known.
    ///
    /// @param name name shown to people
    /// @param note what the reader should know, may be empty
    /// @param reconstructed true when the inside was rebuilt from published facts and estimates
    /// @param body the outside
    /// @param cutouts holes through all layers
    /// @param layers front to back
    /// @param parts what stands in the layers
    /// @param contacts resistances where things touch
    /// @param surfaces the outside surfaces
    /// @param sources heat sources other than the parts themselves
    /// @param sensors where temperatures are read
    /// @param workloads what it does
    public Device(
            String name,
            String note,
            boolean reconstructed,
            Body body,
            List<Cutout> cutouts,
            List<Layer> layers,
            List<Part> parts,
            List<Contact> contacts,
            Surfaces surfaces,
            Map<String, Map<String, Double>> sources,
            List<Sensor> sensors,
            List<Workload> workloads) {
        this(name, note, reconstructed, body, cutouts, layers, parts, contacts, surfaces, sources, sensors, workloads, null);
    }

    /// Returns the same phone with another battery setup.
    ///
    /// @param other battery and charger
    /// @return the changed phone
    public Device charging(Charging other) {
        return new Device(
                name, note, reconstructed, body, cutouts, layers, parts, contacts, surfaces, sources, sensors, workloads, other,
                demands);
    }

    /// Returns the same phone with other parts.
    ///
    /// @param other the parts
    /// @return the changed phone
    public Device with(List<Part> other) {
        return new Device(
                name, note, reconstructed, body, cutouts, layers, other, contacts, surfaces, sources, sensors, workloads, charging,
                demands);
    }

    /// Returns the same phone of which something else is asked.
    ///
    /// @param other what is asked
    /// @return the changed phone
    public Device asked(Demands other) {
        return new Device(
                name, note, reconstructed, body, cutouts, layers, parts, contacts, surfaces, sources, sensors, workloads, charging,
                other);
    }

    /// Returns the same phone doing other things.
    ///
    /// @param other its workloads
    /// @return the changed phone
    public Device doing(List<Workload> other) {
        return new Device(
                name, note, reconstructed, body, cutouts, layers, parts, contacts, surfaces, sources, sensors, other, charging);
    }

    private static final double STACK_TOLERANCE = 1e-6;

    /// Takes copies and checks what must hold for the phone to exist.
    ///
    /// @throws IllegalArgumentException naming what does not hold
    public Device {
        cutouts = List.copyOf(cutouts);
        layers = List.copyOf(layers);
        parts = List.copyOf(parts);
        contacts = List.copyOf(contacts);
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources)); // sums over it must not change from start to start
        sensors = List.copyOf(sensors);
        workloads = List.copyOf(workloads);
        double stack = layers.stream().mapToDouble(Layer::thickness).sum();
        if (Math.abs(stack - body.thickness()) > STACK_TOLERANCE) {
            throw new IllegalArgumentException(
                    "layers add up to %s m, but the body is %s m thick".formatted(stack, body.thickness()));
        }
        uniqueNames(layers, parts);
    }

    /// Returns a part by name.
    ///
    /// @param part name
    /// @return the part
    /// @throws IllegalArgumentException when there is none
    public Part part(String part) {
        return parts.stream()
                .filter(p -> p.name().equals(part))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no part named " + part));
    }

    /// Returns the layer a part is exactly as thick as and lies in.
    ///
    /// @param part a part of this phone
    /// @return the layer, or empty when the part is thinner or spans several
    public java.util.Optional<Layer> filledBy(Part part) {
        var box = part.boxes().getFirst();
        double z = 0;
        for (Layer layer : layers) {
            if (Math.abs(box.z0() - z) < STACK_TOLERANCE && Math.abs(box.z1() - z - layer.thickness()) < STACK_TOLERANCE) {
                return java.util.Optional.of(layer);
            }
            z += layer.thickness();
        }
        return java.util.Optional.empty();
    }

    /// Returns a workload by name.
    ///
    /// @param workload name
    /// @return the workload
    /// @throws IllegalArgumentException when there is none
    public Workload workload(String workload) {
        return workloads.stream()
                .filter(w -> w.name().equals(workload))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no workload named " + workload));
    }

    /// Returns how a source's heat is shared among parts.
    ///
    /// @param source name of a source or of a part
    /// @return share of each part by name, summing to 1
    public Map<String, Double> shares(String source) {
        return sources.getOrDefault(source, Map.of(source, 1.0));
    }

    private static void uniqueNames(List<Layer> layers, List<Part> parts) {
        Set<String> seen = new HashSet<>();
        layers.forEach(layer -> once(seen, layer.name()));
        parts.forEach(part -> once(seen, part.name()));
    }

    private static void once(Set<String> seen, String name) {
        if (!seen.add(name)) {
            throw new IllegalArgumentException("two things are named " + name);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lithe.device.Body;
import lithe.device.Boundary;
import lithe.device.Device;
import lithe.device.Part;
import lithe.device.Posture;
import lithe.device.Workload;
import lithe.units.Nearest;
import org.jspecify.annotations.Nullable;

/// Which workloads of two phones are held side by side, and under what conditions.
final class SideBySide {

    private final Device first;
    private final Device second;
    private final boolean sameLoad;
    private final @Nullable String posture;
    private final @Nullable Double ambient;

    SideBySide(Device first, Device second, boolean sameLoad, @Nullable String posture, @Nullable Double ambient) {
        this.sameLoad = sameLoad;
        this.posture = posture;
        this.ambient = ambient;
        this.first = first.doing(first.workloads().stream().map(w -> under(w, first.body())).toList());
        this.second = sameLoad ? second.doing(loaded(first, second)) : second.doing(second.workloads().stream().map(w -> under(w, second.body())).toList());
    }

    /// The same thing done by both.
    record Pair(String name, Workload first, Workload second) {}

    Device first() {
        return first;
    }

    Device second() {
        return second;
    }

    /// What the first does ungoverned, for its governor is its own, and the second's own charges.
    private List<Workload> loaded(Device one, Device other) {
        List<Workload> all = new ArrayList<>();
        one.workloads().stream().filter(w -> !w.charged() && w.governed() == null).forEach(w -> all.add(under(w.held(moved(w.boundary(), other.body())), other.body())));
        other.workloads().stream().filter(Workload::charged).map(w -> under(w, other.body())).forEach(all::add);
        Set<String> known = other.parts().stream().map(Part::name).collect(Collectors.toCollection(TreeSet::new));
        known.addAll(other.sources().keySet());
        for (Workload workload : all) {
            workload.power().keySet().stream().filter(source -> !known.contains(source)).findFirst().ifPresent(source -> {
                throw new IllegalArgumentException("%s has nothing named %s for the load of %s; nearest: %s"
                        .formatted(other.name(), source, workload.name(), Nearest.to(source, List.copyOf(known))));
            });
        }
        return all;
    }

    private static Boundary moved(Boundary boundary, Body body) {
        return Posture.words().contains(boundary.name()) ? Posture.named(boundary.name()).boundary(body) : boundary;
    }

    private Workload under(Workload workload, Body body) {
        var held = posture == null ? workload : workload.held(Posture.named(posture).boundary(body));
        return ambient == null ? held : held.at(ambient + 273.15);
    }

    /// Workloads of the same name, then a charge of each.
    List<Pair> pairs(List<String> asked) {
        List<Pair> pairs = new ArrayList<>();
        for (Workload workload : first.workloads()) {
            named(second, workload.name()).filter(other -> other.charged() == workload.charged())
                    .ifPresent(other -> pairs.add(new Pair(workload.name(), workload, other)));
        }
        boolean charges = pairs.stream().anyMatch(pair -> pair.first().charged());
        charge(first).filter(one -> !charges).ifPresent(one -> charge(second).ifPresent(
                other -> pairs.add(new Pair(one.name() + " beside " + other.name(), one, other))));
        List<Pair> wanted = pairs.stream().filter(pair -> asked.isEmpty() || asked.stream().anyMatch(name -> named(pair, name))).toList();
        asked.stream().filter(name -> pairs.stream().noneMatch(pair -> named(pair, name))).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("both phones have no workload named %s; they share: %s"
                    .formatted(name, pairs.stream().map(Pair::name).collect(Collectors.joining(", "))));
        });
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("%s and %s share no workload; --same-load gives the second those of the first"
                    .formatted(first.name(), second.name()));
        }
        return wanted;
    }

    private static boolean named(Pair pair, String name) {
        return pair.name().equals(name) || pair.first().charged() && (pair.first().name().equals(name) || pair.second().name().equals(name));
    }

    private static Optional<Workload> charge(Device phone) {
        return phone.workloads().stream().filter(Workload::charged).findFirst();
    }

    private static Optional<Workload> named(Device phone, String name) {
        return phone.workloads().stream().filter(w -> w.name().equals(name)).findFirst();
    }

    /// What only one of them has.
    List<String> leftOut(List<Pair> pairs, List<String> asked) {
        return asked.isEmpty()
                ? Stream.of(leftOut(first, pairs.stream().map(Pair::first).toList()), leftOut(second, pairs.stream().map(Pair::second).toList()))
                        .flatMap(Optional::stream)
                        .toList()
                : List.of();
    }

    private static Optional<String> leftOut(Device phone, List<Workload> compared) {
        var names = phone.workloads().stream().filter(w -> !compared.contains(w)).map(Workload::name).toList();
        return names.isEmpty() ? Optional.empty() : Optional.of("Only %s has, left out: %s.".formatted(phone.name(), String.join(", ", names)));
    }

    /// What was made equal, in words.
    String conditions() {
        List<String> made = new ArrayList<>();
        if (sameLoad) {
            made.add("%s does what %s does: the same powers, room, posture and times".formatted(second.name(), first.name()));
        }
        if (posture != null) {
            made.add("posture " + posture + " in every workload");
        }
        if (ambient != null) {
            made.add("%.0f °C around both".formatted(ambient));
        }
        return made.isEmpty() ? "" : String.join("; ", made) + ".";
    }
}

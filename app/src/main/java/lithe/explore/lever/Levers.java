// SPDX-License-Identifier: Apache-2.0
package lithe.explore.lever;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lithe.device.Charging;
import lithe.device.Device;
import lithe.device.Filling;
import lithe.device.Part;
import lithe.device.Workload;
import lithe.explore.claim.Setting;
import lithe.explore.lever.Lever.Role;
import lithe.units.Given;
import lithe.units.Kind;
import lithe.units.Quantity;
import lithe.units.Units;

/// Finds the levers of a phone in the numbers of its file: only what stands there can be moved.
///
/// A step is large against the last digits of a run and small against what would bend the answer. The first levers are those
/// a designer asks for first; the order never depends on a result.
public final class Levers {

    /// How many of the first `lithe run` moves.
    private static final int FIRST = 7;
    /// And how many in a charge, where every lever needs both sides; those of the design.
    private static final int FIRST_OF_CHARGE = 5;

    /// Graphite is moved by this, m: 5 µm move the skin of a phone by hundredths of a kelvin, too near to the last digits.
    private static final double GRAPHITE_STEP = 15e-6;

    private final Device phone;
    private final Workload workload;
    private final Map<String, Quantity> given = new LinkedHashMap<>();
    private final List<Lever> found = new ArrayList<>();

    private Levers(Device phone, List<Given> given, Workload workload) {
        this.phone = phone;
        this.workload = workload;
        given.forEach(number -> this.given.put(number.path(), number.quantity()));
    }

    /// Finds the levers of a workload.
    ///
    /// @param phone the phone
    /// @param given the numbers of its file
    /// @param workload what it does
    /// @return the levers, the most asked for first
    public static List<Lever> of(Device phone, List<Given> given, Workload workload) {
        var levers = new Levers(phone, given, workload);
        levers.ambient();
        int leading = workload.charged() ? 0 : 1; // what heats a charge is its charger
        levers.sources(0, leading);
        levers.charging();
        levers.graphite();
        levers.chambers();
        levers.emissivity("back");
        levers.battery();
        levers.contacts();
        levers.emissivity("front");
        levers.emissivity("edges");
        levers.sources(leading, Integer.MAX_VALUE);
        levers.layers();
        levers.materials();
        return levers.found.stream().distinct().toList();
    }

    /// Finds the levers that `lithe run` moves on its own: those a designer asks for first, without swaps.
    ///
    /// @param phone the phone
    /// @param given the numbers of its file
    /// @param workload what it does
    /// @return a few levers, the most asked for first
    public static List<Lever> first(Device phone, List<Given> given, Workload workload) {
        boolean charged = workload.charged();
        return of(phone, given, workload).stream()
                .filter(lever -> !lever.swap() && (!charged || lever.role() == Role.DESIGN))
                .limit(charged ? FIRST_OF_CHARGE : FIRST)
                .toList();
    }

    private void ambient() {
        List<String> paths = new ArrayList<>();
        for (Workload w = workload; w != null; w = w.after() == null ? null : phone.workload(w.after())) {
            paths.add("workloads." + w.name() + ".ambient");
        }
        number("ambient", Role.SURROUNDINGS, paths, 1, 1, "1 K", Kind.TEMPERATURE_DIFFERENCE);
    }

    /// Sources by their power, the strongest first.
    private void sources(int from, int most) {
        workload.power().keySet().stream()
                .filter(source -> given.containsKey(power(source)) && si(power(source)) > 0)
                .sorted((a, b) -> Double.compare(si(power(b)), si(power(a))))
                .skip(from)
                .limit(most)
                .forEach(source -> number(source + " power", Role.LOAD, List.of(power(source)), Math.min(0.2, 0.2 * si(power(source))), 1, "1 W", Kind.POWER));
    }

    private String power(String source) {
        return "workloads." + workload.name() + ".power." + source;
    }

    private void charging() {
        var charging = phone.charging();
        if (charging == null || !workload.charged()) {
            return;
        }
        var leads = given.keySet().stream().filter(path -> path.matches("charging\\.leads\\..*\\.resistance")).toList();
        double whole = charging.leadResistance();
        double step = Math.min(1e-3, 0.2 * whole);
        if (!leads.isEmpty() && whole > 0) {
            scaled("path resistance", leads, step / whole, Units.show(step, "mΩ", Kind.RESISTANCE, 3), "1 mΩ", 1e-3 / step);
        }
        variants(charging);
    }

    private void variants(Charging charging) {
        charging.packs().keySet().stream().filter(variant -> !variant.equals(charging.chosen())).forEach(variant -> found.add(
                new Lever("tabs, instead of " + charging.chosen(), Role.DESIGN, "", variant, 1, List.of(new Setting("charging.variant", variant)), List.of())));
    }

    /// Sheets that spread heat: the layer they fill, or their own thickness.
    private void graphite() {
        for (Part part : phone.parts()) {
            if (part.spreads()) {
                String own = "parts." + part.name() + ".size.2";
                if (given.containsKey(own)) {
                    thickness(part.name() + " thickness", own, GRAPHITE_STEP, 10e-6, "10 µm");
                } else {
                    phone.filledBy(part).ifPresent(layer -> layer(layer.name(), part.name() + " thickness", GRAPHITE_STEP, 10e-6, "10 µm"));
                }
            }
        }
    }

    private void chambers() {
        for (Part part : phone.parts()) {
            String size = "parts." + part.name() + ".size.";
            if (part.filling() instanceof Filling.Chamber && given.containsKey(size + "0") && given.containsKey(size + "1")) {
                // 100 mm² at its end, over the whole width
                double longer = 100e-6 / si(size + "0");
                number(part.name() + " area", Role.DESIGN, List.of(size + "1"), longer, longer, "100 mm²", Kind.LENGTH, "100 mm²");
                thickness(part.name() + " thickness, as vapor gap", size + "2", 10e-6, 10e-6, "10 µm");
            }
        }
    }

    private void emissivity(String face) {
        String path = "surfaces." + face + ".emissivity";
        if (given.containsKey(path)) {
            double step = Math.min(0.05, Math.min(1 - si(path), si(path)));
            if (step > 0.005) {
                number("emissivity, " + face, Role.DESIGN, List.of(path), step, 0.1, "0.1", Kind.NUMBER);
            } else { // as black as can be: only down
                found.add(new Lever("emissivity, " + face, Role.DESIGN, "0.05", "0.1", 2, List.of(), List.of(text(path, si(path) - 0.05))));
            }
        }
    }

    /// A wider cell holds more, in proportion.
    private void battery() {
        var charging = phone.charging();
        String name = charging == null ? "battery" : charging.part("cell");
        String width = "parts." + name + ".size.0";
        if (!given.containsKey(width)) {
            return;
        }
        double step = 1e-3;
        List<Setting> up = new ArrayList<>(List.of(text(width, si(width) + step)));
        List<Setting> down = new ArrayList<>(List.of(text(width, si(width) - step)));
        for (var path : List.of("charging.capacity", "charging.reported")) {
            if (given.containsKey(path)) {
                up.add(factor(path, 1 + step / si(width)));
                down.add(factor(path, 1 - step / si(width)));
            }
        }
        found.add(new Lever(name + " width", Role.DESIGN, "1 mm", "1 mm", 1, up, down));
    }

    private void contacts() {
        for (int c = 0; c < phone.contacts().size(); c++) {
            String path = "contacts." + c + ".resistance";
            var contact = phone.contacts().get(c);
            if (given.containsKey(path) && si(path) > 0) {
                number("contact %s to %s".formatted(contact.first(), contact.second()), Role.DESIGN, List.of(path), 0.2 * si(path), 10e-6, "10 mm²·K/W", Kind.CONTACT);
            }
        }
    }

    private void layers() {
        phone.layers().forEach(layer ->
                layer(layer.name(), layer.name() + " layer", Math.min(50e-6, 0.2 * layer.thickness()), 100e-6, "0.1 mm"));
    }

    /// A layer at the expense of the one that takes the rest, or with the body where every layer is given.
    private void layer(String layer, String name, double step, double unit, String told) {
        String path = "layers." + layer + ".thickness";
        if (!given.containsKey(path) || found.stream().flatMap(lever -> lever.up().stream()).anyMatch(setting -> setting.path().equals(path))) {
            return;
        }
        boolean elastic = phone.layers().stream().anyMatch(l -> !given.containsKey("layers." + l.name() + ".thickness"));
        List<String> paths = elastic ? List.of(path) : List.of(path, "body.thickness");
        number(name, Role.DESIGN, paths, step, unit, told, Kind.LENGTH);
    }

    private void materials() {
        given.keySet().stream()
                .filter(path -> path.startsWith("materials.") && path.matches(".*\\.(conductivity|in-plane|through)"))
                .forEach(path -> scaled(path.substring("materials.".length()).replace(".in-plane", " in plane").replace(".through", " through")
                        .replace(".conductivity", " conductivity"), List.of(path), 0.1, "10 %", "10 %", 1));
    }

    private void thickness(String name, String path, double step, double unit, String told) {
        if (given.containsKey(path)) {
            number(name, Role.DESIGN, List.of(path), step, unit, told, Kind.LENGTH);
        }
    }

    private void number(String name, Role role, List<String> paths, double step, double unit, String told, Kind kind) {
        String words = kind == Kind.NUMBER ? String.format(Locale.ROOT, "%.2f", step) : Units.show(step, unit(told), kind, 3);
        number(name, role, paths, step, unit, told, kind, words);
    }

    private void number(String name, Role role, List<String> paths, double step, double unit, String told, Kind kind, String words) {
        if (given.keySet().containsAll(paths)) {
            found.add(new Lever(name, role, words, told, unit / step, moved(paths, step), moved(paths, -step)));
        }
    }

    private static String unit(String told) {
        return told.substring(told.indexOf(' ') + 1);
    }

    private List<Setting> moved(List<String> paths, double by) {
        return paths.stream().map(path -> text(path, si(path) + by)).toList();
    }

    private void scaled(String name, List<String> paths, double share, String step, String unit, double ratio) {
        found.add(new Lever(name, Role.DESIGN, step, unit, ratio,
                paths.stream().map(path -> factor(path, 1 + share)).toList(),
                paths.stream().map(path -> factor(path, 1 - share)).toList()));
    }

    private static Setting factor(String path, double factor) {
        return new Setting(path, String.format(Locale.ROOT, "x %.9f", factor));
    }

    private Setting text(String path, double si) {
        var quantity = java.util.Objects.requireNonNull(given.get(path), path);
        return new Setting(path, Units.write(si, quantity.unit(), quantity.kind()));
    }

    private double si(String path) {
        return java.util.Objects.requireNonNull(given.get(path), path).si();
    }
}

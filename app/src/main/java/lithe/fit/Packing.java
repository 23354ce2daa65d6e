// SPDX-License-Identifier: Apache-2.0
package lithe.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import lithe.device.Device;
import lithe.device.Filling;
import lithe.geometry.Box;
import org.jspecify.annotations.Nullable;

/// Whether and how a phone fits into its body.
///
/// @param device the phone
/// @param findings what is not legal, the worst first, each with the change that would cure it
/// @param gaps distances that rules ask for, the tightest first
/// @param swelling room of the battery that has least to spare, or null without one
/// @param volumes how the inside is used
/// @param stacks what stands front to back at chosen places; the one with the least free height first
/// @param largest the largest battery that would fit, or null without one
/// @param energy energy of the battery, J; NaN when it is not known
public record Packing(
        Device device,
        List<Finding> findings,
        List<Gap> gaps,
        @Nullable Swelling swelling,
        Volumes volumes,
        List<Stack> stacks,
        @Nullable Largest largest,
        double energy) {

    /// A packing passes from this margin on, m. Below, one tolerance is enough to use it up: ±0.05 mm is the fine class of
    /// ISO 2768-1 for parts of up to 6 mm (general knowledge; grade estimate).
    public static final double TIGHT = 0.05e-3;

    /// Violations for which a cure is looked for.
    private static final int MOST_CURED = 20;

    /// Something that is not legal.
    ///
    /// @param violation what it is
    /// @param cure the smallest change of one part that cures it, or null when there is none
    /// @param sought whether a cure was looked for
    public record Finding(Violation violation, @Nullable Cure cure, boolean sought) {

        /// Returns the violation and its cure as a sentence without a full stop.
        ///
        /// @return the words
        public String words() {
            if (cure == null) {
                return violation.words() + (sought ? "; no change of one part cures it" : "");
            }
            return violation.words() + "; " + cure.words();
        }
    }

    /// How the room inside is used.
    ///
    /// @param inside volume between the first and the last layer, inside the outline, m³
    /// @param solid part of it that is not free room, m³
    public record Volumes(double inside, double solid) {

        /// Returns the share in use.
        ///
        /// @return solid over inside
        public double used() {
            return inside > 0 ? solid / inside : 0;
        }
    }

    /// What decides the verdict: a length that is there against one that must be.
    ///
    /// @param value length that is there, m; negative for an overlap or what sticks out
    /// @param limit length that must be there, m
    /// @param where who and where, in words
    public record Decisive(double value, double limit, String where) {

        /// Returns what is left, m.
        ///
        /// @return value less limit
        public double margin() {
            return value - limit;
        }
    }

    /// Takes copies.
    public Packing {
        findings = List.copyOf(findings);
        gaps = List.copyOf(gaps);
        stacks = List.copyOf(stacks);
    }

    /// Judges the packing of a phone by the rules of its file.
    ///
    /// @param device the phone
    /// @return its packing
    public static Packing of(Device device) {
        var layout = new Layout(device);
        var columns = new Columns(device);
        var judge = new Judge(layout);
        List<Violation> violations = new ArrayList<>(judge.all());
        var swelling = IntStream.range(0, layout.count())
                .filter(layout::battery)
                .mapToObj(p -> Swelling.of(layout, p, columns))
                .min(Comparator.comparingDouble(Swelling::margin))
                .orElse(null);
        if (swelling != null && swelling.margin() < -Box.ROUNDING) {
            violations.add(new Violation.NoRoomToSwell(swelling.part(), swelling.free(), swelling.needed()));
        }
        var doctor = new Doctor(layout);
        List<Finding> findings = new ArrayList<>();
        for (var violation : violations) {
            boolean sought = findings.size() < MOST_CURED;
            findings.add(new Finding(violation, sought ? doctor.cure(violation) : null, sought));
        }
        double density = density(device);
        int battery = largestBattery(layout);
        return new Packing(
                device, findings, judge.gaps(), swelling, volumes(device, columns), Places.of(layout, columns),
                battery < 0 ? null : Largest.of(layout, battery, density), energy(device));
    }

    /// Returns whether nothing is wrong.
    ///
    /// @return true when the packing is legal
    public boolean legal() {
        return findings.isEmpty();
    }

    /// Returns whether it is legal, but by less than [#TIGHT].
    ///
    /// @return true when one tolerance is enough to break it
    public boolean tight() {
        var decisive = decisive();
        return legal() && decisive != null && decisive.margin() < TIGHT - Box.ROUNDING;
    }

    /// Returns what decides: the worst violation, or the smallest margin of a legal packing.
    ///
    /// @return what is there against what must be; null when no rule applies to this phone
    public @Nullable Decisive decisive() {
        if (!legal()) {
            var worst = findings.stream().map(Finding::violation).max(Comparator.comparingDouble(Violation::shortfall)).orElseThrow();
            return of(worst);
        }
        var tightest = gaps.isEmpty() ? null : gaps.getFirst();
        if (swelling != null && swelling.share() > 0 && (tightest == null || swelling.margin() <= tightest.margin())) {
            return new Decisive(swelling.free(), swelling.needed(), swelling.part() + ", room to swell");
        }
        return tightest == null ? null : new Decisive(tightest.distance(), tightest.least(), tightest.words());
    }

    private static Decisive of(Violation violation) {
        return switch (violation) {
            case Violation.TooNear v -> new Decisive(v.distance(), v.least(), v.first() + " to " + v.second());
            case Violation.NoRoomToSwell v -> new Decisive(v.free(), v.needed(), v.part() + ", room to swell");
            case Violation.Overlap _, Violation.Outside _, Violation.InHole _, Violation.Escapes _ ->
                new Decisive(-violation.shortfall(), 0, violation.words());
        };
    }

    /// Returns the smallest margin, m.
    ///
    /// @return value less limit of what decides; infinite when no rule applies
    public double margin() {
        var decisive = decisive();
        return decisive == null ? Double.POSITIVE_INFINITY : decisive.margin();
    }

    /// Returns the area of vapor chambers and of parts that end with that word, over the footprint of the body.
    ///
    /// @return the share, 0 without a chamber
    public double chamberShare() {
        double area = device.parts().stream()
                .filter(part -> part.filling() instanceof Filling.Chamber || device.demands().fit().in("chamber", part.name()))
                .flatMap(part -> part.boxes().stream())
                .mapToDouble(Box::area)
                .sum();
        return area / device.body().footprint();
    }

    /// Returns the energy that one more millimetre of body width would bring if all of it went to the batteries.
    ///
    /// @return energy, J; NaN when the energy density is not known
    public double widthValue() {
        double perMetre = device.parts().stream()
                .filter(part -> part.inside() == null && device.demands().fit().in("battery", part.name()))
                .flatMap(part -> part.boxes().stream())
                .mapToDouble(box -> box.length() * box.thickness())
                .sum();
        return 1e-3 * perMetre * density(device);
    }

    /// Returns the results by catalogue id, SI.
    ///
    /// @return only what this phone has; in the order of the catalogue
    public Map<String, Double> results() {
        Map<String, Double> results = new LinkedHashMap<>();
        results.put("fit.violations", (double) findings.size());
        results.put("fit.margin", margin());
        if (!gaps.isEmpty()) {
            results.put("fit.clearance.min", gaps.stream().mapToDouble(Gap::distance).min().orElse(Double.NaN));
        }
        if (swelling != null) {
            results.put("fit.swelling.gap", swelling.free());
            results.put("fit.swelling.needed", swelling.needed());
        }
        results.put("fit.volume.used", volumes.used());
        results.put("fit.stack.free.min", stacks.isEmpty() ? Double.NaN : stacks.getFirst().free());
        results.put("fit.chamber.share", chamberShare());
        var body = device.body();
        results.put("fit.energy-density", energy / (body.width() * body.length() * body.thickness()));
        if (largest != null) {
            results.put("fit.battery.largest.volume", largest.box().volume());
            results.put("fit.battery.largest.energy", largest.energy());
        }
        results.put("fit.width.value", widthValue());
        results.values().removeIf(value -> !Double.isFinite(value));
        return results;
    }

    private static double energy(Device device) {
        var charging = device.charging();
        return charging == null ? Double.NaN : charging.pack().cell().energy();
    }

    /// Energy over the volume of the part that is the cell, J/m³.
    private static double density(Device device) {
        var charging = device.charging();
        return charging == null ? Double.NaN : energy(device) / device.part(charging.part("cell")).volume();
    }

    private static int largestBattery(Layout layout) {
        return IntStream.range(0, layout.count())
                .filter(layout::battery)
                .boxed()
                .max(Comparator.comparingDouble(p -> layout.part(Objects.requireNonNull(p)).volume()))
                .orElse(-1);
    }

    private static Volumes volumes(Device device, Columns columns) {
        var outline = device.body().outline();
        double z0 = device.layers().getFirst().thickness();
        double z1 = device.body().thickness() - device.layers().getLast().thickness();
        double[] sum = {0, 0};
        columns.visit(0, outline.width(), 0, outline.length(), (x0, x1, y0, y1, slices, height) -> {
            double area = outline.area(x0, x1, y0, y1);
            sum[0] += area * Math.max(0, z1 - z0);
            for (var slice : slices) {
                double within = Math.min(slice.z1(), z1) - Math.max(slice.z0(), z0);
                sum[1] += slice.free() || within <= 0 ? 0 : area * within;
            }
        });
        return new Volumes(sum[0], sum[1]);
    }
}

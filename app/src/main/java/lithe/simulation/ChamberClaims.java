// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import lithe.chamber.VaporChamber;
import lithe.chamber.Wick;
import lithe.device.Device;
import lithe.device.Filling;
import lithe.device.Part;
import lithe.geometry.Box;
import lithe.material.Material;
import lithe.thermal.Grid;
import lithe.thermal.Resolution;
import lithe.units.Grade;
import org.jspecify.annotations.Nullable;

/// What does the vapor chamber bring to this phone, and what is left of three claims about it (C3 size, C4 thickness, C5
/// mesh)? The same phone is run with graphite, copper, half the chamber and a finer mesh in the chamber's place.
///
/// The bands of the verdicts were fixed before any run. Differences between variants of one model are more trustworthy
/// than temperatures.
public final class ChamberClaims {

    /// A claim and how it stands.
    ///
    /// @param id short name
    /// @param verdict supported, partly or not supported
    /// @param why the figures that decide
    public record Claim(String id, String verdict, String why) {}

    /// What a variant gave under the sustained load.
    ///
    /// @param name what stands in the chamber's place
    /// @param back highest temperature of the back, K
    /// @param chip highest temperature of the part that is heated most, K
    public record Variant(String name, double back, double chip) {}

    /// Claims and the variants behind them.
    ///
    /// @param claims how the claims stand
    /// @param variants highest temperatures with each variant
    public record Answer(List<Claim> claims, List<Variant> variants) {}

    private static final Material GRAPHITE = new Material(
            "graphite stack", 900, 5, 1300, 710, Grade.ESTIMATE, "70 µm sheets one on the other, glue neglected");
    private static final Material COPPER =
            new Material("copper", 390, 390, 8960, 385, Grade.ESTIMATE, "handbook value");

    private final Device phone;
    private final Part part;
    private final VaporChamber chamber;
    private final boolean wickAtBack;
    private final Resolution resolution;
    private final int threads;
    private final String sustained;
    private final String burst;

    private ChamberClaims(Device phone, Part part, Filling.Chamber filling, Resolution resolution, int threads, String sustained, String burst) {
        this.phone = phone;
        this.part = part;
        this.chamber = filling.chamber();
        this.wickAtBack = filling.wickAtBack();
        this.resolution = resolution;
        this.threads = threads;
        this.sustained = sustained;
        this.burst = burst;
    }

    /// Runs the variants and answers.
    ///
    /// @param phone a phone with one vapor chamber
    /// @param resolution how finely
    /// @param threads threads that share a solve
    /// @param sustained name of the workload of the sustained load
    /// @param burst name of the workload of the short high load
    /// @param progress hears how far it is
    /// @return claims and variants
    /// @throws IllegalArgumentException when the phone has no chamber or no such workload
    public static Answer of(
            Device phone, Resolution resolution, int threads, String sustained, String burst, Progress progress) {
        for (Part part : phone.parts()) {
            if (part.filling() instanceof Filling.Chamber filling) {
                return new ChamberClaims(phone, part, filling, resolution, threads, sustained, burst).answer(progress);
            }
        }
        throw new IllegalArgumentException(phone.name() + " has no vapor chamber: no part with the key chamber");
    }

    private Answer answer(Progress progress) {
        Run base = run(phone, sustained, progress), short10 = run(phone, burst, progress);
        Run graphite = run(with(p -> solid(p, GRAPHITE)), sustained, progress);
        Run copper = run(with(p -> solid(p, COPPER)), sustained, progress);
        Run half = run(with(this::half), sustained, progress);
        List<Variant> variants = new ArrayList<>(List.of(
                variant("vapor chamber", base),
                variant("graphite 0.9/0.005 kW/(m·K)", graphite),
                variant("copper", copper),
                variant("half the chamber", half)));
        List<Claim> claims = new ArrayList<>(List.of(size(base, graphite, half), thickness(base, short10)));
        if (chamber.wick() instanceof Wick.Mesh mesh) {
            Run finer = run(with(p -> fill(p, chamber.withWick(finer(mesh)))), sustained, progress);
            variants.add(variant("20 % finer mesh", finer));
            claims.add(mesh(base, finer));
        }
        return new Answer(claims, variants);
    }

    private Run run(Device device, String workload, Progress progress) {
        var grid = Grid.of(device, resolution);
        return Coupling.of(device, grid, threads)
                .solve(List.of(device.workload(workload)), progress)
                .runs()
                .getFirst();
    }

    private Device with(UnaryOperator<Part> change) {
        var parts = phone.parts().stream().map(p -> p == part ? change.apply(p) : p).toList();
        return new Device(
                phone.name(), phone.note(), phone.reconstructed(), phone.body(), phone.cutouts(), phone.layers(), parts,
                phone.contacts(), phone.surfaces(), phone.sources(), phone.sensors(), phone.workloads());
    }

    private static Part solid(Part p, Material material) {
        return new Part(p.name(), p.boxes(), new Filling.Solid(material), p.inside());
    }

    private Part fill(Part p, VaporChamber other) {
        return new Part(p.name(), p.boxes(), new Filling.Chamber(other, wickAtBack), p.inside());
    }

    /// The half around the part that is heated most; what is left of the place becomes the layer's own material.
    private Part half(Part p) {
        Box all = p.boxes().stream().reduce(Box::hull).orElseThrow();
        double quarter = (all.y1() - all.y0()) / 4, middle = chip() == null ? all.y0() : centre(Objects.requireNonNull(chip()));
        double y = Math.clamp(middle, all.y0() + quarter, all.y1() - quarter);
        var boxes = p.boxes().stream()
                .filter(b -> Math.min(b.y1(), y + quarter) - Math.max(b.y0(), y - quarter) > Box.ROUNDING)
                .map(b -> new Box(b.x0(), b.x1(), Math.max(b.y0(), y - quarter), Math.min(b.y1(), y + quarter), b.z0(), b.z1()))
                .toList();
        return new Part(p.name(), boxes, p.filling(), p.inside());
    }

    private static double centre(Part p) {
        return (p.boxes().getFirst().y0() + p.boxes().getFirst().y1()) / 2;
    }

    private @Nullable Part chip() {
        return phone.parts().stream().filter(p -> p.name().equalsIgnoreCase("soc")).findFirst().orElse(null);
    }

    private static Wick finer(Wick.Mesh m) {
        // a finer weave of the same kind: wire and opening shrink together, so the pore radius falls by the same factor
        return new Wick.Mesh(m.density() * 1.2, m.wire() / 1.2, m.thickness(), m.bond(), m.metal());
    }

    private Variant variant(String name, Run run) {
        var chip = chip();
        return new Variant(name, result(run, "skin.back.max"), chip == null ? Double.NaN : result(run, "part." + chip.name() + ".max"));
    }

    private static double result(Run run, String id) {
        return Objects.requireNonNull(run.results().get(id), id);
    }

    private Claim size(Run base, Run graphite, Run half) {
        double area = part.boxes().stream().mapToDouble(b -> (b.x1() - b.x0()) * (b.y1() - b.y0())).sum();
        double r = phone.body().cornerRadius();
        double share = 100 * area / (phone.body().width() * phone.body().length() - (4 - Math.PI) * r * r);
        double gain = result(graphite, "skin.back.max") - result(base, "skin.back.max");
        var with = variant("", base);
        var without = variant("", half);
        double back = without.back - with.back, chip = without.chip - with.chip;
        int worst = Math.max(
                Math.max(Math.abs(share - 24.5) <= 0.2 ? 0 : Math.abs(share - 24.5) <= 1 ? 1 : 2, gain >= 1.5 ? 0 : gain >= 0.5 ? 1 : 2),
                back >= 0.5 && chip >= 1 ? 0 : back >= 0.5 || chip >= 1 ? 1 : 2);
        return new Claim("C3 size", word(worst), say(
                "%.0f mm², %.1f %% of the body (24.5 ± 0.2); back %.2f K cooler than with graphite of the same thickness (1.5 supported, 0.5 partly); the second half of the area brings back %.2f K (0.5) and SoC %.2f K (1); the worst of the three decides",
                1e6 * area, share, gain, back, chip));
    }

    private Claim thickness(Run base, Run burst10) {
        double steady = result(base, "chamber.capillary.use"), peak = result(burst10, "chamber.capillary.use");
        double spread = result(base, "chamber.spread");
        int worst = steady <= 0.8 && peak <= 0.8 && spread <= 3 ? 0 : steady <= 1 ? 1 : 2;
        return new Claim("C4 thickness", word(worst), say(
                "vapor gap %.0f µm; capillary use %.0f %% sustained, %.0f %% in the burst, worst of three tilts (80 %% supported; sustained up to 100 %% partly); spread %.1f K (3); dry in the burst %.0f mm²",
                1e6 * chamber.vaporHeight(), 100 * steady, 100 * peak, spread, 1e6 * result(burst10, "chamber.dry.area")));
    }

    private Claim mesh(Run base, Run finer) {
        double before = result(base, "chamber.heat.max"), limit = 100 * (result(finer, "chamber.heat.max") / before - 1);
        double cooler = result(base, "skin.back.max") - result(finer, "skin.back.max");
        int worst = limit >= 10 ? cooler >= 0.3 ? 0 : 1 : 2;
        return new Claim("C5 mesh", word(worst), say(
                "20 %% more capillary pressure by a finer weave of the same height: heat limit %+.1f %% (10), back %.2f K cooler (0.3); it buys margin, not temperature",
                limit, cooler));
    }

    private static String word(int worst) {
        return List.of("supported", "partly", "not supported").get(worst);
    }

    private static String say(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}

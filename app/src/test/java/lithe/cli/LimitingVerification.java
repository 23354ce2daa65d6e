// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lithe.Figures;
import lithe.explore.lever.Lever;
import lithe.explore.lever.Limits;
import lithe.explore.lever.Peak;
import lithe.explore.lever.Sensitivities;
import lithe.explore.lever.Sensitivity;
import lithe.explore.lever.Subject;
import lithe.input.DeviceFile;
import lithe.result.Verdicts;
import lithe.simulation.Coupling;
import lithe.simulation.Progress;
import lithe.thermal.Grid;
import lithe.thermal.Resolution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("verification")
class LimitingVerification {

    private static final Path DEVICES = Path.of("../devices");
    private static final DeviceFile XIAOMI = DeviceFile.read(DEVICES.resolve("xiaomi-12.yaml"));
    private static final double WHOLE = Double.POSITIVE_INFINITY;

    private static Map<String, Sensitivity> moved(DeviceFile file, Resolution resolution, boolean all, String workload, String result, double until, List<String> names) {
        var limiting = new Limiting(file, resolution, all, (phone, asked) -> asked);
        List<Lever> levers = limiting.levers(workload).stream().filter(lever -> names.isEmpty() || names.contains(lever.name())).toList();
        var grid = Grid.of(file.device(), resolution);
        var verdict = Verdicts.standard().skin(result, 0, "glass", "");
        var subject = new Subject(new Limits.Decides(workload, verdict), until);
        return Sensitivities.of(levers, limiting.trial(grid, subject, Set.of()), 2, Progress.SILENT).stream()
                .collect(Collectors.toMap(s -> s.lever().name(), s -> s, (a, b) -> a, TreeMap::new));
    }

    @Test
    @DisplayName("where heat leaves in proportion: one kelvin of ambient is one kelvin of skin, and powers times slopes are the rise")
    void linear() {
        var file = DeviceFile.read(DEVICES.resolve("lb1.yaml"));
        var moved = moved(file, Resolution.of(20_000), true, "steady", "skin.front.max", WHOLE, List.of("ambient", "SoC power", "PMIC power", "RF power", "battery power"));
        assertThat(moved).hasSize(5);
        // solved to 1e-9 of the rise
        assertThat(get(moved, "ambient").perUnit()).isCloseTo(1, within(1e-6));
        double base = get(moved, "ambient").base();
        var powers = file.device().workload("steady").power();
        double rise = powers.keySet().stream().mapToDouble(source -> get(moved, source + " power").perUnit() * java.util.Objects.requireNonNull(powers.get(source)).at(0)).sum();
        // Euler: T − T_amb = Σ P ∂T/∂P
        assertThat(rise).isCloseTo(base - 298.15, within(1e-5));
    }

    private static Sensitivity get(Map<String, Sensitivity> moved, String name) {
        return java.util.Objects.requireNonNull(moved.get(name), name);
    }

    @Test
    @DisplayName("levers of lithe run agree with finite differences of full runs within 5 %, on a development phone")
    void developmentPhone() {
        agree("msm8660.yaml", "stability", "skin.max", List.of("ambient", "AP power", "emissivity, back", "emissivity, front", "emissivity, edges"));
    }

    @Test
    @DisplayName("and on the Xiaomi 12 in a heavy game")
    void xiaomi() {
        org.junit.jupiter.api.Assumptions.assumeTrue(Figures.all(), "the whole phone runs under ./check --all");
        agree("xiaomi-12.yaml", "sustained-game", "skin.max", List.of("ambient", "SoC power", "emissivity, back", "graphite thickness", "chamber area", "chamber thickness, as vapor gap", "battery width"));
    }

    @Test
    @DisplayName("and in its charge, whose firmware answers: runs past the peak against whole ones")
    void charge() {
        org.junit.jupiter.api.Assumptions.assumeTrue(Figures.all(), "the whole phone runs under ./check --all");
        var until = Peak.of(Coupling.of(XIAOMI.device(), Grid.of(XIAOMI.device(), Resolution.STANDARD), 2)
                .solve(List.of(XIAOMI.device().workload("charge-67w")), Progress.SILENT).runs().getFirst(), "skin.back.max").until();
        assertThat(until).isBetween(300.0, 600.0);
        agree("xiaomi-12.yaml", "charge-67w", "skin.back.max", until, List.of("path resistance", "emissivity, back", "graphite thickness", "chamber area", "chamber thickness, as vapor gap"));
    }

    private static void agree(String device, String workload, String result, List<String> names) {
        agree(device, workload, result, WHOLE, names);
    }

    private static void agree(String device, String workload, String result, double until, List<String> names) {
        var file = DeviceFile.read(DEVICES.resolve(device));
        var shown = moved(file, Limiting.REDUCED, false, workload, result, until, names);
        var full = moved(file, Resolution.STANDARD, true, workload, result, WHOLE, names);
        assertThat(full.keySet()).containsExactlyInAnyOrderElementsOf(names);
        List<String> told = new ArrayList<>();
        names.forEach(name -> told.add(String.format(
                Locale.ROOT, "%s %.4f against %.4f K per %s (%+.1f %%)", name, get(shown, name).perUnit(), get(full, name).perUnit(),
                get(full, name).lever().unit(), 100 * (get(shown, name).perUnit() / get(full, name).perUnit() - 1))));
        Figures.record("6 phone", "sensitivities of lithe run against full runs, " + device + " " + workload, String.join("; ", told));
        names.forEach(name -> assertThat(get(shown, name).perUnit() / get(full, name).perUnit()).as(told.toString()).isCloseTo(1, within(0.05)));
    }

    @Test
    @DisplayName("a mesh that moves with its edges keeps its cells, and is the same when nothing moves")
    void mesh() {
        var file = XIAOMI;
        var grid = Grid.of(file.device(), Resolution.DRAFT);
        assertThat(grid.moved(file.device(), Resolution.DRAFT).zPlanes()).containsExactly(grid.zPlanes(), within(1e-15));
        var thicker = grid.moved(file.set(Map.of("graphite film.thickness", "0.06 mm")).device(), Resolution.DRAFT);
        assertThat(thicker.cells()).isEqualTo(grid.cells());
        assertThat(thicker.zPlanes()).isSorted().isNotEqualTo(grid.zPlanes());
        assertThat(thicker.xPlanes()).containsExactly(grid.xPlanes(), within(1e-15));
        assertThat(Coupling.of(file.device(), grid, 1).grid()).isSameAs(grid);
    }
}

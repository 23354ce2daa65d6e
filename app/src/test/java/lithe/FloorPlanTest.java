// SPDX-License-Identifier: Apache-2.0
package lithe;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The floor plan: which room may use which. Everything not listed is forbidden.
@AnalyzeClasses(packages = "lithe", importOptions = ImportOption.DoNotIncludeTests.class)
class FloorPlanTest {

    private static final Set<String> PHYSICS =
            Set.of("units", "numeric", "geometry", "material", "board", "chamber", "cell", "device");

    static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("units", Set.of()),
            entry("numeric", Set.of()),
            entry("geometry", Set.of("units")),
            entry("material", Set.of("units")),
            entry("result", Set.of("units")),
            entry("board", Set.of("units", "numeric", "geometry", "material")),
            entry("chamber", Set.of("units", "numeric", "geometry", "material")),
            entry("cell", Set.of("units", "numeric", "geometry", "material")),
            entry("device", Set.of("units", "geometry", "material", "board", "chamber", "cell")),
            entry("fit", PHYSICS),
            entry("thermal", PHYSICS),
            entry("charge", Set.of("units", "numeric", "geometry", "material", "cell", "device")),
            entry("governor", Set.of("units", "numeric", "device", "result")),
            entry("simulation", with(PHYSICS, "result", "fit", "thermal", "charge", "governor")),
            entry("explore", Set.of("units", "numeric", "device", "result", "simulation")),
            entry(
                    "input",
                    Set.of(
                            "units", "geometry", "material", "board", "chamber", "cell", "device", "charge", "governor",
                            "result", "explore")),
            entry(
                    "verify",
                    with(PHYSICS, "result", "fit", "thermal", "charge", "governor", "simulation", "input")),
            entry(
                    "report",
                    with(PHYSICS, "result", "fit", "thermal", "charge", "governor", "simulation", "explore", "verify")),
            entry("web", Set.of("units", "device", "input", "simulation", "explore", "report", "result")),
            entry(
                    "cli",
                    with(
                            PHYSICS, "result", "fit", "thermal", "charge", "governor", "simulation", "explore", "input",
                            "verify", "report", "web")));

    @ArchTest
    static void everyRoomKeepsToItsDoors(JavaClasses lithe) {
        MAY_USE.forEach((room, doors) -> {
            var shut = MAY_USE.keySet().stream()
                    .filter(other -> !other.equals(room) && !doors.contains(other))
                    .map(other -> "lithe." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("lithe." + room + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(shut)
                    .allowEmptyShould(true)
                    .check(lithe);
        });
    }

    @ArchTest
    static void everyRoomIsOnThePlan(JavaClasses lithe) {
        var rooms = MAY_USE.keySet().stream().map(room -> "lithe." + room + "..").toArray(String[]::new);
        classes().should().resideInAnyPackage(rooms).check(lithe);
    }

    @ArchTest
    static void noCycles(JavaClasses lithe) {
        slices().matching("lithe.(*)..").should().beFreeOfCycles().allowEmptyShould(true).check(lithe);
    }

    @ArchTest
    static void numericHasNeverHeardOfAPhone(JavaClasses lithe) {
        classes()
                .that()
                .resideInAPackage("lithe.numeric..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "lithe.numeric..", "org.ejml..", "org.hipparchus..", "org.jspecify..")
                .allowEmptyShould(true)
                .check(lithe);
    }

    @ArchTest
    static void onlyTheCommandLinePrints(JavaClasses lithe) {
        noClasses()
                .that()
                .resideOutsideOfPackage("lithe.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(lithe);
    }

    /// The order of such a copy changes from start to start, and with it the last digit of every sum over it; solvers that
    /// stop at a tolerance then make more of it, and a rerun is not byte-identical.
    @ArchTest
    static void whatIsSummedKeepsItsOrder(JavaClasses lithe) {
        noClasses()
                .that()
                .resideInAnyPackage("lithe.device..", "lithe.thermal..", "lithe.charge..", "lithe.cell..", "lithe.chamber..", "lithe.governor..", "lithe.simulation..", "lithe.explore..")
                .should()
                .callMethod(Map.class, "copyOf", Map.class)
                .orShould()
                .callMethod(Set.class, "copyOf", java.util.Collection.class)
                .check(lithe);
    }

    @ArchTest
    static void everyOutsideLibraryHasOneDoor(JavaClasses lithe) {
        Map.of(
                        "tools.jackson..", Set.of("lithe.input..", "lithe.report.."),
                        "com.networknt..", Set.of("lithe.input.."),
                        "org.ejml..", Set.of("lithe.numeric.."),
                        "org.hipparchus..", Set.of("lithe.numeric..", "lithe.explore.."),
                        "picocli..", Set.of("lithe.cli.."))
                .forEach((library, doors) -> noClasses()
                        .that()
                        .resideOutsideOfPackages(doors.toArray(String[]::new))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(library)
                        .check(lithe));
    }

    private static Set<String> with(Set<String> rooms, String... more) {
        var all = new TreeSet<>(rooms);
        all.addAll(Set.of(more));
        return Set.copyOf(all);
    }
}

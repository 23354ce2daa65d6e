// SPDX-License-Identifier: Apache-2.0
package lithe.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lithe.cell.CellSimulator;
import lithe.cell.Control;
import lithe.cell.Foil;
import lithe.cell.FoilField;
import lithe.cell.Model;
import lithe.cell.ParameterLibrary;
import lithe.cell.ParameterSet;
import lithe.cell.Resolution;
import lithe.cell.Stop;
import lithe.cell.Thermal;
import lithe.cell.Trace;

/// The cell models against curves of the public reference tool, PyBaMM 26.8.
///
/// The curves were computed on uniform meshes and are not converged in their first seconds; the tool also takes the
/// arithmetic mean of the conductivities at the separator, which is first order. So each curve is compared twice: on its
/// own mesh with its own faces, which tells whether the equations are the same, and on the standard mesh, where the
/// difference is mostly the curve's own error: [CellMeshes] takes it apart.
public final class CellCases {

    /// One curve and how the model differs from it.
    ///
    /// @param id name of the curve
    /// @param from time from which voltages are compared, s
    /// @param voltageError largest difference of the voltage, V
    /// @param endError relative difference of the end time
    /// @param gate whether the curve is fine enough to be held against (the coarsest mesh is only reported)
    public record Curve(String id, double from, double voltageError, double endError, boolean gate) {

        /// Returns whether the differences are within 1 mV and 0.2 %.
        ///
        /// @return true when they are
        public boolean holds() {
            return voltageError <= 1e-3 && Math.abs(endError) <= 2e-3;
        }
    }

    private CellCases() {}

    private static final String TOOL = "PyBaMM 26.8 (commit 7c9f5bd, 2026-08-20), on the mesh and faces of the curve";

    /// Returns the curves and the foil resistances as cases; the error of a curve is its largest voltage difference.
    ///
    /// @return the cases
    public static List<VerificationCase> all() {
        var curves = names().stream()
                .filter(id -> points(id) > 10)
                .map(id -> new VerificationCase("cell-" + id, "end time in s; error: largest voltage difference", TOOL, () -> {
                    var c = onItsOwnMesh(id);
                    double end = rows(id)[rows(id).length - 1][0];
                    return new VerificationCase.Check(end * (1 + c.endError()), end, c.voltageError(), 1e-3, "V");
                }));
        var foils = foils().stream()
                .map(f -> new VerificationCase("cell-" + f.id, "P/I² of a foil, Ω", "finite volumes of another program, extrapolated; 0.2 to 0.5 %",
                        () -> VerificationCase.Check.relative(f.resistance(), f.reference, 5e-3)));
        return Stream.of(curves, CellMeshes.all().stream(), foils).flatMap(rows -> rows).toList();
    }

    /// A foil with tabs on one edge and its resistance P/I².
    ///
    /// @param id row of the table
    /// @param foil the foil, without temperature coefficient
    /// @param tabs its tabs
    /// @param reference P/I² computed beforehand by another program, Ω
    public record FoilCase(String id, Foil foil, List<Foil.Tab> tabs, double reference) {

        /// Returns what the field says.
        ///
        /// @return P/I², Ω
        public double resistance() {
            return FoilField.of(foil, tabs, 293.15).resistance();
        }
    }

    /// Returns the fourteen tabulated foils.
    ///
    /// @return the cases
    public static List<FoilCase> foils() {
        var neg = new Foil(0.207, 0.137, 25e-6, 1 / 5.96e7, 0);
        var pos = new Foil(0.207, 0.137, 25e-6, 1 / 3.55e7, 0);
        var cu = new Foil(0.8315, 0.082, 6e-6, Foil.COPPER, 0);
        var al = new Foil(0.8315, 0.082, 9e-6, Foil.ALUMINIUM, 0);
        double l = 0.8315;
        double w = 8e-3;
        return List.of(
                new FoilCase("F01", neg, tabs(0.04, 0.06), 461.09e-6),
                new FoilCase("F02", neg, tabs(0.04, 0.1035), 406.1e-6),
                new FoilCase("F03", neg, tabs(0.02, 0.207 / 8, 0.207 * 7 / 8), 313.8e-6),
                new FoilCase("F04", pos, tabs(0.04, 0.147), 774.1e-6),
                new FoilCase("F05", pos, tabs(0.04, 0.1035), 681.9e-6),
                new FoilCase("F06", pos, tabs(0.02, 0.207 * 3 / 8, 0.207 * 5 / 8), 526.9e-6),
                new FoilCase("F07", cu, tabs(w, w / 2), 13.1e-3),
                new FoilCase("F08", cu, tabs(w, l / 2), 4.76e-3),
                new FoilCase("F09", cu, tabs(w, l / 4, l * 3 / 4), 1.78e-3),
                new FoilCase("F10", cu, tabs(w, l / 6, l / 2, l * 5 / 6), 1.05e-3),
                new FoilCase("F11", al, tabs(w, w / 2), 14.32e-3),
                new FoilCase("F12", al, tabs(w, l / 2), 5.21e-3),
                new FoilCase("F13", al, tabs(w, l / 4, l * 3 / 4), 1.94e-3),
                new FoilCase("F14", al, tabs(w, l / 6, l / 2, l * 5 / 6), 1.15e-3));
    }

    private static List<Foil.Tab> tabs(double width, double... centres) {
        return Arrays.stream(centres).mapToObj(c -> new Foil.Tab(c, width, true)).toList();
    }

    /// Returns the names of all curves.
    ///
    /// @return the names
    public static List<String> names() {
        return read("index.txt").lines().map(name -> name.replace(".csv", "")).toList();
    }

    /// Compares one curve on its own mesh with its own faces.
    ///
    /// @param id name of the curve
    /// @return the comparison
    public static Curve onItsOwnMesh(String id) {
        return compare(id, Resolution.reference(points(id)), exact(1e-5));
    }

    /// Compares one curve on a mesh of the user's.
    ///
    /// @param id name of the curve
    /// @param mesh the mesh
    /// @return the comparison
    public static Curve on(String id, Resolution mesh) {
        return compare(id, mesh, CellSimulator.Options.STANDARD);
    }

    /// Options with a tolerance of one step, V.
    private static CellSimulator.Options exact(double tolerance) {
        return CellSimulator.Options.STANDARD.withTolerance(tolerance);
    }

    /// Time from which a curve is compared, s: its uniform shells need as long to be worth it.
    static double from(String id) {
        return points(id) == 80 ? 4 : 60;
    }

    static int points(String id) {
        return Integer.parseInt(id.replaceAll(".*_m(\\d+)_.*", "$1"));
    }

    private static Curve compare(String id, Resolution mesh, CellSimulator.Options options) {
        var rows = rows(id);
        var trace = run(id, mesh, options);
        double from = from(id);
        double end = trace.last(Trace.Column.TIME);
        double worst = 0;
        for (var row : rows) {
            if (row[0] >= from && row[0] <= end) {
                worst = Math.max(worst, Math.abs(trace.at(Trace.Column.VOLTAGE, row[0]) - row[1]));
            }
        }
        return new Curve(id, from, worst, end / rows[rows.length - 1][0] - 1, points(id) > 10);
    }

    /// Runs what a curve shows.
    static Trace run(String id, Resolution mesh, CellSimulator.Options careful) {
        var rows = rows(id);
        double lastTime = rows[rows.length - 1][0];
        var set = setOf(id);
        boolean charge = !id.contains("discharge");
        boolean lumped = id.startsWith("b_") || id.contains("lumped");
        var thermal = lumped ? Thermal.lumped(set, 298.15) : new Thermal.Held(298.15);
        var cell = new CellSimulator(set, modelOf(id), mesh, thermal, careful.withoutMixing(), charge ? 0 : 1);
        var trace = new Trace();
        Stop end = id.startsWith("g_")
                ? new Stop.After(lastTime)
                : new Stop.AtVoltage(charge ? set.highVoltage() : set.lowVoltage(), charge);
        double amps = set.current(Double.parseDouble(id.replaceAll(".*_(\\d+)C_.*", "$1")));
        cell.advance(new Control.Current(charge ? -amps : amps), List.of(end), trace);
        if (id.startsWith("d_")) {
            var fade = List.<Stop>of(new Stop.AtCurrent(set.current(0.05)));
            cell.advance(new Control.Voltage(set.highVoltage()), fade, trace);
        }
        return trace;
    }

    private static ParameterSet setOf(String id) {
        var name = id.split("_")[2];
        return ParameterLibrary.named(name.equals("Ai2020") ? "Ai2020-as-shipped" : name);
    }

    private static Model modelOf(String id) {
        return Model.named(id.split("_")[1].toUpperCase(Locale.ROOT));
    }

    /// Rows of a curve; time in s and voltage in V come first.
    static double[][] rows(String id) {
        return read(id + ".csv")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
                .toArray(double[][]::new);
    }

    private static String read(String name) {
        try (var in = CellCases.class.getResourceAsStream("cell/" + name)) {
            if (in == null) {
                throw new IllegalStateException("resource cell/%s is missing".formatted(name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import lithe.chamber.SheetTable;
import lithe.chamber.VaporChamber;
import lithe.device.Device;
import lithe.device.Filling;
import lithe.device.Part;
import lithe.device.Workload;
import lithe.input.DeviceFile;
import lithe.material.Material;
import lithe.thermal.Grid;
import lithe.thermal.Heat;
import lithe.thermal.Resolution;
import lithe.thermal.Surroundings;
import lithe.thermal.Temperatures;
import lithe.units.Grade;

/// The steady state of a whole phone with its vapor chamber, over that of the same phone with a constant block in the
/// chamber's place. Both are solved in turn, so that a noisy machine disturbs both alike.
public final class PhoneChamber {

    private static final int WARM_UP = 3;
    private static final double MIDDLE = 318.15;

    private final Device phone;
    private final Workload workload;

    private PhoneChamber(Device phone, Workload workload) {
        this.phone = phone;
        this.workload = workload;
    }

    /// One phone on its grid.
    private record Setting(Heat heat, Surroundings around, double[] powers) {
        Temperatures solve() {
            return heat.steady(around, powers);
        }
    }

    /// Prints the rows of this class.
    ///
    /// @param table where to
    /// @param file device file with one chamber
    /// @param runs pairs of solves for each row
    public static void report(Table table, Path file, int runs) {
        var device = DeviceFile.read(file).device();
        table.title("steady state of %s with its chamber, over that with a constant block".formatted(device.name()));
        for (Workload workload : device.workloads()) {
            if (!workload.charged()) {
                new PhoneChamber(device, workload).row(table, runs);
            }
        }
    }

    private void row(Table table, int runs) {
        var with = setting(phone);
        var block = setting(phone.with(phone.parts().stream().map(PhoneChamber::block).toList()));
        double[] one = new double[runs], other = new double[runs];
        Temperatures chamber = with.solve(), solid = block.solve();
        for (int n = -WARM_UP; n < runs; n++) {
            one[Math.max(0, n)] = seconds(with);
            other[Math.max(0, n)] = seconds(block);
        }
        Arrays.sort(one);
        Arrays.sort(other);
        table.row(
                workload.name(),
                "%.2f".formatted(one[runs / 2] / other[runs / 2]),
                "at most 1.5; %.0f over %.0f ms; passes %d, %d; iterations %d, %d; cells %,d, %,d"
                        .formatted(
                                1e3 * one[runs / 2], 1e3 * other[runs / 2], chamber.solution().outer(), solid.solution().outer(),
                                chamber.solution().iterations(), solid.solution().iterations(), with.heat.grid().active(),
                                block.heat.grid().active()));
    }

    private static double seconds(Setting setting) {
        long start = System.nanoTime();
        setting.solve();
        return (System.nanoTime() - start) * 1e-9;
    }

    private Setting setting(Device device) {
        var heat = Heat.on(Grid.of(device, Resolution.STANDARD), 1);
        Map<String, Double> power = new LinkedHashMap<>();
        workload.power().forEach((source, trace) -> power.put(source, trace.at(0)));
        return new Setting(heat, Surroundings.of(workload), heat.powers(power));
    }

    private static Part block(Part part) {
        return part.filling() instanceof Filling.Chamber(VaporChamber chamber, _)
                ? new Part(part.name(), part.boxes(), new Filling.Solid(like(chamber)), part.inside())
                : part;
    }

    /// A block that spreads and passes heat as the chamber does at one temperature.
    private static Material like(VaporChamber chamber) {
        var table = new SheetTable(chamber);
        double along = table.evaporatorSheet() + table.vaporSheet(MIDDLE) + table.condenserSheet();
        double through = chamber.thickness() / (1 / table.evaporator(MIDDLE) + 1 / table.condenser(MIDDLE));
        return new Material(
                "block", along / chamber.thickness(), through, 5000, 400, Grade.ESTIMATE, "the chamber at 45 °C");
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import lithe.Figures;
import lithe.input.DeviceFile;
import lithe.numeric.Multigrid;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The solver needs few iterations on the grids of the devices that are shipped.
@Tag("verification")
class DeviceGridsVerification {

    private static final Path DEVICES =
            Files.exists(Path.of("devices")) ? Path.of("devices") : Path.of("..", "devices");

    @ParameterizedTest
    @CsvSource({"xiaomi-12,28", "unaligned,28", "iphone-13,28", "msm8660,28", "lb1,22"})
    void iterationsFromZeroToOneInTenToTheEight(String name, int most) {
        var device = DeviceFile.read(DEVICES.resolve(name + ".yaml")).device();
        for (var resolution : Figures.all()
                ? new Resolution[] {Resolution.DRAFT, Resolution.STANDARD, Resolution.FINE}
                : new Resolution[] {Resolution.DRAFT}) {
            var heat = Heat.on(Grid.of(device, resolution), 1);
            var around = Surroundings.of(device.workloads().getFirst());
            double[] b = new double[heat.grid.cells()];
            double[] u = new double[heat.grid.cells()];
            var skin = new Skin(heat, around);
            skin.settle(u);
            heat.conduction.follow(u, around.ambient());
            skin.addSlopes(heat.sink);
            double[] powers = new double[device.parts().size()];
            Arrays.fill(powers, 0.1);
            heat.release(powers, b, 1);
            Arrays.fill(u, 0);
            var done = Multigrid.of(heat.system, 1).solve(b, u, 1e-8, 100);
            Figures.record(
                    "2 conduction",
                    "multigrid iterations to 1e-8 (at most " + most + ")",
                    "%s %s, %,d cells: %d".formatted(name, resolution.name(), u.length, done.iterations()));
            assertThat(heat.system.relativeResidual(b, u)).isLessThanOrEqualTo(1e-8);
            assertThat(done.iterations()).as("%s %s", name, resolution.name()).isLessThanOrEqualTo(most);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lithe.input.DeviceFile;
import lithe.simulation.Coupling;
import lithe.simulation.Progress;
import lithe.thermal.Grid;
import lithe.thermal.Resolution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.OutputType;

/// Draws the picture of the README anew: `./mvnw -pl app test -Dtest=ReadmePictureTest -Dlithe.picture=docs/xiaomi-12.png`.
class ReadmePictureTest {

    private static final String WORKLOAD = "record-4k30";
    private static final int WIDTH = 688, HEIGHT = 836;

    @TempDir
    Path temp;

    @Test
    @DisplayName("the picture of the README is the answer of this version")
    void draws() {
        var asked = System.getProperty("lithe.picture");
        assumeTrue(asked != null, "no -Dlithe.picture=FILE: the picture of the README stays as it is");
        assumeTrue(Browser.there(), "no chromium and chromedriver on this computer: no picture");
        var root = Path.of("").toAbsolutePath().endsWith("app") ? Path.of("..") : Path.of("");
        var phone = DeviceFile.read(root.resolve("devices/xiaomi-12.yaml")).device();
        var outcome = Coupling.of(phone, Grid.of(phone, Resolution.STANDARD), 1)
                .solve(List.of(phone.workload(WORKLOAD)), Progress.SILENT);
        var svg = new Place(temp).write("picture.svg", PictureReport.svg(outcome, WORKLOAD));
        try (var browser = Browser.open(svg, WIDTH, temp.resolve("browser"))) {
            browser.driver().executeCdpCommand("Emulation.setDeviceMetricsOverride",
                    Map.of("width", WIDTH, "height", HEIGHT, "deviceScaleFactor", 2, "mobile", false));
            var target = root.resolve(Objects.requireNonNull(asked));
            var png = browser.driver().getScreenshotAs(OutputType.BYTES);
            assertThat(png.length).isBetween(20_000, 600_000);
            new Place(Objects.requireNonNull(target.toAbsolutePath().getParent())).write(String.valueOf(target.getFileName()), png);
        }
    }
}

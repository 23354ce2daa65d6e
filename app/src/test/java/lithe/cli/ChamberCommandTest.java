// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChamberCommandTest {

    private static final String PHONE = "../devices/xiaomi-12.yaml";

    @TempDir
    Path folder;

    @Test
    void theChamberOfAPhoneIsToldWithItsLimitsAndDrawn() {
        var said = Shell.run("chamber", PHONE, "--out", folder.toString());
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("most heat flat", "most heat upright", "most heat upside down", "limited by: capillary", "50 °C");
        assertThat(folder.resolve("chamber.html")).content().satisfies(text -> assertThat(text.contains("liquid pressure") && text.contains("capillary pressure in use")).as("maps").isTrue()).satisfies(text -> assertThat(text.contains("://")).as("asks the network").isFalse());
    }

    @Test
    void moreHeatThanTheWickCanFeedIsAFailedVerdict() {
        var said = Shell.run("chamber", PHONE, "--heat", "20 W@8 mm", "--json", "--out", folder.toString());
        assertThat(said.code()).isEqualTo(ExitCode.VERDICT_FAILED);
        assertThat(said.out()).contains("\"dry-area-mm2\"");
    }

    @Test
    void aWrongSpotOrAPhoneWithoutChamberIsBadInput() {
        assertThat(Shell.run("chamber", PHONE, "--heat", "5W").code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(Shell.run("chamber", PHONE, "--heat", "5 W@3 m").err()).contains("diameter of the spot must be between");
        assertThat(Shell.run("chamber", "../devices/iphone-13.yaml").err()).contains("has no vapor chamber");
    }

    @Test
    void theDesignSearchTellsWhenAFinerMeshHelps() {
        assertThat(Shell.run("chamber", PHONE, "--design").out()).contains("most heat:", "finer weave", "pillars");
    }
}

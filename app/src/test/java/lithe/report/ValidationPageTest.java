// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import lithe.verify.Answer;
import lithe.verify.PhoneTargets;
import lithe.verify.Target;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationPageTest {

    @TempDir
    Path temp;

    private static final ValidationPage.Facts FACTS =
            new ValidationPage.Facts("0.1.0", "verify phone", "draft", 12, Instant.parse("2026-11-24T20:00:00Z"));

    @Test
    @DisplayName("a missed gate says so, names what would explain it, and the input that decides")
    void missedGate() {
        var page = ValidationPage.text(outcome(), FACTS);
        assertThat(page).contains("0 of 1 gates met", "missed, explained", "<b>posture decides</b>", "41.8 … 51.7");
        assertThat(page).contains("1 of 1 reported cases lie inside their band");
        assertThat(page).contains("median absolute error 2.1 K over 2 cases (1.2 to 3.9 K");
    }

    @Test
    @DisplayName("names are escaped")
    void escaped() {
        assertThat(ValidationPage.text(outcome(), FACTS)).contains("&lt;script&gt;").doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    @DisplayName("opens from disk: no error, no request, nothing wider than the screen")
    void opens(int width) {
        assumeTrue(Browser.there(), "no chromium and chromedriver on this computer: the page was not opened");
        var page = new Place(temp).write("validation.html", ValidationPage.text(outcome(), FACTS));
        try (var browser = Browser.open(page, width, temp.resolve("browser" + width))) {
            assertThat(browser.run("return document.querySelectorAll('svg.bandplot').length")).isEqualTo(2L);
            assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo((long) width);
            assertThat(browser.console()).isEmpty();
            assertThat(browser.requests()).isEmpty();
        }
    }

    static PhoneTargets.Outcome outcome() {
        var gate = new Target(
                "T6", "Xiaomi 12", "24 °C, 1 h 4K30 recording", "highest body temperature", 45, 42, 48, "°C", true, "", "a page");
        var report = new Target(
                "T8", "iPhone <script>alert(1)</script>", "24 °C", "highest body temperature", 39, 36, 42, "°C", false, "a note", "a page");
        var readings = List.of(
                new Answer.Reading("posture", "on a table", 51.7),
                new Answer.Reading("posture", "standing", 41.8),
                new Answer.Reading("power ±10 %", "more", 43.6));
        return new PhoneTargets.Outcome(
                List.of(new Answer(gate, 41.8, Answer.Basis.PREDICTED, "xiaomi-12.yaml, record-4k30, stand", readings),
                        new Answer(report, 38, Answer.Basis.PREDICTED, "iphone-13.yaml, record-4k30, stand", List.of())),
                List.of(new PhoneTargets.Phone("Xiaomi 12", "devices/xiaomi-12.yaml", "3f".repeat(32), Fixture.report().inputs())));
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lithe.explore.claim.Answer;
import lithe.explore.claim.Answers;
import lithe.explore.claim.Claim;
import lithe.explore.claim.Claims;
import lithe.explore.claim.Experiment;
import lithe.explore.claim.Factor;
import lithe.explore.claim.Gauge;
import lithe.explore.claim.Influence;
import lithe.explore.claim.Measure;
import lithe.explore.claim.Rule;
import lithe.explore.claim.Setting;
import lithe.explore.claim.Standing;
import lithe.explore.claim.Variant;
import lithe.units.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsPageBrowserTest {

    private static final String HOSTILE = "<img src=http://127.0.0.1:9/x.png onerror=alert(1)>\"'&";

    @TempDir
    Path temp;

    private static ClaimsReport report() {
        var gauge = new Gauge("gain " + HOSTILE, new Measure.Given(2), Kind.TEMPERATURE_DIFFERENCE, "K");
        var bands = new Experiment.Bands(
                List.of(gauge), new Rule.Between(gauge.name(), 3, 7, "3 K to 7 K"), new Rule.AtLeast(gauge.name(), 1, "1 K"), null, "");
        var factor = new Factor.Ends("an input with quite a long name that has to wrap", "", List.of(), List.of(new Setting("a", HOSTILE)));
        var claim = new Claim("C8", HOSTILE, "5 K", "nobody", "25 °C", "everything", bands, List.of(factor));
        var influence = new Influence(factor, gauge, 0.7, 1.5, 3.5, Standing.SUPPORTED);
        var answer = new Answer(claim, Map.of(gauge.name(), 2.0), Standing.PARTLY, Standing.PARTLY, List.of(influence), 0.2,
                Map.of(Standing.PARTLY, 0.8, Standing.SUPPORTED, 0.2), Map.of(gauge.name(), new Answer.Spread(1.5, 3.5)), List.of(HOSTILE));
        var claims = new Claims(HOSTILE, "nobody", List.of(Variant.base()), List.of(claim));
        return new ClaimsReport("1", HOSTILE, HOSTILE, "0".repeat(64), "c.yaml", "0".repeat(64), "draft", new Answers(claims, List.of(answer), 4, 3, 10_000));
    }

    @Test
    @DisplayName("names from files stay names")
    void harmless() {
        assertThat(ClaimsPage.text(report())).doesNotContain("<img").contains("&lt;img").contains("C8").contains("partly");
        assertThat(ClaimsText.text(report())).contains("partly", "decided by");
        assertThat(Json.text(ClaimsJson.document(report()))).contains("\"verdict\" : \"partly\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    @DisplayName("opens from disk: no error, no request, nothing wider than the screen")
    void opens(int width) {
        assumeTrue(Browser.there(), "no chromium and chromedriver on this computer: the page was not opened");
        var page = new Place(temp).write("claims.html", ClaimsPage.text(report()));
        try (var browser = Browser.open(page, width, temp.resolve("browser" + width))) {
            assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo((long) width);
            assertThat(browser.run("return document.querySelectorAll('svg.strip').length")).isEqualTo(1L);
            assertThat(browser.console()).isEmpty();
            assertThat(browser.requests()).isEmpty();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.interactions.Actions;

class HtmlReportBrowserTest {

    @TempDir
    static Path temp;

    private static Path page;

    @BeforeAll
    static void written() {
        assumeTrue(Browser.there(), "no chromium and chromedriver on this computer: the page was not opened");
        page = new Place(temp).write("report.html", HtmlReport.text(Fixture.report(Fixture.HOSTILE)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    @DisplayName("opens from disk: no error, no request, every map coloured, nothing wider than the screen")
    void opens(int width) {
        try (var browser = Browser.open(page, width, temp.resolve("browser" + width))) {
            assertThat(browser.run("return document.querySelectorAll('.run0 svg.map').length")).isEqualTo(3L);
            assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo((long) width);
            // the idle phone spans 1.4 K of a scale of 30 K, a dozen colours; an empty map has one
            assertThat((Long) browser.driver().executeAsyncScript(FEWEST_COLOURS)).isGreaterThan(5);
            chooses(browser);
            points(browser);
            assertThat(browser.console()).isEmpty();
            assertThat(browser.requests()).isEmpty();
        }
    }

    @Test
    @DisplayName("the watch is awake: a page that asks for a picture and throws is caught")
    void watches() {
        var asking = new Place(temp).write("asking.html", "<img src=\"http://127.0.0.1:9/x.png\"><script>throw new Error('x')</script>");
        try (var browser = Browser.open(asking, 390, temp.resolve("asking"))) {
            assertThat(browser.requests()).hasSize(1);
            assertThat(browser.console()).isNotEmpty();
        }
    }

    /// The second workload appears and the first goes.
    private static void chooses(Browser browser) {
        browser.driver().findElement(By.cssSelector("nav .t1")).click();
        assertThat(browser.driver().findElement(By.cssSelector(".run1 svg.map")).isDisplayed()).isTrue();
        assertThat(browser.driver().findElement(By.cssSelector(".run0 svg.map")).isDisplayed()).isFalse();
    }

    /// The pointer reads off a map the temperature that stands there.
    private static void points(Browser browser) {
        var map = browser.driver().findElement(By.cssSelector(".run1 svg.map"));
        new Actions(browser.driver()).scrollToElement(map).moveToElement(map, 0, 4).pause(200).moveToElement(map, 0, 5).pause(300).perform();
        var said = browser.driver().findElement(By.id("tip")).getText();
        assertThat(said).matches("(?s)\\d+\\.\\d °C\\s+\\(\\d+, \\d+\\) mm");
        double x = number(said, "\\((\\d+),"), y = number(said, ", (\\d+)\\)"), t = number(said, "^(\\d+\\.\\d)");
        var relief = Relief.of(Fixture.report().outcome().runs().get(1).maps().getFirst());
        // half a colour of 30 K / 255, the rounding of the place to 1 mm in a slope of 0.3 K/mm
        assertThat(t).isCloseTo(relief.at(x / 1e3, y / 1e3) - 273.15, org.assertj.core.api.Assertions.within(0.4));
    }

    private static double number(String text, String pattern) {
        var matcher = java.util.regex.Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    private static final String FEWEST_COLOURS =
            """
            const done = arguments[arguments.length - 1];
            const counts = [...document.querySelectorAll('image.field')].map(image => new Promise(ready => {
              const picture = new Image();
              picture.onload = () => {
                const canvas = document.createElement('canvas');
                canvas.width = picture.naturalWidth;
                canvas.height = picture.naturalHeight;
                const pen = canvas.getContext('2d');
                pen.drawImage(picture, 0, 0);
                const bytes = new Uint32Array(pen.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
                ready(new Set(bytes).size);
              };
              picture.src = image.getAttribute('href');
            }));
            Promise.all(counts).then(all => done(Math.min(...all)));
            """;
}

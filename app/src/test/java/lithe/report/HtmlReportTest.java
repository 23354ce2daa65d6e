// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

    private static final String PAGE = HtmlReport.text(Fixture.report(Fixture.HOSTILE));

    @Test
    @DisplayName("a part called <script> stays a word")
    void escaped() {
        assertThat(PAGE).contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;").doesNotContain("<script>alert");
        assertThat(Pattern.compile("<script").matcher(PAGE).results().count()).isEqualTo(1);
        assertThat(Pattern.compile("<(?!/)[a-z]+[^>]*\\son[a-z]+=").matcher(PAGE).find()).isFalse();
    }

    @Test
    @DisplayName("the page asks for nothing: no address but name spaces and data, and a policy that forbids the rest")
    void offline() {
        var addresses = Pattern.compile("(?:src|href|url\\()\\s*=?\\s*[\"'(]?([a-z]+:[^\"'\\s>)]{0,20})")
                .matcher(PAGE)
                .results()
                .map(found -> found.group(1))
                .filter(address -> !address.startsWith("data:"));
        assertThat(addresses).isEmpty();
        assertThat(PAGE.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http://").doesNotContain("https://");
        assertThat(PAGE).contains("Content-Security-Policy\" content=\"default-src 'none'");
    }

    @Test
    @DisplayName("the verdict stands before any map, and every question of the issue has its place")
    void whole() {
        assertThat(PAGE.indexOf("class=\"verdicts\"")).isPositive().isLessThan(PAGE.indexOf("class=\"map\""));
        assertThat(PAGE).contains(
                "Temperature", "Section", "drawn 7 times too large", "Over time", "Where the heat goes", "Touch limits",
                "check the standard", "Validity notes", "How it was solved", "mesh error", "What it rests on",
                "40 % of them are estimates", "3f".repeat(32), "Lithe 0.1.0", "24 November 2026");
        var words = PAGE.replaceAll("data:[^\"]*", "").replaceAll("(?s)<script>.*</script>", "");
        assertThat(words).doesNotContain("NaN").doesNotContain("Infinity").doesNotContain("null");
    }

    @Test
    @DisplayName("a page of three workloads is far below 1.5 MB")
    void small() {
        assertThat(PAGE.getBytes(StandardCharsets.UTF_8).length).isLessThan(600_000);
    }
}

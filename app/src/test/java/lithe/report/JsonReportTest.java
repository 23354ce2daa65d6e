// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {

    private static final JsonNode JSON = JsonMapper.shared().readTree(JsonReport.text(Fixture.report()));

    @Test
    @DisplayName("the keys promised to scripts stand first and in order")
    void keys() {
        assertThat(JSON.propertyNames()).startsWith("lithe", "command", "device", "runs");
        assertThat(JSON.get("device").propertyNames()).containsExactly("name", "file", "sha256");
        assertThat(JSON.get("runs").get(0).propertyNames())
                .containsExactly("workload", "posture", "ambient", "duration", "results", "verdicts", "warnings");
        var verdict = JSON.get("runs").get(0).get("verdicts").get("skin.front.max");
        assertThat(verdict.propertyNames()).containsExactly("status", "value", "limit", "unit", "where");
        assertThat(verdict.get("status").asString()).isEqualTo("tight");
    }

    @Test
    @DisplayName("the headline has fit, cool and charge, each with status, value, limit, margin, unit and where")
    void headline() {
        var headline = JSON.get("headline");
        assertThat(headline.propertyNames()).containsExactly("fit", "cool", "charge");
        for (var answer : headline) {
            assertThat(answer.propertyNames()).startsWith("status", "value", "limit", "margin", "unit", "where");
        }
        var fit = headline.get("fit");
        assertThat(fit.get("status").asString()).isEqualTo("fail");
        assertThat(fit.get("value").asDouble()).isCloseTo(-0.6, within(1e-9));
        assertThat(fit.get("margin").asDouble()).isCloseTo(-0.6, within(1e-9));
        assertThat(fit.get("unit").asString()).isEqualTo("mm");
        var cool = headline.get("cool");
        assertThat(cool.get("margin").asDouble()).isCloseTo(cool.get("limit").asDouble() - cool.get("value").asDouble(), within(1e-7)).isNegative();
        assertThat(cool.get("where").asString()).startsWith("sustained-game, ");
        assertThat(headline.get("charge").get("status").asString()).isEqualTo("not asked");
        assertThat(headline.get("charge").get("value").isNull()).isTrue();
        assertThat(JSON.get("fit").get("findings").get(0).asString()).contains("camera overlaps upper board");
    }

    @Test
    @DisplayName("temperatures are °C, differences K")
    void units() {
        var results = JSON.get("runs").get(0).get("results");
        double kelvin = Fixture.report().outcome().runs().getFirst().results().get("skin.max");
        assertThat(results.get("skin.max").get("value").asDouble()).isCloseTo(kelvin - 273.15, within(1e-7));
        assertThat(results.get("skin.max").get("unit").asString()).isEqualTo("°C");
        assertThat(results.get("solve.mesh-error").get("value").asDouble()).isEqualTo(0.12);
        assertThat(results.get("solve.mesh-error").get("unit").asString()).isEqualTo("K");
        assertThat(JSON.get("runs").get(0).get("ambient").get("value").asDouble()).isEqualTo(24);
    }

    @Test
    @DisplayName("what is not a number is null, never NaN")
    void noNaN() {
        var results = JSON.get("runs").get(0).get("results");
        assertThat(results.get("solve.mesh-error.part.SoC.mean").get("value").isNull()).isTrue();
        var text = Json.text(Map.of("a", List.of(Double.NaN, Double.POSITIVE_INFINITY, 0.1 + 0.2, 45.00000000000001, -0.0)));
        assertThat(text).doesNotContain("NaN").doesNotContain("Infinity");
        assertThat(JsonMapper.shared().readTree(text).get("a").toString()).isEqualTo("[null,null,0.3,45,0]");
    }

    @Test
    @DisplayName("the same report gives the same bytes, with the keys of the results in their order")
    void stable() {
        assertThat(JsonReport.text(Fixture.report())).isEqualTo(JsonReport.text(Fixture.report()));
        assertThat(JSON.get("runs").get(1).get("results").propertyNames())
                .containsExactlyElementsOf(Fixture.report().outcome().runs().get(1).results().keySet());
    }
}

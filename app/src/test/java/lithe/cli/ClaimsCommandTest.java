// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lithe.Figures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ClaimsCommandTest {

    private static final String TINY = "src/test/resources/lithe/cli/tiny.yaml";

    @TempDir
    Path folder;

    private Shell claims(String device, String... more) {
        var words = new java.util.ArrayList<>(List.of("claims", device, "--out", folder.toString()));
        words.addAll(List.of(more));
        return Shell.run(words.toArray(String[]::new));
    }

    @Test
    @DisplayName("claims of a small object are run, judged and told the same way twice")
    void tiny() throws IOException {
        var once = claims(TINY, "--json", "--threads", "1");
        var page = Files.readString(folder.resolve("claims.html"));
        var again = claims(TINY, "--json", "--threads", "2");
        assertThat(once.err()).isEmpty();
        assertThat(once.code()).isEqualTo(ExitCode.OK);
        assertThat(again.out()).isEqualTo(once.out());
        assertThat(Files.readString(folder.resolve("claims.html"))).isEqualTo(page);
        var claims = JsonMapper.shared().readTree(once.out()).get("claims");
        assertThat(claims).hasSize(4);
        for (JsonNode claim : claims) {
            assertThat(claim.propertyNames()).contains("id", "claim", "claimed", "simulated", "band", "verdict", "inputs");
        }
        assertThat(claims.get(0).get("inputs")).isNotEmpty();
        assertThat(claims.get(0).get("verdict").asString()).isIn("supported", "partly");
        assertThat(claims.get(2).get("metrics").get(0).get("outcome").asString()).isEqualTo("equal");
        assertThat(claims.get(2).get("metrics").get(1).get("outcome").asString()).isEqualTo("behind");
        assertThat(claims.get(2).get("metrics").get(2).get("outcome").asString()).isEqualTo("ahead");
        assertThat(claims.get(3).get("verdict").asString()).isEqualTo("not testable");
        assertThat(page).doesNotContain("<script", "http://", "https://");
        Figures.record("6 claims", "rerun byte-identical", "JSON and claims.html of a small object equal with one and two threads");
    }

    @Test
    @DisplayName("the text keeps to a hundred columns and tells every verdict")
    void text() {
        var shell = claims(TINY, "--quick");
        assertThat(shell.out().lines().filter(line -> !line.startsWith("written"))).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        assertThat(shell.out()).contains("T1", "T2", "T3", "T4", "not testable", "band", "claimed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C1", "C2", "C2b", "C7"})
    @DisplayName("claims about the Xiaomi 12 that need no run have a verdict and deciding inputs")
    void still(String id) throws IOException {
        var shell = claims("../devices/xiaomi-12.yaml", "--json", "--claim", id);
        assertThat(shell.err()).isEmpty();
        var claim = JsonMapper.shared().readTree(shell.out()).get("claims").get(0);
        assertThat(claim.get("verdict").asString()).isIn("supported", "partly", "not supported");
        assertThat(claim.get("inputs")).isNotEmpty();
        Figures.record("6 claims", id, claim.get("verdict").asString() + ", flips " + Math.round(100 * claim.get("flip-chance").asDouble()) + " %, decided by " + claim.get("inputs").get(0).get("name").asString());
    }

    @Test
    @DisplayName("all eleven claims about the Xiaomi 12 have a verdict and deciding inputs (--all: takes minutes)")
    void eleven() throws IOException {
        assumeTrue(Figures.all(), "only under ./check --all");
        var shell = claims("../devices/xiaomi-12.yaml", "--json");
        assertThat(shell.err()).isEmpty();
        var claims = JsonMapper.shared().readTree(shell.out()).get("claims");
        assertThat(claims).hasSize(11);
        for (JsonNode claim : claims) {
            boolean opinion = claim.get("id").asString().equals("C10");
            assertThat(claim.get("verdict").asString()).isIn(opinion ? List.of("not testable") : List.of("supported", "partly", "not supported", "check the inputs"));
            assertThat(claim.get("inputs").isEmpty()).as(claim.get("id").asString()).isEqualTo(opinion);
            var decides = opinion ? "nothing" : claim.get("inputs").get(0).get("name").asString();
            Figures.record("6 claims", claim.get("id").asString(), claim.get("verdict").asString() + ", flips " + Math.round(100 * claim.get("flip-chance").asDouble(0)) + " %, decided by " + decides);
        }
    }

    @Test
    @DisplayName("what is not there is answered in words")
    void refused() throws IOException {
        assertThat(claims("../devices/lb1.yaml").err()).contains("no claims file for this device");
        assertThat(claims("../devices/xiaomi-12.yaml", "--claim", "C77").err()).contains("no claim has the id C77; there are: C1,");
        var text = Files.readString(Path.of("../claims/xiaomi-12.yaml")).replace("../devices/", Path.of("../devices").toAbsolutePath() + "/");
        var wrong = Files.writeString(folder.resolve("wrong.yaml"), text.replaceFirst("result: chamber.spread", "result: chamber.sprad"));
        var shell = claims("../devices/xiaomi-12.yaml", "--claims", wrong.toString());
        assertThat(shell.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).containsPattern("wrong\\.yaml:\\d+:\\d+ .*chamber\\.sprad.*nearest \"chamber\\.spread\"");
    }
}

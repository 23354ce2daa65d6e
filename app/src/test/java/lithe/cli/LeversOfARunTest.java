// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The levers that a run of everything tells, on a small phone with a charger and a governor.
class LeversOfARunTest {

    private static final String PHONE = "src/test/resources/lithe/cli/small-charger.yaml";

    @TempDir
    Path folder;

    private Shell run(String... more) {
        List<String> words = new ArrayList<>(List.of("run", PHONE, "--resolution", "4000", "--out", folder.toString()));
        words.addAll(Arrays.asList(more));
        var shell = Shell.run(words.toArray(String[]::new));
        assertThat(shell.code()).as(shell.err()).isIn(ExitCode.OK, ExitCode.VERDICT_FAILED);
        return shell;
    }

    private static JsonNode json(Shell shell) {
        return JsonMapper.shared().readTree(shell.out());
    }

    private static Map<String, Double> changes(JsonNode json) {
        Map<String, Double> changes = new TreeMap<>();
        json.get("levers").forEach(lever -> changes.put(lever.get("lever").asString(), lever.get("change").asDouble()));
        return changes;
    }

    @Test
    @DisplayName("a run of everything tells the levers of the worst verdict that no governor answers, and says which")
    void everything() throws Exception {
        var text = run().out();
        assertThat(text).contains("COOL    FAIL   game", "What one unit of a lever does to the back in charge, now ", "past the peak to ", "game, which decides, is governed: --explain moves its levers.");
        assertThat(Files.readString(folder.resolve("report.html"))).contains("to the back in charge, now ", "<rect class=\"up\"", "game, which decides, is governed");
        var json = json(run("--json"));
        assertThat(json.get("decides").get("workload").asString()).isEqualTo("game");
        assertThat(json.get("levers-of").get("workload").asString()).isEqualTo("charge");
        assertThat(changes(json)).containsKeys("emissivity, back", "emissivity, front");
        // which of them bend depends on the mesh, but each is either told or named
        var bent = json.get("levers-note").asString().replaceAll("(?s).*Left out, as their two sides differ: (.*)\\.$", "$1");
        assertThat(Stream.concat(changes(json).keySet().stream(), Arrays.stream(bent.split("; ")))).containsExactlyInAnyOrder("battery width", "emissivity, back", "emissivity, edges", "emissivity, front", "path resistance");
        assertThat(json(run("--json", "--threads", "1")).get("levers")).as("a rerun, on one thread").isEqualTo(json.get("levers"));
    }

    @Test
    @DisplayName("runs that end past the peak tell what whole runs tell")
    void wholeRuns() {
        var told = changes(json(run("--workload", "charge", "--json")));
        var whole = changes(json(run("--workload", "charge", "--json", "--explain")));
        assertThat(whole).containsKey("tabs, instead of middle").containsKeys(told.keySet().toArray(String[]::new));
        // the same steps up to the peak, so that the last digits are left
        told.forEach((lever, change) -> assertThat(change).as(lever).isCloseTo(whole.get(lever), within(1e-9)));
        assertThat(told.values().stream().mapToDouble(Math::abs).max().orElseThrow()).isGreaterThan(0.025);
    }

    @Test
    @DisplayName("a governed workload alone leaves its levers to --explain, and --no-levers leaves out all")
    void none() {
        var text = run("--workload", "game").out();
        assertThat(text).contains("What would one more unit buy? game is governed; --explain moves every lever.").doesNotContain("What one unit");
        assertThat(run("--no-levers").out()).doesNotContain("one more unit", "one unit");
    }
}

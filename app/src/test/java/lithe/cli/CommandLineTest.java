// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lithe.device.Workload;
import lithe.input.DeviceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandLineTest {

    private static final Path DEVICES = Path.of("..", "devices");

    @TempDir
    Path folder;

    static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(DEVICES)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    /// Without those that are only charged: PhoneValidation runs them.
    static List<Path> devices() throws IOException {
        return all().stream().filter(file -> !file.toString().matches(".*(turbo|pro|xiaomi-11)\\.yaml")).toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyDeviceFilePassesTheCheck(Path device) {
        assertThat(Shell.run("check", device.toString()).code()).isEqualTo(ExitCode.OK);
    }

    @ParameterizedTest
    @MethodSource("devices")
    void everyDeviceFileRuns(Path device) {
        var shell = Shell.run("run", device.toString(), "--resolution", "draft", "--out", folder.toString(), "--json", "--vtk", "--no-levers",
                "--workload", quick(device));
        assertThat(shell.err()).isEmpty();
        assertThat(shell.code()).isIn(ExitCode.OK, ExitCode.VERDICT_FAILED);
        var document = json(shell);
        assertThat(document.get("runs").isEmpty()).isFalse();
        for (JsonNode run : document.get("runs")) {
            var results = run.get("results");
            assertThat(results.get("skin.max").get("unit").asString()).isEqualTo("°C");
            assertThat(results.get("heat.error").get("value").asDouble()).isLessThan(1e-4);
            assertThat(results.get("skin.max").get("value").asDouble())
                    .isGreaterThanOrEqualTo(results.get("skin.mean").get("value").asDouble());
        }
        assertThat(folder.resolve("report.html")).exists();
    }

    /// All workloads, but only one phone is charged here.
    private static String quick(Path device) {
        return DeviceFile.read(device).device().workloads().stream()
                .filter(w -> !w.charged() || device.endsWith("xiaomi-12.yaml"))
                .map(Workload::name)
                .collect(Collectors.joining(","));
    }

    @Test
    void aFailedVerdictIsExitCodeOne() {
        var shell = Shell.run("run", DEVICES.resolve("lb1.yaml").toString(), "--resolution", "draft", "--out", folder.toString());
        assertThat(shell.code()).isEqualTo(ExitCode.VERDICT_FAILED);
        assertThat(shell.out()).contains("FAIL").contains("report.html");
    }

    @Test
    void problemsComeAllAtOnceWithTheirPlace() throws IOException {
        var file = folder.resolve("broken.yaml");
        Files.writeString(file, Files.readString(DEVICES.resolve("lb1.yaml")).replace("width: 70 mm", "width: 70"));
        var shell = Shell.run("check", file.toString());
        assertThat(shell.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("broken.yaml:").contains("nothing was simulated").doesNotContain("\tat ");
        var asJson = Shell.run("check", file.toString(), "--json");
        assertThat(json(asJson).get("problems").get(0).get("line").asInt()).isPositive();
    }

    @Test
    void checkTellsWhetherItFitsAndFailsWhenNot() {
        var phone = DEVICES.resolve("xiaomi-12.yaml").toString();
        var fits = Shell.run("check", phone);
        assertThat(fits.code()).isEqualTo(ExitCode.OK);
        assertThat(fits.out()).contains("FIT     TIGHT  battery, room to swell");
        var wide = Shell.run("check", phone, "--set", "battery.width=64.2 mm");
        assertThat(wide.code()).isEqualTo(ExitCode.VERDICT_FAILED);
        assertThat(wide.out()).contains("FIT     FAIL   battery is 0.20 mm from frame, 0.30 mm are needed; move battery 0.10 mm left");
        var json = json(Shell.run("check", phone, "--set", "battery.width=64.2 mm", "--json"));
        assertThat(json.get("headline").get("fit").get("status").asString()).isEqualTo("fail");
        assertThat(json.get("headline").get("fit").get("margin").asDouble()).isCloseTo(-0.1, org.assertj.core.api.Assertions.within(1e-6));
    }

    @Test
    void anUnknownWorkloadNamesTheNearest() {
        var shell = Shell.run("run", DEVICES.resolve("xiaomi-12.yaml").toString(), "--workload", "gane");
        assertThat(shell.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("gane").contains("game");
    }

    @Test
    void aMissingFileIsBadInput() {
        var shell = Shell.run("run", folder.resolve("none.yaml").toString());
        assertThat(shell.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("none.yaml");
    }

    @Test
    void aChangedValueChangesTheAnswer() {
        var device = DEVICES.resolve("lb1.yaml").toString();
        var once = Shell.run("run", device, "--resolution", "draft", "--json", "--out", folder.toString());
        var cooler = Shell.run("run", device, "--resolution", "draft", "--json", "--out", folder.toString(), "--set", "workloads.steady.power.SoC=2.5 W");
        assertThat(value(cooler, "skin.max")).isLessThan(value(once, "skin.max") - 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"results", "materials"})
    void listsAreOneJsonDocument(String command) {
        var shell = Shell.run(command, "--json");
        assertThat(shell.code()).isEqualTo(ExitCode.OK);
        assertThat(json(shell).get(command).size()).isGreaterThan(10);
    }

    @Test
    void aTemplateIsADeviceThatRuns() {
        var file = folder.resolve("mine.yaml").toString();
        assertThat(Shell.run("init", file, "--template", "minimal").code()).isEqualTo(ExitCode.OK);
        assertThat(Shell.run("init", file).code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(Shell.run("run", file, "--resolution", "draft", "--out", folder.resolve("out").toString()).code())
                .isIn(ExitCode.OK, ExitCode.VERDICT_FAILED);
    }

    @Test
    void aVariantStandsBesideItsPhone() {
        var device = DEVICES.resolve("lb1.yaml").toString();
        var shell = Shell.run("compare", device, "--set", "workloads.steady.power.SoC=2.5 W", "--json", "--out", folder.toString());
        assertThat(shell.err()).isEmpty();
        assertThat(shell.code()).isEqualTo(ExitCode.OK);
        var rows = json(shell).get("rows");
        for (JsonNode row : rows) {
            if (row.get("quantity").asString().equals("highest skin temperature")) {
                assertThat(row.get("difference").asDouble()).isLessThan(-10);
                assertThat(row.get("difference-unit").asString()).isEqualTo("K");
            }
            // less of the power in the processor, more in the screen: the phone bears a little more of it
            if (row.get("quantity").asString().startsWith("sustained")) {
                assertThat(row.get("percent").asDouble()).isBetween(0.5, 5.0);
            }
        }
        assertThat(folder.resolve("compare.html")).exists();
    }

    @Test
    void onePhoneAloneCannotBeCompared() {
        var shell = Shell.run("compare", DEVICES.resolve("lb1.yaml").toString());
        assertThat(shell.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("--set");
    }

    @Test
    void phonesWithNothingInCommonSaySo() {
        var shell = Shell.run("compare", DEVICES.resolve("lb1.yaml").toString(), DEVICES.resolve("iphone-13.yaml").toString());
        assertThat(shell.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("--same-load");
    }

    @Test
    void aLoadTheOtherPhoneCannotCarryIsRefused() {
        var shell = Shell.run("compare", DEVICES.resolve("msm8660.yaml").toString(), DEVICES.resolve("lb1.yaml").toString(), "--same-load");
        assertThat(shell.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(shell.err()).contains("has nothing named");
    }

    @Test
    void aMeasurementIsAnsweredOnRequest() {
        var shell = Shell.run("verify", "T13", "--json", "--out", folder.toString());
        assertThat(shell.code()).isEqualTo(ExitCode.OK);
        var row = json(shell).get("cases").get(0);
        assertThat(row.get("verdict").asString()).isEqualTo("met");
        assertThat(row.get("role").asString()).isEqualTo("gate");
        assertThat(folder.resolve("validation.html")).exists();
        assertThat(Shell.run("verify", "T99").code()).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void anUnknownWordIsBadInput() {
        assertThat(Shell.run("rnu").code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(Shell.run("run", "x.yaml", "--resoluton", "draft").err()).contains("--resolution");
    }

    private static double value(Shell shell, String id) {
        return json(shell).get("runs").get(0).get("results").get(id).get("value").asDouble();
    }

    private static JsonNode json(Shell shell) {
        return JsonMapper.shared().readTree(shell.out());
    }
}

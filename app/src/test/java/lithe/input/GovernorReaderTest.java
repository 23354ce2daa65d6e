// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import lithe.device.Governor;
import lithe.device.Performance;
import lithe.device.Severity;
import lithe.device.Throttling;
import org.junit.jupiter.api.Test;

class GovernorReaderTest {

    private static final String FILE =
            """
            lithe: 1
            name: plate
            body: {width: 60 mm, length: 120 mm, thickness: 4 mm}
            layers:
              - {name: front, material: copper, thickness: 4 mm}
            parts:
              - {name: SoC, material: copper, layer: front, at: [0 mm, 0 mm], size: [20 mm, 20 mm]}
              - {name: screen, material: copper, layer: front, at: [30 mm, 0 mm], size: [20 mm, 20 mm]}
            surfaces:
              front: {emissivity: 0.5, touch: metal}
              back: {emissivity: 0.5, touch: metal}
              edges: {emissivity: 0.5, touch: metal}
            sensors:
              - {name: skin, part: screen}
              - {name: die, part: SoC}
            governor:
              actors:
                SoC: {least: 0.5 W, most: 8 W, weight: 2, states: 20, speeds: [[50 %, 2 W], [100 %, 8 W]]}
                screen: {least: 0.4 W, most: 1.6 W}
              severities:
                sensor: skin
                polling: 1 min
                passive: 7 s
                thresholds: [[light, 39 °C, 1.9 K], [severe, 45 °C]]
                effects: [{from: severe, actor: screen, cap: 0.9 W}]
              rules:
                - {name: ipa, sensor: skin, passive: 100 ms, power-allocator: {switch-on: 38 °C, control: 43 °C, sustainable: 3 W, k-i: 0.1 W/K}}
                - {name: caps, sensor: skin, polling: 5 s, actors: [SoC], set-points: [[40 °C, 38 °C, 80 %]]}
                - {name: steps, sensor: die, step-wise: {trip: 95 °C, hysteresis: 5 K}}
                - {name: off, sensor: die, critical: 125 °C}
            workloads:
              - {name: game, duration: 30 min, ambient: 25 °C, posture: stand, governed: true, frame-rate: 60 Hz, power: {SoC: 5 W}}
              - {name: idle, steady: true, ambient: 25 °C, posture: stand, power: {SoC: 1 W}}
            """;

    private static Throttling read() {
        return Objects.requireNonNull(
                DeviceFile.parse(FILE, "plate.yaml", null).device().workload("game").governed());
    }

    private static List<String> problems(String from, String to) {
        assertThat(FILE).contains(from);
        var refused = catchThrowableOfType(InvalidInput.class, () -> DeviceFile.parse(FILE.replace(from, to), "plate.yaml", null));
        assertThat(refused).isNotNull();
        return refused.problems().stream().map(Problem::toString).toList();
    }

    @Test
    void everyRuleIsReadInSi() {
        var read = read();
        assertThat(read.actors()).extracting("source").containsExactly("SoC", "screen");
        assertThat(read.actors().getFirst().states()).isEqualTo(20);
        assertThat(read.actors().getFirst().performance()).isInstanceOf(Performance.Table.class);
        assertThat(read.actors().getLast().performance()).isNull();
        var severities = Objects.requireNonNull(read.severities());
        assertThat(severities.poll().idle()).isEqualTo(60);
        assertThat(severities.at(Severity.SEVERE)).isEqualTo(318.15, within(1e-9));
        assertThat(severities.at(Severity.CRITICAL)).isInfinite();
        assertThat(read.governors()).extracting(Governor::name).containsExactly("ipa", "caps", "steps", "off");
        var ipa = (Governor.PowerAllocator) read.governors().getFirst();
        assertThat(ipa.actors()).containsExactly("SoC", "screen");
        assertThat(ipa.poll().idle()).isEqualTo(0.1);
        assertThat(ipa.integral()).isEqualTo(0.1);
        assertThat(ipa.over()).isNaN();
        var steps = (Governor.StepWise) read.governors().get(2);
        assertThat(steps.poll().passive()).isEqualTo(1);
        assertThat(steps.hysteresis()).isEqualTo(5, within(1e-9));
    }

    @Test
    void workloadsThatDoNotSaySoAreNotGoverned() {
        assertThat(DeviceFile.parse(FILE, "plate.yaml", null).device().workload("idle").governed()).isNull();
    }

    @Test
    void wrongNamesAreToldWithTheirPlaceAndTheNearest() {
        assertThat(problems("sensor: die, step-wise", "sensor: dye, step-wise")).singleElement().asString()
                .contains("plate.yaml:29:").contains("\"dye\"").contains("a sensor").contains("\"die\"");
        assertThat(problems("actors: [SoC], set", "actors: [Soc], set")).singleElement().asString()
                .contains("plate.yaml:28:").contains("an actor").contains("\"SoC\"");
        assertThat(problems("    screen: {least", "    scren: {least")).anyMatch(p -> p.contains("plate.yaml:19:5") && p.contains("\"screen\""));
        assertThat(problems("[light, 39", "[lihgt, 39")).singleElement().asString().contains("plate.yaml:24:").contains("light");
    }

    @Test
    void wrongNumbersAreToldWithTheirPlace() {
        assertThat(problems("control: 43 °C", "control: 37 °C")).singleElement().asString()
                .contains("plate.yaml:27:").contains("above the switch-on temperature");
        assertThat(problems("[[40 °C, 38 °C, 80 %]]", "[[40 °C, 41 °C, 80 %]]")).singleElement().asString()
                .contains("plate.yaml:28:").contains("clear at or below");
        assertThat(problems("most: 1.6 W", "most: 0.2 W")).singleElement().asString().contains("plate.yaml:19:").contains("must rise");
        assertThat(problems("[severe, 45 °C]", "[severe, 38 °C]")).singleElement().asString()
                .contains("plate.yaml:21:").contains("rise with severity");
        assertThat(problems("passive: 100 ms", "passive: 1 ms")).singleElement().asString().contains("plate.yaml:27:").contains("10 ms to 1 h");
        assertThat(problems("trip: 95 °C", "trip: 95")).singleElement().asString().contains("plate.yaml:29:");
        assertThat(problems("[100 %, 8 W]]", "[90 %, 8 W]]")).singleElement().asString().contains("up to a speed of 100 %");
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        assertThat(problems("critical: 125 °C", "critical: 125 °C, step-wise: {trip: 95 °C}")).singleElement().asString().contains("one of");
        assertThat(problems("sensor: die, critical: 125 °C", "sensor: die")).singleElement().asString().contains("no rule");
        assertThat(problems("critical: 125 °C", "actors: [SoC], critical: 125 °C")).singleElement().asString().contains("switches everything off");
        assertThat(problems("steady: true,", "steady: true, governed: true,")).singleElement().asString().contains("steady state");
        assertThat(problems("governed: true, frame", "frame")).singleElement().asString().contains("frame rate without a governor");
        assertThat(problems("actors: [SoC], set", "actors: [SoC, SoC], set")).singleElement().asString()
                .contains("plate.yaml:28:").contains("\"SoC\" a second time");
        assertThat(problems("name: caps", "name: ipa")).singleElement().asString().contains("a second time");
        assertThat(problems("speeds: [[50 %", "base: 0.1 W, speeds: [[50 %")).singleElement().asString().contains("one of them");
        int from = FILE.indexOf("governor:\n"), to = FILE.indexOf("workloads:");
        assertThat(problems(FILE.substring(from, to), "")).singleElement().asString().contains("without a governor");
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lithe.charge.Moment;
import lithe.input.DeviceFile;
import lithe.result.Verdict.Status;
import lithe.result.Verdicts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EventsTest {

    private static final double ICE = 273.15;
    private static DeviceFile file;

    @BeforeAll
    static void read() {
        file = DeviceFile.read(Path.of("../devices/xiaomi-12.yaml"));
    }

    private static Run run(String workload, double[] time, Map<String, double[]> values, List<Moment> charge) {
        var verdict = Verdicts.standard().skin("skin.back.max", ICE + 50, "glass", "(20, 30) mm");
        return new Run(file.device().workload(workload), Map.of(), List.of(verdict), List.of(), new Series(time, values), List.of(), new Field(new double[0], new double[0], new double[0], new double[0], new int[0], new String[0]), 0, charge);
    }

    @Test
    @DisplayName("crossings of a history are found where the line between two moments crosses, in order of time")
    void crossings() {
        double[] time = {0, 100, 200};
        var events = Events.of(file.device(), run("sustained-game", time, Map.of(
                "skin.back.max", new double[] {ICE + 25, ICE + 45.5, ICE + 50},
                "chamber.capillary.use", new double[] {0.1, 0.85, 0.9}), List.of()));
        assertThat(events).extracting(Event::time).isSorted();
        assertThat(events).extracting(Event::what).containsExactly(
                "back over comfort (43 °C)", "wick of the chamber 80 % used", "back past the alarm mark (45 °C)", "back over the ceiling (48 °C)");
        // 25 + 20.5 t / 100 = 43
        assertThat(events.getFirst().time()).isCloseTo(1800 / 20.5, within(1e-9));
        assertThat(events.getFirst().where()).isEqualTo("(20, 30) mm");
        assertThat(events.getLast().weight()).isEqualTo(Status.FAIL);
        assertThat(events.getLast().time()).isCloseTo(100 + 100 * 2.5 / 4.5, within(1e-9));
    }

    @Test
    @DisplayName("what was over its limit from the start is told at the start; what stays under is not told")
    void start() {
        var events = Events.of(file.device(), run("sustained-game", new double[] {0, 10}, Map.of(
                "skin.front.max", new double[] {ICE + 44, ICE + 44}, "skin.edge.max", new double[] {ICE + 40, ICE + 40.9}), List.of()));
        assertThat(events).hasSize(1);
        assertThat(events.getFirst().time()).isZero();
        assertThat(events.getFirst().what()).isEqualTo("front over comfort (43 °C)");
    }

    @Test
    @DisplayName("a charge tells each change of what limits it once, levels of one table as one, and plating")
    void charge() {
        List<Moment> moments = List.of(
                moment(10, "adapter", 0.02), moment(20, "skin level 1", 0.01), moment(30, "skin level 2", -0.003), moment(40, "constant voltage 4.48 V", 0.01));
        var events = Events.of(file.device(), run("charge-67w", new double[] {0, 40}, Map.of("cell.max", new double[] {ICE + 30, ICE + 59}), moments));
        assertThat(events).extracting(Event::time).containsExactly(10.0, 20.0, 30.0, 40 * 28 / 29.0, 40.0);
        assertThat(events.get(1).what()).isEqualTo("charge current limited by skin level 1, at 50 %, 6.0 A");
        assertThat(events.get(2).what()).contains("plate", "-3 mV");
        assertThat(events.get(3).what()).contains("charging window (58 °C)");
    }

    private static Moment moment(double time, String limit, double margin) {
        return new Moment(time, 0.5, 4.2, 6, ICE + 30, ICE + 38, 40, margin, limit);
    }

    @Test
    @DisplayName("a governor tells its severities and when it first holds a source back")
    void governor() {
        Map<String, double[]> values = new LinkedHashMap<>();
        values.put("governor.severity", new double[] {0, 1, 3});
        values.put("governor.cap.SoC", new double[] {4, 4, 2.5});
        var events = Events.of(file.device(), run("sustained-game", new double[] {0, 60, 120}, values, List.of()));
        assertThat(events).extracting(Event::what)
                .contains("governor: severity light", "governor: severity moderate", "governor: severity severe", "governor holds SoC back, to 2.50 W")
                .doesNotContain("governor: severity critical");
    }
}

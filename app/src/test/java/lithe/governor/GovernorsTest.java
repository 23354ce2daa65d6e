// SPDX-License-Identifier: Apache-2.0
package lithe.governor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import lithe.device.Actor;
import lithe.device.Governor;
import lithe.device.Governor.Critical;
import lithe.device.Governor.Point;
import lithe.device.Governor.PowerAllocator;
import lithe.device.Governor.SetPoints;
import lithe.device.Governor.StepWise;
import lithe.device.Performance;
import lithe.device.Poll;
import lithe.device.Severities;
import lithe.device.Severities.Effect;
import lithe.device.Severities.Threshold;
import lithe.device.Severity;
import lithe.device.Throttling;
import org.junit.jupiter.api.Test;

class GovernorsTest {

    private static final double ICE = 273.15, FREE = Double.POSITIVE_INFINITY;
    private static final Actor SOC = new Actor("SoC", 0.5, 8.3, 1, 10, new Performance.Law(0.3, 8.3, 3));
    private static final Actor SCREEN = new Actor("screen", 0.4, 1.6, 1, 10, null);
    private static final SetPoints CAPS = new SetPoints(
            "caps", "skin", new Poll(10, 2), List.of("SoC"), List.of(new Point(ICE + 40, ICE + 38, 0.5)));
    private static final Severities LEVELS = new Severities(
            "skin",
            new Poll(60, 7),
            Map.of(Severity.SEVERE, new Threshold(ICE + 45, 2), Severity.SHUTDOWN, new Threshold(ICE + 55, 2)),
            List.of(new Effect(Severity.SEVERE, "screen", 0.9)));

    private static Governors governors(Severities severities, Governor... rules) {
        return new Governors(new Throttling(List.of(SOC, SCREEN), severities, List.of(rules)));
    }

    private static final double[] ASKED = {8, 1.2};

    @Test
    void eachRuleIsPolledAtItsOwnTime() {
        var all = governors(LEVELS, CAPS);
        var state = all.poll(all.start(), 0, new double[] {ICE + 30, ICE + 30}, ASKED);
        assertThat(state.due()).containsExactly(10, 60);
        // a look before it is due changes nothing
        assertThat(all.poll(state, 9.9, new double[] {ICE + 50, ICE + 50}, ASKED)).isSameAs(state);
        state = all.poll(state, 10, new double[] {ICE + 50, ICE + 50}, ASKED);
        assertThat(state.due()).containsExactly(12, 60);
        assertThat(state.severity()).isEqualTo(Severity.NONE);
        assertThat(state.caps()).containsExactly(0.3 + 8 * 0.125, FREE);
        state = all.poll(state, 60, new double[] {ICE + 39, ICE + 46}, ASKED);
        assertThat(state.severity()).isEqualTo(Severity.SEVERE);
        assertThat(state.caps()).containsExactly(0.3 + 8 * 0.125, 0.9);
        assertThat(state.due()).containsExactly(62, 67);
    }

    @Test
    void theLowestCapHolds() {
        var ipa = new PowerAllocator("ipa", "skin", new Poll(1, 1), List.of("SoC"), ICE + 35, ICE + 40, 0.9);
        var all = governors(null, CAPS, ipa);
        // at 40 °C the points leave 1.3 W, the allocator 0.9 W
        assertThat(all.poll(all.start(), 0, new double[] {ICE + 40, ICE + 40}, ASKED).caps()[0]).isCloseTo(0.9, within(1e-12));
        // far too hot it grants nothing, but nobody is capped below the least power
        assertThat(all.poll(all.start(), 0, new double[] {ICE + 60, ICE + 60}, ASKED).caps()[0]).isEqualTo(0.5);
    }

    @Test
    void stepWiseStatesAreEvenInSpeed() {
        assertThat(SOC.state(0)).isEqualTo(8.3);
        assertThat(SOC.state(10)).isCloseTo(0.5, within(1e-12));
        double slowest = Math.cbrt(0.2 / 8);
        assertThat(SOC.speed(SOC.state(5))).isCloseTo((1 + slowest) / 2, within(1e-12));
        assertThat(SCREEN.state(5)).isCloseTo(1, within(1e-12));
        var all = governors(null, new StepWise("die", "SoC", new Poll(1, 1), List.of("SoC"), ICE + 95, 0));
        var state = all.poll(all.start(), 0, new double[] {ICE + 96}, ASKED);
        assertThat(state.caps()[0]).isCloseTo(SOC.state(1), within(1e-12));
        state = all.poll(state, 1, new double[] {ICE + 97}, ASKED);
        assertThat(state.caps()[0]).isCloseTo(SOC.state(2), within(1e-12));
    }

    @Test
    void aPhoneThatIsOffStaysOff() {
        var all = governors(LEVELS, new Critical("die", "SoC", new Poll(1, 1), ICE + 125));
        var hot = all.poll(all.start(), 0, new double[] {ICE + 126, ICE + 30}, ASKED);
        assertThat(hot.off()).isTrue();
        assertThat(hot.caps()).containsExactly(0, 0);
        assertThat(hot.next()).isInfinite();
        assertThat(all.poll(all.start(), 0, new double[] {ICE + 30, ICE + 55}, ASKED).off()).isTrue();
    }

    @Test
    void performanceIsThatOfTheSlowestActorThatComputes() {
        var all = governors(null, CAPS);
        double half = 0.3 + 8 * 0.125;
        assertThat(all.performance(new double[] {FREE, FREE}, ASKED)).isEqualTo(1);
        assertThat(all.performance(new double[] {half, FREE}, new double[] {8.3, 1})).isCloseTo(0.5, within(1e-12));
        // a dark screen loses no frame, and a cap above what is asked for costs nothing
        assertThat(all.performance(new double[] {FREE, 0.4}, ASKED)).isEqualTo(1);
        assertThat(all.performance(new double[] {half, FREE}, new double[] {1, 1})).isEqualTo(1);
    }

    @Test
    void tablesOfSpeedAndPowerAreInverse() {
        var table = new Performance.Table(new double[] {0.4, 0.7, 1}, new double[] {0.8, 2.5, 7});
        for (double speed : new double[] {0, 0.2, 0.4, 0.55, 0.7, 0.9, 1}) {
            assertThat(table.speed(table.power(speed))).isCloseTo(speed, within(1e-12));
        }
        assertThat(table.power(0.2)).isCloseTo(0.4, within(1e-12));
        assertThat(table.speed(9)).isEqualTo(1);
        assertThatThrownBy(() -> new Performance.Table(new double[] {0.4, 0.7}, new double[] {1, 2}))
                .hasMessageContaining("up to a speed of 100 %");
    }

    @Test
    void wrongNumbersAreRefused() {
        assertThatThrownBy(() -> new Actor("SoC", 3, 2, 1, 1, null)).hasMessageContaining("must rise");
        assertThatThrownBy(() -> new Point(ICE + 40, ICE + 41, 0.5)).hasMessageContaining("clear at or below");
        assertThatThrownBy(() -> new Poll(0, 1)).hasMessageContaining("between 0.001 and 3600 s");
        assertThatThrownBy(() -> new Severities("skin", new Poll(1, 1),
                        Map.of(Severity.LIGHT, new Threshold(ICE + 40, 1), Severity.SEVERE, new Threshold(ICE + 39, 1)), List.of()))
                .hasMessageContaining("must rise with severity");
        assertThatThrownBy(() -> new Throttling(List.of(SCREEN), null, List.of(CAPS))).hasMessageContaining("no actor");
        assertThatThrownBy(() -> new PowerAllocator("ipa", "skin", new Poll(1, 1), List.of(), ICE + 43, ICE + 43, 3))
                .hasMessageContaining("above the switch-on");
    }

    @Test
    void scoreAddsUpStretches() {
        var score = new Score(60);
        score.add(0, 60, 1, 0);
        score.add(60, 120, 0.8, 2);
        score.add(120, 180, 0.5, 4);
        score.saw(Severity.MODERATE, 0.9);
        score.saw(Severity.LIGHT, 0.7);
        var results = score.results();
        assertThat(results.get("performance.sustained")).isCloseTo(0.5, within(1e-12));
        assertThat(results.get("throttle.first")).isEqualTo(60);
        assertThat(results.get("frames.lost")).isCloseTo(60 * 60 * 0.2 + 60 * 60 * 0.5, within(1e-9));
        assertThat(results.get("frames.lost.share")).isCloseTo(0.7 / 3, within(1e-12));
        assertThat(results.get("governor.withheld")).isCloseTo(2, within(1e-12));
        assertThat(results.get("governor.severity.max")).isEqualTo(2);
        assertThat(results.get("governor.headroom.max")).isEqualTo(0.9);
        assertThat(new Score(Double.NaN).results()).doesNotContainKeys("frames.lost", "throttle.first");
    }
}

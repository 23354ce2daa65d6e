// SPDX-License-Identifier: Apache-2.0
package lithe.governor;

import static lithe.device.Severity.CRITICAL;
import static lithe.device.Severity.EMERGENCY;
import static lithe.device.Severity.LIGHT;
import static lithe.device.Severity.MODERATE;
import static lithe.device.Severity.NONE;
import static lithe.device.Severity.SEVERE;
import static lithe.device.Severity.SHUTDOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lithe.Figures;
import lithe.device.Governor.Critical;
import lithe.device.Governor.Point;
import lithe.device.Governor.SetPoints;
import lithe.device.Governor.StepWise;
import lithe.device.Poll;
import lithe.device.Severities;
import lithe.device.Severity;
import org.junit.jupiter.api.Test;

/// The rules against sequences worked out by hand from what kernel and platform state.
class RulesTest {

    private static final double ICE = 273.15;
    private static final Poll POLL = new Poll(60, 7);

    /// Thresholds of a Pixel 10 class template, °C, hysteresis 1.9 K, 1.4 K at one level (here: severe).
    private static final Severities PIXEL = new Severities(
            "skin",
            POLL,
            Map.of(
                    LIGHT, at(39, 1.9),
                    MODERATE, at(43, 1.9),
                    SEVERE, at(45, 1.4),
                    CRITICAL, at(46.5, 1.9),
                    EMERGENCY, at(52, 1.9),
                    SHUTDOWN, at(55, 1.9)),
            List.of());

    private static Severities.Threshold at(double celsius, double hysteresis) {
        return new Severities.Threshold(ICE + celsius, hysteresis);
    }

    private static List<Severity> severities(double... celsius) {
        List<Severity> seen = new ArrayList<>();
        var memory = new Memory.Level(NONE);
        for (double t : celsius) {
            memory = Rules.poll(PIXEL, memory, ICE + t);
            seen.add(memory.severity());
        }
        return seen;
    }

    @Test
    void severityRisesAtOnceAndFallsWithItsOwnHysteresis() {
        // up at the threshold itself; 43.7 is above 45 - 1.4 = 43.6: still severe; 43.6 is not above it: moderate, kept
        // until 41.1; 37.1 is not above 39 - 1.9
        assertThat(severities(38.9, 39, 44.9, 45, 43.7, 43.6, 41.2, 41.1, 37.2, 37.1))
                .containsExactly(NONE, LIGHT, MODERATE, SEVERE, SEVERE, MODERATE, MODERATE, LIGHT, LIGHT, NONE);
        Figures.record("6", "governor: severity rule", "10 of 10 polls as worked out by hand, bounds included");
    }

    @Test
    void severityJumpsOverLevels() {
        assertThat(severities(30, 53, 47, 56, 20)).containsExactly(NONE, EMERGENCY, CRITICAL, SHUTDOWN, NONE);
    }

    @Test
    void severityDoesNotRiseWithinHysteresis() {
        // 44 is within the hysteresis of severe, but severe was never reached
        assertThat(severities(44, 44.9, 44)).containsExactly(MODERATE, MODERATE, MODERATE);
    }

    @Test
    void headroomIsOneAtSevereAndZeroThirtyKelvinBelow() {
        assertThat(Rules.headroom(PIXEL, ICE + 45)).isCloseTo(1, within(1e-12));
        assertThat(Rules.headroom(PIXEL, ICE + 30)).isCloseTo(0.5, within(1e-12));
        assertThat(Rules.headroom(PIXEL, ICE + 15)).isZero();
        assertThat(Rules.headroom(PIXEL, ICE - 10)).isZero();
        assertThat(Rules.headroom(PIXEL, ICE + 48)).isCloseTo(1.1, within(1e-12));
        var mild = new Severities("skin", POLL, Map.of(LIGHT, at(39, 1)), List.of());
        assertThat(Rules.headroom(mild, ICE + 45)).isNaN();
    }

    private static List<Integer> steps(int states, double hysteresis, double... celsius) {
        var rule = new StepWise("die", "SoC", POLL, List.of("SoC"), ICE + 95, hysteresis);
        List<Integer> seen = new ArrayList<>();
        var memory = Memory.Steps.START;
        for (double t : celsius) {
            memory = Rules.poll(rule, states, memory, ICE + t);
            seen.add(memory.state());
        }
        return seen;
    }

    @Test
    void stepWiseGoesUpWhileHotAndRisingAndDownWhileFalling() {
        // below the trip nothing; one up per hot and rising poll; steady keeps; hot and falling goes down but not below
        // the first state; cool and falling down to free; cool and rising keeps
        assertThat(steps(5, 0, 90, 95, 96, 97, 97, 96, 95.5, 95.2, 94, 94.5, 94, 93))
                .containsExactly(0, 1, 2, 3, 3, 2, 1, 1, 0, 0, 0, 0);
        assertThat(steps(5, 0, 96, 97, 98, 94, 94.5, 94, 93, 92)).containsExactly(1, 2, 3, 2, 2, 1, 0, 0);
        Figures.record("6", "governor: step-wise rule", "20 of 20 polls as worked out by hand (gov_step_wise.c)");
    }

    @Test
    void stepWiseStopsAtItsLastState() {
        assertThat(steps(2, 0, 95, 96, 97, 98)).containsExactly(1, 2, 2, 2);
    }

    @Test
    void stepWiseStaysHotWithinItsHysteresis() {
        // 94 and 93.5 are still hot with 2 K of hysteresis: falling stops at the first state, rising goes up again
        assertThat(steps(5, 2, 95, 96, 94, 93.5, 94, 92.9, 92)).containsExactly(1, 2, 1, 1, 2, 1, 0);
    }

    /// Big-cluster caps of a Mi 10 Pro over 2.42 GHz; release 1 K lower below 40 °C, 2 K above.
    private static final SetPoints MI_10_PRO = new SetPoints("big", "skin", POLL, List.of("SoC"), List.of(
            point(37, 36, 1.86), point(38, 37, 1.77), point(39, 38, 1.57), point(41, 39, 1.48), point(43, 41, 1.29), point(49, 47, 0.71)));

    private static Point point(double set, double clear, double gigahertz) {
        return new Point(ICE + set, ICE + clear, gigahertz / 2.42);
    }

    @Test
    void setPointsHoldUntilTheirClearTemperature() {
        double[] celsius = {36.9, 37, 36.5, 36, 38.2, 42, 39.5, 39, 38, 50, 47, 46};
        double free = Double.POSITIVE_INFINITY;
        double[] gigahertz = {free, 1.86, 1.86, free, 1.77, 1.48, 1.48, 1.57, 1.77, 0.71, 1.29, 1.29};
        var memory = new Memory.Points(new boolean[6]);
        for (int i = 0; i < celsius.length; i++) {
            memory = Rules.poll(MI_10_PRO, memory, ICE + celsius[i]);
            assertThat(2.42 * Rules.speed(MI_10_PRO, memory)).as("%s °C", celsius[i]).isEqualTo(gigahertz[i], within(1e-12));
        }
        Figures.record("6", "governor: set and clear points", "12 of 12 polls as worked out by hand");
    }

    @Test
    void aCriticalTripNeverGoesBack() {
        var rule = new Critical("die", "SoC", POLL, ICE + 125);
        var memory = Rules.poll(rule, new Memory.Trip(false), ICE + 124.9);
        assertThat(memory.tripped()).isFalse();
        memory = Rules.poll(rule, memory, ICE + 125);
        assertThat(memory.tripped()).isTrue();
        assertThat(Rules.poll(rule, memory, ICE + 20).tripped()).isTrue();
    }
}

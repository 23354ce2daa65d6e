// SPDX-License-Identifier: Apache-2.0
package lithe.governor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import lithe.Figures;
import lithe.device.Actor;
import lithe.device.Governor;
import lithe.device.Governor.Point;
import lithe.device.Governor.PowerAllocator;
import lithe.device.Governor.SetPoints;
import lithe.device.Poll;
import lithe.device.Throttling;
import org.junit.jupiter.api.Test;

/// Governors in a loop with C dT/dt = P − (T − Tₐ)/R, advanced exactly from poll to poll: T ← a T + (1 − a)(Tₐ + R P)
/// with a = exp(−h/RC). Loops whose every temperature or whose period is known in closed form.
class ClosedLoopVerification {

    private static final double ICE = 273.15, AMBIENT = ICE + 25, R = 8, C = 60, H = 7;
    private static final double A = Math.exp(-H / (R * C));
    private static final double ON = ICE + 38, CONTROL = ICE + 43;

    private static Governors governors(Governor governor, double most) {
        return new Governors(new Throttling(List.of(new Actor("SoC", 0, most, 1, 10, null)), null, List.of(governor)));
    }

    private static PowerAllocator allocator(double sustainable, double over, double under, double integral) {
        return new PowerAllocator(
                "ipa", "skin", new Poll(H, H), List.of("SoC"), ON, CONTROL, sustainable, over, under, integral, 0, 0);
    }

    /// A plant in the hands of its governors.
    private static final class Loop {
        final Governors governors;
        final double request;
        final double h;
        final double a;
        Governors.State state;
        double time;
        double t;

        Loop(Governors governors, double start, double request, double h) {
            this.governors = governors;
            this.request = request;
            this.h = h;
            this.a = Math.exp(-h / (R * C));
            this.t = start;
            state = governors.start();
        }

        double poll() {
            state = governors.poll(state, time, new double[] {t}, new double[] {request});
            double power = Math.min(state.caps()[0], request);
            t = a * t + (1 - a) * (AMBIENT + R * power);
            time += h;
            return power;
        }
    }

    @Test
    void proportionalLoopIsAGeometricSeries() {
        double k = 0.7, s = 2;
        var loop = new Loop(governors(allocator(s, k, k, 0), 20), ICE + 39, 20, H);
        // P = S + k (T_c − T): fixed point and ratio of T ← a T + (1 − a)(Tₐ + R P)
        double fixed = (AMBIENT + R * (s + k * CONTROL)) / (1 + R * k), ratio = A - (1 - A) * R * k;
        double worst = 0;
        for (int n = 1; n <= 300; n++) {
            loop.poll();
            worst = Math.max(worst, Math.abs(loop.t - (fixed + Math.pow(ratio, n) * (ICE + 39 - fixed))));
        }
        assertThat(worst).isLessThan(1e-10);
        Figures.record("6", "governor: closed loop, proportional allocator", "300 polls, largest error %.0e K (exact)".formatted(worst));
    }

    @Test
    void defaultGainsApproachTheControlTemperatureFromBelow() {
        // S is what the plant bears at the control temperature: e ← e (a − (1 − a) R k_pu)
        double s = (CONTROL - AMBIENT) / R, under = 2 * s / (CONTROL - ON);
        var loop = new Loop(governors(allocator(s, Double.NaN, Double.NaN, Double.NaN), 20), ON, 20, H);
        double worst = 0;
        for (int n = 1; n <= 200; n++) {
            loop.poll();
            double error = (CONTROL - ON) * Math.pow(A - (1 - A) * R * under, n);
            worst = Math.max(worst, Math.abs(CONTROL - loop.t - error));
        }
        assertThat(worst).isLessThan(1e-10);
        Figures.record("6", "governor: closed loop, allocator with default gains", "200 polls, largest error %.0e K (exact)".formatted(worst));
    }

    /// The sum grows only while too hot and is never taken back: it overshoots, and the loop rests a little below.
    @Test
    void integralThatNeverUnwindsLeavesTheLoopBelowItsControlTemperature() {
        double borne = (CONTROL - AMBIENT) / R, claimed = borne + 1;
        var governor = allocator(claimed, Double.NaN, Double.NaN, Double.NaN);
        var loop = new Loop(governors(governor, 20), ICE + 42, 20, H);
        double hottest = 0;
        for (int n = 0; n < 5_000; n++) {
            loop.poll();
            hottest = Math.max(hottest, loop.t);
        }
        var gains = new Allocation(governor, loop.governors.actors());
        double kept = gains.integral() * ((Memory.Pid) loop.state.memories().getFirst()).sum();
        double rest = (AMBIENT + R * (claimed + kept + gains.under() * CONTROL)) / (1 + R * gains.under());
        assertThat(hottest).isGreaterThan(CONTROL + 0.1);
        assertThat(kept).isLessThan(borne - claimed);
        assertThat(loop.t).isCloseTo(rest, within(1e-9)).isLessThan(CONTROL);
    }

    /// Full power until set, capped until clear: with polls every h the number of polls of each half is exact.
    @Test
    void relayHasTheCycleOfTheClosedForm() {
        double set = ICE + 41, clear = ICE + 39, full = 6, capped = 0.5;
        long worst = 0;
        double relative = 0;
        for (double h : new double[] {7, 1, 0.05}) {
            var rule = new SetPoints("relay", "skin", new Poll(h, h), List.of("SoC"), List.of(new Point(set, clear, capped / full)));
            var loop = new Loop(governors(rule, full), ICE + 25, full, h);
            double hot = AMBIENT + R * full, cool = AMBIENT + R * capped;
            double before = loop.t, start = loop.t;
            long polls = 0, halves = 0;
            double power = full, first = 0, last = 0;
            for (long n = 0; n < 20_000 / h && halves < 21; n++) {
                double at = loop.t;
                double now = loop.poll();
                if (now != power) {
                    // polls since the last switch: least n with T∞ + (T₀ − T∞) aⁿ beyond the threshold
                    double target = power == full ? hot : cool, bound = power == full ? set : clear;
                    long expected = (long) Math.ceil(Math.log((bound - target) / (start - target)) / Math.log(loop.a) - 1e-9);
                    worst = Math.max(worst, Math.abs(polls - expected));
                    start = at;
                    polls = 0;
                    halves++;
                    last = loop.time - h;
                    first = halves == 1 ? last : first;
                    power = now;
                }
                polls++;
                before = Math.max(before, loop.t);
            }
            double period = (last - first) / 10;
            double closed = R * C * (Math.log((hot - clear) / (hot - set)) + Math.log((set - cool) / (clear - cool)));
            assertThat(period - closed).as("polls every %s s", h).isBetween(0.0, 4 * h);
            relative = Math.abs(period / closed - 1);
        }
        assertThat(worst).isZero();
        assertThat(relative).isLessThan(2e-3);
        Figures.record("6", "governor: closed loop, relay with hysteresis",
                "every half cycle has the number of polls of the closed form; period with polls every 0.05 s %.1e from the continuous one".formatted(relative));
    }
}

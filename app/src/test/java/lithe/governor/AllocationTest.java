// SPDX-License-Identifier: Apache-2.0
package lithe.governor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import lithe.Figures;
import lithe.device.Actor;
import lithe.device.Governor.PowerAllocator;
import lithe.device.Poll;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// The power allocator against sequences worked out by hand from the kernel's source.
class AllocationTest {

    private static final double ICE = 273.15;
    private static final Offset<Double> EXACT = within(1e-9);
    private static final List<Actor> TWO = List.of(actor("cpu", 0.5, 6, 1), actor("gpu", 0.3, 4, 1));

    private static Actor actor(String name, double least, double most, double weight) {
        return new Actor(name, least, most, weight, 10, null);
    }

    /// On at 38 °C, aims at 43 °C.
    private static Allocation allocation(double sustainable, List<Actor> actors) {
        var names = actors.stream().map(Actor::source).toList();
        return new Allocation(new PowerAllocator("ipa", "skin", new Poll(1, 1), names, ICE + 38, ICE + 43, sustainable), actors);
    }

    private static double sum(double[] granted) {
        return Arrays.stream(granted).sum();
    }

    @Test
    void gainsFollowFromSustainablePower() {
        var given = allocation(3, TWO);
        assertThat(given.over()).isCloseTo(0.6, EXACT);
        assertThat(given.under()).isCloseTo(1.2, EXACT);
        assertThat(given.integral()).isCloseTo(0.12, EXACT);
        // without S: the sum of the least powers, 0.8 W
        var unknown = allocation(Double.NaN, TWO);
        assertThat(unknown.sustainable()).isCloseTo(0.8, EXACT);
        assertThat(unknown.over()).isCloseTo(0.16, EXACT);
        assertThat(unknown.under()).isCloseTo(0.32, EXACT);
        assertThat(unknown.integral()).isCloseTo(0.032, EXACT);
    }

    @Test
    void budgetsOfASequence() {
        var ipa = allocation(3, TWO);
        double[] asked = {6, 4};
        // °C → S + p + i: 41: 3 + 1.2·2; 43: 3; 44: 3 − 0.6 − 0.12; 45: 3 − 1.2 − 0.12·3; 42: 3 + 1.2 − 0.12·3 (sum kept)
        double[] celsius = {41, 43, 44, 45, 42};
        double[] budget = {5.4, 3, 2.28, 1.44, 3.84};
        var memory = Memory.Pid.START;
        for (int i = 0; i < celsius.length; i++) {
            memory = ipa.poll(memory, ICE + celsius[i], asked);
            assertThat(sum(memory.granted())).as("%s °C", celsius[i]).isCloseTo(budget[i], EXACT);
        }
        assertThat(memory.sum()).isCloseTo(-3, EXACT);
        Figures.record("6", "governor: power allocator", "gains by the kernel's rules; 5 budgets of a hand-computed sequence within 1e-9 W");
    }

    @Test
    void budgetStaysBetweenNothingAndAllMaxima() {
        var ipa = allocation(8, TWO);
        assertThat(sum(ipa.poll(Memory.Pid.START, ICE + 38.5, new double[] {6, 4}).granted())).isCloseTo(10, EXACT);
        assertThat(sum(ipa.poll(Memory.Pid.START, ICE + 60, new double[] {6, 4}).granted())).isZero();
    }

    @Test
    void belowSwitchOnItForgetsAndCapsNobody() {
        var ipa = allocation(3, TWO);
        var hot = ipa.poll(Memory.Pid.START, ICE + 45, new double[] {6, 4});
        assertThat(hot.sum()).isCloseTo(-2, EXACT);
        var cool = ipa.poll(hot, ICE + 37.9, new double[] {6, 4});
        assertThat(cool.hot()).isFalse();
        assertThat(cool.sum()).isZero();
    }

    @Test
    void integralGrowsOnlyBelowTheCutOffAndNotBeyondAllMaxima() {
        var ipa = allocation(3, TWO);
        var memory = ipa.poll(Memory.Pid.START, ICE + 40, new double[] {6, 4});
        assertThat(memory.sum()).isZero();
        for (int i = 0; i < 1000; i++) {
            memory = ipa.poll(memory, ICE + 53, new double[] {6, 4});
        }
        // k_i · sum stops before 10 W: 0.12 · 10 K · n < 10 → n = 8
        assertThat(memory.sum()).isCloseTo(-80, EXACT);
        var wide = new Allocation(
                new PowerAllocator("ipa", "skin", new Poll(1, 1), List.of("cpu", "gpu"), ICE + 38, ICE + 43, 3,
                        Double.NaN, Double.NaN, Double.NaN, 0, 2.5), TWO);
        assertThat(wide.poll(Memory.Pid.START, ICE + 41, new double[] {6, 4}).sum()).isCloseTo(2, EXACT);
        assertThat(wide.poll(Memory.Pid.START, ICE + 40, new double[] {6, 4}).sum()).isZero();
    }

    @Test
    void derivativeActsOnTheChangeOfTheErrorPerPassiveDelay() {
        var rule = new PowerAllocator("ipa", "skin", new Poll(1, 2), List.of("cpu", "gpu"), ICE + 38, ICE + 43, 3,
                Double.NaN, Double.NaN, 0, 0.5, 0);
        var ipa = new Allocation(rule, TWO);
        var memory = ipa.poll(Memory.Pid.START, ICE + 43, new double[] {6, 4});
        // error 0 → 1 K in a poll of 2 s: 3 + 1.2 + 0.5 · 1 / 2
        assertThat(sum(ipa.poll(memory, ICE + 42, new double[] {6, 4}).granted())).isCloseTo(4.45, EXACT);
    }

    @Test
    void budgetIsSharedByWeightedRequests() {
        var weighted = allocation(3, List.of(actor("cpu", 0.5, 6, 2), actor("gpu", 0.3, 4, 1)));
        // 2·3 : 1·2 of 4 W
        assertThat(weighted.share(4, new double[] {3, 2})).containsExactly(new double[] {3, 1}, EXACT);
        // a request above the maximum counts as the maximum
        assertThat(allocation(3, TWO).share(5, new double[] {60, 4})).containsExactly(new double[] {3, 2}, EXACT);
    }

    @Test
    void surplusIsSharedByTheRoomLeft() {
        var three = allocation(3, List.of(actor("cpu", 0, 2, 8), actor("gpu", 0, 4, 1), actor("npu", 0, 3, 1)));
        // weighted requests 16 : 1 : 1 of 9 W → 8, 0.5, 0.5; 6 W over; rooms 0, 3.5, 2.5 take all of it
        assertThat(three.share(9, new double[] {2, 1, 1})).containsExactly(new double[] {2, 4, 3}, EXACT);
        // 4.5 W → 4, 0.25, 0.25; 2 W over by rooms 3.75 : 2.75
        assertThat(three.share(4.5, new double[] {2, 1, 1}))
                .containsExactly(new double[] {2, 0.25 + 2 * 3.75 / 6.5, 0.25 + 2 * 2.75 / 6.5}, EXACT);
    }

    @Test
    void nobodyAsksNobodyGets() {
        assertThat(allocation(3, TWO).share(5, new double[2])).containsExactly(0, 0);
    }

    @Test
    void sharesAddUpToTheBudgetForAnyRequests() {
        long seed = 20_240_611;
        var random = new Random(seed);
        int draws = Figures.all() ? 100_000 : 10_000;
        double worst = 0;
        for (int draw = 0; draw < draws; draw++) {
            var actors = random.ints(1 + random.nextInt(5), 0, 1 << 20)
                    .mapToObj(i -> actor("a" + i, 0, 0.1 + 5 * random.nextDouble(), 0.1 + 3 * random.nextDouble()))
                    .toList();
            double[] asked = actors.stream().mapToDouble(a -> 0.01 + random.nextDouble() * a.most()).toArray();
            double most = actors.stream().mapToDouble(Actor::most).sum();
            double budget = random.nextDouble() * most;
            double[] granted = allocation(3, actors).share(budget, asked);
            worst = Math.max(worst, Math.abs(sum(granted) - budget));
            for (int a = 0; a < granted.length; a++) {
                assertThat(granted[a]).as("seed %d", seed).isBetween(0.0, actors.get(a).most() + 1e-12);
            }
        }
        assertThat(worst).isLessThan(1e-12);
        Figures.record("6", "governor: power allocator, shares", "%d draws (seed %d): shares add up to the budget within %.0e W".formatted(draws, seed, worst));
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.explore.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lithe.input.DeviceFile;
import lithe.simulation.Progress;
import lithe.units.Grade;
import lithe.units.Kind;
import lithe.units.Quantity;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TrialTest {

    private static final String LOAD = "load";
    private static final DeviceFile TINY = DeviceFile.read(Path.of("src/test/resources/lithe/cli/tiny.yaml"));
    /// Rise over the ambient is twice the power here, and nothing else matters: everything is known exactly.
    private static final Runner LINEAR = (phone, workload) -> {
        double watts = phone.workload(workload).power().values().iterator().next().at(0);
        return Map.of("rise", 2 * watts, "pure", watts);
    };

    private static Quantity watts(Grade grade) {
        return new Quantity(1, Kind.POWER, "W", grade, "", new Quantity.Range(0.8, 1.2));
    }

    private static Factor power(Grade grade) {
        return new Factor.Graded("power", "", List.of(new Factor.Moving("workloads.load.power.chip", watts(grade))));
    }

    private static Gauge rise() {
        return new Gauge("rise", new Measure.Reading("rise", List.of("base"), List.of(LOAD), true), Kind.TEMPERATURE_DIFFERENCE, "K");
    }

    private static Claim claim(Rule supported, @Nullable Rule partly, Factor... unsure) {
        return new Claim("X", "x", "x", "", "", "", new Experiment.Bands(List.of(rise()), supported, partly, null, ""), List.of(unsure));
    }

    private static Phone phone(Variant variant, Map<String, Double> moved, List<Setting> settings) {
        var file = moved.isEmpty() ? TINY : TINY.with(moved);
        for (var setting : settings) {
            file = file.set(Map.of(setting.path(), setting.text()));
        }
        return new Phone(file.device(), Map::of);
    }

    private static Answer answer(Claim claim) {
        var claims = new Claims("c", "", List.of(Variant.base()), List.of(claim));
        return new Trial(claims, TrialTest::phone, LINEAR).answers(2, true, Progress.SILENT).answers().getFirst();
    }

    @Test
    @DisplayName("the chance of a flip is that of the normal distribution the input has")
    void chance() {
        // rise 2 K, 10–90 % range 1.6 to 2.4 K; above 2.2 K with the chance of half an arm
        var answer = answer(claim(new Rule.AtMost("rise", 2.2, "2.2 K"), null, power(Grade.DATASHEET)));
        double exact = 1 - new NormalDistribution().cumulativeProbability(0.5 * 1.281_551_565_545);
        assertThat(answer.plain()).isEqualTo(Standing.SUPPORTED);
        assertThat(answer.flip()).isCloseTo(exact, within(0.015)); // 10 000 draws: three standard errors of 0.0044
        assertThat(answer.spreads().get("rise").low()).isCloseTo(1.6, within(0.03));
        assertThat(answer.spreads().get("rise").high()).isCloseTo(2.4, within(0.03));
    }

    @Test
    @DisplayName("a verdict that one unpublished input changes is partly, one that a published input changes stands")
    void alone() {
        var rule = new Rule.AtMost("rise", 2.2, "2.2 K");
        var estimate = answer(claim(rule, null, power(Grade.ESTIMATE)));
        assertThat(estimate.standing()).isEqualTo(Standing.PARTLY);
        assertThat(estimate.notes()).anySatisfy(note -> assertThat(note).contains("power alone makes it not supported"));
        assertThat(estimate.deciding().getFirst().flips()).isEqualTo(Standing.NOT_SUPPORTED);
        assertThat(answer(claim(rule, null, power(Grade.DATASHEET))).standing()).isEqualTo(Standing.SUPPORTED);
        var far = answer(claim(new Rule.AtMost("rise", 10, "10 K"), null, power(Grade.ESTIMATE)));
        assertThat(far.standing()).isEqualTo(Standing.SUPPORTED);
        assertThat(far.flip()).isZero();
        var other = answer(claim(new Rule.AtLeast("rise", 2.2, "2.2 K"), null, power(Grade.ESTIMATE)));
        assertThat(other.plain()).isEqualTo(Standing.NOT_SUPPORTED);
        assertThat(other.standing()).isEqualTo(Standing.PARTLY);
    }

    @Test
    @DisplayName("inputs are ranked by their share of the spread of the quantity that is decided most narrowly")
    void shares() {
        var half = new Factor.Ends("half as unsure", "", List.of(new Setting("load.power.chip", "0.9 W")), List.of(new Setting("load.power.chip", "1.1 W")));
        var without = new Factor.Ends("elsewhere", "", List.of(), List.of(new Setting("light.power.chip", "0.5 W")));
        var answer = answer(claim(new Rule.AtMost("rise", 3, "3 K"), null, half, without, power(Grade.ESTIMATE)));
        assertThat(answer.inputs()).extracting(i -> i.factor().name()).containsExactly("power", "half as unsure", "elsewhere");
        assertThat(answer.inputs().get(0).share()).isCloseTo(0.8, within(1e-9));
        assertThat(answer.inputs().get(1).share()).isCloseTo(0.2, within(1e-9));
        assertThat(answer.deciding()).hasSize(2);
    }

    @Test
    @DisplayName("an end that cannot exist is told and taken as far away as the other")
    void impossible() {
        var broken = new Factor.Ends("broken", "", List.of(new Setting("load.power.chip", "-1 W")), List.of(new Setting("load.power.chip", "1.2 W")));
        var answer = answer(claim(new Rule.AtMost("rise", 3, "3 K"), null, broken));
        assertThat(answer.notes()).containsExactly("broken could not be moved to its low end");
        assertThat(answer.inputs().getFirst().low()).isCloseTo(1.6, within(1e-9));
    }

    @Test
    @DisplayName("a claim about a result that never came is not testable and says so; the number of threads changes nothing")
    void asked() {
        var gauge = new Gauge("g", new Measure.Reading("nothing", List.of("base"), List.of(LOAD), true), Kind.NUMBER, "");
        var wrong = new Claim("W", "", "", "", "", "", new Experiment.Bands(List.of(gauge), new Rule.AtMost("g", 1, "1"), null, null, ""), List.of());
        assertThat(answer(wrong).standing()).isEqualTo(Standing.NOT_TESTABLE);
        assertThat(answer(wrong).notes()).containsExactly("load of base gave no nothing, so there is nothing to judge");
        var claims = new Claims("c", "", List.of(Variant.base()), List.of(claim(new Rule.AtMost("rise", 2.2, ""), null, power(Grade.ESTIMATE))));
        var one = new Trial(claims, TrialTest::phone, LINEAR).answers(1, true, Progress.SILENT);
        assertThat(new Trial(claims, TrialTest::phone, LINEAR).answers(4, true, Progress.SILENT)).isEqualTo(one);
    }

    @Test
    @DisplayName("side by side: ahead in half and far behind in none, or behind in most")
    void sideBySide() {
        assertThat(beside(1, 1, -0.5)).isEqualTo(Standing.SUPPORTED);
        assertThat(beside(1, 1, -2.5)).isEqualTo(Standing.PARTLY);
        assertThat(beside(1.5, -1.5, -1.5)).isEqualTo(Standing.NOT_SUPPORTED);
        assertThat(beside(0, 0, 0)).isEqualTo(Standing.PARTLY);
        assertThat(beside(0, 0, -1.5)).isEqualTo(Standing.NOT_SUPPORTED);
    }

    /// Figures of which less is better, this product leading by so many times what counts as equal (1 stands for 1.01).
    private static Standing beside(double... leads) {
        var values = new java.util.LinkedHashMap<String, Double>();
        var metrics = new java.util.ArrayList<Experiment.Metric>();
        for (int i = 0; i < leads.length; i++) {
            var measure = new Measure.Given(0);
            metrics.add(new Experiment.Metric("m" + i, new Gauge("a" + i, measure, Kind.LENGTH, "mm"), new Gauge("b" + i, measure, Kind.LENGTH, "mm"), false, 1, false, "1 m"));
            values.put("a" + i, 10 - leads[i] * 1.01);
            values.put("b" + i, 10.0);
        }
        return new Experiment.SideBySide(metrics, List.of()).judge(values);
    }

    @Test
    @DisplayName("a model that does not reproduce measurements in their order supports nothing")
    void reproduces() {
        var a = new Gauge("a", new Measure.Given(0), Kind.TEMPERATURE, "°C");
        var b = new Gauge("b", new Measure.Given(0), Kind.TEMPERATURE, "°C");
        var side = new Experiment.SideBySide(
                List.of(new Experiment.Metric("m", a, b, true, 1, false, "1 K")),
                List.of(new Experiment.Reproduced(a, 318, 3, ""), new Experiment.Reproduced(b, 317, 3, "")));
        assertThat(side.judge(Map.of("a", 319.0, "b", 316.0))).isEqualTo(Standing.SUPPORTED);
        assertThat(side.judge(Map.of("a", 322.0, "b", 316.0))).isEqualTo(Standing.PARTLY);
        assertThat(side.reproduces(Map.of("a", 317.0, "b", 317.5))).isFalse();
    }
}

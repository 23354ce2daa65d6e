// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lithe.device.Demands;
import lithe.device.Device;
import lithe.device.Targets;
import lithe.input.DeviceFile;
import lithe.result.Verdict;
import lithe.result.Verdict.Status;
import lithe.result.Verdicts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The three answers on outcomes whose numbers are given, on the Xiaomi 12.
class HeadlineTest {

    private static final Device PHONE = DeviceFile.read(Path.of("../devices/xiaomi-12.yaml")).device();
    private static final double NONE = Double.NaN;

    private static Run run(String workload, Map<String, Double> results, Verdict... verdicts) {
        return new Run(
                PHONE.workload(workload), results, List.of(verdicts), List.of(), new Series(new double[] {0}, Map.of()), List.of(),
                new Field(new double[0], new double[0], new double[0], new double[0], new int[0], new String[0]), 0);
    }

    private static Run skin(String workload, double celsius) {
        return run(workload, Map.of(), Verdicts.standard().skin("skin.back.max", 273.15 + celsius, "glass", "(40, 30) mm"));
    }

    private static Run charge(double minutes, double plating, double cell) {
        Map<String, Double> results = new LinkedHashMap<>();
        results.put("charge.t80", minutes * 40);
        results.put("charge.t100", minutes * 60);
        results.put("plating.margin.min", plating);
        results.put("cell.max", 273.15 + cell);
        return run("charge-67w", results, Verdicts.standard().skin("skin.back.max", 310, "glass", "(40, 30) mm"));
    }

    private static Headline asked(Targets targets, Run... runs) {
        return Headline.of(new Outcome(PHONE.asked(new Demands(PHONE.demands().fit(), targets)), List.of(runs)));
    }

    @Test
    @DisplayName("cool is the worst skin of all runs; tight is held against the ceiling, so that its margin is not negative")
    void cool() {
        var pass = asked(Targets.NONE, skin("game", 40), skin("idle", 30)).cool();
        assertThat(pass.status()).isEqualTo(Status.PASS);
        assertThat(pass.margin()).isEqualTo(3, within(1e-9));
        assertThat(pass.workload()).isEqualTo("game");
        var tight = asked(Targets.NONE, skin("game", 40), skin("idle", 46)).cool();
        assertThat(tight.status()).isEqualTo(Status.TIGHT);
        assertThat(tight.margin()).isEqualTo(2, within(1e-9));
        var fail = asked(Targets.NONE, skin("game", 48.5), skin("idle", 46)).cool();
        assertThat(fail.status()).isEqualTo(Status.FAIL);
        assertThat(fail.margin()).isEqualTo(-0.5, within(1e-9));
        assertThat(asked(Targets.NONE).cool().status()).isNull();
    }

    @Test
    @DisplayName("a target for the skin adds to the standard limits and never softens them")
    void skinTarget() {
        var strict = new Targets(273.15 + 38, NONE, NONE);
        assertThat(asked(strict, skin("game", 40)).cool().status()).isEqualTo(Status.FAIL);
        assertThat(asked(strict, skin("game", 37.5)).cool().status()).isEqualTo(Status.TIGHT);
        assertThat(asked(strict, skin("game", 36)).cool().status()).isEqualTo(Status.PASS);
        assertThat(asked(new Targets(273.15 + 60, NONE, NONE), skin("game", 49)).cool().status()).isEqualTo(Status.FAIL);
    }

    @Test
    @DisplayName("a chamber that stands worse than the skin is a note, not the answer")
    void chamberNote() {
        var dry = run(
                "burst-10w", Map.of(), Verdicts.standard().skin("skin.back.max", 305, "glass", "(40, 30) mm"),
                Verdicts.standard().margin("chamber.capillary.use", 1.2, "chamber, upright"));
        var cool = asked(Targets.NONE, dry).cool();
        assertThat(cool.status()).isEqualTo(Status.PASS);
        assertThat(cool.notes()).singleElement().asString().contains("120 % of its wick in burst-10w");
    }

    @Test
    @DisplayName("a charge passes without a target when nothing plates and the cell stays in its window")
    void chargeWithoutTarget() {
        assertThat(asked(Targets.NONE, skin("game", 40)).charge().status()).isNull();
        assertThat(asked(Targets.NONE, charge(40, 0.020, 45)).charge().status()).isEqualTo(Status.PASS);
        assertThat(asked(Targets.NONE, charge(40, 0.002, 45)).charge().status()).isEqualTo(Status.TIGHT);
        var plates = asked(Targets.NONE, charge(40, -0.003, 45)).charge();
        assertThat(plates.status()).isEqualTo(Status.FAIL);
        assertThat(plates.margin()).isEqualTo(-0.003, within(1e-12));
        // the table of the Xiaomi 12 ends at 58 °C
        assertThat(asked(Targets.NONE, charge(40, 0.02, 59)).charge().id()).isEqualTo("cell.max");
        assertThat(asked(Targets.NONE, charge(40, 0.02, 59)).charge().status()).isEqualTo(Status.FAIL);
    }

    @Test
    @DisplayName("a charge is held against the time asked for; one that was not reached fails")
    void chargeTarget() {
        var target = new Targets(NONE, NONE, 42 * 60);
        assertThat(asked(target, charge(36, 0.02, 45)).charge().status()).isEqualTo(Status.PASS);
        var tight = asked(target, charge(40, 0.02, 45)).charge();
        assertThat(tight.status()).isEqualTo(Status.TIGHT);
        assertThat(tight.margin()).isEqualTo(120, within(1e-9));
        assertThat(asked(target, charge(45, 0.02, 45)).charge().status()).isEqualTo(Status.FAIL);
        var never = run("charge-67w", Map.of("plating.margin.min", 0.02));
        assertThat(asked(target, never).charge().where()).contains("not reached");
        assertThat(asked(target, never).charge().status()).isEqualTo(Status.FAIL);
        assertThat(asked(new Targets(NONE, NONE, 90 * 60), never).charge().status()).isEqualTo(Status.TIGHT);
    }

    @Test
    @DisplayName("only a fail has a negative margin, whatever is asked")
    void margins() {
        for (double celsius = 30; celsius < 52; celsius += 0.7) {
            for (var targets : List.of(Targets.NONE, new Targets(312, 1500, 2500))) {
                for (var answer : asked(targets, skin("game", celsius), charge(celsius, celsius / 1000 - 0.04, celsius)).all()) {
                    assertThat(answer.margin() < 0).as(answer.toString()).isEqualTo(answer.status() == Status.FAIL);
                }
            }
        }
    }
}

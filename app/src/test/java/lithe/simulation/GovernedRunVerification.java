// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import lithe.Figures;
import lithe.device.Device;
import lithe.device.Workload;
import lithe.governor.Governors;
import lithe.input.DeviceFile;
import lithe.thermal.Grid;
import lithe.thermal.Heat;
import lithe.thermal.Resolution;
import org.junit.jupiter.api.Test;

/// A copper plate with films is a first-order plant, so a governed run of it has an answer that can be worked out poll by
/// poll: T ← a T + (1 − a)(Tₐ + P / hA), a = exp(−t hA / C).
class GovernedRunVerification {

    private static final String PLATE =
            """
            lithe: 1
            name: plate
            body: {width: 60 mm, length: 120 mm, thickness: 4 mm}
            layers:
              - {name: front, material: copper, thickness: 2 mm}
              - {name: back, material: copper, thickness: 2 mm}
            parts:
              - {name: heater, material: copper, layer: front, at: [0 mm, 0 mm], size: [60 mm, 120 mm]}
            surfaces:
              front: {emissivity: 0.5, touch: metal}
              back: {emissivity: 0.5, touch: metal}
              edges: {emissivity: 0.5, touch: metal}
            sensors:
              - {name: plate, part: heater}
            governor:
              actors: {heater: {least: 0.1 W, most: 8 W, base: 0 W}}
              rules: [RULE]
            workloads:
              - {name: governed, governed: true, frame-rate: 60 Hz, duration: 5000 s, ambient: 25 °C, boundary: &films, power: {heater: 7 W}}
              - {name: mild, governed: true, duration: 300 s, ambient: 25 °C, boundary: &films, power: {heater: [[0 s, 2 W], [100 s, 1 W]]}}
              - {name: free, duration: 300 s, ambient: 25 °C, boundary: &films, power: {heater: [[0 s, 2 W], [100 s, 1 W]]}}
            """
                    .replace("&films", "{radiation: off, front: 8 W/(m²·K), back: 10 W/(m²·K), edges: adiabatic}");
    private static final double LOSS = 18 * 0.06 * 0.12, AMBIENT = 298.15;
    private static final String ALLOCATOR =
            "{name: ipa, sensor: plate, passive: 1 s, power-allocator: {switch-on: 38 °C, control: 43 °C, sustainable: 2.2 W}}";
    private static final String RELAY = "{name: relay, sensor: plate, passive: 2 s, set-points: [[43 °C, 41 °C, 40 %]]}";
    private static final String STEPS = "{name: steps, sensor: plate, passive: 4 s, step-wise: {trip: 43 °C, hysteresis: 1 K}}";

    private static Device device(String rule) {
        return DeviceFile.parse(PLATE.replace("RULE", rule), "plate.yaml", null).device();
    }

    /// A run, and how many coupling steps it took.
    private record Made(Run run, int steps) {}

    private static Made run(Device device, String workload, double fineness) {
        var heat = Heat.on(Grid.of(device, Resolution.of(2_000)), 1);
        var meter = new Coupling.Meter(new Coupling.Meter.Total(1, Progress.SILENT), workload, 1);
        var made = new WorkloadRun(device, heat, device.workload(workload), null, meter).fineness(fineness);
        return new Made(made.run(), made.governedSteps());
    }

    /// The same, poll by poll, with the exact solution between polls.
    private static double[] exact(Device device, double[] times) {
        Workload workload = device.workload("governed");
        var governors = new Governors(Objects.requireNonNull(workload.governed()));
        double capacity = Heat.on(Grid.of(device, Resolution.of(2_000)), 1).capacity();
        double[] asked = {7}, seen = new double[times.length];
        double t = AMBIENT, now = 0;
        var state = governors.poll(governors.start(), 0, new double[] {t}, asked);
        for (int i = 0; i < times.length; ) {
            double to = Math.min(state.next(), times[i]), power = Math.min(state.caps()[0], 7);
            double rest = AMBIENT + power / LOSS;
            t = rest + (t - rest) * Math.exp(-(to - now) * LOSS / capacity);
            now = to;
            if (now == times[i]) {
                seen[i++] = t;
            }
            state = governors.poll(state, now, new double[] {t}, asked);
        }
        return seen;
    }

    private static double worst(String rule, double fineness, String figure) {
        var device = device(rule);
        var made = run(device, "governed", fineness);
        double[] time = made.run().series().time();
        double[] read = Objects.requireNonNull(made.run().series().values().get("sensor.plate"));
        double[] exact = exact(device, time);
        double worst = 0;
        for (int i = 0; i < time.length; i++) {
            worst = Math.max(worst, Math.abs(read[i] - exact[i]));
        }
        if (!figure.isEmpty()) {
            Figures.record("6", "governor: " + figure + " in a coupled run against the exact loop",
                    "largest error %.4f K over 5000 s, %d coupling steps".formatted(worst, made.steps()));
        }
        assertThat(made.run().result("heat.error")).isLessThan(1e-4);
        return worst;
    }

    @Test
    void allocatorFollowsTheExactLoop() {
        // 4863 polls in a few hundred steps; the control error allowed in a step is 0.03 K
        assertThat(worst(ALLOCATOR, 1, "power allocator")).isLessThan(0.05);
    }

    @Test
    void stepWiseFollowsTheExactLoop() {
        assertThat(worst(STEPS, 1, "step-wise")).isLessThan(0.1);
    }

    /// Whether a switch falls on a poll or on the next one shifts all later cycles, so bounds, power and number of
    /// switches are compared, not moments.
    @Test
    void relayHasTheCyclesOfTheExactLoop() {
        var device = device(RELAY);
        var made = run(device, "governed", 1);
        double[] time = IntStream.range(0, 5000).mapToDouble(i -> i + 1).toArray();
        double[] exact = exact(device, time);
        double[] read = Objects.requireNonNull(made.run().series().values().get("sensor.plate"));
        double capacity = Heat.on(Grid.of(device, Resolution.of(2_000)), 1).capacity();
        double hottest = Arrays.stream(exact).max().orElseThrow(), end = exact[exact.length - 1];
        double lost = LOSS * Arrays.stream(exact).map(t -> t - AMBIENT).average().orElseThrow();
        double mean = lost + capacity * (end - AMBIENT) / 5000;
        assertThat(Arrays.stream(read).max().orElseThrow()).isCloseTo(hottest, within(0.1));
        int cycles = crossings(exact), run = crossings(read);
        // up to one cycle more or less in the whole
        assertThat(made.run().result("heat.in")).isCloseTo(mean, within(2 * mean / cycles));
        assertThat(run).isCloseTo(cycles, within(1));
        Figures.record("6", "governor: relay in a coupled run against the exact loop",
                "%d of %d crossings of its middle, mean power %.3f of %.3f W, hottest %.3f of %.3f K above set, %d coupling steps".formatted(
                        run, cycles, made.run().result("heat.in"), mean, Arrays.stream(read).max().orElseThrow() - 316.15, hottest - 316.15, made.steps()));
    }

    private static int crossings(double[] t) {
        int n = 0;
        for (int i = 1; i < t.length; i++) {
            n += (t[i] - 315.15) * (t[i - 1] - 315.15) < 0 ? 1 : 0;
        }
        return n;
    }

    @Test
    void aGovernorThatNeverActsChangesNothingAndCutsNoStep() {
        var device = device(RELAY);
        var governed = run(device, "mild", 1);
        var free = run(device, "free", 1).run();
        assertThat(governed.run().result("skin.max")).isCloseTo(free.result("skin.max"), within(1e-3));
        assertThat(governed.run().result("heat.in")).isCloseTo(free.result("heat.in"), within(1e-12));
        assertThat(governed.run().result("performance.sustained")).isEqualTo(1);
        assertThat(governed.run().results()).doesNotContainKeys("throttle.first", "frames.lost");
        // 150 polls fit into a few steps
        assertThat(governed.steps()).isLessThan(15);
    }

    @Test
    void scoreAgreesWithThePowerThatWasGranted() {
        var run = run(device(ALLOCATOR), "governed", 1).run();
        double mean = run.result("heat.in");
        assertThat(run.result("governor.withheld")).isCloseTo(7 - mean, within(2e-3));
        double sustained = run.result("performance.sustained");
        // in rest it gets what it loses: at most the control temperature, and speed goes with the cube root
        double[] plate = Objects.requireNonNull(run.series().values().get("sensor.plate"));
        double last = LOSS * (plate[plate.length - 1] - AMBIENT);
        assertThat(sustained).isCloseTo(Math.cbrt(last / 7), within(2e-3));
        assertThat(run.result("frames.lost")).isBetween(60 * 3000 * (1 - sustained), 60 * 5000 * (1 - sustained));
        assertThat(run.result("throttle.first")).isBetween(100.0, 1000.0);
    }

    @Test
    void aPhoneThatSwitchesItselfOffReleasesNothing() {
        var run = run(device("{name: off, sensor: plate, passive: 1 s, critical: 40 °C}"), "governed", 1).run();
        assertThat(run.result("skin.max") - 313.15).isBetween(0.0, 0.1);
        assertThat(run.warnings()).anyMatch(warning -> warning.startsWith("the phone switches itself off after"));
        double[] power = Objects.requireNonNull(run.series().values().get("power.heater"));
        assertThat(power[power.length - 1]).isZero();
        assertThat(run.result("performance.sustained")).isZero();
    }
}

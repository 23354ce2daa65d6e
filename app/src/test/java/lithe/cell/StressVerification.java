// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import lithe.Figures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Random charges, from gentle to hostile: none may fail, and what ends early must name a limit that can be seen.
class StressVerification {

    private static final long SEED = 20_261_124L;

    @Test
    @DisplayName("random charges complete or name the physical limit they stopped at")
    void randomCharges() {
        int cases = Figures.all() ? 2000 : 200;
        int inside = 0;
        int insideDone = 0;
        int done = 0;
        int failures = 0;
        var limits = new EnumMap<Limit.Kind, Integer>(Limit.Kind.class);
        var hidden = new StringBuilder();
        for (int i = 0; i < cases; i++) {
            var random = new Random(SEED + i);
            var one = Case.draw(random);
            try {
                var run = one.run();
                boolean complete = run.limit() == null;
                done += complete ? 1 : 0;
                if (one.inside) {
                    inside++;
                    insideDone += complete ? 1 : 0;
                }
                if (!complete) {
                    limits.merge(run.limit().kind(), 1, Integer::sum);
                    if (!visible(run)) {
                        hidden.append(" #%d %s: %s at %.1f s %s;".formatted(i, one, run.limit().sentence(), run.simulator().time(), run.simulator().extremes()));
                    }
                }
            } catch (RuntimeException e) {
                failures++;
                hidden.append(" #%d %s: %s;".formatted(i, one, e));
            }
        }
        double share = inside == 0 ? 1 : (double) insideDone / inside;
        Figures.record("4", "random charges (seed %d)".formatted(SEED),
                "%d of %d complete; inside the stated range %d of %d (%.1f %%); limits %s; solver failures or limits not visible: %s"
                        .formatted(done, cases, insideDone, inside, 100 * share, limits, hidden.isEmpty() ? "none" : hidden));
        assertThat(failures).describedAs("solver failures:%s", hidden).isZero();
        assertThat(hidden.toString()).isEmpty();
        assertThat(share).isGreaterThanOrEqualTo(0.98);
    }

    /// The named limit can be seen in the state: surface within 1 % of full or empty, salt below 5 %, or temperature out.
    private static boolean visible(CellRun run) {
        var e = run.simulator().extremes();
        double salt = 50;
        return switch (run.limit().kind()) {
            case NEGATIVE_FULL -> e.fullestNegative() > 0.99;
            case NEGATIVE_EMPTY -> e.emptiestNegative() < 0.01;
            case POSITIVE_FULL -> e.fullestPositive() > 0.99;
            case POSITIVE_EMPTY -> e.emptiestPositive() < 0.01;
            case SALT_GONE -> e.leastSalt() < salt;
            case TEMPERATURE -> run.simulator().temperature() < 201 || run.simulator().temperature() > 399;
        };
    }

    private record Case(ParameterSet set, Model model, double celsius, boolean lumped, double start, String steps, boolean inside) {

        static Case draw(Random random) {
            var names = ParameterLibrary.names();
            var set = ParameterLibrary.named(names.get(random.nextInt(names.size())));
            var model = Model.values()[random.nextInt(3)];
            double celsius = -10 + 65 * random.nextDouble();
            double rate = 0.2 * Math.pow(30, random.nextDouble());
            boolean hostile = random.nextInt(5) == 0;
            if (hostile) {
                set = spoil(set, random);
            }
            double start = random.nextDouble() * 0.9;
            double v = set.highVoltage();
            var steps = switch (random.nextInt(6)) {
                case 0 -> "Charge at %.3fC with %.3f V until C/20";
                case 1 -> "Charge at %.3fC until %.3f V; Hold at %2$.3f V until C/20";
                case 2 -> "Charge at %.3fC for 90 s; Rest for 5 min; Charge at %1$.3fC with %.3f V until C/10";
                case 3 -> "Charge at %.3fC with %.3f V and margin 5 mV until C/10 or until 95 %%";
                case 4 -> "Charge at %.3fC with %.3f V for 30 min; Discharge at 1C until 3.2 V; Charge at %1$.3fC with %2$.3f V for 10 min";
                default -> "Charge at %.3fC for 2 h or until %.3f V; Hold at %2$.3f V for 10 min";
            };
            double k = celsius + 273.15;
            double true1C = set.capacity() / set.nominalCapacity();
            boolean inside = !hostile && rate <= set.range().fastestCharge() * true1C && k >= set.range().coldest() && k <= set.range().hottest();
            return new Case(set, model, celsius, random.nextBoolean(), start, String.format(Locale.ROOT, steps, rate, v), inside);
        }

        /// Parameters up to a hundred times off.
        private static ParameterSet spoil(ParameterSet s, Random random) {
            var n = s.negative();
            double d = Math.pow(10, -2 + 2 * random.nextDouble());
            double r = Math.pow(10, -2 + 2 * random.nextDouble());
            var bad = new Electrode(
                    n.thickness(), n.porosity(), n.transport(), n.conductivity(), n.activeFraction(), n.radius(),
                    n.surface(), n.capacity(), Curve.constant(n.diffusivity().at(0.5) * d), true, n.diffusionEnergy(),
                    n.rate() * r, n.rateEnergy(), n.potential(), n.entropy(), n.empty(), n.full());
            double e = Math.pow(10, -1.5 + 1.5 * random.nextDouble());
            var el = s.electrolyte();
            var poor = new Electrolyte(
                    el.concentration(), el.transference(), (c, t) -> e * el.diffusivity().at(c, t),
                    (c, t) -> e * el.conductivity().at(c, t), el.thermodynamicFactor());
            return new ParameterSet(
                    s.name() + " spoiled", s.source(), s.grade(), bad, s.separator(), s.positive(), poor, s.area(),
                    s.nominalCapacity(), s.lowVoltage(), s.highVoltage(), s.referenceTemperature(), s.heatCapacity(),
                    s.cooling(), s.resistance(), s.range());
        }

        CellRun run() {
            double kelvin = celsius + 273.15;
            var thermal = lumped ? Thermal.lumped(set, kelvin) : new Thermal.Held(kelvin);
            var cell = new CellSimulator(set, model, Resolution.QUICK, thermal, CellSimulator.Options.STANDARD, start);
            return CellRun.of(cell, Protocol.of(steps, set));
        }

        @Override
        public String toString() {
            return "%s %s %.1f °C%s from %.2f \"%s\"".formatted(set.name(), model.word(), celsius, lumped ? " lumped" : "", start, steps);
        }
    }

    @Test
    @DisplayName("an endless charge stops where the cell is full, and says so")
    void endless() {
        var set = ParameterLibrary.named("Marquis2019");
        for (var model : List.of(Model.SPM, Model.DFN)) {
            var cell = new CellSimulator(
                    set, model, Resolution.QUICK, new Thermal.Held(298.15), CellSimulator.Options.STANDARD, 0.5);
            var run = CellRun.of(cell, Protocol.of("Charge at 1C for 10 h", set));
            Map<String, Object> told = Map.of("model", model, "limit", String.valueOf(run.limit()));
            assertThat(run.limit()).describedAs(told.toString()).isNotNull();
            assertThat(visible(run)).describedAs(told.toString()).isTrue();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lithe.device.Device;
import lithe.device.Workload;
import lithe.thermal.Balance;
import lithe.thermal.Heat;
import lithe.thermal.Judge;
import lithe.thermal.Surroundings;
import lithe.thermal.Temperatures;
import org.jspecify.annotations.Nullable;

/// One workload on one phone and one mesh: steps the coupled models to its end and reads the results.
final class WorkloadRun {

    /// Rounds of drying in a steady state, each of which halves what is beyond its limit.
    private static final int MOST_DRYING = 16;

    private final Device phone;
    private final Heat heat;
    private final Workload workload;
    private final @Nullable Temperatures before;
    private final Coupling.Meter meter;
    private final WorkloadPower power;
    private final History history = new History();
    private final List<ChamberWatch> chambers;
    private final Exchanged exchanged;
    private @Nullable ChargeModel charge;
    private @Nullable GovernedPower governed;
    private @Nullable Judgement judgement;
    private double fineness = 1;
    private HeatChoice choice = HeatChoice.FULL;
    private HeatChoice.@Nullable Chosen chosen;
    private @Nullable Temperatures hottest;
    private @Nullable Temperatures end;

    WorkloadRun(Device phone, Heat heat, Workload workload, @Nullable Temperatures before, Coupling.Meter meter) {
        this.phone = phone;
        this.heat = heat;
        this.workload = workload;
        this.before = before;
        this.meter = meter;
        this.power = new WorkloadPower(workload, heat);
        this.chambers = ChamberWatch.of(phone, heat, workload);
        this.exchanged = new Exchanged(phone.parts().size());
    }

    /// Holds coupling steps to a part of their errors and changes, to see what they do to the answer.
    WorkloadRun fineness(double part) {
        fineness = part;
        return this;
    }

    /// Chooses the model of heat, unless it is a steady state.
    WorkloadRun heat(HeatChoice wish) {
        choice = wish;
        return this;
    }

    /// Estimates the mesh error as well; not of a reduced model, whose own error would drown it.
    WorkloadRun judged(Judge judge) {
        judgement = new Judgement(phone, judge, workload.duration());
        return this;
    }

    /// Runs the workload.
    Run run() {
        long start = System.nanoTime();
        Balance balance = workload.steady() ? steady() : transientHeat();
        var run = told(balance, (System.nanoTime() - start) * 1e-9);
        if (chosen != null && chosen.reduced()) {
            return run.with(Map.of("solve.reduced-error", chosen.error()), run.seconds());
        }
        run = judgement == null ? run : run.with(judgement.results(), run.seconds());
        return chosen == null || chosen.note().isEmpty() ? run : run.with(chosen.note());
    }

    private Run told(Balance balance, double seconds) {
        double began = before == null ? workload.start() : before.skinMean();
        return new Outcomes(phone, workload, heat, chambers)
                .run(history, Objects.requireNonNull(hottest), end(), balance, governed == null ? power::total : governed::total, began, charge, governed, seconds);
    }

    /// Returns the temperatures at the end; only after [#run()].
    Temperatures end() {
        return Objects.requireNonNull(end, "the workload has not been run");
    }

    /// Returns the number of coupling steps of a governed run; 0 for one that is not.
    int governedSteps() {
        return governed == null ? 0 : governed.steps();
    }

    private Balance steady() {
        power.advance(0, 0, exchanged);
        var settled = heat.steady(Surroundings.of(workload), exchanged.heatFrom());
        for (int n = 0; n < MOST_DRYING && dries(settled); n++) {
            settled = heat.steady(Surroundings.of(workload), exchanged.heatFrom());
        }
        keep(0, settled);
        if (judgement != null) {
            judgement.steady(settled);
        }
        return settled.balance();
    }

    private Balance transientHeat() {
        var taken = choice.of(heat, workload, before);
        chosen = taken;
        var heating = new HeatModel(taken.heat(), workload.duration(), this::keep);
        governed = workload.governed() == null ? null : new GovernedPower(phone, workload, heat, heating::now, fineness);
        CoupledModel source = governed == null ? power : governed;
        List<CoupledModel> models = new ArrayList<>(List.of(source));
        if (workload.charged()) {
            charge = new ChargeModel(phone, workload, heat, fineness, heating::now);
            models.add(charge);
        }
        models.add(heating);
        source.advance(0, horizon(models, 0), exchanged);
        keep(0, heating.now());
        for (double now = 0; now < workload.duration(); ) {
            double to = horizon(models, now);
            exchanged.nextStep();
            for (CoupledModel coupled : models) {
                coupled.advance(now, to, exchanged);
            }
            now = to;
        }
        return heating.energy();
    }

    private double horizon(List<CoupledModel> models, double now) {
        double least = workload.duration();
        for (CoupledModel coupled : models) {
            least = Math.min(least, coupled.horizon(now));
        }
        return least;
    }

    /// Lets the wicks of chambers fall dry or wet again; the next step sees it.
    private boolean dries(Temperatures settled) {
        boolean changed = false;
        for (ChamberWatch watch : chambers) {
            watch.at(0, settled);
            changed |= watch.follow(Double.POSITIVE_INFINITY);
        }
        return changed;
    }

    private void keep(double t, Temperatures now) {
        Map<String, Double> readings = new LinkedHashMap<>(Reading.temperatures(phone, now));
        if (judgement != null && (chosen == null || !chosen.reduced())) {
            judgement.at(t, now, readings);
        }
        chambers.forEach(watch -> watch.at(t, now).forEach((id, value) -> readings.merge(id, value, Math::max)));
        readings.putAll(exchanged.readings());
        history.add(t, readings);
        if (!workload.steady() && t > 0) {
            chambers.forEach(watch -> watch.follow(t));
        }
        if (hottest == null || now.skinMax() > hottest.skinMax()) {
            hottest = now;
        }
        end = now;
        meter.at(workload.steady() ? 1 : t / workload.duration());
    }
}

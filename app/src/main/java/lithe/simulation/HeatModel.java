// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import lithe.device.Workload;
import lithe.thermal.Balance;
import lithe.thermal.Heat;
import lithe.thermal.Surroundings;
import lithe.thermal.Temperatures;
import lithe.thermal.Transient;
import org.jspecify.annotations.Nullable;

/// Heat as one of the coupled models: takes the power of each part, gives temperatures. It chooses its own steps within a
/// coupling step and sets no bound on it.
final class HeatModel implements CoupledModel {

    private final Transient state;
    private final Watcher watcher;
    private final Trail trail;
    private double[] powers = {};
    private double time;

    /// Hears of every step that heat takes.
    @FunctionalInterface
    interface Watcher {
        void at(double t, Temperatures temperatures);
    }

    HeatModel(Heat heat, Workload workload, @Nullable Temperatures before, Trail trail, Watcher watcher) {
        var around = Surroundings.of(workload);
        this.state = before == null ? heat.from(around, workload.start()) : heat.from(around, before);
        this.trail = trail;
        this.watcher = watcher;
    }

    @Override
    public double horizon(double now) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public void advance(double from, double to, Exchanged exchanged) {
        powers = exchanged.heatFrom().clone();
        state.advance(to - from, exchanged.heatFrom(), exchanged.heatTo(), this::stepped);
    }

    private void stepped(lithe.thermal.HeatInTime told) {
        var step = (Transient) told;
        var now = step.powers();
        trail.add(new Trail.Step(step.time() - time, powers, now));
        powers = now;
        time = step.time();
        watcher.at(time, step.now());
    }

    /// Takes the step that a run on another mesh took.
    void follow(Trail.Step step) {
        state.step(step.seconds(), step.from(), step.to());
        watcher.at(state.time(), state.now());
    }

    Temperatures now() {
        return state.now();
    }

    /// Returns where the heat went since the start, J.
    Balance energy() {
        return state.energy();
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import lithe.device.Workload;
import lithe.thermal.Balance;
import lithe.thermal.Heat;
import lithe.thermal.HeatInTime;
import lithe.thermal.Surroundings;
import lithe.thermal.Temperatures;
import lithe.thermal.Transient;
import org.jspecify.annotations.Nullable;

/// Heat as one of the coupled models: takes the power of each part, gives temperatures. It chooses its own steps within a
/// coupling step and sets no bound on it.
final class HeatModel implements CoupledModel {

    private final Transient state;
    private final Watcher watcher;

    /// Hears of every step that heat takes.
    @FunctionalInterface
    interface Watcher {
        void at(double t, Temperatures temperatures);
    }

    HeatModel(Heat heat, Workload workload, @Nullable Temperatures before, Watcher watcher) {
        var around = Surroundings.of(workload);
        this.state = before == null ? heat.from(around, workload.start()) : heat.from(around, before);
        this.watcher = watcher;
    }

    @Override
    public double horizon(double now) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public void advance(double from, double to, Exchanged exchanged) {
        state.advance(to - from, exchanged.heatFrom(), exchanged.heatTo(), this::stepped);
    }

    private void stepped(HeatInTime step) {
        watcher.at(step.time(), step.now());
    }

    Temperatures now() {
        return state.now();
    }

    /// Returns where the heat went since the start, J.
    Balance energy() {
        return state.energy();
    }
}

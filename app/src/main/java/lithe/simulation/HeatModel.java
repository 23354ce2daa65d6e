// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import lithe.thermal.Balance;
import lithe.thermal.HeatInTime;
import lithe.thermal.Temperatures;

/// Heat as one of the coupled models: takes the power of each part, gives temperatures. It chooses its own steps within a
/// coupling step and sets no bound on it.
final class HeatModel implements CoupledModel {

    private final HeatInTime state;
    private final double end;
    private final Watcher watcher;
    private double told;

    /// Hears of every step that heat takes.
    @FunctionalInterface
    interface Watcher {
        void at(double t, Temperatures temperatures);
    }

    /// @param state temperatures at the start
    /// @param end when the run ends, s; the watcher hears of it in any case
    HeatModel(HeatInTime state, double end, Watcher watcher) {
        this.state = state;
        this.end = end;
        this.watcher = watcher;
    }

    @Override
    public double horizon(double now) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public void advance(double from, double to, Exchanged exchanged) {
        state.advance(to - from, exchanged.heatFrom(), exchanged.heatTo(), this::stepped);
        if (to >= end && told < state.time()) {
            stepped(state);
        }
    }

    private void stepped(HeatInTime step) {
        told = step.time();
        watcher.at(told, step.now());
    }

    Temperatures now() {
        return state.now();
    }

    /// Returns where the heat went since the start, J.
    Balance energy() {
        return state.energy();
    }
}

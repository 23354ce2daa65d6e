// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The steps in time that one run took and the powers it met, for runs on other meshes to follow while it goes on.
final class Trail {

    private final List<Step> steps = new ArrayList<>();
    private boolean ended;

    /// A step of the heat equation.
    ///
    /// @param seconds its length, s
    /// @param from power of each part at its start, W
    /// @param to power of each part at its end, W
    record Step(double seconds, double[] from, double[] to) {}

    synchronized void add(Step step) {
        steps.add(step);
        notifyAll();
    }

    /// Nothing more will come, whether the run has come to its end or failed.
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /// Returns a step, waiting for it if need be.
    ///
    /// @param number of the step, from 0
    /// @return the step; null behind the last one
    synchronized @Nullable Step at(int number) throws InterruptedException {
        while (number >= steps.size() && !ended) {
            wait();
        }
        return number < steps.size() ? steps.get(number) : null;
    }
}

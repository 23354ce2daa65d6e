// SPDX-License-Identifier: Apache-2.0
package lithe.governor;

import java.util.Arrays;
import lithe.device.Severity;

/// What a governor remembers from poll to poll.
public sealed interface Memory {

    /// Tells whether the governor looks at the shorter time.
    ///
    /// @return true while something is hot
    boolean hot();

    /// Step-wise.
    ///
    /// @param state cooling state; 0 is free
    /// @param last temperature at the poll before, K; NaN before the first
    /// @param hot whether it throttles
    record Steps(int state, double last, boolean hot) implements Memory {
        static final Steps START = new Steps(0, Double.NaN, false);
    }

    /// Power allocator.
    ///
    /// @param sum error summed over polls, K
    /// @param error error at the poll before, K
    /// @param hot whether it is switched on
    /// @param granted power of each of its actors, W; empty while it is off
    record Pid(double sum, double error, boolean hot, double[] granted) implements Memory {
        static final Pid START = new Pid(0, 0, false, new double[0]);
    }

    /// Set and clear points.
    ///
    /// @param held whether each point holds
    record Points(boolean[] held) implements Memory {

        @Override
        public boolean hot() {
            for (boolean each : held) {
                if (each) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Points points && Arrays.equals(held, points.held);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(held);
        }
    }

    /// Severities.
    ///
    /// @param severity the severity now
    record Level(Severity severity) implements Memory {

        @Override
        public boolean hot() {
            return severity != Severity.NONE;
        }
    }

    /// Critical trip.
    ///
    /// @param tripped whether it has acted; it never goes back
    record Trip(boolean tripped) implements Memory {

        @Override
        public boolean hot() {
            return tripped;
        }
    }
}

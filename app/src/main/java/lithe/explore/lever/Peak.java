// SPDX-License-Identifier: Apache-2.0
package lithe.explore.lever;

import java.util.Objects;
import lithe.simulation.Run;

/// How long a run must last to tell the highest value of a result.
///
/// Once a temperature has fallen well below its highest and stays there, what follows decides nothing: not in this run, and
/// not in one with a lever moved a little, which would have to gain as much on the peak.
///
/// @param until when the run may end, s; the whole duration when its highest value comes late
/// @param moments moments of the run up to then
public record Peak(double until, int moments) {

    /// A fall that a step of a lever does not make good, K: the greatest, of ambient, is 1 K, and moves the peak as well.
    private static final double FALLEN = 1;
    /// A peak may come later by this share of its time when a lever is moved; one that comes later still is seen as such.
    private static final double LATER = 0.1;
    /// Ends are rounded up to this, s, so that they do not depend on the last digits of a run.
    private static final double ROUND = 10;

    /// Finds out how long a run must last.
    ///
    /// @param run a run of the whole workload
    /// @param id result, a temperature
    /// @return how long
    public static Peak of(Run run, String id) {
        double[] time = run.series().time(), values = values(run, id);
        int highest = highest(values), below = values.length;
        while (below > highest + 1 && values[below - 1] <= values[highest] - FALLEN) {
            below--;
        }
        double duration = run.workload().duration();
        double end = below == values.length ? duration : time[below] + LATER * time[highest];
        double until = Math.min(duration, Double.isInfinite(end) ? end : ROUND * Math.ceil(end / ROUND));
        int moments = 0;
        while (moments < time.length && time[moments] <= until) {
            moments++;
        }
        return new Peak(until, moments);
    }

    /// Tells whether the highest value of a run that ended early is behind it.
    ///
    /// @param run a run that may have been cut short
    /// @param id result, a temperature
    /// @return true when the result has fallen again
    public static boolean behind(Run run, String id) {
        double[] values = values(run, id);
        return values[values.length - 1] <= values[highest(values)] - FALLEN / 2;
    }

    private static int highest(double[] values) {
        int highest = 0;
        for (int i = 1; i < values.length; i++) {
            highest = values[i] > values[highest] ? i : highest;
        }
        return highest;
    }

    private static double[] values(Run run, String id) {
        return Objects.requireNonNull(run.series().values().get(id), id);
    }
}

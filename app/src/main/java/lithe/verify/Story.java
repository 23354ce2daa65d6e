// SPDX-License-Identifier: Apache-2.0
package lithe.verify;

import java.util.List;
import lithe.charge.Moment;
import lithe.simulation.Run;

/// A charge as a tester on the charger's side sees it.
///
/// @param moments the story of the charge; each moment ends a step
/// @param own power of the phone itself, which the charger gives as well, W
record Story(List<Moment> moments, double own) {

    static Story of(Run run) {
        return new Story(run.charge(), run.workload().power().values().stream().mapToDouble(trace -> trace.at(0)).sum());
    }

    /// Mean power out of the charger between two times, W.
    double power(double from, double to) {
        double energy = 0, time = 0, before = 0;
        for (Moment m : moments) {
            double part = Math.min(to, m.time()) - Math.max(from, before);
            if (part > 0) {
                energy += part * (m.drawn() + own);
                time += part;
            }
            before = m.time();
        }
        return time > 0 ? energy / time : Double.NaN;
    }

    /// Energy out of the charger until a time, or until the charge has ended, J.
    double energy(double until) {
        double energy = 0, before = 0;
        for (Moment m : moments) {
            double part = Math.min(until, m.time()) - before;
            if (part > 0 && !m.limit().equals("full")) {
                energy += part * (m.drawn() + own);
            }
            before = m.time();
        }
        return energy;
    }

    /// Time at which the screen shows a share, s; NaN when it never does. `behind` scales the capacity behind 100 %.
    double reaches(double share, double behind) {
        double start = moments.isEmpty() ? 0 : moments.getFirst().shown(), before = 0, shown = start;
        for (Moment m : moments) {
            double now = shown(m, start, behind);
            if (now >= share - 1e-9) {
                return now > shown ? before + (m.time() - before) * (share - shown) / (now - shown) : m.time();
            }
            before = m.time();
            shown = now;
        }
        return Double.NaN;
    }

    /// Share on the screen at a time, 0 to 1.
    double shownAt(double time, double behind) {
        double start = moments.getFirst().shown(), before = 0, shown = start;
        for (Moment m : moments) {
            double now = shown(m, start, behind);
            if (m.time() >= time) {
                return shown + (now - shown) * (time - before) / (m.time() - before);
            }
            before = m.time();
            shown = now;
        }
        return shown;
    }

    private static double shown(Moment m, double start, double behind) {
        return Math.min(1, start + (m.shown() - start) / behind);
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.explore.lever;

import java.util.Optional;
import lithe.device.Device;
import lithe.device.Workload;
import lithe.explore.lever.Limits.Decides;
import lithe.simulation.Outcome;
import lithe.simulation.Run;
import org.jspecify.annotations.Nullable;

/// A verdict whose levers are moved, and how long the runs for it last.
///
/// @param decides the verdict
/// @param until when the runs may end, s
public record Subject(Decides decides, double until) {

    /// Cells times moments of one run that `lithe run` moves levers for: a dozen such runs take some 15 s on two cores.
    private static final double MOST = 7e6;

    /// Returns the verdict that decides, with whole runs.
    ///
    /// @param outcome what was simulated
    /// @return the verdict, or empty when nothing was held against a limit
    public static Optional<Subject> governing(Outcome outcome) {
        return Limits.skins(outcome).findFirst().map(decides -> new Subject(decides, Double.POSITIVE_INFINITY));
    }

    /// Returns the worst verdict whose levers can be moved in about the time of a run of everything.
    ///
    /// @param outcome what was simulated
    /// @param cells cells of the runs
    /// @return the verdict, or empty when there is none
    public static Optional<Subject> quick(Outcome outcome, int cells) {
        return Limits.skins(outcome)
                .filter(decides -> against(outcome, decides, cells).isEmpty())
                .findFirst()
                .map(decides -> new Subject(decides, peak(outcome, decides).until()));
    }

    /// Says what speaks against moving the levers of a verdict within `lithe run`.
    ///
    /// @param outcome what was simulated
    /// @param decides the verdict
    /// @param cells cells of the runs
    /// @return a few words; empty when nothing does
    public static String against(Outcome outcome, Decides decides, int cells) {
        var workload = run(outcome, decides.workload()).workload();
        int moments = peak(outcome, decides).moments();
        for (var before = before(outcome.device(), workload); before != null; before = before(outcome.device(), before)) {
            moments += moments(outcome, before, run(outcome, decides.workload()));
            workload = before.governed() == null ? workload : before;
        }
        return workload.governed() != null ? "is governed" : (double) moments * cells > MOST ? "takes too many steps" : "";
    }

    /// Moments of a workload that is continued; of one that was not asked for as many in proportion to its length.
    private static int moments(Outcome outcome, Workload before, Run own) {
        return outcome.runs().stream()
                .filter(run -> run.workload().name().equals(before.name()))
                .mapToInt(run -> run.series().time().length)
                .findFirst()
                .orElseGet(() -> (int) (own.series().time().length * before.duration() / own.workload().duration()));
    }

    private static @Nullable Workload before(Device phone, Workload workload) {
        return workload.after() == null ? null : phone.workload(workload.after());
    }

    private static Peak peak(Outcome outcome, Decides decides) {
        return Peak.of(run(outcome, decides.workload()), decides.verdict().id());
    }

    private static Run run(Outcome outcome, String workload) {
        return outcome.runs().stream().filter(run -> run.workload().name().equals(workload)).findFirst().orElseThrow();
    }
}

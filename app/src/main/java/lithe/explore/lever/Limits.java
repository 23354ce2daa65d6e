// SPDX-License-Identifier: Apache-2.0
package lithe.explore.lever;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lithe.result.Verdict;
import lithe.result.Verdicts;
import lithe.simulation.Event;
import lithe.simulation.Events;
import lithe.simulation.Outcome;

/// What limits a phone.
///
/// @param events limits reached, in order of time within each workload
/// @param decides workload and verdict that decide, or empty when nothing was held against a limit
/// @param levers what moving each lever does to that result, the strongest first; empty when none was moved
/// @param mesh on what they were computed, in words
public record Limits(List<Event> events, Optional<Decides> decides, List<Sensitivity> levers, String mesh) {

    /// Takes copies.
    public Limits {
        events = List.copyOf(events);
        levers = List.copyOf(levers);
    }

    /// The verdict that decides.
    ///
    /// @param workload workload it is about
    /// @param verdict the verdict; of a skin temperature
    public record Decides(String workload, Verdict verdict) {}

    /// Returns the limits that were reached, without levers.
    ///
    /// @param outcome what was simulated
    /// @return the limits
    public static Limits of(Outcome outcome) {
        return new Limits(Events.of(outcome), decides(outcome), List.of(), "");
    }

    /// Returns the same with levers.
    ///
    /// @param moved what moving them does
    /// @param on on what they were computed, in words
    /// @return limits and levers
    public Limits with(List<Sensitivity> moved, String on) {
        return new Limits(events, decides, moved, on);
    }

    /// The skin that is farthest beyond its limit, or nearest to it.
    private static Optional<Decides> decides(Outcome outcome) {
        return outcome.runs().stream()
                .flatMap(run -> run.verdicts().stream()
                        .filter(verdict -> verdict.id().startsWith("skin."))
                        .map(verdict -> new Decides(run.workload().name(), verdict)))
                .max(Comparator.comparing(Decides::verdict, Verdicts.ORDER));
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.explore.lever;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lithe.result.Verdict;
import lithe.result.Verdicts;
import lithe.simulation.Answer;
import lithe.simulation.Event;
import lithe.simulation.Events;
import lithe.simulation.Headline;
import lithe.simulation.Outcome;
import lithe.simulation.Run;

/// What limits a phone.
///
/// @param events limits reached, in order of time within each workload
/// @param decides workload and verdict that decide, or empty when nothing was held against a limit
/// @param about what the levers act on; empty when none was moved
/// @param levers what moving each lever does to that result, the strongest first; empty when none was moved
/// @param mesh on what they were computed, in words
/// @param note what is not there and how to get it, a sentence; may be empty
public record Limits(List<Event> events, Optional<Decides> decides, Optional<Decides> about, List<Sensitivity> levers, String mesh, String note) {

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
        return new Limits(Events.of(outcome), skins(outcome).findFirst(), Optional.empty(), List.of(), "", "");
    }

    /// Returns the same with levers.
    ///
    /// @param what what they act on
    /// @param moved what moving them does
    /// @param on on what they were computed, in words
    /// @return limits and levers
    public Limits with(Decides what, List<Sensitivity> moved, String on) {
        return new Limits(events, decides, Optional.of(what), moved, on, note);
    }

    /// Returns the same with a note.
    ///
    /// @param sentence what is not there and how to get it
    /// @return limits and note
    public Limits noted(String sentence) {
        return new Limits(events, decides, about, levers, mesh, sentence);
    }

    /// Skin verdicts, one per run, worst first: the one of the first answer, then those farthest beyond their limits or
    /// nearest to them.
    static Stream<Decides> skins(Outcome outcome) {
        var cool = Headline.of(outcome).cool();
        return outcome.runs().stream()
                .flatMap(run -> skin(run, cool).map(verdict -> new Decides(run.workload().name(), verdict)).stream())
                .sorted(Comparator.comparing((Decides d) -> !d.workload().equals(cool.workload()))
                        .thenComparing(Decides::verdict, Verdicts.ORDER.reversed()));
    }

    private static Optional<Verdict> skin(Run run, Answer cool) {
        var skins = run.verdicts().stream().filter(verdict -> verdict.id().startsWith("skin.")).toList();
        return skins.stream()
                .filter(verdict -> run.workload().name().equals(cool.workload()) && verdict.id().equals(cool.id()))
                .findFirst()
                .or(() -> Verdicts.worst(skins));
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.List;
import lithe.explore.lever.Limits;
import lithe.simulation.Outcome;
import lithe.units.Given;

/// What was asked, what came out and what it rests on.
///
/// @param provenance what was asked
/// @param outcome what came out
/// @param inputs the graded inputs it rests on, in the order of the file; may be empty
/// @param limits what limits the phone
public record Report(Provenance provenance, Outcome outcome, List<Given> inputs, Limits limits) {

    /// A report in which no lever was moved.
    ///
    /// @param provenance what was asked
    /// @param outcome what came out
    /// @param inputs the graded inputs it rests on, in the order of the file; may be empty
    public Report(Provenance provenance, Outcome outcome, List<Given> inputs) {
        this(provenance, outcome, inputs, Limits.of(outcome));
    }

    /// Takes a copy of the inputs.
    public Report {
        inputs = List.copyOf(inputs);
    }
}

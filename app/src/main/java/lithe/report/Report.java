// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.List;
import lithe.simulation.Outcome;
import lithe.units.Given;

/// What was asked, what came out and what it rests on.
///
/// @param provenance what was asked
/// @param outcome what came out
/// @param inputs the graded inputs it rests on, in the order of the file; may be empty
public record Report(Provenance provenance, Outcome outcome, List<Given> inputs) {

    /// Takes a copy of the inputs.
    public Report {
        inputs = List.copyOf(inputs);
    }
}

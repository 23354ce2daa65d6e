// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lithe.charge.Moment;
import lithe.device.Workload;
import lithe.result.Verdict;

/// What one workload gave.
///
/// @param workload the workload
/// @param results value of each result id, SI, in the order of the catalogue
/// @param verdicts results held against their limits, worst first
/// @param warnings validity notes, each a sentence with its number
/// @param series histories
/// @param maps temperature maps at the hottest moment: front, back, mid-plane
/// @param field temperatures of all cells at the end
/// @param seconds wall time, s
/// @param charge story of the charge, empty when there was none
/// @param chambers each vapor chamber at its worst moment
public record Run(
        Workload workload,
        Map<String, Double> results,
        List<Verdict> verdicts,
        List<String> warnings,
        Series series,
        List<Plane> maps,
        Field field,
        double seconds,
        List<Moment> charge,
        List<ChamberMoment> chambers) {

    /// Takes copies.
    public Run {
        results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
        verdicts = List.copyOf(verdicts);
        warnings = List.copyOf(warnings);
        maps = List.copyOf(maps);
        charge = List.copyOf(charge);
        chambers = List.copyOf(chambers);
    }

    /// A run without a vapor chamber.
    ///
    /// @param workload the workload
    /// @param results value of each result id, SI
    /// @param verdicts results held against their limits, worst first
    /// @param warnings validity notes
    /// @param series histories
    /// @param maps temperature maps at the hottest moment
    /// @param field temperatures of all cells at the end
    /// @param seconds wall time, s
    /// @param charge story of the charge
    public Run(
            Workload workload,
            Map<String, Double> results,
            List<Verdict> verdicts,
            List<String> warnings,
            Series series,
            List<Plane> maps,
            Field field,
            double seconds,
            List<Moment> charge) {
        this(workload, results, verdicts, warnings, series, maps, field, seconds, charge, List.of());
    }

    /// A run without a charge.
    ///
    /// @param workload the workload
    /// @param results value of each result id, SI
    /// @param verdicts results held against their limits, worst first
    /// @param warnings validity notes
    /// @param series histories
    /// @param maps temperature maps at the hottest moment
    /// @param field temperatures of all cells at the end
    /// @param seconds wall time, s
    public Run(
            Workload workload,
            Map<String, Double> results,
            List<Verdict> verdicts,
            List<String> warnings,
            Series series,
            List<Plane> maps,
            Field field,
            double seconds) {
        this(workload, results, verdicts, warnings, series, maps, field, seconds, List.of(), List.of());
    }

    /// Returns a result.
    ///
    /// @param id result id
    /// @return value, SI
    /// @throws IllegalArgumentException when the run has no such result
    public double result(String id) {
        Double value = results.get(id);
        if (value == null) {
            throw new IllegalArgumentException("workload %s gave no result named %s".formatted(workload.name(), id));
        }
        return value;
    }

    /// Returns the run with further results.
    ///
    /// @param more further results by id, SI; they replace those there are
    /// @param time wall time, s
    /// @return the run with them
    Run with(Map<String, Double> more, double time) {
        Map<String, Double> all = new LinkedHashMap<>(results);
        all.putAll(more);
        return new Run(workload, all, verdicts, warnings, series, maps, field, time, charge, chambers);
    }

    /// Returns the run with one more validity note.
    Run with(String warning) {
        var all = new ArrayList<>(warnings);
        all.add(warning);
        return new Run(workload, results, verdicts, all, series, maps, field, seconds, charge);
    }
}

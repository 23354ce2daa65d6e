// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.ArrayList;
import java.util.List;
import lithe.result.Catalogue;
import lithe.result.Kind;
import lithe.simulation.Run;

/// Writes the histories of a run as comma-separated values: a header with units, then one line per moment.
///
/// The form is the one Lithe reads as a trace: UTF-8, decimal point, time first and increasing.
public final class CsvReport {

    private CsvReport() {}

    /// Returns the series of a run.
    ///
    /// @param run the run
    /// @return header and lines; a value that is not a number is an empty cell
    public static String series(Run run) {
        var series = run.series();
        var ids = List.copyOf(series.values().keySet());
        List<Kind> kinds = ids.stream().map(Catalogue::of).toList();
        var columns = ids.stream().map(id -> java.util.Objects.requireNonNull(series.values().get(id))).toList();
        var text = new StringBuilder("time [s]");
        for (int c = 0; c < ids.size(); c++) {
            text.append(',').append(cell(ids.get(c) + " [" + kinds.get(c).unit() + "]"));
        }
        for (int t = 0; t < series.time().length; t++) {
            text.append('\n').append(number(series.time()[t]));
            for (int c = 0; c < columns.size(); c++) {
                text.append(',').append(number(kinds.get(c).shown(columns.get(c)[t])));
            }
        }
        return text.append('\n').toString();
    }

    /// Returns the results of all runs: one line per run and result.
    ///
    /// @param report the report
    /// @return workload, posture, id, value, unit
    public static String results(Report report) {
        List<String> lines = new ArrayList<>(List.of("workload,posture,id,value,unit"));
        for (var run : report.outcome().runs()) {
            run.results().forEach((id, value) -> {
                var kind = Catalogue.of(id);
                lines.add(String.join(
                        ",",
                        cell(run.workload().name()),
                        cell(run.workload().boundary().name()),
                        cell(id),
                        number(kind.shown(value)),
                        kind.unit()));
            });
        }
        return String.join("\n", lines) + "\n";
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }

    private static String cell(String text) {
        boolean plain = text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lithe.report.CsvReport;
import lithe.report.HtmlReport;
import lithe.report.JsonReport;
import lithe.report.PerfettoReport;
import lithe.report.Place;
import lithe.report.Report;
import lithe.report.VtkReport;
import lithe.simulation.Outcome;
import lithe.simulation.Run;

/// Where a run leaves its files.
final class Folders {

    private Folders() {}

    /// Returns the folder for a device file, `out/` and its name without ending.
    static Path of(Path device) {
        String name = String.valueOf(device.getFileName());
        return Path.of("out", name.replaceFirst("\\.ya?ml$", ""));
    }

    /// Writes report, results and histories, and the field if asked for.
    ///
    /// @return what was written, the report first
    static List<Path> write(Report report, Path folder, boolean vtk) {
        var place = new Place(folder);
        List<Path> written = new ArrayList<>();
        written.add(place.write("report.html", HtmlReport.text(report)));
        written.add(place.write("results.json", JsonReport.text(report)));
        for (Run run : report.outcome().runs()) {
            String name = Place.harmless(run.workload().name());
            written.add(place.write(name + ".csv", CsvReport.series(run)));
            if (vtk) {
                place.write(name + ".vtr", VtkReport.grid(run.field()));
                var frame = new VtkReport.Frame(run.workload().steady() ? 0 : run.workload().duration(), name + ".vtr");
                written.add(place.write(name + ".pvd", VtkReport.index(List.of(frame))));
            }
        }
        return written;
    }

    /// Writes the histories for the Perfetto viewer.
    ///
    /// @return what was written
    static List<Path> perfetto(Outcome outcome, Path folder) {
        var place = new Place(folder);
        return outcome.runs().stream()
                .map(run -> place.write(Place.harmless(run.workload().name()) + ".perfetto.json", PerfettoReport.text(run)))
                .toList();
    }
}

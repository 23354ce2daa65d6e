// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lithe.device.Workload;
import lithe.fit.Packing;
import lithe.result.Catalogue;
import lithe.result.Verdict;
import lithe.result.Verdicts;
import lithe.simulation.Headline;
import lithe.simulation.Run;
import lithe.units.Grade;
import lithe.units.Units;

/// Writes an outcome as one JSON document.
///
/// The keys `lithe`, `command`, `device` and `runs` are promised to scripts; other commands and later rooms add keys behind
/// them. Temperatures are °C, differences K, everything else the unit that stands beside it.
public final class JsonReport {

    private JsonReport() {}

    /// Returns a report as JSON text.
    ///
    /// @param report the report
    /// @return exactly one document
    public static String text(Report report) {
        return Json.text(document(report));
    }

    /// Returns a report as a document to which a command may add keys.
    ///
    /// @param report the report
    /// @return a new map in the order it is to be written
    public static Map<String, Object> document(Report report) {
        var document = head(report.provenance(), report.outcome().device().name());
        document.put("runs", report.outcome().runs().stream().map(JsonReport::run).toList());
        document.put("headline", HeadlineWords.json(Headline.of(report.outcome())));
        document.put("fit", fit(report.outcome().packing()));
        LimitWords.json(report.limits(), document);
        document.put("limits", limits());
        document.put("inputs", grades(report));
        return document;
    }

    /// Returns the keys every command starts with.
    ///
    /// @param provenance what was asked
    /// @param device name of the device
    /// @return a new map: lithe, command, device
    public static Map<String, Object> head(Provenance provenance, String device) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("lithe", provenance.version());
        document.put("command", provenance.command());
        document.put("device", Json.keys("name", device, "file", provenance.file(), "sha256", provenance.sha256()));
        return document;
    }

    /// Returns a packing as a JSON object: its results, what is wrong with it, and the tightest distances.
    ///
    /// @param packing the packing
    /// @return a new map
    public static Map<String, Object> fit(Packing packing) {
        Map<String, Object> results = new LinkedHashMap<>();
        packing.results().forEach((id, value) -> results.put(id, quantity(id, value)));
        var gaps = packing.gaps().stream()
                .limit(GAPS)
                .map(gap -> Json.keys(
                        "between", List.of(gap.first(), gap.second()), "distance", 1e3 * gap.distance(), "least", 1e3 * gap.least(), "unit", "mm"))
                .toList();
        return Json.keys("results", results, "findings", packing.findings().stream().map(Packing.Finding::words).toList(), "gaps", gaps);
    }

    private static final int GAPS = 20;

    private static Map<String, Object> run(Run run) {
        var workload = run.workload();
        Map<String, Object> results = new LinkedHashMap<>();
        run.results().forEach((id, value) -> results.put(id, quantity(id, value)));
        Map<String, Object> verdicts = new LinkedHashMap<>();
        run.verdicts().forEach(verdict -> verdicts.put(verdict.id(), verdict(verdict)));
        Map<String, Object> json = Json.keys("workload", workload.name(), "posture", workload.boundary().name());
        json.put("ambient", Json.keys("value", workload.ambient() - Units.ICE, "unit", "°C"));
        json.put("duration", duration(workload));
        json.put("results", results);
        json.put("verdicts", verdicts);
        json.put("warnings", run.warnings());
        return json;
    }

    private static Object duration(Workload workload) {
        return workload.steady() ? "steady" : Json.keys("value", workload.duration(), "unit", "s");
    }

    private static Map<String, Object> quantity(String id, double value) {
        var kind = Catalogue.of(id);
        return Json.keys("value", kind.shown(value), "unit", kind.unit());
    }

    private static Map<String, Object> verdict(Verdict verdict) {
        var kind = Catalogue.of(verdict.id());
        Map<String, Object> json = Json.keys("status", verdict.status().name().toLowerCase(Locale.ROOT));
        json.put("value", kind.shown(verdict.value()));
        json.put("limit", kind.shown(verdict.limit()));
        json.put("unit", kind.unit());
        json.put("where", verdict.where());
        return json;
    }

    private static Map<String, Object> limits() {
        var standard = Verdicts.standard();
        Map<String, Object> json = Json.keys("name", standard.name());
        for (var material : List.of("glass", "metal", "plastic")) {
            json.put("comfort-" + material, celsius(standard.comfort().getOrDefault(material, Double.NaN)));
        }
        json.put("alarm", celsius(standard.alarm()));
        json.put("ceiling", celsius(standard.ceiling()));
        return json;
    }

    private static Map<String, Object> celsius(double kelvin) {
        return Json.keys("value", kelvin - Units.ICE, "unit", "°C");
    }

    private static Map<String, Object> grades(Report report) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (var grade : Grade.values()) {
            long count = report.inputs().stream()
                    .filter(given -> given.quantity().grade() == grade)
                    .count();
            json.put(grade.word(), count);
        }
        return json;
    }
}

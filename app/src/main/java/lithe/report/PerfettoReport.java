// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import lithe.result.Catalogue;
import lithe.simulation.Run;

/// Writes the histories of a run as counter tracks in the JSON trace event format, which the Perfetto viewer opens beside
/// a measured trace: time in µs, one event with the phase `C` per change of a value.
public final class PerfettoReport {

    private static final Set<String> UNITS = Set.of("°C", "W", "%", "A", "V", "1");

    private PerfettoReport() {}

    /// Returns the histories of a run as a trace.
    ///
    /// @param run the run
    /// @return one JSON document; a counter is named by its result id and unit, such as `power.SoC [W]`
    public static String text(Run run) {
        var text = new StringBuilder("{\"displayTimeUnit\":\"ms\",\"traceEvents\":[\n");
        text.append("{\"name\":\"process_name\",\"ph\":\"M\",\"pid\":1,\"args\":{\"name\":")
                .append(quoted("Lithe, " + run.workload().name())).append("}}");
        for (var id : List.copyOf(run.series().values().keySet())) {
            var kind = Catalogue.of(id);
            if (UNITS.contains(kind.unit())) {
                var name = quoted(kind.unit().equals("1") ? id : id + " [" + kind.unit() + "]");
                track(text, name, run.series().time(), Objects.requireNonNull(run.series().values().get(id)), kind);
            }
        }
        return text.append("\n]}\n").toString();
    }

    private static void track(StringBuilder text, String name, double[] time, double[] values, lithe.result.Kind kind) {
        double last = Double.NaN;
        for (int i = 0; i < time.length; i++) {
            double value = kind.shown(values[i]);
            if (Double.isFinite(value) && (value != last || i == time.length - 1)) {
                text.append(",\n{\"name\":").append(name).append(",\"ph\":\"C\",\"pid\":1,\"ts\":")
                        .append(Math.round(time[i] * 1e6)).append(",\"args\":{\"value\":").append(value).append("}}");
                last = value;
            }
        }
    }

    private static String quoted(String text) {
        var safe = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            safe.append(c == '"' || c == '\\' ? "\\" + c : c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
        }
        return safe.append('"').toString();
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import lithe.device.Severity;
import lithe.simulation.Run;

/// What a governor did, in the words that text and page share.
final class Throttled {

    private Throttled() {}

    /// Returns one sentence on a governed run: what is sustained, since when it is throttled, when which severity began.
    static Optional<String> sentence(Run run) {
        if (run.workload().governed() == null) {
            return Optional.empty();
        }
        double first = Words.result(run, "throttle.first");
        List<String> parts = new ArrayList<>();
        parts.add("sustained " + Words.result("performance.sustained", Words.result(run, "performance.sustained")) + " of the speed asked for");
        parts.add(Double.isNaN(first)
                ? "never throttled"
                : "throttled from " + Words.time(first) + " on, " + Words.result("governor.withheld", Words.result(run, "governor.withheld")) + " withheld on average");
        if (run.results().containsKey("frames.lost")) {
            parts.add(Words.fixed(Words.result(run, "frames.lost"), 0) + " frames lost ("
                    + Words.result("frames.lost.share", Words.result(run, "frames.lost.share")) + ")");
        }
        parts.add(severities(run));
        return Optional.of(String.join(", ", parts));
    }

    private static String severities(Run run) {
        var series = run.series().values().get("governor.severity");
        double most = Words.result(run, "governor.severity.max");
        if (series == null || most == 0) {
            return "severity none";
        }
        List<String> begun = new ArrayList<>();
        double[] time = run.series().time();
        for (int s = 1; s <= most; s++) {
            for (int i = 0; i < series.length; i++) {
                if (Objects.requireNonNull(series)[i] >= s) {
                    begun.add(String.format(Locale.ROOT, "%s at %s", Severity.values()[s].word(), Words.time(time[i])));
                    break;
                }
            }
        }
        return String.join(", ", begun);
    }
}

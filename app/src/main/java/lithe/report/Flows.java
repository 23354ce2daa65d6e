// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import lithe.device.Trace;
import lithe.device.Workload;
import lithe.simulation.Run;
import lithe.simulation.Series;

/// Where heat comes from and where it goes, the mean over the run; a negative way out is a way in.
///
/// @param in ways in, W, all positive
/// @param out ways out, W, all positive
record Flows(List<Flow> in, List<Flow> out) {

    /// A way for heat.
    ///
    /// @param name in words
    /// @param watts W, positive
    record Flow(String name, double watts) {}

    /// Sums that differ by more than this are shown as one, of the sum.
    static final double CLOSED = 1e-3;

    static Flows of(Run run) {
        List<Flow> in = new ArrayList<>(sources(run)), out = new ArrayList<>();
        way(run, "heat.sun", "sunlight", "", in, out, -1);
        way(run, "heat.convection", "to the air", "from the air", in, out, 1);
        way(run, "heat.radiation", "radiated", "radiation from around", in, out, 1);
        way(run, "heat.hand", "to hand, skin or plate", "from hand, skin or plate", in, out, 1);
        way(run, "heat.stored", "kept in the phone", "given up by the phone", in, out, 1);
        return new Flows(List.copyOf(in), List.copyOf(out));
    }

    double total(List<Flow> flows) {
        return sum(flows);
    }

    /// What the ways out lack, over what comes in.
    double open() {
        return (total(in) - total(out)) / total(in);
    }

    /// The sources one by one where they add up to the heat released, else one sum.
    private static List<Flow> sources(Run run) {
        double released = run.results().getOrDefault("heat.in", 0.0);
        return Stream.of(asked(run.workload()), computed(run.series()))
                .filter(each -> Math.abs(sum(each) - released) <= CLOSED * Math.abs(released))
                .findFirst()
                .orElse(released > 0 ? List.of(new Flow("heat released", released)) : List.of());
    }

    /// Mean powers of the traces: what was asked for.
    private static List<Flow> asked(Workload workload) {
        List<Flow> each = new ArrayList<>();
        workload.power().forEach((source, trace) -> each.add(new Flow(source, mean(trace, workload))));
        return sorted(each);
    }

    /// Mean powers of the histories, each value holding since the one before: what a governor left.
    private static List<Flow> computed(Series series) {
        List<Flow> each = new ArrayList<>();
        double[] time = series.time();
        series.values().forEach((id, watts) -> {
            if (id.startsWith("power.") && time.length > 0) {
                double sum = 0;
                for (int i = 1; i < time.length; i++) {
                    sum += watts[i] * (time[i] - time[i - 1]);
                }
                double span = time[time.length - 1] - time[0];
                each.add(new Flow(id.substring("power.".length()), span > 0 ? sum / span : watts[0]));
            }
        });
        return sorted(each);
    }

    private static double mean(Trace trace, Workload workload) {
        if (workload.steady()) {
            return trace.at(0);
        }
        double sum = 0, from = 0, end = workload.duration();
        for (int i = 0; i <= trace.time().length; i++) {
            double to = i < trace.time().length ? Math.clamp(trace.time()[i], from, end) : end;
            double held = trace.linear() ? (trace.at(from) + trace.at(to)) / 2 : trace.at(from);
            sum += held * (to - from);
            from = to;
        }
        return sum / end;
    }

    private static List<Flow> sorted(List<Flow> flows) {
        return flows.stream()
                .filter(flow -> flow.watts() > 0)
                .sorted(Comparator.comparingDouble(Flow::watts).reversed().thenComparing(Flow::name))
                .toList();
    }

    private static double sum(List<Flow> flows) {
        return flows.stream().mapToDouble(Flow::watts).sum();
    }

    private static void way(Run run, String id, String outward, String inward, List<Flow> in, List<Flow> out, int sign) {
        double watts = sign * run.results().getOrDefault(id, 0.0);
        if (watts > 0) {
            out.add(new Flow(outward, watts));
        } else if (watts < 0) {
            in.add(new Flow(sign < 0 ? outward : inward, -watts));
        }
    }
}

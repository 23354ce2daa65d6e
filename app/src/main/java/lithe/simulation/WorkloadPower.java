// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import lithe.device.Trace;
import lithe.device.Workload;
import lithe.thermal.Heat;

/// The heat a workload asks for, by its power traces. Steps end at each point of a trace, so a jump is never smeared.
final class WorkloadPower implements CoupledModel {

    private final Map<String, Trace> traces;
    private final Heat heat;

    WorkloadPower(Workload workload, Heat heat) {
        this.traces = workload.power();
        this.heat = heat;
    }

    @Override
    public double horizon(double now) {
        return traces.values().stream().mapToDouble(trace -> trace.next(now)).min().orElse(Double.POSITIVE_INFINITY);
    }

    @Override
    public void advance(double from, double to, Exchanged exchanged) {
        Map<String, Double> first = new LinkedHashMap<>(), last = new LinkedHashMap<>();
        traces.forEach((source, trace) -> {
            first.put(source, trace.at(from));
            last.put(source, trace.before(to));
        });
        last.forEach((source, power) -> exchanged.tell("power." + source, power));
        exchanged.release(heat.powers(first), heat.powers(last));
    }

    /// Returns the heat of all sources at a time, W.
    double total(double t) {
        return traces.values().stream().mapToDouble(trace -> trace.at(t)).sum();
    }
}

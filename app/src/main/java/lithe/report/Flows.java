// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.ArrayList;
import java.util.List;
import lithe.simulation.Run;

/// Where heat comes from and where it goes; a negative way out is a way in.
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
        return flows.stream().mapToDouble(Flow::watts).sum();
    }

    /// What the ways out lack, over what comes in.
    double open() {
        return (total(in) - total(out)) / total(in);
    }

    /// The sources one by one where their last powers add up to the heat released, else one sum.
    private static List<Flow> sources(Run run) {
        double released = run.results().getOrDefault("heat.in", 0.0);
        List<Flow> each = new ArrayList<>();
        run.series().values().forEach((id, watts) -> {
            double last = watts.length == 0 ? 0 : watts[watts.length - 1];
            if (id.startsWith("power.") && last > 0) {
                each.add(new Flow(id.substring("power.".length()), last));
            }
        });
        double sum = each.stream().mapToDouble(Flow::watts).sum();
        each.sort((p, q) -> Double.compare(q.watts(), p.watts()));
        if (!each.isEmpty() && Math.abs(sum - released) <= CLOSED * Math.abs(released)) {
            return each;
        }
        return released > 0 ? List.of(new Flow("heat released", released)) : List.of();
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

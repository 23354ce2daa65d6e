// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import lithe.device.Workload;
import lithe.thermal.Heat;
import lithe.thermal.HeatInTime;
import lithe.thermal.ReducedModel;
import lithe.thermal.ReducedTransient;
import lithe.thermal.Surroundings;
import lithe.thermal.Temperatures;
import org.jspecify.annotations.Nullable;

/// Which model of heat a run over time takes.
public enum HeatChoice {
    /// The full equations.
    FULL,
    /// The reduced model; workloads it cannot stand in for are refused.
    REDUCED,
    /// The reduced model where it saves time and its own error estimate allows it, otherwise the full equations.
    AUTO;

    /// Building a reduced model costs about as much as so many steps of the full equations (Xiaomi 12, draft and standard).
    private static final int WORTH = 500;

    /// Greatest error estimate of a reduced model that may stand in, K: half of what skin limits are apart.
    private static final double ALLOWED = 0.5;

    /// The model a run takes.
    ///
    /// @param heat temperatures as they change
    /// @param error own error estimate of a reduced model, K; NaN for the full equations
    /// @param note what deserves a warning; empty when nothing does
    record Chosen(HeatInTime heat, double error, String note) {

        boolean reduced() {
            return !Double.isNaN(error);
        }
    }

    /// Returns the choice of a name.
    ///
    /// @param name full, reduced or auto
    /// @return the choice
    /// @throws IllegalArgumentException for any other name
    public static HeatChoice named(String name) {
        return switch (name) {
            case "full" -> FULL;
            case "reduced" -> REDUCED;
            case "auto" -> AUTO;
            default -> throw new IllegalArgumentException("model must be full, reduced or auto, but is " + name);
        };
    }

    /// Chooses the model of a workload.
    ///
    /// @param before where the workload before it ended, if it continues one
    /// @throws IllegalArgumentException when a reduced model was asked for and cannot stand in
    Chosen of(Heat heat, Workload workload, @Nullable Temperatures before) {
        var against = against(workload, before);
        if (this == REDUCED && !against.isEmpty()) {
            throw new IllegalArgumentException("workload %s cannot take the reduced model: %s; use --model auto".formatted(workload.name(), against));
        }
        if (this == FULL || !against.isEmpty() || this == AUTO && steps(workload) < WORTH) {
            return full(heat, workload, before, "");
        }
        var model = ReducedModel.of(heat, Surroundings.of(workload), heat.powers(mean(workload)));
        if (this == AUTO && model.error() > ALLOWED) {
            return full(heat, workload, before, String.format(Locale.ROOT,
                    "full equations: the reduced model puts its own error at %.2f K, more than %.1f K", model.error(), ALLOWED));
        }
        return new Chosen(new ReducedTransient(model, workload.start()), model.error(), "");
    }

    private static Chosen full(Heat heat, Workload workload, @Nullable Temperatures before, String note) {
        var around = Surroundings.of(workload);
        return new Chosen(before == null ? heat.from(around, workload.start()) : heat.from(around, before), Double.NaN, note);
    }

    /// What the reduced model does not know: places that are heated by other models, and other starts than a uniform one.
    private static String against(Workload workload, @Nullable Temperatures before) {
        return workload.charged() ? "a charge heats more places than its power tells"
                : before != null ? "it starts where another workload ended"
                : "";
    }

    private static int steps(Workload workload) {
        return workload.power().values().stream().mapToInt(trace -> trace.steps(workload.duration())).max().orElse(0);
    }

    private static Map<String, Double> mean(Workload workload) {
        Map<String, Double> mean = new LinkedHashMap<>();
        workload.power().forEach((source, trace) -> mean.put(source, trace.mean(workload.duration())));
        return mean;
    }
}

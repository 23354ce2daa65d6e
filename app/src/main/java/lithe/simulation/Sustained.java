// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lithe.device.Device;
import lithe.device.Trace;
import lithe.device.Workload;
import lithe.result.Verdict;
import lithe.result.Verdicts;
import lithe.thermal.Grid;

/// The power a phone can give for ever: the first surface has just reached its comfort limit in the steady state.
///
/// The split of the power, the room and the posture stay those of a workload; its mean power is scaled.
///
/// @param power the power, W; NaN when it cannot be found between 0.05 and 20 W
/// @param surface the surface that reaches its limit first, such as <code>skin.back.max</code>
/// @param limit its limit, K
public record Sustained(double power, String surface, double limit) {

    /// Scaling stops when the closest surface is this near its limit, K.
    private static final double NEAR = 0.02;

    private static final int MOST = 12;
    private static final double LEAST_POWER = 0.05, MOST_POWER = 20;

    /// Finds the power by secants; each step solves one steady state.
    ///
    /// @param phone the phone
    /// @param workload gives split, room and posture
    /// @param grid grid of the phone
    /// @param threads threads that share a solve
    /// @return the power
    public static Sustained of(Device phone, Workload workload, Grid grid, int threads) {
        double mean = mean(workload);
        if (!(mean > 0)) {
            return new Sustained(Double.NaN, "", Double.NaN);
        }
        double power = Math.max(mean, 0.5), slope = 0, last = 0, lastExcess = 0;
        for (int n = 0; n < MOST; n++) {
            var closest = closest(phone, steady(workload, power / mean), grid, threads);
            double excess = closest.value() - closest.limit();
            if (Math.abs(excess) < NEAR) {
                return new Sustained(power, closest.id(), closest.limit());
            }
            // the first step knows only the rise over the room; later ones the secant
            slope = n == 0 ? (closest.value() - workload.ambient()) / power : (excess - lastExcess) / (power - last);
            last = power;
            lastExcess = excess;
            power = Math.clamp(power - excess / slope, power / 4, power * 4);
            if (!(power >= LEAST_POWER && power <= MOST_POWER)) {
                break;
            }
        }
        return new Sustained(Double.NaN, "", Double.NaN);
    }

    private static double mean(Workload workload) {
        return workload.power().values().stream().mapToDouble(trace -> mean(trace, workload.duration())).sum();
    }

    private static double mean(Trace trace, double duration) {
        if (Double.isInfinite(duration)) {
            return trace.at(0);
        }
        int pieces = 1000;
        double sum = 0;
        for (int i = 0; i < pieces; i++) {
            sum += trace.at((i + 0.5) / pieces * duration);
        }
        return sum / pieces;
    }

    private static Workload steady(Workload w, double factor) {
        Map<String, Trace> power = new LinkedHashMap<>();
        w.power().forEach((source, trace) -> power.put(source, Trace.constant(factor * mean(trace, w.duration()))));
        return new Workload(w.name(), w.ambient(), w.pressure(), Double.POSITIVE_INFINITY, w.boundary(), power, w.ambient(), null);
    }

    /// The surface with the least room below its comfort limit, whatever its verdict.
    private static Verdict closest(Device phone, Workload steady, Grid grid, int threads) {
        var run = Coupling.of(phone, grid, threads).solve(List.of(steady), Progress.SILENT).runs().getFirst();
        var comfort = Verdicts.standard().comfort();
        return run.verdicts().stream()
                .filter(verdict -> verdict.id().startsWith("skin."))
                .map(verdict -> new Verdict(
                        verdict.id(), verdict.status(), verdict.value(),
                        comfort.getOrDefault(material(phone, verdict.id()), Verdicts.standard().ceiling()), verdict.where()))
                .max(java.util.Comparator.comparingDouble(verdict -> verdict.value() - verdict.limit()))
                .orElseThrow();
    }

    private static String material(Device phone, String id) {
        var surface = switch (id) {
            case "skin.front.max" -> phone.surfaces().front();
            case "skin.edge.max" -> phone.surfaces().edges();
            default -> phone.surfaces().back();
        };
        return surface.touch().name().toLowerCase(Locale.ROOT);
    }
}

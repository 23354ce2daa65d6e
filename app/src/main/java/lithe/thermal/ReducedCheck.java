// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import java.util.Arrays;
import java.util.List;
import lithe.device.Part;

/// How far a reduced model is from the full equations: at shifts it was not built for, in steady states at full and at half
/// power, and over the first seconds and minutes from cold.
final class ReducedCheck {

    /// Shifts at which the model is checked, not built, rad/s.
    private static final double[] UNUSED = {0.01, 0.1};
    /// On the error seen.
    private static final double SAFETY = 1.5;
    /// Seconds from cold at which the model is checked.
    private static final int[] CHECKED = {
        ReducedModel.FASTEST / 2, ReducedModel.FASTEST, 2 * ReducedModel.FASTEST, 60, 120, 180, 240
    };
    /// Error of one step of the full equations it is checked against, K.
    private static final double TIGHT = 0.002;

    private final ReducedModel model;
    private final Heat heat;
    private final Surroundings around;
    private final List<String> names;

    ReducedCheck(ReducedModel model) {
        this.model = model;
        heat = model.heat();
        around = model.around();
        names = model.outputs();
    }

    /// Estimates the largest error of an output, K. Leaves the chambers of the full equations as the last check set them.
    ///
    /// @param reference steady state the model is linearised about
    /// @param powers its powers, W
    double error(Temperatures reference, double[] powers) {
        double worst = Math.max(steadyGap(reference, powers), halfGap(reference.rise(), powers));
        for (double s : UNUSED) {
            worst = Math.max(worst, responseGap(s, powers));
        }
        return SAFETY * Math.max(worst, coldGap(powers));
    }

    /// Difference over the first seconds and minutes from cold, K. Responses at shifts do not tell it: there, errors of
    /// either sign soon after a jump cancel.
    private double coldGap(double[] powers) {
        Transient full = heat.from(around, around.ambient()).tolerance(TIGHT);
        var run = model.start(around.ambient());
        double worst = 0;
        for (int until : CHECKED) {
            int pieces = (int) Math.round(until - full.time());
            full.advance(pieces, powers);
            for (int i = 0; i < pieces; i++) {
                run.advance(1, powers);
            }
            worst = Math.max(worst, gap(run, full.now()));
        }
        return worst;
    }

    private double steadyGap(Temperatures full, double[] powers) {
        var run = model.start(around.ambient());
        for (int n = 0; n < 200; n++) {
            run.advance(1e3, powers);
        }
        return gap(run, full);
    }

    /// Largest difference of an output, of the hottest place of the skin or of a part, K.
    private double gap(ReducedModel.Run run, Temperatures full) {
        var composed = run.temperatures();
        double worst = Math.abs(composed.skinMax() - full.skinMax());
        var values = model.values(full);
        for (int o = 0; o < names.size(); o++) {
            Double exact = values.get(names.get(o));
            worst = exact == null ? worst : Math.max(worst, Math.abs(run.value(o) - exact));
        }
        for (Part part : heat.grid.plan.device().parts()) {
            double off = Math.abs(composed.max(part.name()) - full.max(part.name()));
            worst = Double.isNaN(off) ? worst : Math.max(worst, off);
        }
        return worst;
    }

    private double halfGap(double[] guess, double[] powers) {
        if (!heat.conduction.hasChambers() && model.linear()) {
            return 0;
        }
        double[] half = Arrays.stream(powers).map(p -> p / 2).toArray();
        var full = heat.steady(around, half, Arrays.stream(guess).map(u -> u / 2).toArray());
        heat.conduction.follow(guess, around.ambient());
        return steadyGap(full, half);
    }

    private double responseGap(double s, double[] powers) {
        double[][] responses = model.responses(s, powers);
        double worst = 0;
        for (int o = 0; o < names.size(); o++) {
            worst = Math.max(worst, Math.abs(responses[1][o] - responses[0][o]));
        }
        return worst;
    }
}

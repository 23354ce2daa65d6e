// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import java.util.Arrays;
import java.util.function.Consumer;

/// A [ReducedModel] in the place of the full equations: every temperature of the phone, composed from its modes.
///
/// What the skin gives off beyond its linear part is held over pieces of some seconds. All cells are composed only for the
/// moments that are told, or asked for; the balance shows what that and the model itself leave open.
public final class ReducedTransient implements HeatInTime {

    /// Longest piece, s: the skin warms by hundredths of a kelvin meanwhile.
    private static final double PIECE = 8;
    /// Longest time between two moments that are told, s; at first, and after power has changed much, they are as near to each
    /// other as the model resolves.
    private static final double LONGEST = 60;
    /// A part mean or sensor that is higher than at any moment told before by so much is told at once, K: peaks of fast traces.
    private static final double PEAK = 0.1;
    /// Relative change of all power together that counts as much.
    private static final double MUCH = 0.2;
    private static final int CATEGORIES = 10;

    private final ReducedModel model;
    private final ReducedModel.Run run;
    private final Skin skin;
    private final double[] u;
    private final double[] sums = new double[CATEGORIES];
    private final double before;
    /// Highest output of each moment told, K.
    private final double[] highest;
    private double[] leaving = new double[CATEGORIES];
    private double[] powers;
    private double step = ReducedModel.FASTEST;
    private double time;
    /// When the temperatures of all cells were composed last, s, and the power then, W.
    private double composed;
    private double power;
    private double released;
    private int steps;

    /// Starts from a uniform temperature.
    ///
    /// @param model the model
    /// @param start temperature of the phone, K
    public ReducedTransient(ReducedModel model, double start) {
        this.model = model;
        run = model.start(start);
        skin = new Skin(model.heat(), model.around());
        u = new double[model.heat().grid.cells()];
        powers = new double[model.heat().grid.plan.device().parts().size()];
        highest = new double[model.outputs().size()];
        compose();
        before = content();
    }

    /// Temperatures of all cells from the modes; between two such moments what leaves is a straight line.
    private void compose() {
        run.field(u);
        model.heat().conduction.follow(u, model.around().ambient());
        skin.settle(u);
        double[] earlier = leaving;
        leaving = new double[CATEGORIES];
        skin.tally(leaving, 1);
        for (int s = 0; s < CATEGORIES; s++) {
            sums[s] += (time - composed) * (earlier[s] + leaving[s]) / 2;
        }
        composed = time;
        run.note(highest);
        steps++;
    }

    private double content() {
        double[] capacity = model.heat().conduction.capacity;
        double sum = 0;
        for (int c = 0; c < u.length; c++) {
            sum += capacity[c] * u[c];
        }
        return sum;
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public void advance(double seconds, double[] from, double[] to, Consumer<HeatInTime> each) {
        double[] first = from.clone(), last = to.clone();
        double total = Arrays.stream(first).sum();
        if (Math.abs(total - power) > MUCH * Math.max(total, power)) {
            step = ReducedModel.FASTEST;
            power = total;
        }
        double start = time, end = time + seconds;
        while (end - time > 1e-9 * Math.max(1, end)) {
            double dt = Math.min(PIECE, Math.min(end - time, Math.max(step - (time - composed), ReducedModel.FASTEST)));
            double[] mean = mix(first, last, (time + dt / 2 - start) / seconds);
            run.advance(dt, mean);
            released += dt * Arrays.stream(mean).sum();
            time += dt;
            powers = mix(first, last, (time - start) / seconds);
            boolean due = time - composed > step - 1e-9;
            if (due || run.beyond(highest, PEAK)) {
                compose();
                step = due ? Math.min(LONGEST, 2 * step) : step;
                each.accept(this);
            }
        }
        time = end;
        powers = last;
    }

    private static double[] mix(double[] from, double[] to, double share) {
        double[] mixed = new double[from.length];
        for (int p = 0; p < mixed.length; p++) {
            mixed[p] = from[p] + share * (to[p] - from[p]);
        }
        return mixed;
    }

    @Override
    public Temperatures now() {
        if (composed < time) {
            compose();
        }
        double out = leaving[0] + leaving[1] + leaving[2] - leaving[3];
        double watts = Arrays.stream(powers).sum();
        return new Temperatures(
                model.heat(), skin, u, Ledger.balance(watts, watts - out, leaving), new Heat.Solution(steps, 0, 0, 0, true));
    }

    @Override
    public Balance energy() {
        if (composed < time) {
            compose();
        }
        return Ledger.balance(released, content() - before, sums);
    }
}

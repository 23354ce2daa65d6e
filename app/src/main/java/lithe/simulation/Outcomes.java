// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import lithe.device.Device;
import lithe.device.Face;
import lithe.device.Workload;
import lithe.result.Verdict;
import lithe.result.Verdicts;
import lithe.thermal.Balance;
import lithe.thermal.Heat;
import lithe.thermal.Temperatures;
import org.jspecify.annotations.Nullable;
import lithe.units.Units;

/// Makes results, verdicts and notes of what a run left.
final class Outcomes {

    /// A whole-phone resistance outside this range deserves a warning, K/W; from published phones, 2.6 to 6.0.
    private static final double LEAST_RESISTANCE = 2.5;

    private static final double MOST_RESISTANCE = 6.5;
    /// A mean skin farther than this from the isothermal estimate deserves a note, relative to the rise.
    private static final double HAND_CHECK = 0.25;
    /// Energy balances are closed to this in steady state and over a transient.
    private static final double STEADY_ERROR = 1e-6;

    private static final double TRANSIENT_ERROR = 1e-4;

    /// Readings of which the highest value says nothing.
    private static final Set<String> MOMENTARY =
            Set.of("charge.shown", "charge.current", "charge.voltage", "charge.drawn", "plating.margin", "performance");

    private static final int[] ISOTHERMS = {41, 43, 45};

    private final Device phone;
    private final Workload workload;
    private final Heat heat;
    private final List<ChamberWatch> chambers;
    private final Map<String, Double> results = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();

    Outcomes(Device phone, Workload workload, Heat heat, List<ChamberWatch> chambers) {
        this.chambers = chambers;
        this.phone = phone;
        this.workload = workload;
        this.heat = heat;
    }

    Run run(
            History history,
            Temperatures hottest,
            Temperatures end,
            Balance balance,
            DoubleUnaryOperator power,
            double start,
            @Nullable ChargeModel charge,
            @Nullable GovernedPower governed,
            double seconds) {
        results.putAll(history.highest());
        results.keySet().removeIf(id -> id.startsWith("power.") || id.startsWith("governor.") || MOMENTARY.contains(id));
        // the highest over time says nothing here: what counts is the limit at the worst moment
        chambers.forEach(watch -> results.computeIfPresent("chamber.heat.max", (id, any) -> watch.heatLimit()));
        if (charge != null) {
            charge.results(results);
            results.put("cell.spread", charge.spread(history.series()));
        }
        warnings.addAll(workload.notes());
        if (governed != null) {
            results.putAll(governed.results());
            if (!Double.isNaN(governed.offAt())) {
                warn("the phone switches itself off after %.0f s: what follows is a phone without power", governed.offAt());
            }
        }
        balance(balance);
        check(power, start, hottest, end);
        solver(end, seconds);
        warnings.addAll(end.notes());
        chambers.forEach(watch -> {
            if (watch.worst().capillary() > 1) {
                warn(
                        "the wick of the chamber is asked for %.0f %% of what it can hold (%s); in this posture up to %.0f mm² of it were dry",
                        100 * watch.worst().capillary(), watch.where(), 1e6 * result("chamber.dry.area"));
            }
        });
        chambers.forEach(watch -> warnings.addAll(watch.notes()));
        return new Run(
                workload,
                results,
                verdicts(hottest),
                warnings.stream().distinct().toList(),
                history.series(),
                Reading.maps(phone, hottest),
                Reading.field(end),
                seconds,
                charge == null ? List.of() : charge.charge().moments(),
                chambers.stream().flatMap(watch -> watch.worstMoment().stream()).toList());
    }

    /// Mean flows over the run, W.
    private void balance(Balance sum) {
        double time = workload.steady() ? 1 : workload.duration();
        results.put("heat.in", sum.released() / time);
        results.put("heat.sun", sum.sun() / time);
        results.put("heat.stored", sum.stored() / time);
        results.put("heat.convection", sum.convection() / time);
        results.put("heat.radiation", sum.radiation() / time);
        results.put("heat.hand", sum.hand() / time);
        results.put("heat.error", sum.error());
        double allowed = workload.steady() ? STEADY_ERROR : TRANSIENT_ERROR;
        if (sum.error() > allowed) {
            warn("the energy balance is open by %.1e of the heat, more than %.0e", sum.error(), allowed);
        }
    }

    private void check(DoubleUnaryOperator power, double start, Temperatures hottest, Temperatures end) {
        if (workload.charged()) {
            return; // the heat of a charge follows from its temperatures: no estimate beforehand
        }
        double lump = HandCheck.skin(phone, workload, start, power, heat.capacity());
        results.put("hand-check.skin", lump);
        double rise = end.skinMean() - workload.ambient(), estimate = lump - workload.ambient();
        if (Math.abs(rise - estimate) > HAND_CHECK * Math.abs(estimate)) {
            warn(
                    "mean skin rises %.1f K, the isothermal hand estimate says %.1f K: the phone spreads its heat poorly, or an input is off",
                    rise, estimate);
        }
        double watts = result("heat.in");
        double resistance = (result("skin.max") - workload.ambient()) / watts;
        if (watts > 0) {
            results.put("skin.rise-per-watt", resistance);
        }
        double highest = end.skinMax() - workload.ambient();
        if (highest > 0.1) {
            results.put("skin.spreading", rise / highest);
        }
        for (int isotherm : ISOTHERMS) {
            results.put("skin.area.over-" + isotherm, hottest.areaAbove(Face.BACK, Units.ICE + isotherm));
        }
        boolean settled = workload.steady() || workload.duration() >= 1800;
        if (watts > 0.5 && settled && (resistance < LEAST_RESISTANCE || resistance > MOST_RESISTANCE)) {
            warn(
                    "skin rises %.2f K per watt; published phones lie between %.1f and %.1f",
                    resistance, LEAST_RESISTANCE, MOST_RESISTANCE);
        }
    }

    private void solver(Temperatures end, double seconds) {
        results.put("solve.cells", (double) end.grid().active());
        if (end.solution().most() > 0) { // a reduced model iterates nothing
            results.put("solve.iterations", (double) end.solution().most());
        }
        if (Double.isFinite(end.solution().residual())) {
            results.put("solve.residual", end.solution().residual());
        }
        results.put("solve.seconds", seconds);
        results.put("solve.bytes-per-cell", heat.bytesPerCell());
    }

    private List<Verdict> verdicts(Temperatures hottest) {
        List<Verdict> verdicts = new ArrayList<>(List.of(
                verdict("skin.front.max", Face.FRONT, hottest.hottest(Face.FRONT)),
                verdict("skin.back.max", Face.BACK, hottest.hottest(Face.BACK)),
                verdict("skin.edge.max", Face.LEFT, Reading.hottestEdge(hottest))));
        chambers.forEach(watch -> verdicts.add(Verdicts.standard()
                .margin("chamber.capillary.use", watch.worst().capillary(), watch.where())));
        return Verdicts.worstFirst(verdicts);
    }

    private Verdict verdict(String id, Face face, Temperatures.Spot spot) {
        String material = phone.surfaces().of(face).touch().name().toLowerCase(Locale.ROOT);
        String where = String.format(Locale.ROOT, "(%.0f, %.0f) mm", spot.x() * 1e3, spot.y() * 1e3);
        return Verdicts.standard().skin(id, result(id), material, where);
    }

    private double result(String id) {
        return Objects.requireNonNull(results.get(id), id);
    }

    private void warn(String sentence, Object... numbers) {
        warnings.add(String.format(Locale.ROOT, sentence, numbers));
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import lithe.device.Device;
import lithe.result.Catalogue;
import lithe.thermal.Judge;
import lithe.thermal.MeshError;
import lithe.thermal.Temperatures;
import org.jspecify.annotations.Nullable;

/// The mesh error of one run: looks at it now and then, and keeps of each result the error where it was highest.
final class Judgement {

    /// Steps of the run from one look to the next, at least.
    private static final int EACH = 3;

    /// Part of its rise so far by which some temperature has moved at the next look: the error moves as temperatures do, and
    /// needs no more than a tenth of itself.
    private static final double MOVED = 0.1;

    /// Rise below which nothing is looked at more closely, K.
    private static final double SLIGHT = 1;

    /// A step this much shorter than the one before follows a jump of power.
    private static final double SUDDEN = 0.2;

    private final Device phone;
    private final Judge judge;
    private final double end;
    private final Map<String, Double> highest = new HashMap<>();
    private final Map<String, Double> errors = new LinkedHashMap<>();
    private final Map<String, Double> first = new HashMap<>();
    private final Map<String, Double> rise = new HashMap<>();
    private Map<String, Double> last = Map.of();
    private @Nullable Moment before;
    private double step;
    private double looked;
    private int steps;

    /// A step of the run.
    private record Moment(double t, Temperatures run, Map<String, Double> readings) {}

    /// @param judge a judge that is where the run begins
    /// @param end when the run ends, s; infinite for a steady state
    Judgement(Device phone, Judge judge, double end) {
        this.phone = phone;
        this.judge = judge;
        this.end = end;
    }

    /// Judges a steady state.
    void steady(Temperatures run) {
        keep(Reading.temperatures(phone, run), judge.steady(run));
    }

    /// Hears of every step of a run over time.
    void at(double t, Temperatures run, Map<String, Double> readings) {
        var now = new Moment(t, run, new LinkedHashMap<>(readings)); // the order in which errors are told
        boolean moved = moved(now.readings);
        if (before == null) {
            before = now;
            return;
        }
        if (t - before.t < SUDDEN * step) {
            // something jumped there: what came before is not to be taken for what comes after
            look(before);
        }
        step = t - before.t;
        before = now;
        if (++steps >= EACH && moved || t >= end * (1 - 1e-9)) {
            look(now);
        }
    }

    private void look(Moment moment) {
        if (moment.t > looked) {
            keep(moment.readings, judge.advance(moment.t - looked, moment.run));
            last = moment.readings;
            looked = moment.t;
            steps = 0;
        }
    }

    private boolean moved(Map<String, Double> readings) {
        boolean[] any = {false};
        readings.forEach((id, now) -> {
            double start = first.computeIfAbsent(id, _ -> now);
            double most = rise.merge(id, Math.abs(now - start), Math::max);
            any[0] |= Math.abs(now - last.getOrDefault(id, start)) > MOVED * Math.max(most, SLIGHT);
        });
        return any[0];
    }

    private void keep(Map<String, Double> readings, Judge.Finding finding) {
        MeshError.of(readings, finding, t -> Reading.temperatures(phone, t)).forEach((id, error) -> {
            double value = readings.getOrDefault(id, Double.NaN);
            if (value >= highest.getOrDefault(id, Double.NEGATIVE_INFINITY)) {
                highest.put(id, value);
                errors.put(id, error);
            }
        });
    }

    /// Returns estimated errors by id of a result.
    Map<String, Double> results() {
        Map<String, Double> results = new LinkedHashMap<>();
        errors.forEach((id, error) -> {
            if (Catalogue.of(id).unit().equals("°C")) {
                results.put("solve.mesh-error." + id, error);
            }
        });
        results.put("solve.mesh-error", errors.getOrDefault("skin.max", Double.NaN));
        return results;
    }
}

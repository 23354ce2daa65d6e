// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import lithe.device.Actor;
import lithe.device.Device;
import lithe.device.Sensor;
import lithe.device.Trace;
import lithe.device.Workload;
import lithe.governor.Governors;
import lithe.governor.Score;
import lithe.thermal.Heat;
import lithe.thermal.Temperatures;

/// The heat a workload asks for, as far as the phone's governors grant it.
///
/// Governors look every few seconds, heat takes steps of minutes. So a coupling step holds many polls: they are made on
/// temperatures drawn on from the last step, and the step ends at the first poll that changes a cap noticeably. Its heat is
/// the mean of what the polls grant. At the end of a step the polls are made again on the temperatures that came out, so
/// that a governor remembers what it would have seen; how far the two lay apart sets the length of the next step. Far from
/// any threshold a governor does nothing, and no step is cut for it.
final class GovernedPower implements CoupledModel {

    /// Error allowed in the temperature of a sensor at the end of a step, K; grows with its distance from a threshold.
    private static final double ERROR = 0.03;

    private static final double PER_DISTANCE = 0.1;
    /// A step ends where a cap has moved by more than this share of its source's greatest power.
    private static final double CHANGE = 0.03;
    /// First step, and the longest after a jump of power, s.
    private static final double RESTART = 10;

    /// A relative change of all powers together that counts as a jump.
    private static final double JUMP = 0.05;
    private static final double LONGEST = 300;
    private static final double GROWTH = 2.5;

    private final Map<String, Trace> traces;
    private final WorkloadPower asked;
    private final Heat heat;
    private final Supplier<Temperatures> now;
    private final Governors governors;
    private final List<Actor> actors;
    private final List<Sensor> sensors;
    private final Score score;
    private final double fineness;
    private final List<double[]> granted = new ArrayList<>();

    private Governors.State state;
    private double at = Double.NaN;
    private double[] seen = new double[0];
    private double[] slope = new double[0];
    private double reach;
    private double lastPower = Double.NaN;
    private double offAt = Double.NaN;

    /// Sets up the governors of a workload.
    ///
    /// @param fineness 1, or 0.5 for coupling steps held to half the errors and changes
    GovernedPower(Device phone, Workload workload, Heat heat, Supplier<Temperatures> now, double fineness) {
        this.traces = workload.power();
        this.asked = new WorkloadPower(workload, heat);
        this.heat = heat;
        this.now = now;
        this.fineness = fineness;
        this.governors = new Governors(Objects.requireNonNull(workload.governed(), "the workload is not governed"));
        this.actors = governors.actors();
        this.sensors = governors.sensors().stream().map(name -> sensor(phone, name)).toList();
        this.score = new Score(workload.frameRate());
        this.state = governors.start();
        this.reach = RESTART * fineness;
    }

    private static Sensor sensor(Device phone, String name) {
        return phone.sensors().stream()
                .filter(sensor -> sensor.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the governor looks at a sensor that is not there: " + name));
    }

    @Override
    public double horizon(double time) {
        look(time);
        double most = Math.min(asked.horizon(time), time + reach);
        double last = time;
        var ahead = state;
        for (double t = ahead.next(); !Double.isInfinite(t) && (t <= most || last == time); t = ahead.next()) {
            ahead = governors.poll(ahead, t, drawnOn(t), requests(t));
            last = t;
            if (moved(ahead, t)) {
                break;
            }
        }
        return Math.min(asked.horizon(time), last > time ? last : time + LONGEST);
    }

    /// Tells whether a state grants noticeably other power than the one at the start of the step.
    private boolean moved(Governors.State ahead, double t) {
        double[] wanted = requests(t);
        for (int a = 0; a < actors.size(); a++) {
            double change = Math.min(ahead.caps()[a], wanted[a]) - Math.min(state.caps()[a], wanted[a]);
            if (Math.abs(change) > CHANGE * fineness * actors.get(a).most()) {
                return true;
            }
        }
        return ahead.off() != state.off();
    }

    /// Makes the polls up to now on what the sensors read, and learns from it how long a step may be.
    private void look(double time) {
        if (time <= at) {
            return;
        }
        var temperatures = now.get();
        double[] read = sensors.stream().mapToDouble(temperatures::sensor).toArray();
        if (Double.isNaN(at)) {
            seen = read;
            slope = new double[read.length];
            state = governors.poll(state, time, read, requests(time));
        } else {
            double step = time - at;
            double allowed = allowed(read, step);
            double[] rise = new double[read.length];
            for (int g = 0; g < read.length; g++) {
                rise[g] = (read[g] - seen[g]) / step;
            }
            for (double t = state.next(); t <= time + 1e-9; t = state.next()) {
                state = governors.poll(state, t, along(seen, rise, t - at), requests(t));
            }
            slope = rise;
            seen = read;
            double floor = Math.min(RESTART, Math.max(1, state.next() - time)) * fineness;
            reach = Math.clamp(0.9 * step * allowed, Math.min(floor, reach), Math.min(GROWTH * Math.max(reach, step), LONGEST * fineness));
            reach = jumps(time) ? Math.min(reach, RESTART * fineness) : reach;
        }
        at = time;
        offAt = state.off() && Double.isNaN(offAt) ? time : offAt;
        score.saw(state.severity(), governors.headroom(read));
    }

    /// Tells whether the power jumps at a time: what was drawn on before says little about what follows.
    private boolean jumps(double time) {
        double power = 0;
        for (var trace : traces.entrySet()) {
            power += state.off() ? 0 : Math.min(trace.getValue().at(time), cap(trace.getKey()));
        }
        return Math.abs(power - lastPower) > JUMP * Math.max(power, lastPower);
    }

    private double cap(String source) {
        for (int a = 0; a < actors.size(); a++) {
            if (actors.get(a).source().equals(source)) {
                return state.caps()[a];
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private static double sum(Map<String, Double> powers) {
        return powers.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /// Returns by how much the step could have been longer: the error of a line drawn on grows with its square.
    private double allowed(double[] read, double step) {
        double least = GROWTH * GROWTH;
        for (int g = 0; g < read.length; g++) {
            double error = Math.abs(seen[g] + slope[g] * step - read[g]);
            double bound = fineness * (ERROR + PER_DISTANCE * governors.distance(state, g, read[g]));
            least = Math.min(least, Math.sqrt(bound / Math.max(error, 1e-9)));
        }
        return least;
    }

    private double[] drawnOn(double t) {
        return along(seen, slope, t - at);
    }

    private static double[] along(double[] from, double[] slope, double time) {
        double[] to = new double[from.length];
        for (int g = 0; g < to.length; g++) {
            to[g] = from[g] + slope[g] * time;
        }
        return to;
    }

    private double[] requests(double t) {
        double[] requests = new double[actors.size()];
        for (int a = 0; a < requests.length; a++) {
            var trace = traces.get(actors.get(a).source());
            requests[a] = trace == null ? 0 : trace.at(t);
        }
        return requests;
    }

    @Override
    public void advance(double from, double to, Exchanged exchanged) {
        look(from);
        Map<String, Double> first = new LinkedHashMap<>(), last = new LinkedHashMap<>();
        traces.forEach((source, trace) -> {
            first.put(source, state.off() ? 0 : trace.at(from));
            last.put(source, state.off() ? 0 : trace.before(to));
        });
        double[] mean = grant(from, to, exchanged);
        for (int a = 0; a < actors.size(); a++) {
            var source = actors.get(a).source();
            if (traces.containsKey(source) && !Double.isNaN(mean[a])) {
                double start = Math.min(first.getOrDefault(source, 0.0), state.caps()[a]);
                // a ramp with the mean of the stairs
                double end = Math.max(0, 2 * mean[a] - start);
                first.put(source, 2 * mean[a] - end);
                last.put(source, end);
            }
        }
        lastPower = sum(last);
        if (granted.isEmpty() || granted.getLast()[0] < from) {
            granted.add(new double[] {from, to, sum(first), lastPower});
        }
        last.forEach((source, watts) -> exchanged.tell("power." + source, watts));
        exchanged.release(heat.powers(first), heat.powers(last));
    }

    /// Makes the polls of a step on temperatures drawn on.
    ///
    /// @return mean power granted to each actor, W; NaN where no cap was felt
    private double[] grant(double from, double to, Exchanged exchanged) {
        double[] energy = new double[actors.size()];
        boolean[] felt = new boolean[actors.size()];
        double speed = 0;
        var ahead = state;
        for (double t = from; t < to; ) {
            double next = Math.min(to, Math.max(ahead.next(), t));
            double[] early = requests(t), late = before(next), caps = ahead.caps();
            double withheld = 0;
            for (int a = 0; a < energy.length; a++) {
                double given = (Math.min(caps[a], early[a]) + Math.min(caps[a], late[a])) / 2;
                felt[a] |= caps[a] < Math.max(early[a], late[a]);
                energy[a] += (next - t) * given;
                withheld += (early[a] + late[a]) / 2 - given;
            }
            double performance = ahead.off() ? 0 : governors.performance(caps, early);
            if (granted.isEmpty() || granted.getLast()[0] < from) {
                score.add(t, next, performance, withheld);
            }
            speed += (next - t) * performance;
            t = next;
            if (t < to) {
                ahead = governors.poll(ahead, t, drawnOn(t), requests(t));
            }
        }
        tell(exchanged, ahead, to > from ? speed / (to - from) : 1);
        double[] mean = new double[energy.length];
        for (int a = 0; a < mean.length; a++) {
            mean[a] = felt[a] ? energy[a] / (to - from) : Double.NaN;
        }
        return mean;
    }

    private double[] before(double t) {
        double[] requests = new double[actors.size()];
        for (int a = 0; a < requests.length; a++) {
            var trace = traces.get(actors.get(a).source());
            requests[a] = trace == null ? 0 : trace.before(t);
        }
        return requests;
    }

    private void tell(Exchanged exchanged, Governors.State told, double performance) {
        for (int a = 0; a < actors.size(); a++) {
            exchanged.tell("governor.cap." + actors.get(a).source(), Math.min(told.caps()[a], actors.get(a).most()));
        }
        exchanged.tell("performance", performance);
        exchanged.tell("governor.severity", told.severity().ordinal());
        double headroom = governors.headroom(seen);
        if (!Double.isNaN(headroom)) {
            exchanged.tell("governor.headroom", headroom);
        }
    }

    /// Returns the heat of all sources at a time, W.
    double total(double t) {
        int low = 0, high = granted.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (granted.get(middle)[0] <= t) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        double[] step = granted.get(low);
        double share = step[1] > step[0] ? Math.clamp((t - step[0]) / (step[1] - step[0]), 0, 1) : 0;
        return step[2] + share * (step[3] - step[2]);
    }

    /// Returns the results of the whole workload.
    Map<String, Double> results() {
        return score.results();
    }

    /// Returns when the phone switched itself off, s; NaN when it did not.
    double offAt() {
        return offAt;
    }

    /// Returns the number of coupling steps.
    int steps() {
        return granted.size();
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import lithe.charge.Moment;
import lithe.charge.PhoneCharge;
import lithe.device.Charging;
import lithe.device.Device;
import lithe.device.Workload;
import lithe.cell.Model;
import lithe.thermal.Heat;
import lithe.thermal.Temperatures;

/// The battery on its charger as one of the coupled models: takes the temperatures of cell and skin, gives the heat of each
/// place to its part.
///
/// Over a step the cell is taken at the temperature it is expected to have half way, and its heat is given as a ramp with the
/// true ends, so the coupling is of second order. What was expected of cell and skin for the end of a step, less what came,
/// sets the next one. Steps end where the skin is expected to reach another level of the firmware, so that the current
/// jumps when it should and not when a step happens to end.
final class ChargeModel implements CoupledModel {

    /// How far cell or skin may end from where they were expected, K; the cell is half a step's quarter of that off.
    private static final double SURPRISE = 0.2;
    /// Shortest and longest coupling step, s.
    private static final double SHORTEST = 2;

    private static final double LONGEST = 120;
    /// A step that is to end at a change of level ends a little behind where that is expected: at least by so much, s,
    /// and by a share of the way, for the skin warms ever more slowly.
    private static final double BEHIND = 0.5;

    private static final double SLOWER = 1.03;

    private final Device phone;
    private final Charging charging;
    private final PhoneCharge charge;
    private final Heat heat;
    private final Supplier<Temperatures> now;
    private final double volume;
    /// 1, or 0.5 for half the coupling steps.
    private final double fineness;
    private double step;
    private double lastTime = Double.NaN;
    private double lastCell;
    private double lastSkin;
    /// How fast cell and skin change, K/s.
    private double cellRate;
    private double skinRate;

    ChargeModel(Device phone, Workload workload, Heat heat, double fineness, Supplier<Temperatures> now) {
        this.fineness = fineness;
        this.step = SHORTEST * fineness;
        this.phone = phone;
        this.charging = Objects.requireNonNull(phone.charging(), "the phone has no charger");
        this.heat = heat;
        this.now = now;
        this.charge = new PhoneCharge(
                charging.pack(), charging.table(), charging.adapter(), Model.DFN, workload.chargeFrom(),
                now.get().mean(charging.part("cell")));
        this.volume = phone.part(charging.part("cell")).volume();
    }

    @Override
    public double horizon(double time) {
        look(time);
        if (charge.done()) {
            return Double.POSITIVE_INFINITY;
        }
        double level = charge.untilLevel(lastSkin, skinRate);
        return time + (level == 0 ? SHORTEST * fineness : Math.min(step, SLOWER * level + BEHIND));
    }

    /// Sees where cell and skin have come to, and how far from what was expected.
    private void look(double time) {
        if (time == lastTime) {
            return;
        }
        var temperatures = now.get();
        double cell = temperatures.mean(charging.part("cell")), skin = skin(temperatures);
        if (time > 0) {
            double passed = time - lastTime;
            double surprise = Math.max(
                    Math.abs(cell - lastCell - passed * cellRate), Math.abs(skin - lastSkin - passed * skinRate));
            // an expectation along a straight line errs with the square of the step
            double factor = Math.clamp(0.9 * Math.sqrt(SURPRISE / Math.max(surprise, 1e-9)) * fineness, 0.25, 4);
            step = Math.clamp(passed < 0.99 * step && factor > 1 ? step : passed * factor, SHORTEST * fineness, LONGEST * fineness);
            cellRate = (cell - lastCell) / passed;
            skinRate = (skin - lastSkin) / passed;
        }
        lastTime = time;
        lastCell = cell;
        lastSkin = skin;
    }

    @Override
    public void advance(double from, double to, Exchanged exchanged) {
        look(from);
        double seconds = to - from;
        if (charge.untilLevel(lastSkin, skinRate) == 0) {
            // the current is about to jump: what cell and skin did so far says nothing about what they will do
            cellRate = 0;
            skinRate = 0;
            step = SHORTEST * fineness;
        }
        charge.advance(seconds, lastCell + cellRate * seconds / 2, lastSkin);
        exchanged.release(heat.powers(byPart(charge.heatFirst())), heat.powers(byPart(charge.heatLast())));
        byPart(charge.heat()).forEach((part, watts) -> exchanged.tell("power." + part, watts));
        exchanged.tell("charge.shown", charge.shown());
        exchanged.tell("charge.current", -charge.cell().current());
        exchanged.tell("charge.voltage", charge.cell().voltage());
        exchanged.tell("charge.drawn", charge.drawn());
        exchanged.tell("plating.margin", charge.cell().margin());
    }

    private Map<String, Double> byPart(Map<String, Double> byPlace) {
        Map<String, Double> byPart = new LinkedHashMap<>();
        byPlace.forEach((place, watts) -> byPart.merge(charging.part(place), watts, Double::sum));
        return byPart;
    }

    /// What the firmware takes for the skin: the phone's virtual sensor of that name, or the hottest skin without one.
    private double skin(Temperatures temperatures) {
        return phone.sensors().stream()
                .filter(sensor -> sensor.name().equals("skin"))
                .mapToDouble(temperatures::sensor)
                .findFirst()
                .orElseGet(temperatures::skinMax);
    }

    /// Adds the results of the whole charge.
    void results(Map<String, Double> results) {
        for (int percent : new int[] {20, 50, 80, 100}) {
            double reached = charge.reached(percent / 100.0);
            if (!Double.isNaN(reached)) {
                results.put("charge.t" + percent, reached);
            }
        }
        double time = Math.max(charge.cell().time(), 1e-9);
        charge.energy().forEach((place, joules) -> results.put("charge.heat." + place, joules / time));
        results.put("charge.efficiency", charge.efficiency());
        results.put("plating.margin.min", charge.leastMargin());
        results.put("plating.share", negative(charge.moments()));
        results.put("path.resistance", charge.resistance());
        double energy = charging.pack().cell().energy();
        results.put("cell.energy", energy);
        results.put("cell.energy-density", energy / volume);
        peak(results, "cell.max", "cell", ".max");
        peak(results, "cell.mean.max", "cell", ".mean");
        peak(results, "tab.max", "tab", ".max");
        peak(results, "protection.max", "protection", ".max");
    }

    /// Share of the time of a charge with a plating margin below zero; a margin holds since the moment before.
    private static double negative(List<Moment> moments) {
        double below = 0;
        for (int i = 1; i < moments.size(); i++) {
            if (moments.get(i).margin() < 0) {
                below += moments.get(i).time() - moments.get(i - 1).time();
            }
        }
        return moments.size() < 2 ? 0 : below / (moments.getLast().time() - moments.getFirst().time());
    }

    private void peak(Map<String, Double> results, String id, String place, String what) {
        var value = results.get("part." + charging.part(place) + what);
        if (value != null) {
            results.put(id, value);
        }
    }

    /// Returns the largest difference between the hottest place of the cell and its mean, K.
    double spread(Series series) {
        var hottest = series.values().get("part." + charging.part("cell") + ".max");
        var mean = series.values().get("part." + charging.part("cell") + ".mean");
        double most = 0;
        for (int i = 0; hottest != null && mean != null && i < hottest.length; i++) {
            most = Math.max(most, hottest[i] - mean[i]);
        }
        return most;
    }

    PhoneCharge charge() {
        return charge;
    }
}

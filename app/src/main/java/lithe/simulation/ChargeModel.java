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

/// The battery on its charger as one of the coupled models: takes the temperatures of cell and skin at the start of a
/// step, gives the heat of each place to its part.
final class ChargeModel implements CoupledModel {

    /// Coupling steps are such that neither cell nor skin changes by more than this, K; skin levels lie 1 K apart.
    private static final double CHANGE = 0.25;
    /// Shortest and longest coupling step, s.
    private static final double SHORTEST = 2;

    private static final double LONGEST = 60;

    private final Device phone;
    private final Charging charging;
    private final PhoneCharge charge;
    private final Heat heat;
    private final Supplier<Temperatures> now;
    private final double volume;
    /// How fast cell or skin changed over the last step, K/s.
    private double rate = CHANGE / SHORTEST;
    private double lastStep = SHORTEST;
    private double lastCell;
    private double lastSkin;

    ChargeModel(Device phone, Workload workload, Heat heat, Supplier<Temperatures> now) {
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
        return time + Math.clamp(CHANGE / Math.max(rate, 1e-6), SHORTEST, LONGEST);
    }

    @Override
    public void advance(double from, double to, Exchanged exchanged) {
        var temperatures = now.get();
        double cell = temperatures.mean(charging.part("cell")), skin = skin(temperatures);
        if (to > from) {
            charge.advance(to - from, cell, skin);
            rate = (from == 0 ? CHANGE / SHORTEST : Math.max(Math.abs(cell - lastCell), Math.abs(skin - lastSkin)) / lastStep);
            lastStep = to - from;
        }
        lastCell = cell;
        lastSkin = skin;
        Map<String, Double> byPart = new LinkedHashMap<>();
        charge.heat().forEach((place, watts) -> byPart.merge(charging.part(place), watts, Double::sum));
        var power = heat.powers(byPart);
        exchanged.release(power, power);
        byPart.forEach((part, watts) -> exchanged.tell("power." + part, watts));
        exchanged.tell("charge.shown", charge.shown());
        exchanged.tell("charge.current", -charge.cell().current());
        exchanged.tell("charge.voltage", charge.cell().voltage());
        exchanged.tell("charge.drawn", charge.drawn());
        exchanged.tell("plating.margin", charge.cell().margin());
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
            double reached = charge.moments().stream()
                    .filter(m -> m.shown() >= percent / 100.0 - 1e-9)
                    .mapToDouble(Moment::time)
                    .findFirst()
                    .orElse(Double.NaN);
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

// SPDX-License-Identifier: Apache-2.0
package lithe.charge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lithe.cell.Adapter;
import lithe.cell.CellSimulator;
import lithe.cell.ChargeControl;
import lithe.cell.ChargeTable;
import lithe.cell.Control;
import lithe.cell.Model;
import lithe.cell.Pack;
import lithe.cell.Resolution;
import lithe.cell.Stop;
import lithe.cell.Thermal;

/// A battery being charged in a phone, advanced together with the heat around it.
///
/// The percentage on the screen is the charge counted over the capacity the phone reports, from the percentage at the
/// start on; it stops at 100 % although the current may go on.
public final class PhoneCharge {

    /// Foils are taken at this temperature, K: the middle of a fast charge.
    private static final double FOILS = 308.15;

    /// Share of what is owed by which the end of a ramp is raised; with a half the rest shrinks by half from step to step.
    private static final double PAID = 0.5;

    /// The story has a moment at least so often, s.
    private static final double MINUTE = 60;

    private final Pack pack;
    private final Adapter adapter;
    private final ChargeTable table;
    private final ChargeControl control;
    private final CellSimulator cell;
    private final double startShown;
    private final double resistance;
    private final Map<String, Double> heat = new LinkedHashMap<>();
    private Map<String, Double> heatFirst = new LinkedHashMap<>();
    private Map<String, Double> heatLast = new LinkedHashMap<>();
    /// Heat that the ramps lack so far, J by place.
    private final Map<String, Double> owed = new LinkedHashMap<>();
    private double lastSeconds;
    /// Jumps of the current in the advance so far.
    private int jumps;
    private final Map<String, Double> energy = new LinkedHashMap<>();
    private final List<Moment> moments = new ArrayList<>();

    private boolean constantVoltage;
    private boolean done;
    private String limit = "";
    private double drawn;
    private double drawnEnergy;
    private double leastMargin = Double.POSITIVE_INFINITY;
    private double restEnergy;

    /// Plugs the phone in.
    ///
    /// @param pack the battery
    /// @param table what the firmware allows
    /// @param adapter adapter, cable and charge pumps
    /// @param model how much of the cell is resolved
    /// @param shown percentage on the screen at the start, 0 … 1
    /// @param temperature battery temperature at the start, K
    public PhoneCharge(
            Pack pack, ChargeTable table, Adapter adapter, Model model, double shown, double temperature) {
        this.pack = pack;
        this.table = table;
        this.adapter = adapter;
        this.control = new ChargeControl(table);
        this.startShown = shown;
        this.resistance = pack.pathResistance(FOILS);
        double start = shown * pack.reported() / pack.cell().capacity();
        this.cell = new CellSimulator(
                pack.cellWithFoils(FOILS), model, Resolution.QUICK, new Thermal.Held(temperature),
                CellSimulator.Options.STANDARD, start);
    }

    /// Start of a ramp of which mean and end are known; not below nothing.
    private static double before(double mean, double end) {
        return mean - Math.clamp(end - mean, -Math.abs(mean), Math.abs(mean));
    }

    /// Charges for a while.
    ///
    /// @param seconds how long, s
    /// @param battery battery temperature, K
    /// @param skin skin temperature, K
    public void advance(double seconds, double battery, double skin) {
        cell.temperature(battery);
        double released = cell.released();
        heat.clear();
        drawn = 0;
        double left = seconds;
        jumps = 0;
        heatFirst = heatLast;
        left -= told(left, battery, skin);
        boolean jumped = jumps > 0;
        jumps = 0;
        while (left > 1e-6) {
            left -= told(left, battery, skin);
        }
        heat.merge("cell", (cell.released() - released) / seconds, Double::sum);
        heat.replaceAll((place, watts) -> place.equals("cell") ? watts : watts / seconds);
        heatLast = jumps == 0 ? heatNow() : new LinkedHashMap<>(heat);
        if (jumped || jumps > 0) {
            heatFirst = new LinkedHashMap<>(heat);
            heatFirst.replaceAll((place, watts) -> before(watts, heatLast.getOrDefault(place, watts)));
        }
        heat.forEach((place, watts) -> pay(place, watts, seconds));
        lastSeconds = seconds;
        drawn /= seconds;
        drawnEnergy += drawn * seconds;
        heat.forEach((place, watts) -> energy.merge(place, watts * seconds, Double::sum));
    }

    /// Advances by a piece of at most a minute and keeps its story.
    private double told(double left, double battery, double skin) {
        double before = drawn;
        double passed = piece(Math.min(left, MINUTE), battery, skin);
        leastMargin = Math.min(leastMargin, cell.margin());
        moments.add(new Moment(
                cell.time(), shown(), cell.voltage(), -cell.current(), battery, skin, (drawn - before) / passed, cell.margin(), limit));
        return passed;
    }

    /// Advances to the next change of the current or to the end; returns the time that passed.
    private double piece(double left, double battery, double skin) {
        double before = cell.time();
        double given = cell.delivered();
        double rest = cell.restVoltage();
        double worked = cell.work();
        double volts = cell.voltage();
        var allowed = control.at(cell.voltage(), battery, skin);
        double most = adapter.largestCurrent(cell.voltage() - cell.current() * pack.leads().resistance());
        // steps of 50 mA, as charger chips take them
        double fits = Math.floor(most * 20) / 20;
        double amps = Math.min(allowed.amps(), fits);
        if (done || amps <= 0) {
            limit = done ? "full" : allowed.reason();
            start(0);
            constantVoltage = false;
            end(cell.advance(new Control.Current(0), List.of(new Stop.After(left)), null));
        } else if (constantVoltage && cell.voltage() <= allowed.floatVoltage() + 1e-3) {
            limit = "constant voltage %.2f V".formatted(allowed.floatVoltage());
            var ending = cell.advance(
                    new Control.Voltage(allowed.floatVoltage()),
                    List.of(new Stop.After(left), new Stop.AtCurrent(table.stop()),
                            new Stop.AtLimit(new Control.Current(-amps), true)),
                    null);
            done = ending.reason() instanceof Stop.AtCurrent;
            constantVoltage = !(ending.reason() instanceof Stop.AtLimit);
            end(ending);
        } else if (cell.voltage() > allowed.floatVoltage() + 1e-3) {
            // the float voltage fell below the cell's: charging pauses
            limit = "off: cell above %.2f V".formatted(allowed.floatVoltage());
            start(0);
            end(cell.advance(new Control.Current(0), List.of(new Stop.After(left)), null));
        } else {
            limit = fits < allowed.amps() ? "adapter" : allowed.reason();
            start(amps);
            double next = Math.min(control.nextVoltage(), allowed.floatVoltage());
            var ending = cell.advance(
                    new Control.Current(-amps),
                    List.of(new Stop.After(left), new Stop.AtVoltage(next, true)),
                    null);
            constantVoltage = ending.reason() instanceof Stop.AtVoltage && next >= allowed.floatVoltage();
            end(ending);
        }
        double passed = cell.time() - before;
        double mean = passed > 0 ? (given - cell.delivered()) / passed : 0;
        restEnergy += (given - cell.delivered()) * (rest + cell.restVoltage()) / 2;
        book(mean, mean > 0 ? (worked - cell.work()) / (given - cell.delivered()) : cell.voltage(), passed);
        return Math.max(passed, 1e-6);
    }

    /// Makes up for what the ramps before lacked of the true heat, without a jump: in where this one ends.
    private void pay(String place, double mean, double seconds) {
        double before = owed.getOrDefault(place, 0.0);
        double last = heatLast.getOrDefault(place, 0.0) + PAID * before / Math.max(seconds, lastSeconds);
        heatLast.put(place, last);
        owed.put(place, before + (mean - (heatFirst.getOrDefault(place, 0.0) + last) / 2) * seconds);
    }

    /// Notes a jump from the current that flows to another.
    private void start(double amps) {
        double now = -cell.current();
        jumps += Math.abs(amps - now) > 0.01 * Math.max(amps, now) ? 1 : 0;
    }

    private void end(CellSimulator.Ending ending) {
        var stuck = ending.limit();
        if (stuck != null) {
            done = true;
            limit = stuck.sentence();
        }
    }

    /// Books what leads, pumps, port and coil lose at a mean current and voltage.
    private void book(double amps, double volts, double seconds) {
        lost(amps, volts).forEach((place, watts) -> heat.merge(place, watts * seconds, Double::sum));
        drawn += flow(amps, volts).drawn() * seconds;
    }

    private Adapter.Flow flow(double amps, double volts) {
        return adapter.flow(amps, volts + amps * pack.leads().resistance());
    }

    /// What everything but the cell gives as heat, W by place.
    private Map<String, Double> lost(double amps, double volts) {
        var lost = new LinkedHashMap<>(pack.leads().heat(amps));
        var flow = flow(amps, volts);
        lost.merge("pumps", flow.pumps(), Double::sum);
        lost.merge("port", flow.port(), Double::sum);
        lost.merge("coil", flow.coil(), Double::sum);
        return lost;
    }

    /// The heat of this moment, W by place.
    private Map<String, Double> heatNow() {
        var now = lost(-cell.current(), cell.voltage());
        now.merge("cell", cell.heat(), Double::sum);
        return now;
    }

    /// Returns the heat of each place over the last advance.
    ///
    /// @return mean heat, W, by place: cell, tab, protection, flex, connector, pumps, port, coil
    public Map<String, Double> heat() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(heat));
    }

    /// Returns the heat of each place at the start of the last advance: where the one before ended, or after a jump of the
    /// current.
    ///
    /// @return heat, W, by the places of [#heat()]; the mean where the current jumped on the way
    public Map<String, Double> heatFirst() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(heatFirst));
    }

    /// Returns the heat of each place at the end of the last advance.
    ///
    /// @return heat, W, by the places of [#heat()]; the mean where the current jumped on the way
    public Map<String, Double> heatLast() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(heatLast));
    }

    /// Returns how long it takes until the firmware answers the skin with another current.
    ///
    /// @param skin skin temperature, K
    /// @param rate how fast it changes, K/s
    /// @return the time, s; 0 when it will do so at once, infinite when it does not get there
    public double untilLevel(double skin, double rate) {
        return done ? Double.POSITIVE_INFINITY : control.untilLevel(skin, rate, -cell.current());
    }

    /// Returns the heat of each place since the start.
    ///
    /// @return energy, J, by place
    public Map<String, Double> energy() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(energy));
    }

    /// Returns the percentage on the screen.
    ///
    /// @return 0 … 1
    public double shown() {
        return done ? 1 : Math.min(1, startShown - cell.delivered() / pack.reported());
    }

    /// Returns the charge put in since the start, C.
    ///
    /// @return the charge, C
    public double charged() {
        return -cell.delivered();
    }

    /// Returns whether the charge has ended.
    ///
    /// @return true when the current has stopped
    public boolean done() {
        return done;
    }

    /// Returns the power drawn from the adapter over the last advance, W.
    ///
    /// @return the power, W
    public double drawn() {
        return drawn;
    }

    /// Returns the energy drawn from the adapter since the start, J.
    ///
    /// @return the energy, J
    public double drawnEnergy() {
        return drawnEnergy;
    }

    /// Returns the part of the drawn energy that is in the cell: charge times rest voltage.
    ///
    /// @return stored over drawn, 0 … 1
    public double efficiency() {
        return drawnEnergy > 0 ? restEnergy / drawnEnergy : 0;
    }

    /// Returns the smallest plating margin at the end of an advance so far, V.
    ///
    /// @return the margin, V
    public double leastMargin() {
        return leastMargin;
    }

    /// Returns foils and leads together, Ω.
    ///
    /// @return the resistance in the way of the current, Ω
    public double resistance() {
        return resistance;
    }

    /// Returns the story so far, one moment for each advance.
    ///
    /// @return the moments in order of time
    public List<Moment> moments() {
        return List.copyOf(moments);
    }

    /// Returns when a percentage stood on the screen.
    ///
    /// @param percentage 0 … 1
    /// @return time since the start, s; between two advances in proportion; NaN when it was not reached
    public double reached(double percentage) {
        double time = 0, shown = startShown, amps = 0;
        for (Moment moment : moments) {
            if (moment.shown() >= percentage - 1e-9) {
                // the screen stops at 100 %, so there the current tells
                double counted = moment.shown() < 1
                        ? moment.shown() - shown
                        : (amps + moment.amps()) / 2 * (moment.time() - time) / pack.reported();
                double share = (percentage - shown) / Math.max(counted, 1e-12);
                return time + Math.clamp(share, 0, 1) * (moment.time() - time);
            }
            time = moment.time();
            shown = moment.shown();
            amps = moment.amps();
        }
        return Double.NaN;
    }

    /// Returns what limits the current now.
    ///
    /// @return in words
    public String limit() {
        return limit;
    }

    /// Returns the cell.
    ///
    /// @return the cell, to read from
    public CellSimulator cell() {
        return cell;
    }
}

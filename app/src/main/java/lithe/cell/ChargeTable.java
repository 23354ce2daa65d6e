// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

import java.util.List;

/// What the firmware of a phone allows: current by cell voltage, by battery temperature and by skin temperature.
///
/// The smallest of the three is charged. Voltage steps are latched: a step once left does not come back, although the
/// voltage falls with the current. Windows and levels have hysteresis.
///
/// @param name name shown to people
/// @param steps current by cell voltage, voltages rising
/// @param windows current and float voltage by battery temperature, temperatures rising; outside them charging is off
/// @param windowHysteresis how far inside a window with more current the battery has to be before it counts, K
/// @param levels current by skin temperature, temperatures rising, currents falling; may be empty
/// @param levelHysteresis how far below the threshold of a level the skin has to fall to leave it, K
/// @param stop current at which the constant-voltage phase ends, A
public record ChargeTable(
        String name,
        List<VoltageStep> steps,
        List<Window> windows,
        double windowHysteresis,
        List<Level> levels,
        double levelHysteresis,
        double stop) {

    /// Checks the order.
    ///
    /// @throws IllegalArgumentException when a table is empty or not in order
    public ChargeTable {
        steps = List.copyOf(steps);
        windows = List.copyOf(windows);
        levels = List.copyOf(levels);
        if (steps.isEmpty() || windows.isEmpty()) {
            throw new IllegalArgumentException("a charge table needs at least one voltage step and one temperature window");
        }
        for (int i = 1; i < steps.size(); i++) {
            if (!(steps.get(i).below() > steps.get(i - 1).below())) {
                throw new IllegalArgumentException("voltage steps must rise, but %s V follows %s V"
                        .formatted(steps.get(i).below(), steps.get(i - 1).below()));
            }
        }
        for (int i = 1; i < windows.size(); i++) {
            if (windows.get(i).from() != windows.get(i - 1).to()) {
                throw new IllegalArgumentException("temperature windows must join, but one ends at %s K and the next starts at %s K"
                        .formatted(windows.get(i - 1).to(), windows.get(i).from()));
            }
        }
        for (int i = 1; i < levels.size(); i++) {
            if (!(levels.get(i).above() > levels.get(i - 1).above())) {
                throw new IllegalArgumentException("skin levels must rise, but %s K follows %s K"
                        .formatted(levels.get(i).above(), levels.get(i - 1).above()));
            }
        }
        Electrode.within("stop current", stop, 1e-4, 100, "A");
        Electrode.within("window hysteresis", windowHysteresis, 0, 20, "K");
        Electrode.within("level hysteresis", levelHysteresis, 0, 20, "K");
    }

    /// Current up to a cell voltage.
    ///
    /// @param below the step holds below this voltage, V
    /// @param amps current, A
    public record VoltageStep(double below, double amps) {

        /// Checks the ranges.
        public VoltageStep {
            Electrode.within("voltage of a charge step", below, 1, 6, "V");
            Electrode.within("current of a charge step", amps, 0, 100, "A");
        }
    }

    /// Current and float voltage in a range of battery temperature.
    ///
    /// @param from lower end, K
    /// @param to upper end, K
    /// @param amps largest current, A
    /// @param floatVoltage voltage that is not exceeded, V
    public record Window(double from, double to, double amps, double floatVoltage) {

        /// Checks the ranges.
        public Window {
            Electrode.within("lower end of a temperature window", from, 200, 400, "K");
            Electrode.within("upper end of a temperature window", to, from, 400, "K");
            Electrode.within("current of a temperature window", amps, 0, 100, "A");
            Electrode.within("float voltage", floatVoltage, 1, 6, "V");
        }
    }

    /// Current above a skin temperature.
    ///
    /// @param above the level holds from this skin temperature on, K
    /// @param amps largest current, A
    public record Level(double above, double amps) {

        /// Checks the ranges.
        public Level {
            Electrode.within("skin temperature of a level", above, 200, 400, "K");
            Electrode.within("current of a level", amps, 0, 100, "A");
        }
    }

    /// Returns the table of ziyi (Xiaomi 13 Lite / Civi 2: 4500 mAh, 67 W), for a battery with few cycles.
    ///
    /// Public kernel device tree, l9ds_charger.dtsi; the skin temperatures of the levels are not public: steps of 1 K
    /// from 37 °C are an estimate. Charge voltages up to 4.53 V are the cell's own limit in fast charge.
    ///
    /// @return the table
    public static ChargeTable ziyi() {
        double[] amps = {9.9, 8.7, 7.9, 6.5, 5.9, 5.45, 4.95, 3.95, 2.97, 2.57, 2.11, 1.88, 1.48, 0.49, 0.29};
        var levels = new java.util.ArrayList<Level>();
        for (int i = 0; i < amps.length; i++) {
            levels.add(new Level(310.15 + i, amps[i]));
        }
        return new ChargeTable(
                "ziyi, 67 W",
                List.of(new VoltageStep(4.25, 12.30), new VoltageStep(4.30, 7.85), new VoltageStep(4.48, 6.55),
                        new VoltageStep(4.53, 5.23)),
                List.of(new Window(263.15, 273.15, 0.95, 4.48), new Window(273.15, 278.15, 2.1, 4.48),
                        new Window(278.15, 283.15, 3.0, 4.48), new Window(283.15, 288.15, 5.23, 4.48),
                        new Window(288.15, 321.15, 12.30, 4.53), new Window(321.15, 331.15, 2.1, 4.48)),
                2, levels, 1, 1.024);
    }

    /// Returns the table of munch (Redmi K40S / POCO F4: 4500 mAh, 67 W).
    ///
    /// Public kernel device tree, jeita-step-cfg-munch. No skin levels are known. A fast charge ends at nine tenths of 680 mA,
    /// the default of its gauge driver (bq27z561_fg.c); the battery itself may ask for 360 to 1460 mA.
    ///
    /// @return the table
    public static ChargeTable munch() {
        return new ChargeTable(
                "munch, 67 W",
                List.of(new VoltageStep(3.35, 1.0), new VoltageStep(4.20, 12.4), new VoltageStep(4.30, 8.22),
                        new VoltageStep(4.40, 6.9), new VoltageStep(4.48, 5.58)),
                List.of(new Window(263.15, 273.15, 1.0, 4.45), new Window(273.15, 278.15, 2.2, 4.45),
                        new Window(278.15, 283.15, 3.08, 4.45), new Window(283.15, 288.15, 5.28, 4.45),
                        new Window(288.15, 321.15, 12.4, 4.48), new Window(321.15, 331.15, 2.2, 4.10)),
                2, List.of(), 1, 0.612);
    }

    /// Returns the same table with other skin levels.
    ///
    /// @param other the levels
    /// @param hysteresis how far the skin has to fall to leave a level, K
    /// @return the changed table
    public ChargeTable withLevels(List<Level> other, double hysteresis) {
        return new ChargeTable(name, steps, windows, windowHysteresis, other, hysteresis, stop);
    }
}

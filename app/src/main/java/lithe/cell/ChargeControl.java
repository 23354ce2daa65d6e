// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

/// Reads a charge table as firmware does, and remembers which step, window and level it is in.
public final class ChargeControl {

    private final ChargeTable table;
    private int step;
    private int window = -1;
    private int level = -1;

    /// What is allowed now.
    ///
    /// @param amps charge current, A; 0 when charging is off
    /// @param floatVoltage voltage that is not exceeded, V
    /// @param reason what limits the current, in words
    public record Allowed(double amps, double floatVoltage, String reason) {}

    /// Starts at the first step, at no level.
    ///
    /// @param table the table
    public ChargeControl(ChargeTable table) {
        this.table = table;
    }

    /// Returns what is allowed.
    ///
    /// @param cellVoltage voltage of the cell, V
    /// @param battery battery temperature, K
    /// @param skin skin temperature, K
    /// @return current, voltage and what limits
    public Allowed at(double cellVoltage, double battery, double skin) {
        while (step < table.steps().size() - 1 && cellVoltage >= table.steps().get(step).below() - 1e-4) {
            step++;
        }
        window = windowAt(battery);
        level = levelAt(skin);
        if (window < 0) {
            return new Allowed(0, 0, "off: battery at %.1f °C".formatted(battery - 273.15));
        }
        var s = table.steps().get(step);
        var w = table.windows().get(window);
        double ceiling = Math.min(w.floatVoltage(), table.steps().getLast().below());
        double byLevel = amps(level);
        if (byLevel < s.amps() && byLevel < w.amps()) {
            return new Allowed(byLevel, ceiling, "skin level %d".formatted(level + 1));
        }
        return w.amps() < s.amps()
                ? new Allowed(w.amps(), ceiling, "battery window %.0f to %.0f °C".formatted(w.from() - 273.15, w.to() - 273.15))
                : new Allowed(s.amps(), ceiling, "voltage step up to %.2f V".formatted(s.below()));
    }

    /// Returns the voltage at which the present step ends, V; infinite in the last step.
    ///
    /// @return the voltage, V
    public double nextVoltage() {
        return step == table.steps().size() - 1 ? Double.POSITIVE_INFINITY : table.steps().get(step).below();
    }

    /// Returns how long it takes until the skin reaches a level that changes the current.
    ///
    /// @param skin skin temperature, K
    /// @param rate how fast it changes, K/s
    /// @param amps charge current now, A
    /// @return the time, s; 0 when it is there already, infinite when it does not get there
    public double untilLevel(double skin, double rate, double amps) {
        int next = levelAt(skin);
        if (next != level) {
            return changes(next, amps) ? 0 : Double.POSITIVE_INFINITY;
        }
        if (rate > 0 && level + 1 < table.levels().size() && changes(level + 1, amps)) {
            return (table.levels().get(level + 1).above() - skin) / rate;
        }
        return rate < 0 && level >= 0 && changes(level - 1, amps)
                ? (table.levels().get(level).above() - table.levelHysteresis() - skin) / rate
                : Double.POSITIVE_INFINITY;
    }

    /// Tells whether another level means another current: one below the present, or more where the present one binds.
    private boolean changes(int next, double amps) {
        double then = amps(next), now = amps(level);
        return then < 0.999 * amps || then > now && amps > 0.999 * now;
    }

    private double amps(int at) {
        return at < 0 ? Double.POSITIVE_INFINITY : table.levels().get(at).amps();
    }

    private int windowAt(double battery) {
        int plain = -1;
        for (int i = 0; i < table.windows().size(); i++) {
            var w = table.windows().get(i);
            if (battery >= w.from() && battery < w.to()) {
                plain = i;
            }
        }
        if (window < 0 || plain < 0 || plain == window) {
            return plain;
        }
        var now = table.windows().get(window);
        var next = table.windows().get(plain);
        if (next.amps() <= now.amps()) {
            return plain;
        }
        boolean deep = plain > window
                ? battery >= next.from() + table.windowHysteresis()
                : battery < next.to() - table.windowHysteresis();
        return deep ? plain : window;
    }

    private int levelAt(double skin) {
        int now = level;
        while (now + 1 < table.levels().size() && skin >= table.levels().get(now + 1).above()) {
            now++;
        }
        while (now >= 0 && skin < table.levels().get(now).above() - table.levelHysteresis()) {
            now--;
        }
        return now;
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One protocol run on one cell.
///
/// @param trace what happened
/// @param endings how each step ended, as far as the run came
/// @param limit the physical limit that cut the run short, or null when it was completed
/// @param simulator the cell in its last state
public record CellRun(Trace trace, List<Ending> endings, @Nullable Limit limit, CellSimulator simulator) {

    /// How one step of the protocol ended.
    ///
    /// @param step the step
    /// @param time when, s
    /// @param reason why, in words
    public record Ending(String step, double time, String reason) {}

    /// Runs a protocol.
    ///
    /// @param simulator the cell, at rest
    /// @param protocol the steps
    /// @return the run; when a physical limit cut it short, the trace ends there
    public static CellRun of(CellSimulator simulator, Protocol protocol) {
        var trace = new Trace();
        var endings = new ArrayList<Ending>();
        for (var step : protocol.steps()) {
            var limit = run(simulator, step, trace, endings);
            if (limit != null) {
                return new CellRun(trace, List.copyOf(endings), limit, simulator);
            }
        }
        return new CellRun(trace, List.copyOf(endings), null, simulator);
    }

    /// Holds the tightest control; a further limit that is met takes over, and gives back what it no longer needs.
    private static @Nullable Limit run(CellSimulator simulator, Step step, Trace trace, List<Ending> endings) {
        double start = simulator.time();
        int active = 0;
        for (int round = 0; round < 200; round++) {
            var control = step.controls().get(active);
            var ending = simulator.advance(control, stops(simulator, step, active, start), trace);
            var reason = ending.reason();
            if (reason == null) {
                var limit = java.util.Objects.requireNonNull(ending.limit());
                endings.add(new Ending(step.text(), simulator.time(), limit.sentence()));
                return limit;
            }
            if (!(reason instanceof Stop.AtLimit(var next, _))) {
                endings.add(new Ending(step.text(), simulator.time(), words(reason)));
                return null;
            }
            active = step.controls().indexOf(next);
        }
        endings.add(new Ending(step.text(), simulator.time(), "limits kept taking over from each other"));
        return null;
    }

    private static List<Stop> stops(CellSimulator simulator, Step step, int active, double start) {
        var stops = new ArrayList<Stop>();
        for (var stop : step.stops()) {
            switch (stop) {
                case Stop.After(var seconds) -> stops.add(new Stop.After(start + seconds - simulator.time()));
                // a limit of the step has to be left to fade before a stop on current means anything
                case Stop.AtCurrent _ -> {
                    if (step.controls().size() == 1 || active > 0) {
                        stops.add(stop);
                    }
                }
                case Stop.AtVoltage _, Stop.AtCharge _, Stop.AtTemperature _, Stop.AtMargin _, Stop.AtLimit _ ->
                    stops.add(stop);
            }
        }
        for (int i = 0; i < step.controls().size(); i++) {
            if (i != active) {
                stops.add(new Stop.AtLimit(step.controls().get(i), step.charging()));
            }
        }
        return stops;
    }

    private static String words(Stop stop) {
        return switch (stop) {
            case Stop.After(var s) -> "time is over (%.1f s)".formatted(s);
            case Stop.AtVoltage(var v, _) -> "voltage is %.4g V".formatted(v);
            case Stop.AtCurrent(var a) -> "current has faded to %.4g A".formatted(a);
            case Stop.AtCharge(var c, _) -> "state of charge is %.4g %%".formatted(100 * c);
            case Stop.AtTemperature(var k) -> "temperature is %.4g °C".formatted(k - 273.15);
            case Stop.AtMargin(var v) -> "plating margin is %.4g mV".formatted(1e3 * v);
            case Stop.AtLimit(var control, _) -> "limit " + control;
        };
    }
}

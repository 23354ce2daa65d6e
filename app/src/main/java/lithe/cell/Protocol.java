// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A sequence of steps, written as users of battery tools know them:
///
/// `Charge at 2C until 4.2 V; Hold at 4.2 V until C/20; Rest for 1 h; Discharge at 5 W until 3.0 V`
///
/// Limits may follow a charge or discharge: `Charge at 3C with 4.48 V and margin 5 mV until C/10`: the tightest holds.
///
/// @param steps the steps in order
public record Protocol(List<Step> steps) {

    private static final Pattern NUMBER = Pattern.compile("([-+]?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?)\\s*(\\S+)");

    /// Checks that there is at least one step.
    ///
    /// @throws IllegalArgumentException when there is none
    public Protocol {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a protocol needs at least one step");
        }
    }

    /// Reads a protocol.
    ///
    /// @param text steps separated by semicolons or line breaks
    /// @param set the cell; gives the meaning of a C rate
    /// @return the protocol
    /// @throws IllegalArgumentException naming the step, what was found and what was expected
    public static Protocol of(String text, ParameterSet set) {
        var steps = new ArrayList<Step>();
        for (var part : text.split("[;\\n]")) {
            if (!part.isBlank()) {
                steps.add(step(part.strip(), set));
            }
        }
        return new Protocol(steps);
    }

    private static Step step(String text, ParameterSet set) {
        var words = text.toLowerCase(Locale.ROOT);
        var head = words.split("\\s+until\\s+|\\s+for\\s+|\\s+or\\s+until\\s+")[0];
        if (words.startsWith("rest")) {
            return new Step(text, false, List.of(new Control.Current(0)), stops(text, false, false, set));
        }
        if (words.startsWith("hold at")) {
            var held = quantity(text, text.substring(7, head.length()));
            return switch (held.kind) {
                case "V" -> new Step(text, true, List.of(new Control.Voltage(held.value)), stops(text, true, true, set));
                default -> throw wrong(text, "a hold needs a voltage such as \"Hold at 4.2 V\"");
            };
        }
        boolean charging = words.startsWith("charge at");
        if (!charging && !words.startsWith("discharge at")) {
            throw wrong(text, "a step starts with Charge at, Discharge at, Hold at or Rest");
        }
        var controls = new ArrayList<Control>();
        var body = text.substring(charging ? 9 : 12, head.length());
        var parts = body.split("(?i)\\s+with\\s+|\\s+and\\s+");
        controls.add(drive(text, quantity(text, parts[0]), charging, set));
        for (int i = 1; i < parts.length; i++) {
            controls.add(limit(text, parts[i], charging, set));
        }
        return new Step(text, charging, controls, stops(text, charging, controls.size() > 1, set));
    }

    private static Control drive(String text, Quantity q, boolean charging, ParameterSet set) {
        double sign = charging ? -1 : 1;
        return switch (q.kind) {
            case "C" -> new Control.Current(sign * set.current(q.value));
            case "A" -> new Control.Current(sign * q.value);
            case "W" -> new Control.Power(sign * q.value);
            default -> throw wrong(text, "a charge or discharge needs a current or a power such as 2C, 3 A or 10 W");
        };
    }

    private static Control limit(String text, String part, boolean charging, ParameterSet set) {
        var words = part.strip();
        if (words.toLowerCase(Locale.ROOT).startsWith("margin")) {
            return new Control.Margin(volts(text, quantity(text, words.substring(6))));
        }
        var q = quantity(text, words);
        return q.kind.equals("V") ? new Control.Voltage(q.value) : drive(text, q, charging, set);
    }

    private static double volts(String text, Quantity q) {
        if (!q.kind.equals("V")) {
            throw wrong(text, "a margin is a voltage such as \"margin 5 mV\"");
        }
        return q.value;
    }

    private static List<Stop> stops(String text, boolean charging, boolean fading, ParameterSet set) {
        var stops = new ArrayList<Stop>();
        var matcher = Pattern.compile("(?i)\\b(until|for)\\s+(.+?)(?=\\s+or\\s+until\\s|\\s+or\\s+for\\s|\\s+until\\s|\\s+for\\s|$)")
                .matcher(text);
        while (matcher.find()) {
            boolean time = matcher.group(1).equalsIgnoreCase("for");
            for (var one : matcher.group(2).split("(?i)\\s+or\\s+")) {
                stops.add(stop(text, one.strip(), time, charging, fading, set));
            }
        }
        return stops;
    }

    private static Stop stop(
            String text, String part, boolean time, boolean charging, boolean fading, ParameterSet set) {
        var margin = part.toLowerCase(Locale.ROOT).startsWith("margin");
        var q = quantity(text, margin ? part.substring(6) : part);
        if (margin) {
            return new Stop.AtMargin(volts(text, q));
        }
        if (time != q.kind.equals("s")) {
            throw wrong(text, "\"for\" takes a time such as 10 min, \"until\" a voltage, current, temperature or charge");
        }
        return switch (q.kind) {
            case "s" -> new Stop.After(q.value);
            case "V" -> new Stop.AtVoltage(q.value, charging);
            case "C" -> fade(text, set.current(q.value), fading);
            case "A" -> fade(text, q.value, fading);
            case "K" -> new Stop.AtTemperature(q.value);
            case "%" -> new Stop.AtCharge(q.value, charging);
            default -> throw wrong(text, "a step cannot stop at " + part);
        };
    }

    private static Stop fade(String text, double amps, boolean fading) {
        if (!fading) {
            throw wrong(text, "a held current never fades; stop at a voltage, a time or a charge");
        }
        return new Stop.AtCurrent(amps);
    }

    private record Quantity(double value, String kind) {}

    private static Quantity quantity(String text, String part) {
        var trimmed = part.strip();
        var fraction = Pattern.compile("(?i)C\\s*/\\s*([0-9.]+)").matcher(trimmed);
        if (fraction.matches()) {
            return new Quantity(1 / Double.parseDouble(fraction.group(1)), "C");
        }
        Matcher m = NUMBER.matcher(trimmed);
        if (!m.matches()) {
            throw wrong(text, "\"%s\" is not a number with a unit".formatted(trimmed));
        }
        double v = Double.parseDouble(m.group(1));
        return switch (m.group(2)) {
            case "C", "c" -> new Quantity(v, "C");
            case "A" -> new Quantity(v, "A");
            case "mA" -> new Quantity(v * 1e-3, "A");
            case "W" -> new Quantity(v, "W");
            case "mW" -> new Quantity(v * 1e-3, "W");
            case "V" -> new Quantity(v, "V");
            case "mV" -> new Quantity(v * 1e-3, "V");
            case "s", "sec", "second", "seconds" -> new Quantity(v, "s");
            case "min", "minute", "minutes" -> new Quantity(v * 60, "s");
            case "h", "hour", "hours" -> new Quantity(v * 3600, "s");
            case "°C", "degC", "Cel" -> new Quantity(v + 273.15, "K");
            case "K" -> new Quantity(v, "K");
            case "%" -> new Quantity(v / 100, "%");
            default -> throw wrong(text, "unit %s is not known here".formatted(m.group(2)));
        };
    }

    private static IllegalArgumentException wrong(String text, String why) {
        return new IllegalArgumentException("step \"%s\": %s".formatted(text, why));
    }
}

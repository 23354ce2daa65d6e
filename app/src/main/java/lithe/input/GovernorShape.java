// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import static lithe.input.Shape.Field.may;
import static lithe.input.Shape.Field.must;

import java.util.Arrays;
import lithe.device.Severity;
import lithe.units.Grade;
import lithe.units.Kind;

/// What a device file may say about how the phone keeps itself cool.
final class GovernorShape {

    static final double ONE_SECOND = 1;

    private static final Shape NAME = DeviceShape.NAME;
    private static final Shape SHARE = Shape.Amount.of(Kind.NUMBER, "0", "1");
    private static final Shape WATTS = Shape.Amount.of(Kind.POWER, "0 W", "999 W");
    private static final Shape CELSIUS = Shape.Amount.of(Kind.TEMPERATURE, "-60 °C", "200 °C");
    private static final Shape KELVINS = Shape.Amount.of(Kind.TEMPERATURE_DIFFERENCE, "0 K", "100 K");
    private static final Shape POLLING = Shape.Amount.of(Kind.TIME, "10 ms", "1 h");
    private static final Shape GAIN = Shape.Amount.of(Kind.THERMAL_CONDUCTANCE, "0 W/K", "1000 W/K");
    private static final Shape SEVERITY = new Shape.Word(Severity.words());
    private static final Shape.Field GRADED = may(
            "grade",
            new Shape.Word(Arrays.stream(Grade.values()).map(Grade::word).toList()),
            "Grade of all numbers here that state none themselves.");
    private static final Shape.Field SOURCED = may("source", DeviceShape.SOURCE, "Source of all numbers here that state none themselves.");
    private static final Shape.Field NOTED = may("note", DeviceShape.NOTE, "Anything a reader should know.");
    private static final Shape.Field POLLED = may("polling", POLLING, "Time from look to look while nothing is hot; as passive if not given.");
    private static final Shape.Field PASSIVE = may("passive", POLLING, "Time from look to look while something is hot; 1 s if not given.");
    private static final Shape.Field SENSOR = must("sensor", NAME, "The sensor it looks at.");

    private static final Shape ACTOR = Shape.Fields.of(
            "an actor",
            must("least", WATTS, "Power below which it cannot be capped."),
            must("most", WATTS, "Greatest power it can take."),
            may("weight", Shape.Amount.of(Kind.NUMBER, "0.001", "1000"), "How much its requests count when power is shared; 1 if not given."),
            may("states", Shape.Amount.of(Kind.NUMBER, "1", "1000"), "Cooling states of step-wise governors; 10 if not given."),
            may("base", WATTS, "Power that does not depend on speed; with it, power follows speed to the power of exponent."),
            may("exponent", Shape.Amount.of(Kind.NUMBER, "0.2", "10"), "How power above the base rises with speed; 3 if not given."),
            may("speeds", new Shape.ListOf(Shape.Tuple.of(SHARE, WATTS), 1, 1000), "[speed, power] up to 100 %, instead of base and exponent."),
            GRADED,
            SOURCED,
            NOTED);

    private static final Shape EFFECT = Shape.Fields.of(
            "an effect",
            must("from", SEVERITY, "Least severity."),
            must("actor", NAME, "Whom it caps."),
            must("cap", WATTS, "Power it may take."),
            GRADED,
            SOURCED,
            NOTED);

    private static final Shape SEVERITIES = Shape.Fields.of(
            "the severities",
            SENSOR,
            POLLED,
            PASSIVE,
            must(
                    "thresholds",
                    new Shape.ListOf(new Shape.Tuple(java.util.List.of(SEVERITY, CELSIUS, KELVINS), 2), 1, 6),
                    "[severity, temperature, hysteresis]; without hysteresis, 0 K."),
            may("effects", new Shape.ListOf(EFFECT, 1, 100), "Caps from a severity on, such as a dimmer screen."),
            GRADED,
            SOURCED,
            NOTED);

    private static final Shape STEP_WISE = Shape.Fields.of(
            "a step-wise rule",
            must("trip", CELSIUS, "Hot from here on."),
            may("hysteresis", KELVINS, "No longer hot this far below; 0 K if not given."));

    private static final Shape ALLOCATOR = Shape.Fields.of(
            "a power allocator",
            must("switch-on", CELSIUS, "Below it nobody is capped."),
            must("control", CELSIUS, "Temperature it aims at."),
            may("sustainable", WATTS, "Power the phone bears at that temperature; the sum of the least powers if not given."),
            may("k-po", GAIN, "Gain while too hot; sustainable over control less switch-on if not given."),
            may("k-pu", GAIN, "Gain while not too hot; twice sustainable over control less switch-on if not given."),
            may("k-i", GAIN, "Gain of the summed error, per poll; a tenth of k-pu if not given."),
            may("cut-off", KELVINS, "The error is summed only while below this; 0 K if not given: only while too hot."));

    private static final Shape RULE = Shape.Fields.of(
            "a rule",
            must("name", NAME, "Name of the rule."),
            SENSOR,
            POLLED,
            PASSIVE,
            may("actors", new Shape.ListOf(NAME, 1, 100), "Whom it caps; all actors if not given."),
            may("step-wise", STEP_WISE, "Linux step-wise: one state up per look while hot and rising, one down while falling."),
            may("power-allocator", ALLOCATOR, "Linux power allocator: a budget shared by requests."),
            may(
                    "set-points",
                    new Shape.ListOf(Shape.Tuple.of(CELSIUS, CELSIUS, SHARE), 1, 100),
                    "[set, clear, speed left]: the slowest that holds counts; of a source that does not compute, power left."),
            may("critical", CELSIUS, "The phone switches itself off at this temperature."),
            GRADED,
            SOURCED,
            NOTED);

    static final Shape GOVERNOR = Shape.Fields.of(
            "a governor",
            must("actors", new Shape.Named("actors by source", "the name of a part or source", "SoC", ACTOR), "Sources that can be capped."),
            may("severities", SEVERITIES, "How hot the phone calls itself."),
            may("rules", new Shape.ListOf(RULE, 1, 100), "By what it caps them; the lowest cap holds."),
            GRADED,
            SOURCED,
            NOTED);

    private GovernorShape() {}
}

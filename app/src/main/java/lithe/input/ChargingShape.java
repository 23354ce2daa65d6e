// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import static lithe.input.Shape.Field.may;
import static lithe.input.Shape.Field.must;

import java.util.Arrays;
import lithe.cell.ParameterLibrary;
import lithe.units.Grade;
import lithe.units.Kind;

/// What a device file may say about battery and charger.
final class ChargingShape {

    private static final Shape NAME = DeviceShape.NAME;
    private static final Shape FLAG = Shape.Word.of("true", "false");
    private static final Shape SIZE = Shape.Amount.of(Kind.LENGTH, "0.1 µm", "1 m");
    private static final Shape SHARE = Shape.Amount.of(Kind.NUMBER, "0", "1");
    private static final Shape AIR = Shape.Amount.of(Kind.TEMPERATURE, "-60 °C", "150 °C");
    private static final Shape.Field GRADED = may(
            "grade",
            new Shape.Word(Arrays.stream(Grade.values()).map(Grade::word).toList()),
            "Grade of all numbers here that state none themselves.");
    private static final Shape.Field SOURCED = may("source", DeviceShape.SOURCE, "Source of all numbers here that state none themselves.");
    private static final Shape.Field NOTED = may("note", DeviceShape.NOTE, "Anything a reader should know.");

    private static final Shape OHMS = Shape.Amount.of(Kind.RESISTANCE, "0 mΩ", "10 Ω");
    private static final Shape AMPS = Shape.Amount.of(Kind.CURRENT, "1 mA", "100 A");
    private static final Shape VOLTS = Shape.Amount.of(Kind.VOLTAGE, "1 V", "6 V");
    private static final Shape CAPACITY = Shape.Amount.of(Kind.CHARGE, "10 mAh", "1000 Ah");
    private static final Shape FOIL = Shape.Amount.of(Kind.LENGTH, "3 µm", "0.5 mm");

    private static final Shape LEAD = Shape.Fields.of(
            "a lead",
            must("name", NAME, "What it is, such as a weld."),
            must("place", NAME, "Place of its heat: tab, protection, flex, connector or one of your own."),
            must("rail", Shape.Word.of("negative", "positive"), "Side of the cell."),
            may("each-path", FLAG, "Whether each path of the rail has one; false if not given: it carries the whole current."),
            must("resistance", OHMS, "Resistance of one."),
            GRADED,
            SOURCED,
            NOTED);

    private static final Shape TABS = new Shape.ListOf(SHARE, 1, 8);

    private static final Shape VARIANT = Shape.Fields.of(
            "a variant of the battery",
            must("negative-tabs", TABS, "Places of the tabs along the negative foil, from its start; 0 % is the corner."),
            must("positive-tabs", TABS, "Places of the tabs along the positive foil."),
            may("negative-paths", Shape.Amount.of(Kind.NUMBER, "1", "8"), "Paths from tab to connector on the negative side; 1 if not given."),
            may("positive-paths", Shape.Amount.of(Kind.NUMBER, "1", "8"), "Paths on the positive side; 1 if not given."),
            GRADED,
            SOURCED,
            NOTED);

    private static final Shape CHARGE_TABLE = Shape.Fields.of(
            "a charge table",
            must("steps", new Shape.ListOf(Shape.Tuple.of(VOLTS, AMPS), 1, 50), "[voltage, current]: the current holds below the voltage of the cell."),
            must(
                    "windows",
                    new Shape.ListOf(Shape.Tuple.of(AIR, AIR, AMPS, VOLTS), 1, 50),
                    "[from, to, current, float voltage] by battery temperature; charging is off outside."),
            may("window-hysteresis", Shape.Amount.of(Kind.TEMPERATURE_DIFFERENCE, "0 K", "20 K"), "2 K if not given."),
            may("levels", new Shape.ListOf(Shape.Tuple.of(AIR, AMPS), 1, 50), "[skin temperature, current]: the current holds from the temperature on."),
            may("level-hysteresis", Shape.Amount.of(Kind.TEMPERATURE_DIFFERENCE, "0 K", "20 K"), "1 K if not given."),
            must("stop", AMPS, "Current at which the charge ends."),
            GRADED,
            SOURCED,
            NOTED);

    private static final Shape ADAPTER = Shape.Fields.of(
            "an adapter",
            must("power", Shape.Amount.of(Kind.POWER, "0.1 W", "500 W"), "Largest power."),
            must("input-current", AMPS, "Largest current at the port."),
            may("ratio", Shape.Amount.of(Kind.NUMBER, "1", "8"), "Input over output voltage of the charge pumps; 2 if not given."),
            must("efficiency", Shape.Amount.of(Kind.NUMBER, "50 %", "100 %"), "Of the charge pumps."),
            may("port", Shape.Amount.of(Kind.RESISTANCE, "0 mΩ", "1 Ω"), "From the port to the pumps, in the phone."),
            may("cable", Shape.Amount.of(Kind.RESISTANCE, "0 mΩ", "1 Ω"), "Cable and plugs, outside the phone."),
            may("coil", Shape.Amount.of(Kind.NUMBER, "20 %", "100 %"), "Efficiency of wireless transfer; 100 % with a cable."),
            may("coil-inside", SHARE, "Share of the wireless loss that is released in the phone; 50 % if not given."),
            GRADED,
            SOURCED,
            NOTED);

    static final Shape CHARGING = Shape.Fields.of(
            "the charging",
            must("set", Shape.Word.of(ParameterLibrary.names().toArray(String[]::new)), "Parameter set of the cell; it is scaled to the capacity."),
            must("capacity", CAPACITY, "Capacity of the cell."),
            may("reported", CAPACITY, "Capacity the phone counts its percentage with; the capacity if not given."),
            may("resistance", OHMS, "What is neither foil nor lead, in series; none if not given."),
            must("foil-height", SIZE, "Height of the foils, across the winding."),
            must("copper", FOIL, "Thickness of the negative foil."),
            must("aluminium", FOIL, "Thickness of the positive foil."),
            must("tab-width", SIZE, "Width of a tab along the foil."),
            must("leads", new Shape.ListOf(LEAD, 1, 100), "Tabs, welds, protection board, flex, connector."),
            must("variants", new Shape.Named("variants by name", "the name of a variant", "single-path", VARIANT), "Tabs and paths."),
            must("variant", NAME, "The variant that is simulated."),
            must("table", CHARGE_TABLE, "What the firmware allows."),
            must("adapter", ADAPTER, "Adapter, cable and charge pumps."),
            must("places", new Shape.Named("parts by place", "a place of heat", "protection", NAME), "Part that takes the heat of each place; cell must be there."),
            GRADED,
            SOURCED,
            NOTED);

    private ChargingShape() {}
}

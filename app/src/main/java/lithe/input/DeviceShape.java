// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import static lithe.input.Shape.Field.may;
import static lithe.input.Shape.Field.must;

import java.util.Arrays;
import java.util.List;
import lithe.device.Posture;
import lithe.units.Grade;
import lithe.units.Kind;

/// What a device file and a materials file may contain.
///
/// A new section is one more `Field` of [#DEVICE] and a reader that maps it in [DeviceReader]. The published schema and the
/// list of keys follow from here; their tests say how to renew them.
final class DeviceShape {

    static final int NAME_LENGTH = 80;

    static final Shape NAME = new Shape.Text("a name", "battery", NAME_LENGTH);
    static final Shape NOTE = new Shape.Text("a note", "what the reader should know", 4000);
    static final Shape SOURCE = new Shape.Text("a source", "maker's data sheet, 2024", 1000);
    private static final Shape FLAG = Shape.Word.of("true", "false");
    private static final Shape GRADE =
            new Shape.Word(Arrays.stream(Grade.values()).map(Grade::word).toList());

    private static final Shape SIZE = Shape.Amount.of(Kind.LENGTH, "0.1 µm", "1 m");
    private static final Shape PLACE = Shape.Amount.of(Kind.LENGTH, "0 mm", "1 m");
    private static final Shape SHARE = Shape.Amount.of(Kind.NUMBER, "0", "1");
    private static final Shape CONDUCTIVITY = Shape.Amount.of(Kind.CONDUCTIVITY, "0.001 W/(m·K)", "10000 W/(m·K)");
    private static final Shape FILM = Shape.Amount.of(Kind.FILM, "0 W/(m²·K)", "1e6 W/(m²·K)");
    static final Shape.Amount DURATION = Shape.Amount.of(Kind.TIME, "1 ms", "1000 h");
    static final Shape.Amount MOMENT = Shape.Amount.of(Kind.TIME, "0 s", "1000 h");
    static final Shape.Amount WATTS = Shape.Amount.of(Kind.POWER, "0 W", "1 kW");
    private static final Shape AIR = Shape.Amount.of(Kind.TEMPERATURE, "-60 °C", "150 °C");

    private static final Shape.Field GRADED = may("grade", GRADE, "Grade of all numbers here that state none themselves.");
    private static final Shape.Field SOURCED = may("source", SOURCE, "Source of all numbers here that state none themselves.");
    private static final Shape.Field NOTED = may("note", NOTE, "Anything a reader should know.");

    private static final Shape PLAN = Shape.Tuple.of(PLACE, PLACE);
    private static final Shape PLAN_SIZE = Shape.Tuple.of(SIZE, SIZE);
    private static final Shape SPOT = new Shape.Tuple(List.of(PLACE, PLACE, PLACE), 2);
    private static final Shape EXTENT = new Shape.Tuple(List.of(SIZE, SIZE, SIZE), 2);
    private static final Shape POINT = Shape.Tuple.of(PLACE, PLACE, PLACE);

    static final Shape MATERIAL = Shape.Fields.of(
            "a material",
            may("conductivity", CONDUCTIVITY, "Thermal conductivity, the same in all directions."),
            may("in-plane", CONDUCTIVITY, "Thermal conductivity along the sheet (x and y)."),
            may("through", CONDUCTIVITY, "Thermal conductivity through the sheet (z)."),
            must("density", Shape.Amount.of(Kind.DENSITY, "0.1 kg/m³", "30000 kg/m³"), "Density."),
            must("heat-capacity", Shape.Amount.of(Kind.SPECIFIC_HEAT, "50 J/(kg·K)", "20000 J/(kg·K)"), "Specific heat capacity."),
            GRADED,
            SOURCED,
            NOTED);

    private static final Shape MATERIAL_MAP =
            new Shape.Named("materials by name", "the name of a material", "copper", MATERIAL);

    /// A file of materials, the library's own among them.
    static final Shape.Fields MATERIAL_FILE = Shape.Fields.of(
            "a materials file", must("materials", MATERIAL_MAP, "Materials by name."), SOURCED, NOTED);

    private static final Shape FILE = new Shape.Text("the name of a file beside this one", "my-materials.yaml", 400);

    private static final Shape BODY = Shape.Fields.of(
            "the body",
            must("width", SIZE, "Along x, from left to right."),
            must("length", SIZE, "Along y, from top to bottom."),
            must("thickness", Shape.Amount.of(Kind.LENGTH, "10 µm", "200 mm"), "Along z, from front to back."),
            may("corner-radius", Shape.Amount.of(Kind.LENGTH, "0 mm", "500 mm"), "Radius of the four corners in plan."),
            GRADED,
            SOURCED,
            NOTED);

    private static final Shape CUTOUT = Shape.Fields.of(
            "a cut-out",
            must("name", NAME, "Name of the hole."),
            must("at", PLAN, "Left and top edge."),
            must("size", PLAN_SIZE, "Width and length."),
            GRADED,
            SOURCED,
            NOTED);

    private static final Shape LAYER = Shape.Fields.of(
            "a layer",
            must("name", NAME, "Name of the layer; no part may have the same."),
            must("material", NAME, "What fills it where no part stands."),
            must("thickness", Shape.OneOf.of(Shape.Word.of("rest"), SIZE), "Thickness, or `rest` in one layer to take what the others leave."),
            GRADED,
            SOURCED,
            NOTED);

    private static final Shape BOX = Shape.Fields.of(
            "a box",
            must("at", SPOT, "Left and top edge, and depth below the front of the layer (or of the phone)."),
            must("size", EXTENT, "Width, length and thickness; without thickness it fills its layers."),
            GRADED,
            SOURCED,
            NOTED);

    private static final Shape METAL = Shape.Word.of("copper", "steel", "titanium", "copper-nickel");
    private static final Shape POROSITY = Shape.Amount.of(Kind.NUMBER, "5 %", "99 %");

    static final Shape.Fields WICK = Shape.Fields.of(
            "a wick",
            must("kind", Shape.Word.of("mesh", "powder", "fibre", "grooves", "micropillars", "measured"), "How it is made."),
            must("thickness", SIZE, "Thickness of the wick."),
            may("wire", SIZE, "Mesh: diameter of the wires."),
            may("opening", SIZE, "Mesh: clear opening between the wires."),
            may("bond", Shape.Amount.of(Kind.NUMBER, "0.2", "10"), "Mesh: gain in through conductivity over loose contact; 1 if not given."),
            may("grain", SIZE, "Powder: diameter of the grains."),
            may("porosity", POROSITY, "Powder, fibre, measured: share of pores."),
            may("fibre", SIZE, "Fibre: diameter of the fibres."),
            may("width", SIZE, "Grooves: width of one groove."),
            may("land", Shape.Amount.of(Kind.NUMBER, "2 %", "95 %"), "Grooves: share of the width that is metal."),
            may("diameter", SIZE, "Micropillars: diameter of a post."),
            may("pitch", SIZE, "Micropillars: distance from post to post."),
            may("permeability", Shape.Amount.of(Kind.PERMEABILITY, "1e-16 m²", "1e-7 m²"), "Measured: permeability."),
            may("pore-radius", Shape.Amount.of(Kind.LENGTH, "0.01 µm", "2 mm"), "Measured: effective pore radius."),
            may("conductivity", Shape.Amount.of(Kind.CONDUCTIVITY, "0.1 W/(m·K)", "400 W/(m·K)"), "Measured: conductivity when full of water."),
            may("metal", METAL, "Its solid; copper if not given."),
            GRADED,
            SOURCED,
            NOTED);

    private static final Shape PILLARS = Shape.Fields.of(
            "the posts between the walls",
            must("fraction", Shape.Amount.of(Kind.NUMBER, "0", "0.35"), "Share of the plan area they stand on."),
            must("diameter", Shape.Amount.of(Kind.LENGTH, "10 µm", "5 mm"), "Diameter of one post."),
            may("on-wick", FLAG, "Whether they press on the wick (true if not given) or go through it."),
            may("metal", METAL, "What they are made of; copper if not given."),
            GRADED,
            SOURCED,
            NOTED);

    static final Shape CHAMBER = Shape.Fields.of(
            "a vapor chamber",
            must("wall", Shape.Amount.of(Kind.LENGTH, "5 µm", "2 mm"), "Thickness of one wall; the vapor gap is what walls and wick leave."),
            may("metal", METAL, "What the walls are made of; copper if not given."),
            must(
                    "wick",
                    Shape.OneOf.of(WICK, new Shape.ListOf(WICK, 1, 8)),
                    "The porous layer that brings the liquid back; several layers are listed from the vapor to the wall."),
            may("wick-side", Shape.Word.of("front", "back"), "The side of the phone on which the wick lies, towards the heat; back if not given."),
            may("film", Shape.Amount.of(Kind.LENGTH, "0 µm", "0.5 mm"), "Liquid film on the other wall; 10 µm if not given."),
            may("pillars", PILLARS, "Posts between the walls; none if not given."),
            may("accommodation", Shape.Amount.of(Kind.NUMBER, "0.001", "1"), "Share of molecules that condense where they hit liquid; 0.1 if not given."),
            may("contact-angle", Shape.Amount.of(Kind.ANGLE, "0°", "85°"), "Contact angle of water on the wick; 0 if not given."),
            may("fill", Shape.Amount.of(Kind.NUMBER, "0.2", "3"), "Liquid over pore volume of the wick; 1 if not given."),
            may("gas", Shape.Amount.of(Kind.AMOUNT, "0 mol", "1e-4 mol"), "Gas that does not condense; none if not given."),
            GRADED,
            SOURCED,
            NOTED);

    private static final Shape PART = Shape.Fields.of(
            "a part",
            must("name", NAME, "Name of the part; also a heat source of this name."),
            may("material", NAME, "What it is made of."),
            may("chamber", CHAMBER, "A vapor chamber instead of a material."),
            may("at", SPOT, "Left and top edge, and depth below the front of the layer (or of the phone)."),
            may("size", EXTENT, "Width, length and thickness; without thickness it fills its layers."),
            may("boxes", new Shape.ListOf(BOX, 1, 10_000), "Several boxes that make one part, for L and T shapes."),
            may("outline", new Shape.ListOf(PLAN, 3, 200), "Corners in order around the part, instead of boxes; slanted edges become steps of at most 1 mm, of the same area."),
            may("depth", PLACE, "With an outline: depth below the front of the layer (or of the phone); 0 if not given."),
            may("thickness", SIZE, "With an outline: thickness; without it the part fills its layers."),
            may("layer", NAME, "The layer it stands in."),
            may("layers", Shape.Tuple.of(NAME, NAME), "First and last of the layers it runs through."),
            may("inside", NAME, "The part in which it stands and whose place it takes."),
            GRADED,
            SOURCED,
            NOTED);

    private static final Shape CONTACT = Shape.Fields.of(
            "a contact",
            must("between", Shape.Tuple.of(NAME, NAME), "Two parts or layers that touch."),
            must("resistance", Shape.Amount.of(Kind.CONTACT, "0 mm²·K/W", "1e9 mm²·K/W"), "Area times temperature step over heat."),
            GRADED,
            SOURCED,
            NOTED);

    private static final Shape SURFACE = Shape.Fields.of(
            "a surface",
            must("emissivity", SHARE, "Emissivity for heat radiation."),
            must("touch", Shape.Word.of("glass", "metal", "plastic"), "What a finger feels; sets the touch limit."),
            GRADED,
            SOURCED,
            NOTED);

    private static final Shape SURFACES = Shape.Fields.of(
            "the surfaces",
            must("front", SURFACE, "The screen side."),
            must("back", SURFACE, "The back."),
            must("edges", SURFACE, "The four edges."));

    private static final Shape SENSOR = Shape.Fields.of(
            "a sensor",
            must("name", NAME, "Name of the sensor."),
            may("at", POINT, "A point in the phone."),
            may("part", NAME, "The mean over this part."),
            may(
                    "weights",
                    new Shape.Named("weights", "the name of a sensor", "quiet", Shape.Amount.of(Kind.NUMBER, "-10", "10")),
                    "A weighted sum of other sensors, in °C."),
            may("offset", Shape.Amount.of(Kind.TEMPERATURE_DIFFERENCE, "-100 K", "100 K"), "Added to the weighted sum."),
            GRADED,
            SOURCED,
            NOTED);

    private static final Shape FACE = Shape.OneOf.of(Shape.Word.of("adiabatic"), FILM);

    private static final Shape BOUNDARY = Shape.Fields.of(
            "a boundary",
            may("radiation", Shape.Word.of("on", "off"), "Whether the surfaces also radiate to the ambient; on if not given."),
            may("front", FACE, "Film coefficient, or adiabatic."),
            may("back", FACE, "Film coefficient, or adiabatic."),
            may("edges", FACE, "Film coefficient of all four edges, or adiabatic."),
            may("left", FACE, "Film coefficient of the left edge."),
            may("right", FACE, "Film coefficient of the right edge."),
            may("top", FACE, "Film coefficient of the top edge."),
            may("bottom", FACE, "Film coefficient of the bottom edge."),
            GRADED,
            SOURCED,
            NOTED);

    private static final Shape POWER = Shape.OneOf.of(
            WATTS, new Shape.ListOf(Shape.Tuple.of(MOMENT, WATTS), 1, 100_000));

    private static final Shape RAIL = Shape.Fields.of(
            "a rail",
            must("source", NAME, "The part or source that takes its power."),
            may("gain", Shape.Amount.of(Kind.NUMBER, "0.001", "1000"), "Power of the source over power of the rail; 1 if not given."));

    /// A file that maps the rails of a trace to sources.
    static final Shape.Fields RAILS_FILE = Shape.Fields.of(
            "a rails file",
            may(
                    "counts",
                    Shape.Word.of("energy", "power"),
                    "What the counters hold: energy since boot in µW·s, as Android's rails do, or power in W; energy if not given."),
            must("rails", new Shape.Named("rails by name", "the name of a rail", "S2M_VDD_CPUCL2", RAIL), "Source of each rail."),
            NOTED);

    private static final Shape WORKLOAD = Shape.Fields.of(
            "a workload",
            must("name", new Shape.Text("a name of letters, digits, '-', '_' and '.'", "game", 60), "Name for the command line."),
            must("ambient", AIR, "Temperature of air and walls."),
            may("pressure", Shape.Amount.of(Kind.PRESSURE, "1 kPa", "1000 kPa"), "Air pressure; 101.325 kPa if not given."),
            may("duration", DURATION, "How long it lasts."),
            may("steady", FLAG, "`true` for the steady state instead of a duration."),
            may("posture", new Shape.Word(Posture.words()), "How the phone is held or lies."),
            may("boundary", BOUNDARY, "Film coefficients instead of a posture."),
            may(
                    "power",
                    new Shape.Named("powers by source", "the name of a part or source", "SoC", POWER),
                    "Heat of each source: constant, or steps as [time, power]."),
            may("power-file", FILE, "A table of powers: `time [s], SoC [W]`."),
            may("rails", FILE, "Which rail of a Perfetto trace is which source; power-file is then such a trace: .pftrace, .json or .csv."),
            may("interpolation", Shape.Word.of("hold", "linear"), "How powers run between the points of a table or list; hold if not given."),
            may("charge-from", SHARE, "Percentage on the screen at which the phone is plugged in; not charged if not given."),
            may("governed", FLAG, "`true` when the phone's governor caps these powers, which are then requests; false if not given."),
            may("frame-rate", Shape.Amount.of(Kind.FREQUENCY, "1 Hz", "1000 Hz"), "Frames per second that the requests make; for counting frames lost."),
            may("start", AIR, "Uniform temperature at the start; the ambient if not given."),
            may("after", new Shape.Text("a name of another workload", "record-4k30", 60), "The workload whose end is the start."),
            GRADED,
            SOURCED,
            NOTED);

    private static final Shape CLAIM = Shape.Fields.of(
            "a density claim",
            must("basis", Shape.Word.of("plan", "laminate", "face"), "What board area counts."),
            must("before", Shape.Word.of("single", "sandwich"), "How the predecessor was built."),
            must("statistic", Shape.Word.of("rule", "median", "minimum"), "What gap means."),
            may("start-gap", SIZE, "Gap of the predecessor; 0.15 mm if not given."),
            may("share-01005-before", SHARE, "Share of 01005 among the predecessor's passives; as now if not given."),
            may("chip-area", Shape.Amount.of(Kind.NUMBER, "0.5", "1.5"), "Package area of chips now over before; 1 if not given."),
            must("gap", Shape.Amount.of(Kind.NUMBER, "-90 %", "90 %"), "Claimed change of the gap."),
            must("parts", Shape.Amount.of(Kind.NUMBER, "-90 %", "90 %"), "Claimed change of the part count."),
            must("area", Shape.Amount.of(Kind.NUMBER, "-90 %", "90 %"), "Claimed change of the board area."),
            GRADED,
            SOURCED,
            NOTED);

    private static final Shape BOARD = Shape.Fields.of(
            "a board",
            must("lower", NAME, "The part that is the board nearer to the screen."),
            may("upper", NAME, "The part that is the board stacked on it."),
            may("passives", Shape.Amount.of(Kind.NUMBER, "0", "5000"), "Number of passives; 1000 if not given."),
            may("share-01005", SHARE, "Share of the passives in size 01005; 40 % if not given."),
            may("chip-area", Shape.Amount.of(Kind.NUMBER, "0.5", "1.5"), "Package area of chips over the model's; 1 if not given."),
            may("gap", SIZE, "Distance kept between parts; 0.13 mm if not given."),
            must("claim", CLAIM, "What the maker says about density, and how it is read."),
            GRADED,
            SOURCED,
            NOTED);

    private static final Shape CLEARANCE = Shape.Fields.of(
            "a clearance",
            must("between", Shape.Tuple.of(NAME, NAME), "Two groups or parts that stand beside each other."),
            must("least", Shape.Amount.of(Kind.LENGTH, "0 mm", "20 mm"), "Distance they should keep in plan."),
            GRADED,
            SOURCED,
            NOTED);

    private static final Shape FIT = Shape.Fields.of(
            "the rules of fit",
            may("swelling", Shape.Amount.of(Kind.NUMBER, "0", "50 %"), "Growth of the battery over its life, share of its thickness; 4 % if not given."),
            may("clearances", new Shape.ListOf(CLEARANCE, 1, 200), "Distances to keep; they go before the standard ones of the same pair."),
            may(
                    "groups",
                    new Shape.Named("groups of parts", "a word such as battery", "battery", new Shape.ListOf(NAME, 1, 1000)),
                    "Parts by group; a group not listed holds the parts whose names end with its word."),
            GRADED,
            SOURCED,
            NOTED);

    private static final Shape TARGETS = Shape.Fields.of(
            "the targets",
            may("skin", Shape.Amount.of(Kind.TEMPERATURE, "20 °C", "100 °C"), "Highest skin temperature wanted; the limits of the standard hold as well."),
            may("charge-t80", DURATION, "Time to 80 % on the screen."),
            may("charge-t100", DURATION, "Time to 100 % on the screen."),
            GRADED,
            SOURCED,
            NOTED);

    /// A device file.
    static final Shape.Fields DEVICE = Shape.Fields.of(
            "a device",
            must("lithe", Shape.Word.of("1"), "Version of the format."),
            must("name", NAME, "Name shown to people."),
            may("note", NOTE, "What the reader should know."),
            may("reconstructed", FLAG, "Whether the inside was rebuilt from published facts and estimates; marked in every report."),
            must("body", BODY, "The outside."),
            may("cutouts", new Shape.ListOf(CUTOUT, 1, 1000), "Holes through all layers."),
            may(
                    "materials",
                    Shape.OneOf.of(FILE, MATERIAL_MAP, new Shape.ListOf(Shape.OneOf.of(FILE, MATERIAL_MAP), 1, 20)),
                    "Own materials: a file beside this one, a map, or a list of both. They go before the library's."),
            must("layers", new Shape.ListOf(LAYER, 1, 1000), "Front to back; they fill the outline and add up to the thickness."),
            may("parts", new Shape.ListOf(PART, 1, 10_000), "Boxes that replace the layers where they stand."),
            may("board", BOARD, "What stands on the boards, for counting and placing."),
            may("contacts", new Shape.ListOf(CONTACT, 1, 10_000), "Resistances where things touch."),
            must("surfaces", SURFACES, "The outside surfaces."),
            may(
                    "sources",
                    new Shape.Named(
                            "heat sources",
                            "the name of a source",
                            "rest",
                            new Shape.Named("shares that add up to 1", "the name of a part", "pmic", SHARE)),
                    "Heat sources that spread over several parts."),
            may("sensors", new Shape.ListOf(SENSOR, 1, 1000), "Where temperatures are read."),
            may("charging", ChargingShape.CHARGING, "The battery, how it is charged, and where the heat of charging goes."),
            may("fit", FIT, "What the packing must keep free."),
            may("targets", TARGETS, "What the designer wants beyond the standard limits."),
            may("governor", GovernorShape.GOVERNOR, "By which rules the phone caps the power of its sources when it is hot."),
            must("workloads", new Shape.ListOf(WORKLOAD, 1, 1000), "What the phone does, where and for how long."),
            GRADED,
            SOURCED);

    private DeviceShape() {}
}

// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import static lithe.input.Shape.Field.may;
import static lithe.input.Shape.Field.must;

import java.util.ArrayList;
import java.util.List;

/// What a claims file may contain.
final class ClaimsShape {

    private static final Shape NAME = DeviceShape.NAME;
    private static final Shape NOTE = DeviceShape.NOTE;
    private static final Shape SOURCE = DeviceShape.SOURCE;
    /// For the schema; the reader takes every scalar as text.
    private static final Shape NUMBER = Shape.Amount.of(lithe.units.Kind.NUMBER, "-1e12", "1e12");
    private static final Shape VALUE = Shape.OneOf.of(new Shape.Text("a number with a unit", "\"1.5 K\"", 60), NUMBER);
    private static final Shape BAND = new Shape.Text("a band", "at least 1.5 K", 120);
    private static final Shape NAMES = Shape.OneOf.of(new Shape.ListOf(NAME, 1, 50), NAME);
    private static final Shape SETTINGS = new Shape.Named(
            "values by path", "the path of a value in the device file", "chamber.thickness", Shape.OneOf.of(new Shape.Text("a value", "0.4 mm", 400), NUMBER));

    private static final List<Shape.Field> READING = List.of(
            may("result", NAME, "Id of a result, as `lithe results` lists them."),
            may("value", VALUE, "A given number instead of a result."),
            may("workload", NAMES, "Workload, or several of which the highest counts; none for sizes, energies and counts."),
            may("variant", NAMES, "Variant, or several of which the highest counts; `base` if not given."),
            may("take", Shape.Word.of("highest", "lowest"), "Which counts of several; highest if not given."));

    private static final Shape OPERAND = Shape.OneOf.of(new Shape.Fields("a quantity", READING), VALUE);

    private static final List<Shape.Field> OPERATIONS = List.of(
            may("times", OPERAND, "Multiplied by this."),
            may("over", OPERAND, "Divided by this."),
            may("minus", OPERAND, "Less this; what it does not name is as above."),
            may("change-from", OPERAND, "Relative change against this; what it does not name is as above."),
            may("in", NAME, "Unit in which it is shown."));

    private static final Shape QUANTITY = new Shape.Fields("a quantity", joined(READING, OPERATIONS));

    /// A rule may hold rules, two deep.
    private static final Shape RULE = rule(2);

    private static final Shape FACTOR = Shape.OneOf.of(
            Shape.Fields.of(
                    "something not well known",
                    must("name", NAME, "What it is."),
                    may("inputs", Shape.OneOf.of(new Shape.ListOf(NAME, 1, 200), NAME), "Paths of graded inputs that move together; * stands for any part of a path."),
                    may("low", SETTINGS, "Values at the low end, for what is no graded number."),
                    may("high", SETTINGS, "Values at the high end."),
                    may("of", NAME, "Variant whose device file is meant, or `every`; the phone that is asked about if not given.")),
            NAME);

    private static final Shape UNSURE = new Shape.ListOf(FACTOR, 0, 200);

    private static final Shape METRIC = new Shape.Fields(
            "a figure of both products",
            joined(
                    joined(READING, OPERATIONS),
                    List.of(
                            must("name", NAME, "What is compared."),
                            may("against", Shape.OneOf.of(QUANTITY, VALUE), "The other's figure, if it is not the same quantity of the other variant."),
                            must("better", Shape.Word.of("lower", "higher"), "Which is better."),
                            must("equal-within", VALUE, "What does not count as a difference: an amount, or a share of the other's figure."))));

    private static final Shape REPRODUCED = new Shape.Fields(
            "a measurement",
            joined(
                    READING,
                    List.of(
                            must("name", NAME, "What was measured."),
                            must("measured", VALUE, "The measured value."),
                            must("within", VALUE, "How near the model must come."))));

    private static final Shape CLAIM = Shape.Fields.of(
            "a claim",
            must("id", NAME, "Short name."),
            must("claim", new Shape.Text("what is said", "only 0.3 mm thick", 300), "What is said."),
            must("claimed", new Shape.Text("the claimed figure", "0.3 mm", 200), "The claimed figure."),
            may("source", SOURCE, "Who says it, where."),
            may("condition", NOTE, "Under which condition it is simulated."),
            may("not-said", NOTE, "What is not said and had to be chosen."),
            may("experiment", Shape.Word.of("bands", "side-by-side", "not-testable"), "Kind of experiment; bands if not given."),
            may("why", NOTE, "Why it is not testable."),
            may("quantities", new Shape.Named("quantities by name", "the name of a quantity", "benefit", QUANTITY), "What is looked at; quantities without a band are only shown."),
            may("supported", RULE, "Bands that must hold for supported."),
            may("partly", RULE, "Bands that must hold for partly."),
            may("check-inputs", RULE, "Bands beyond which an input is probably wrong."),
            may("at-most-partly", NOTE, "Why the claim as a whole cannot be supported."),
            may("against", NAME, "Side by side: variant of the other product."),
            may("metrics", new Shape.ListOf(METRIC, 1, 50), "Side by side: what is compared."),
            may("reproduces", new Shape.ListOf(REPRODUCED, 1, 20), "Side by side: measurements that the model must reproduce."),
            may("unsure", UNSURE, "What is varied for this claim; that of the file if not given."));

    /// A claims file.
    static final Shape.Fields CLAIMS = Shape.Fields.of(
            "a claims file",
            must("lithe-claims", Shape.Word.of("1"), "Version of the format."),
            must("name", new Shape.Text("a name", "what was said of my phone", 200), "What the claims are about."),
            may("source", SOURCE, "Where they were made."),
            may("note", NOTE, "Anything a reader should know."),
            may(
                    "variants",
                    new Shape.Named(
                            "variants by name",
                            "the name of a variant",
                            "thicker-chamber",
                            Shape.Fields.of(
                                    "a variant",
                                    may("device", new Shape.Text("the name of a file beside this one", "../devices/iphone-13.yaml", 400), "Another device file."),
                                    may("set", SETTINGS, "Values that differ."),
                                    may("note", NOTE, "Anything a reader should know."))),
                    "Phones to compare with; `base` is the phone as it is."),
            may("unsure", UNSURE, "What is varied to see whether verdicts hold; all graded inputs if not given."),
            must("claims", new Shape.ListOf(CLAIM, 1, 200), "The claims."));

    private ClaimsShape() {}

    private static Shape rule(int deep) {
        var value = deep == 0 ? BAND : Shape.OneOf.of(new Shape.ListOf(rule(deep - 1), 1, 50), BAND);
        return new Shape.Named("bands by quantity", "a quantity, or all or any", "benefit", value);
    }

    private static List<Shape.Field> joined(List<Shape.Field> a, List<Shape.Field> b) {
        List<Shape.Field> all = new ArrayList<>(a);
        all.addAll(b);
        return List.copyOf(all);
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.result;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lithe.result.Verdict.Status;
import lithe.units.Units;

/// When is a skin temperature pleasant, when is it bearable, when is it too much?
///
/// Up to comfort it passes; from there to the ceiling it is tight; above it fails. The alarm is a mark between the two and
/// changes no verdict.
///
/// @param name where the numbers come from
/// @param comfort highest pleasant temperature by material (metal, glass, plastic), K
/// @param alarm where a designer should be worried, K
/// @param ceiling highest allowed temperature of anything that is held, K
public record Verdicts(String name, Map<String, Double> comfort, double alarm, double ceiling) {

    /// Orders verdicts, worst last: by status, then skin before what is inside, then by how far they are over their limit.
    public static final Comparator<Verdict> ORDER = Comparator.comparing(Verdict::status)
            .thenComparing((Verdict verdict) -> verdict.id().startsWith("skin."))
            .thenComparingDouble(verdict -> verdict.value() - verdict.limit());

    /// Takes a copy and checks the order.
    ///
    /// @throws IllegalArgumentException when comfort is above the alarm or the alarm above the ceiling
    public Verdicts {
        comfort = Map.copyOf(comfort);
        double highest = comfort.values().stream().mapToDouble(Double::doubleValue).max().orElse(alarm);
        if (!(highest <= alarm && alarm <= ceiling)) {
            throw new IllegalArgumentException("comfort, alarm and ceiling must rise, but are %s, %s and %s K"
                    .formatted(highest, alarm, ceiling));
        }
    }

    /// Returns the default: comfort 43 °C on glass and plastic, 41 °C on metal, alarm 45 °C, ceiling 48 °C.
    ///
    /// The ceiling is the class "held over 1 min" of [TouchLimits#classes()]; the others are project targets, grade
    /// estimate.
    ///
    /// @return the default
    public static Verdicts standard() {
        return new Verdicts(
                "Lithe comfort targets (estimate) under the ceiling of IEC 62368-1 TS1, held over 1 min",
                Map.of("glass", celsius(43), "plastic", celsius(43), "metal", celsius(41)),
                celsius(45),
                TouchLimits.classes().at("glass", 60));
    }

    /// Holds a skin temperature against the limits.
    ///
    /// The limit of the verdict is the one that decides: comfort for a pass or a tight result, the ceiling for a fail.
    ///
    /// @param id id of the result, such as <code>skin.back.max</code>
    /// @param temperature highest temperature of the surface, K
    /// @param material metal, glass or plastic
    /// @param where place, in words
    /// @return the verdict
    /// @throws IllegalArgumentException when the temperature is no number or the material unknown
    public Verdict skin(String id, double temperature, String material, String where) {
        var pleasant = comfort.get(material);
        if (pleasant == null || Double.isNaN(temperature)) {
            throw new IllegalArgumentException("%s cannot be judged: %s K on %s".formatted(id, temperature, material));
        }
        var status = temperature > ceiling ? Status.FAIL : temperature > pleasant ? Status.TIGHT : Status.PASS;
        return new Verdict(id, status, temperature, status == Status.FAIL ? ceiling : pleasant, where);
    }

    /// Holds the use of a limit against a margin: up to 80 % it passes, up to 100 % it is tight, above it fails; the 80 %
    /// are a project choice.
    ///
    /// @param id id of the result, such as <code>chamber.capillary.use</code>
    /// @param use value over its limit, dimensionless
    /// @param where place or time, in words
    /// @return the verdict
    public Verdict margin(String id, double use, String where) {
        var status = use > 1 ? Status.FAIL : use > 0.8 ? Status.TIGHT : Status.PASS;
        return new Verdict(id, status, use, status == Status.FAIL ? 1 : 0.8, where);
    }

    /// Finds the verdict that decides: the worst status, and among equals the one farthest over its limit.
    ///
    /// @param verdicts some verdicts
    /// @return the worst, or empty when there is none
    public static Optional<Verdict> worst(List<Verdict> verdicts) {
        return verdicts.stream().max(ORDER);
    }

    /// Sorts verdicts, worst first.
    ///
    /// @param verdicts some verdicts
    /// @return the same, sorted
    public static List<Verdict> worstFirst(List<Verdict> verdicts) {
        return verdicts.stream().sorted(ORDER.reversed()).toList();
    }

    private static double celsius(double degrees) {
        return Units.ICE + degrees;
    }
}

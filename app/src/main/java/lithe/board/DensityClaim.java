// SPDX-License-Identifier: Apache-2.0
package lithe.board;

import java.util.Locale;

/// A published set of ratios — gaps smaller, parts more, area less — as a statement that can be checked.
///
/// The makers leave open what decides the answer, so the reader of the claim chooses it: the area basis, what the
/// predecessor was and what "gap" means. All three are part of the verdict's text.
///
/// @param gapChange relative change of the gap, such as -0.23
/// @param partChange relative change of the part count, such as 0.10
/// @param areaChange relative change of the area, such as -0.17
/// @param basis what area means
/// @param before how the predecessor was built
/// @param statistic what gap means
/// @param startGap gap of the predecessor, m
/// @param tinyBefore share of 01005 among the predecessor's passives, 0 to 1
/// @param tinyAfter share of 01005 now, 0 to 1
/// @param chipArea package area of chips now over before
public record DensityClaim(
        double gapChange,
        double partChange,
        double areaChange,
        Basis basis,
        Structure before,
        GapStatistic statistic,
        double startGap,
        double tinyBefore,
        double tinyAfter,
        double chipArea) {

    /// What "board area" counts.
    public enum Basis {
        /// The shadow of the stack.
        PLAN,
        /// The area of all boards.
        LAMINATE,
        /// The area of all faces that carry parts.
        FACE
    }

    /// How the predecessor was built; the new board is a sandwich.
    public enum Structure {
        /// A sandwich too: only the cells change the area.
        SANDWICH,
        /// One board with parts on both sides.
        SINGLE
    }

    /// What "gap" counts.
    public enum GapStatistic {
        /// The design rule: every gap changes.
        RULE,
        /// The median: every gap changes with it.
        MEDIAN,
        /// The smallest gap: only the gaps between passives change.
        MINIMUM
    }

    /// How well the ratios follow from each other.
    public enum Verdict {
        /// The computed area change lies between −14 and −20 %.
        SUPPORTED,
        /// It does so only with smaller passives and packages, or against a single board in plan.
        PARTLY,
        /// It does not.
        NOT_SUPPORTED
    }

    /// The new stack: ring 2 mm, three faces; estimate, near the iPhone X's 0.67–0.70 of its predecessor.
    private static final SandwichModel STACK = new SandwichModel(2e-3, 3);

    private static final int PASSIVES = 1000;

    /// Returns the ratios published for the Xiaomi 12 with the readings most favourable to them left open.
    ///
    /// @return gap −23 %, parts +10 %, area −17 % (ZOL, 24 December 2021; maker claim), sandwich before and after, gap 0.15 mm
    public static DensityClaim xiaomi12() {
        return new DensityClaim(-0.23, 0.10, -0.17, Basis.LAMINATE, Structure.SANDWICH, GapStatistic.RULE, 0.15e-3, 0.4, 0.4, 1);
    }

    /// Returns the area per part the ratios imply, over before.
    ///
    /// @return (1 + area change) / (1 + part change)
    public double areaPerPart() {
        return (1 + areaChange) / (1 + partChange);
    }

    /// Returns the change of cell area from the gap alone.
    ///
    /// @return relative change
    public double gapOnly() {
        return cells(PartMix.phone(PASSIVES, tinyBefore, 1)) / cellsBefore() - 1;
    }

    /// Returns the change of cell area with all added parts passives and the stated sizes.
    ///
    /// @return relative change
    public double withPassives() {
        return cells(after()) / cellsBefore() - 1;
    }

    /// Returns the change of cell area when every class grows alike and no size changes.
    ///
    /// @return relative change
    public double everyClass() {
        return (1 + partChange) * (1 + gapOnly()) - 1;
    }

    /// Returns the change of the area on the chosen basis.
    ///
    /// @return relative change
    public double onBasis() {
        double old = cellsBefore();
        double now = cells(after());
        double oldPlan = before == Structure.SINGLE ? SandwichModel.single(old) : STACK.plan(old);
        double after = STACK.plan(now);
        return switch (basis) {
            case PLAN -> after / oldPlan - 1;
            case LAMINATE -> 2 * after / (before == Structure.SINGLE ? oldPlan : 2 * oldPlan) - 1;
            case FACE -> 3 * after / (before == Structure.SINGLE ? 2 * oldPlan : 3 * oldPlan) - 1;
        };
    }

    /// Judges whether the area follows from the gap and the parts.
    ///
    /// @return supported when no other change is needed, partly when only the chosen sizes or basis reach the band
    public Verdict verdict() {
        double plain = new DensityClaim(
                        gapChange, partChange, areaChange, basis, before, statistic, startGap, tinyBefore, tinyBefore, 1)
                .withPassives();
        if (inBand(plain)) {
            return Verdict.SUPPORTED;
        }
        boolean smallerParts = inBand(withPassives());
        boolean newlyStacked = before == Structure.SINGLE && basis == Basis.PLAN && onBasis() <= -0.14;
        return smallerParts || newlyStacked ? Verdict.PARTLY : Verdict.NOT_SUPPORTED;
    }

    /// Returns the statement with everything that was chosen.
    ///
    /// @return one sentence
    public String sentence() {
        return ("gap %+.0f %% (%s, from %.2f mm) and parts %+.0f %% give cell area %+.1f %% (gap alone %+.1f %%) and %s area %+.1f %% against a %s; claimed %+.0f %%: %s")
                .formatted(
                        100 * gapChange,
                        statistic.name().toLowerCase(Locale.ROOT),
                        startGap * 1e3,
                        100 * partChange,
                        100 * withPassives(),
                        100 * gapOnly(),
                        basis.name().toLowerCase(Locale.ROOT),
                        100 * onBasis(),
                        before == Structure.SINGLE ? "single board" : "sandwich",
                        100 * areaChange,
                        verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static boolean inBand(double change) {
        return change >= -0.20 && change <= -0.14;
    }

    private PartMix after() {
        var old = PartMix.phone(PASSIVES, tinyBefore, 1);
        int more = (int) Math.round(old.count() * partChange);
        return PartMix.phone(PASSIVES + more, tinyAfter, chipArea);
    }

    private double cellsBefore() {
        return PartMix.phone(PASSIVES, tinyBefore, 1).cellArea(startGap);
    }

    private double cells(PartMix mix) {
        double gap = startGap * (1 + gapChange);
        return mix.cellArea(gap, statistic == GapStatistic.MINIMUM ? startGap : gap);
    }
}

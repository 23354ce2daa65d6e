// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lithe.fit.Gap;
import lithe.fit.Packing;
import lithe.fit.Stack;
import lithe.fit.Swelling;
import lithe.units.Units;

/// A packing in words, for a terminal.
public final class FitWords {

    private static final int GAPS = 4;
    private static final double CUBIC_CM = 1e6;

    private FitWords() {}

    /// Returns the verdict and what it rests on.
    ///
    /// @param packing the packing
    /// @return lines without line feeds, the verdict first
    public static List<String> lines(Packing packing) {
        List<String> lines = new ArrayList<>();
        lines.add(HeadlineWords.line(packing));
        packing.findings().stream().skip(3).forEach(finding -> lines.add("  also      " + finding.words()));
        packing.gaps().stream().limit(GAPS).forEach(gap -> lines.add("  distance  " + gap(gap)));
        if (packing.swelling() != null) {
            lines.add("  swelling  " + swelling(packing.swelling()));
        }
        packing.stacks().stream().limit(3).forEach(stack -> lines.add("  stack     " + stack(stack)));
        lines.add("  volume    " + volume(packing));
        var largest = largest(packing);
        if (!largest.isEmpty()) {
            lines.add("  battery   " + largest);
        }
        return lines.stream().map(line -> line.replaceAll("\\p{Cntrl}", "?")).toList();
    }

    static String gap(Gap gap) {
        return "%s: %s, %s needed".formatted(gap.words(), HeadlineWords.mm(gap.distance()), HeadlineWords.mm(gap.least()));
    }

    static String swelling(Swelling swelling) {
        return "%s: %s free in front, %s behind; %s needed for %s %% of %s".formatted(
                swelling.part(), HeadlineWords.mm(swelling.front()), HeadlineWords.mm(swelling.back()), HeadlineWords.mm(swelling.needed()),
                Words.fixed(100 * swelling.share(), 1), HeadlineWords.mm(swelling.thickness()));
    }

    static String stack(Stack stack) {
        return "%s at (%s, %s) mm: %s stand in %s, %s free".formatted(
                stack.where(), Words.fixed(1e3 * stack.x(), 0), Words.fixed(1e3 * stack.y(), 0), HeadlineWords.mm(stack.sum() - stack.free()),
                HeadlineWords.mm(stack.sum()), HeadlineWords.mm(stack.free()));
    }

    static String volume(Packing packing) {
        var text = "%s of %s cm³ inside used, %s %%".formatted(
                Words.fixed(CUBIC_CM * packing.volumes().solid(), 1), Words.fixed(CUBIC_CM * packing.volumes().inside(), 1),
                Words.fixed(100 * packing.volumes().used(), 1));
        return packing.chamberShare() == 0 ? text : text + "; vapor chamber " + Words.fixed(100 * packing.chamberShare(), 2) + " % of the footprint";
    }

    /// The largest battery; empty without one.
    static String largest(Packing packing) {
        var largest = packing.largest();
        if (largest == null) {
            return "";
        }
        var box = largest.box();
        var text = String.format(
                Locale.ROOT, "largest that would fit %.1f x %.1f x %.2f mm, %+.1f %% of volume", 1e3 * box.width(), 1e3 * box.length(),
                1e3 * box.thickness(), 100 * largest.gain());
        if (!Double.isFinite(largest.energy())) {
            return text;
        }
        double wh = Units.toSi(1, "Wh", lithe.units.Kind.ENERGY);
        return text + String.format(
                Locale.ROOT, ": %.1f Wh instead of %.1f; 1 mm of body width is worth %.2f Wh", largest.energy() / wh, packing.energy() / wh,
                packing.widthValue() / wh);
    }
}

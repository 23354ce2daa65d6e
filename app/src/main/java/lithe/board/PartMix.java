// SPDX-License-Identifier: Apache-2.0
package lithe.board;

import java.util.ArrayList;
import java.util.List;
import lithe.board.PartClass.Kind;

/// The parts of a phone's main board by class. All sizes and counts are estimates; no maker publishes a part list.
///
/// @param classes the classes
public record PartMix(List<PartClass> classes) {

    /// Takes a copy.
    public PartMix {
        classes = List.copyOf(classes);
    }

    /// Returns the mix of a 5G phone of 2021.
    ///
    /// @param passives number of passives
    /// @param smallest share of the passives in size 01005, 0 to 1; 80 % of the others are 0201, the rest 0402
    /// @param chipArea factor on the package area of every chip
    /// @return the mix; 1211 parts for 1000 passives
    public static PartMix phone(int passives, double smallest, double chipArea) {
        int tiny = (int) Math.round(passives * smallest);
        // the small allowance keeps 0.8 · 600 from becoming 479
        int small = (int) (0.8 * (passives - tiny) + 1e-9);
        List<PartClass> all = new ArrayList<>();
        all.add(new PartClass("01005", Kind.PASSIVE, tiny, 0.50e-3, 0.25e-3, 0.22e-3, 2));
        all.add(new PartClass("0201", Kind.PASSIVE, small, 0.70e-3, 0.35e-3, 0.33e-3, 2));
        all.add(new PartClass("0402", Kind.PASSIVE, passives - tiny - small, 1.10e-3, 0.60e-3, 0.55e-3, 2));
        double s = Math.sqrt(chipArea);
        all.add(chip("small module / filter", 90, 1.0e-3 * s, 0.8e-3 * s, 0.45e-3, 6));
        all.add(chip("small IC", 45, 1.6e-3 * s, 1.2e-3 * s, 0.50e-3, 9));
        all.add(chip("medium IC", 25, 2.2e-3 * s, 2.0e-3 * s, 0.55e-3, 20));
        all.add(chip("front-end module", 20, 3.2e-3 * s, 2.6e-3 * s, 0.70e-3, 30));
        all.add(chip("power or RF IC", 12, 4.5e-3 * s, 3.5e-3 * s, 0.65e-3, 60));
        all.add(chip("PMIC", 5, 6.0e-3 * s, 5.0e-3 * s, 0.60e-3, 180));
        all.add(chip("SoC + memory", 1, 14.0e-3 * s, 12.4e-3 * s, 1.10e-3, 1100));
        all.add(chip("UFS", 1, 11.5e-3 * s, 13.0e-3 * s, 0.90e-3, 153));
        all.add(new PartClass("board-to-board connector", Kind.CONNECTOR, 8, 6.5e-3, 2.0e-3, 0.70e-3, 40));
        all.add(new PartClass("coax connector", Kind.CONNECTOR, 4, 4.5e-3, 2.2e-3, 0.60e-3, 3));
        return new PartMix(all);
    }

    private static PartClass chip(String name, int count, double width, double height, double tall, int pads) {
        return new PartClass(name, Kind.CHIP, count, width, height, tall, pads);
    }

    /// Returns the number of parts.
    ///
    /// @return parts
    public int count() {
        return classes.stream().mapToInt(PartClass::count).sum();
    }

    /// Returns the number of pads.
    ///
    /// @return pads
    public int pads() {
        return classes.stream().mapToInt(c -> c.count() * c.pads()).sum();
    }

    /// Returns the area of all lands without gaps, m².
    ///
    /// @return area, m²
    public double landArea() {
        return classes.stream().mapToDouble(PartClass::landArea).sum();
    }

    /// Returns the area of all cells, m².
    ///
    /// @param gap distance kept between parts, m
    /// @return area, m²
    public double cellArea(double gap) {
        return classes.stream().mapToDouble(c -> c.cellArea(gap)).sum();
    }

    /// Returns the area of all cells when one gap holds between passives and another around everything else, m².
    ///
    /// @param passiveGap gap around passives, m
    /// @param otherGap gap around chips and connectors, m
    /// @return area, m²
    public double cellArea(double passiveGap, double otherGap) {
        return classes.stream()
                .mapToDouble(c -> c.cellArea(c.kind() == Kind.PASSIVE ? passiveGap : otherGap))
                .sum();
    }
}

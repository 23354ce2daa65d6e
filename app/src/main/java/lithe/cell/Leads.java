// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lithe.units.Grade;

/// The way of the current between the foils and the charger: tabs, welds, protection board, flex, connector.
///
/// Each rail is a chain: what is common carries all the current, what belongs to a numbered path shares it with the other
/// paths of the same rail, by their conductances.
///
/// @param elements the resistors; may be empty
public record Leads(List<Element> elements) {

    /// Takes a copy.
    public Leads {
        elements = List.copyOf(elements);
    }

    /// Which side of the cell a resistor is on.
    public enum Rail {
        /// Between the negative foil and the charger.
        NEGATIVE,
        /// Between the positive foil and the charger.
        POSITIVE
    }

    /// One resistor.
    ///
    /// @param name name shown to people
    /// @param place where its heat goes, such as `protection`
    /// @param rail side of the cell
    /// @param path 0 when it carries the whole current, else the number of the path it is on
    /// @param ohms resistance, Ω
    /// @param least low end of the range, Ω
    /// @param most high end of the range, Ω
    /// @param grade how far the number can be trusted
    public record Element(
            String name, String place, Rail rail, int path, double ohms, double least, double most, Grade grade) {

        /// Checks the ranges.
        ///
        /// @throws IllegalArgumentException naming the quantity, its value and the accepted range
        public Element {
            Electrode.within("resistance of " + name, ohms, 0, 10, "Ω");
            Electrode.within("low end of the resistance of " + name, least, 0, ohms, "Ω");
            Electrode.within("high end of the resistance of " + name, most, ohms, 10, "Ω");
            Electrode.within("path of " + name, path, 0, 8, "");
        }
    }

    /// Returns the resistance of one rail, Ω.
    ///
    /// @param rail side of the cell
    /// @return common part plus the parallel paths, Ω
    public double resistance(Rail rail) {
        double common = 0;
        var paths = new TreeMap<Integer, Double>();
        for (var e : elements) {
            if (e.rail == rail && e.path == 0) {
                common += e.ohms;
            } else if (e.rail == rail) {
                paths.merge(e.path, e.ohms, Double::sum);
            }
        }
        double conductance = paths.values().stream().mapToDouble(r -> 1 / Math.max(r, 1e-9)).sum();
        return common + (conductance > 0 ? 1 / conductance : 0);
    }

    /// Returns the resistance of both rails, Ω.
    ///
    /// @return the resistance, Ω
    public double resistance() {
        return resistance(Rail.NEGATIVE) + resistance(Rail.POSITIVE);
    }

    /// Returns the share of the current that an element carries.
    ///
    /// @param element one of the elements
    /// @return share, 0 … 1
    public double share(Element element) {
        if (element.path == 0) {
            return 1;
        }
        var paths = new TreeMap<Integer, Double>();
        for (var e : elements) {
            if (e.rail == element.rail && e.path != 0) {
                paths.merge(e.path, e.ohms, Double::sum);
            }
        }
        double all = paths.values().stream().mapToDouble(r -> 1 / Math.max(r, 1e-9)).sum();
        return 1 / Math.max(paths.getOrDefault(element.path, element.ohms), 1e-9) / all;
    }

    /// Returns the heat by place.
    ///
    /// @param amps current through the cell, A
    /// @return heat of each place, W; together the square of the current times the resistance
    public Map<String, Double> heat(double amps) {
        var heat = new LinkedHashMap<String, Double>();
        for (var e : elements) {
            double i = amps * share(e);
            heat.merge(e.place, i * i * e.ohms, Double::sum);
        }
        return heat;
    }

    /// Returns the same leads with every resistance moved the same way within its range.
    ///
    /// @param side −1 for the low ends, 0 for the values, +1 for the high ends
    /// @return the moved leads
    public Leads at(int side) {
        return new Leads(elements.stream()
                .map(e -> new Element(
                        e.name, e.place, e.rail, e.path, side < 0 ? e.least : side > 0 ? e.most : e.ohms, e.least, e.most,
                        e.grade))
                .toList());
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

import java.util.List;

/// A cell with its foils, its tabs and its leads up to the connector.
///
/// @param cell the cell; its own series resistance stands for what is neither foil nor lead
/// @param negative negative foil
/// @param negativeTabs tabs of the negative foil
/// @param positive positive foil
/// @param positiveTabs tabs of the positive foil
/// @param leads tabs, welds, protection board, flex, connector
/// @param reported capacity the phone counts its percentage with, C
public record Pack(
        ParameterSet cell,
        Foil negative,
        List<Foil.Tab> negativeTabs,
        Foil positive,
        List<Foil.Tab> positiveTabs,
        Leads leads,
        double reported) {

    /// Takes copies and checks the range.
    ///
    /// @throws IllegalArgumentException naming the quantity, its value and the accepted range
    public Pack {
        negativeTabs = List.copyOf(negativeTabs);
        positiveTabs = List.copyOf(positiveTabs);
        Electrode.within("capacity reported by the phone", reported, 1, 1e6, "C");
    }

    /// Returns P/I² of both foils.
    ///
    /// @param temperature temperature of the foils, K
    /// @return the resistance, Ω
    public double foilResistance(double temperature) {
        return FoilField.of(negative, negativeTabs, temperature).resistance()
                + FoilField.of(positive, positiveTabs, temperature).resistance();
    }

    /// Returns the cell with the resistance of its foils in series: the uncoupled foil model.
    ///
    /// @param temperature temperature the foils are taken at, K
    /// @return the cell
    public ParameterSet cellWithFoils(double temperature) {
        return cell.withResistance(cell.resistance() + foilResistance(temperature));
    }

    /// Returns the resistance of everything between the particles' foils and the connector: foils and leads.
    ///
    /// @param temperature temperature of the foils, K
    /// @return the resistance, Ω
    public double pathResistance(double temperature) {
        return cell.resistance() + foilResistance(temperature) + leads.resistance();
    }

    /// The layouts of the comparison: which tabs, and how many negative paths.
    public enum Layout {
        /// Both tabs at the start of the winding, one path (A).
        END_TAB,
        /// One tab in the middle of each foil, one path (B).
        SINGLE_PATH,
        /// Two negative tabs at the quarters, each with its own way through the protection board (E).
        SPLIT_NEGATIVE
    }

    /// Returns the 4500 mAh, 67 W template with one of the layouts; foils and resistances are estimates.
    ///
    /// @param layout tabs and paths
    /// @return the pack
    public static Pack template(Layout layout) {
        // 0.173 m² of single coats: a foil coated on both sides, 82 mm high
        var cell = PhoneCell.set();
        double height = 0.082;
        double length = cell.area() / 2 / height;
        double tab = 8e-3;
        var middle = List.of(new Foil.Tab(length / 2, tab, true));
        var end = List.of(new Foil.Tab(tab / 2, tab, true));
        var quarters = List.of(new Foil.Tab(length / 4, tab, true), new Foil.Tab(length * 3 / 4, tab, true));
        var negativeTabs = switch (layout) {
            case END_TAB -> end;
            case SINGLE_PATH -> middle;
            case SPLIT_NEGATIVE -> quarters;
        };
        return new Pack(
                cell,
                Foil.of(length, height, 6e-6, Foil.COPPER),
                negativeTabs,
                Foil.of(length, height, 9e-6, Foil.ALUMINIUM),
                layout == Layout.END_TAB ? end : middle,
                leads(layout == Layout.SPLIT_NEGATIVE ? 2 : 1),
                4.5 * 3600);
    }

    /// Leads of a 67 W phone; orders of magnitude from geometry and datasheet classes.
    ///
    /// @param negativePaths number of equal negative paths from the tab through the protection board to the connector
    /// @return the leads
    public static Leads leads(int negativePaths) {
        var all = new java.util.ArrayList<Leads.Element>();
        for (int p = 1; p <= negativePaths; p++) {
            var n = negativePaths == 1 ? "" : " " + p;
            all.add(estimate("negative tab" + n, "tab", Leads.Rail.NEGATIVE, p, 0.6, 0.4, 1.8));
            all.add(estimate("negative weld" + n, "tab", Leads.Rail.NEGATIVE, p, 0.2, 0.1, 0.3));
            all.add(estimate("protection switches" + n, "protection", Leads.Rail.NEGATIVE, p, 4.5, 3, 6));
            all.add(estimate("sense resistor" + n, "protection", Leads.Rail.NEGATIVE, p, 0.75, 0.5, 1));
            all.add(estimate("negative flex" + n, "flex", Leads.Rail.NEGATIVE, p, 1.5, 1, 2.5));
            all.add(estimate("negative connector" + n, "connector", Leads.Rail.NEGATIVE, p, 0.7, 0.5, 1.5));
        }
        all.add(estimate("positive tab", "tab", Leads.Rail.POSITIVE, 0, 0.7, 0.5, 1.8));
        all.add(estimate("positive weld", "tab", Leads.Rail.POSITIVE, 0, 0.2, 0.1, 0.3));
        all.add(estimate("fuse", "protection", Leads.Rail.POSITIVE, 0, 1.3, 1, 2));
        all.add(estimate("positive flex", "flex", Leads.Rail.POSITIVE, 0, 1.5, 1, 2.5));
        all.add(estimate("positive connector", "connector", Leads.Rail.POSITIVE, 0, 0.7, 0.5, 1.5));
        return new Leads(all);
    }

    private static Leads.Element estimate(
            String name, String place, Leads.Rail rail, int path, double milli, double least, double most) {
        return new Leads.Element(
                name, place, rail, path, milli * 1e-3, least * 1e-3, most * 1e-3, lithe.units.Grade.ESTIMATE);
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

import lithe.units.Grade;

/// Everything a model needs to know about one cell.
///
/// @param name short name, as on the command line
/// @param source publication the numbers come from
/// @param grade how far the numbers can be trusted
/// @param negative the electrode that takes lithium in a charge
/// @param separator the sheet between
/// @param positive the electrode that gives lithium in a charge
/// @param electrolyte the liquid
/// @param area coated plan area of one electrode in the whole cell, one coat per pair, m²
/// @param nominalCapacity capacity on the label, C; a C rate is a multiple of this
/// @param lowVoltage lower cut-off, V
/// @param highVoltage upper cut-off, V
/// @param referenceTemperature temperature the rates are given at, K
/// @param heatCapacity heat capacity of the cell, J/K
/// @param cooling heat transfer coefficient times surface, W/K
/// @param resistance resistance in series with the electrodes: foils, tabs, contacts, Ω
/// @param range where the set is meant to be used
public record ParameterSet(
        String name,
        String source,
        Grade grade,
        Electrode negative,
        Separator separator,
        Electrode positive,
        Electrolyte electrolyte,
        double area,
        double nominalCapacity,
        double lowVoltage,
        double highVoltage,
        double referenceTemperature,
        double heatCapacity,
        double cooling,
        double resistance,
        Range range) {

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException naming the quantity, its value and the accepted range
    public ParameterSet {
        Electrode.within("electrode area", area, 1e-6, 1e3, "m²");
        Electrode.within("nominal capacity", nominalCapacity, 1, 1e7, "C");
        Electrode.within("lower cut-off voltage", lowVoltage, 0, 6, "V");
        Electrode.within("upper cut-off voltage", highVoltage, lowVoltage, 6, "V");
        Electrode.within("reference temperature", referenceTemperature, 200, 400, "K");
        Electrode.within("heat capacity", heatCapacity, 1e-3, 1e7, "J/K");
        Electrode.within("cooling", cooling, 0, 1e4, "W/K");
        Electrode.within("series resistance", resistance, 0, 10, "Ω");
    }

    /// Where a set is meant to be used.
    ///
    /// @param fastestCharge fastest charge as a multiple of the nominal capacity per hour
    /// @param coldest lowest temperature, K
    /// @param hottest highest temperature, K
    public record Range(double fastestCharge, double coldest, double hottest) {}

    /// Returns the charge that moves between 0 and 100 %, C.
    ///
    /// @return the true capacity, C
    public double capacity() {
        return area * Math.min(negative.arealCharge(), positive.arealCharge());
    }

    /// Returns the current of a C rate.
    ///
    /// @param rate multiple of the nominal capacity per hour
    /// @return the current, A
    public double current(double rate) {
        return rate * nominalCapacity / 3600;
    }

    /// Returns the voltage at rest.
    ///
    /// @param charge state of charge, 0 … 1
    /// @return the open-circuit voltage at the reference temperature, V
    public double openCircuit(double charge) {
        return positive.potential().at(positive.stoichiometry(charge))
                - negative.potential().at(negative.stoichiometry(charge));
    }

    /// Returns the energy between 0 and 100 % at rest voltage, J.
    ///
    /// @return the energy, J
    public double energy() {
        int n = 400;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += openCircuit((i + 0.5) / n);
        }
        return capacity() * sum / n;
    }

    /// Returns the same cell with another series resistance.
    ///
    /// @param ohms the resistance, Ω
    /// @return the changed set
    public ParameterSet withResistance(double ohms) {
        return new ParameterSet(
                name, source, grade, negative, separator, positive, electrolyte, area, nominalCapacity, lowVoltage,
                highVoltage, referenceTemperature, heatCapacity, cooling, ohms, range);
    }

    /// Returns the same chemistry with another coated area, and its capacities and heat figures in proportion.
    ///
    /// @param factor new area over old area
    /// @return the scaled set
    public ParameterSet scaled(double factor) {
        return new ParameterSet(
                name, source, grade, negative, separator, positive, electrolyte, area * factor,
                nominalCapacity * factor, lowVoltage, highVoltage, referenceTemperature, heatCapacity * factor,
                cooling * factor, resistance / factor, range);
    }

    /// Returns the same cell with other voltage limits.
    ///
    /// @param low lower cut-off, V
    /// @param high upper cut-off, V
    /// @return the changed set
    public ParameterSet withLimits(double low, double high) {
        return new ParameterSet(
                name, source, grade, negative, separator, positive, electrolyte, area, nominalCapacity, low, high,
                referenceTemperature, heatCapacity, cooling, resistance, range);
    }

    /// Returns the same cell with other heat figures.
    ///
    /// @param capacity heat capacity, J/K
    /// @param conductance heat transfer coefficient times surface, W/K
    /// @return the changed set
    public ParameterSet withHeat(double capacity, double conductance) {
        return new ParameterSet(
                name, source, grade, negative, separator, positive, electrolyte, area, nominalCapacity, lowVoltage,
                highVoltage, referenceTemperature, capacity, conductance, resistance, range);
    }
}

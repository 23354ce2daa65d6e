// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

/// The conductances of one chamber as functions of the vapor temperature, tabulated for the inner loops of a solver.
///
/// This is the door for a conduction solver that holds the chamber as three layers of cells. With T_v the temperature of
/// the vapor cell and A its plan area, m²:
///
/// * along the vapor layer, face of width w and distance d between cell centres: `vaporSheet(Ta, Tb) * w / d`, W/K;
/// * between the middle of the evaporator wall and the vapor: `evaporator(Tv) * A`; condenser alike;
/// * along the walls: `evaporatorSheet()`, `condenserSheet()` times w/d, and half a wall to the outside neighbour:
///   `2 k/t * A` in a row with the neighbour's half cell;
/// * heat stored: `evaporatorCapacity(T) * A`, `vaporCapacity(T) * A`, `condenserCapacity() * A`, J/K.
///
/// Linear in steps of 1/8 K; largest relative error 2e-5 above 0 °C.
public final class SheetTable implements Conductances {

    private static final int PER_KELVIN = 8;
    private static final int POINTS = (int) ((Water.HOTTEST - Water.COLDEST) * PER_KELVIN) + 1;

    private final double[] vapor = new double[POINTS];
    private final double[] evaporator = new double[POINTS];
    private final double[] condenser = new double[POINTS];
    private final double[] dry = new double[POINTS];
    private final double[] evaporatorStore = new double[POINTS];
    private final double[] vaporStore = new double[POINTS];
    private final double[] logPressure = new double[POINTS];
    private final double evaporatorSheet;
    private final VaporChamber chamber;

    /// Tabulates a chamber filled with water.
    ///
    /// @param chamber the chamber
    public SheetTable(VaporChamber chamber) {
        this.chamber = chamber;
        this.evaporatorSheet = chamber.evaporatorSheet(Water.at(323.15));
        for (int i = 0; i < POINTS; i++) {
            var s = Water.at(Water.COLDEST + (double) i / PER_KELVIN);
            vapor[i] = chamber.vaporSheet(s);
            evaporator[i] = chamber.evaporatorConductance(s);
            condenser[i] = chamber.condenserConductance(s);
            dry[i] = chamber.dryConductance(s);
            evaporatorStore[i] = chamber.evaporatorCapacity(s);
            vaporStore[i] = chamber.vaporCapacity(s);
            logPressure[i] = Math.log(s.pressure());
        }
    }

    private static double at(double[] table, double temperature) {
        double x = Math.clamp((temperature - Water.COLDEST) * PER_KELVIN, 0, POINTS - 1.000001);
        int i = (int) x;
        return table[i] + (x - i) * (table[i + 1] - table[i]);
    }

    /// Returns the chamber behind the table.
    ///
    /// @return the chamber
    public VaporChamber chamber() {
        return chamber;
    }

    /// Returns the sheet conductance of the vapor layer.
    ///
    /// @param temperature vapor temperature, K
    /// @return k_v,eff h_v, W/K
    public double vaporSheet(double temperature) {
        return at(vapor, temperature);
    }

    /// Returns the mean sheet conductance of the vapor layer between two cells, ∫ G dT/ΔT by Simpson's rule.
    ///
    /// @param one vapor temperature on one side of the face, K
    /// @param other vapor temperature on the other side, K
    /// @return the face value, W/K
    @Override
    public double vaporSheet(double one, double other) {
        return (at(vapor, one) + 4 * at(vapor, 0.5 * (one + other)) + at(vapor, other)) / 6;
    }

    /// Returns the conductance between the middle of the evaporator wall and the vapor.
    ///
    /// @param temperature vapor temperature, K
    /// @return the conductance, W/(m²·K)
    @Override
    public double evaporator(double temperature) {
        return at(evaporator, temperature);
    }

    /// Returns the conductance between the vapor and the middle of the condenser wall.
    ///
    /// @param temperature vapor temperature, K
    /// @return the conductance, W/(m²·K)
    @Override
    public double condenser(double temperature) {
        return at(condenser, temperature);
    }

    /// Returns the conductance of the evaporator where its wick is dry.
    ///
    /// @param temperature vapor temperature, K
    /// @return the conductance, W/(m²·K)
    @Override
    public double dry(double temperature) {
        return at(dry, temperature);
    }

    /// Returns the sheet conductance of evaporator wall and wick.
    ///
    /// @return k t, W/K
    @Override
    public double evaporatorSheet() {
        return evaporatorSheet;
    }

    /// Returns the sheet conductance of the condenser wall.
    ///
    /// @return k t, W/K
    @Override
    public double condenserSheet() {
        return chamber.condenserSheet();
    }

    /// Returns the heat capacity of evaporator wall and wick.
    ///
    /// @param temperature wall temperature, K
    /// @return the capacity, J/(m²·K)
    @Override
    public double evaporatorCapacity(double temperature) {
        return at(evaporatorStore, temperature);
    }

    /// Returns the heat capacity of the saturated vapor.
    ///
    /// @param temperature vapor temperature, K
    /// @return the capacity, J/(m²·K)
    @Override
    public double vaporCapacity(double temperature) {
        return at(vaporStore, temperature);
    }

    /// Returns the heat capacity of the condenser wall.
    ///
    /// @return the capacity, J/(m²·K)
    @Override
    public double condenserCapacity() {
        return chamber.condenserCapacity();
    }

    /// Returns the saturation pressure.
    ///
    /// @param temperature vapor temperature, K
    /// @return the pressure, Pa
    public double pressure(double temperature) {
        return Math.exp(at(logPressure, temperature));
    }

    /// Returns the conductivity of a solid block that conducts along itself like the whole chamber.
    ///
    /// @param temperature temperature, K
    /// @return the equivalent in-plane conductivity of the full thickness, W/(m·K)
    public double solidConductivity(double temperature) {
        return (evaporatorSheet + vaporSheet(temperature) + condenserSheet()) / chamber.thickness();
    }
}

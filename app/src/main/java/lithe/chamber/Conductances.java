// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

/// What three coupled layers of cells (wall, vapor, wall) need to know about a chamber at one temperature.
public interface Conductances {

    /// Returns the sheet conductance of the vapor layer between two cells.
    ///
    /// @param one vapor temperature on one side of the face, K
    /// @param other vapor temperature on the other side, K
    /// @return the mean over the two, W/K
    double vaporSheet(double one, double other);

    /// Returns the conductance between the middle of the evaporator wall and the vapor.
    ///
    /// @param temperature vapor temperature, K
    /// @return the conductance, W/(m²·K)
    double evaporator(double temperature);

    /// Returns the conductance between the vapor and the middle of the condenser wall.
    ///
    /// @param temperature vapor temperature, K
    /// @return the conductance, W/(m²·K)
    double condenser(double temperature);

    /// Returns the conductance of the evaporator where its wick is dry.
    ///
    /// @param temperature vapor temperature, K
    /// @return the conductance, W/(m²·K)
    double dry(double temperature);

    /// Returns the sheet conductance of evaporator wall and wick.
    ///
    /// @return k t, W/K
    double evaporatorSheet();

    /// Returns the sheet conductance of the condenser wall.
    ///
    /// @return k t, W/K
    double condenserSheet();

    /// Returns the heat capacity of evaporator wall and wick.
    ///
    /// @param temperature wall temperature, K
    /// @return the capacity, J/(m²·K)
    double evaporatorCapacity(double temperature);

    /// Returns the heat capacity of the vapor.
    ///
    /// @param temperature vapor temperature, K
    /// @return the capacity, J/(m²·K)
    double vaporCapacity(double temperature);

    /// Returns the heat capacity of the condenser wall.
    ///
    /// @return the capacity, J/(m²·K)
    double condenserCapacity();

    /// The same conductances at every temperature.
    ///
    /// @param evaporatorSheet sheet conductance of the evaporator wall, W/K
    /// @param vaporSheet sheet conductance of the vapor layer, W/K
    /// @param condenserSheet sheet conductance of the condenser wall, W/K
    /// @param evaporator evaporator to vapor, W/(m²·K)
    /// @param condenser vapor to condenser, W/(m²·K)
    /// @param evaporatorCapacity heat capacity of the evaporator, J/(m²·K)
    /// @param vaporCapacity heat capacity of the vapor, J/(m²·K)
    /// @param condenserCapacity heat capacity of the condenser, J/(m²·K)
    record Fixed(
            double evaporatorSheet,
            double vaporSheet,
            double condenserSheet,
            double evaporator,
            double condenser,
            double evaporatorCapacity,
            double vaporCapacity,
            double condenserCapacity)
            implements Conductances {

        /// Returns the conductances of a chamber at one temperature.
        ///
        /// @param c the chamber
        /// @param s the water
        /// @return the values at that temperature
        public static Fixed of(VaporChamber c, Saturation s) {
            return new Fixed(
                    c.evaporatorSheet(s),
                    c.vaporSheet(s),
                    c.condenserSheet(),
                    c.evaporatorConductance(s),
                    c.condenserConductance(s),
                    c.evaporatorCapacity(s),
                    c.vaporCapacity(s),
                    c.condenserCapacity());
        }

        @Override
        public double vaporSheet(double one, double other) {
            return vaporSheet;
        }

        @Override
        public double evaporator(double temperature) {
            return evaporator;
        }

        @Override
        public double condenser(double temperature) {
            return condenser;
        }

        /// Returns a thousandth of the wet conductance.
        @Override
        public double dry(double temperature) {
            return evaporator / 1000;
        }

        @Override
        public double evaporatorCapacity(double temperature) {
            return evaporatorCapacity;
        }

        @Override
        public double vaporCapacity(double temperature) {
            return vaporCapacity;
        }
    }
}

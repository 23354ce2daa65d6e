// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import lithe.device.Boundary;
import lithe.device.Workload;

/// What is around the phone.
///
/// @param boundary how it stands in the world
/// @param ambient temperature of air and walls, K
/// @param pressure air pressure, Pa
public record Surroundings(Boundary boundary, double ambient, double pressure) {

    /// Stefan–Boltzmann constant, W/(m²·K⁴), exact in SI 2019.
    public static final double STEFAN_BOLTZMANN = 5.670374419e-8;

    /// Pressure at sea level, Pa.
    public static final double SEA_LEVEL = 101_325;

    /// Checks the ranges of the correlations' air.
    ///
    /// @throws IllegalArgumentException naming the quantity, its value and the accepted range
    public Surroundings {
        if (!(ambient >= 200 && ambient <= 400)) {
            throw new IllegalArgumentException("ambient must be between 200 and 400 K, but is %s K".formatted(ambient));
        }
        if (!(pressure >= 1e4 && pressure <= 1.2e5)) {
            throw new IllegalArgumentException(
                    "air pressure must be between 10000 and 120000 Pa, but is %s Pa".formatted(pressure));
        }
    }

    /// Returns what is around the phone in a workload.
    ///
    /// @param workload the workload
    /// @return its surroundings
    public static Surroundings of(Workload workload) {
        return new Surroundings(workload.boundary(), workload.ambient(), workload.pressure());
    }
}

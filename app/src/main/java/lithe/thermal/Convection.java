// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import lithe.device.Exchange;

/// Natural convection of still air on a face, by correlation.
///
/// Upright: Churchill and Chu (1975), laminar, Nu = 0.68 + 0.670 Ra^¼ / [1 + (0.492/Pr)^(9/16)]^(4/9).
/// Facing up: McAdams, Nu = 0.54 Ra^¼. Facing down: Nu = 0.52 Ra^(1/5). A face colder than the air acts as its opposite.
/// Bands: ±15–20 % (estimate).
public final class Convection {

    /// Standard gravity, m/s².
    private static final double GRAVITY = 9.80665;
    /// Gas constant of dry air, J/(kg·K).
    private static final double AIR = 287.05;
    /// Heat capacity of air, J/(kg·K).
    private static final double CP = 1006;
    /// Below this difference the film coefficient is that of this difference, K; a coefficient of zero at no difference
    /// would have no slope to iterate on.
    private static final double STILL = 1e-3;

    /// Range of Rayleigh numbers in which a correlation was measured.
    ///
    /// @param low least Rayleigh number
    /// @param high greatest Rayleigh number
    public record Range(double low, double high) {

        /// Tells whether a number lies in the range.
        ///
        /// @param rayleigh Rayleigh number
        /// @return true when it does
        public boolean holds(double rayleigh) {
            return rayleigh >= low && rayleigh <= high;
        }
    }

    private Convection() {}

    /// Returns the film coefficient of a face at uniform temperature, W/(m²·K).
    ///
    /// @param air how the face is turned, its length and its part of gravity
    /// @param surface surface temperature, K
    /// @param ambient air temperature, K
    /// @param pressure air pressure, Pa
    /// @return film coefficient, W/(m²·K)
    public static double film(Exchange.Air air, double surface, double ambient, double pressure) {
        double ra = rayleigh(air, surface, ambient, pressure);
        double film = 0.5 * (surface + ambient);
        double nusselt = switch (flow(air, surface, ambient)) {
            case VERTICAL -> 0.68 + 0.670 * root4(ra) / Math.pow(1 + Math.pow(0.492 / prandtl(film), 9.0 / 16), 4.0 / 9);
            case UP -> 0.54 * root4(ra);
            case DOWN -> 0.52 * Math.pow(ra, 0.2);
        };
        return nusselt * conductivity(film) / air.length();
    }

    /// Returns the Rayleigh number of a face, g β ΔT L³ / (ν α) at the mean of surface and air temperature.
    ///
    /// @param air how the face is turned, its length and its part of gravity
    /// @param surface surface temperature, K
    /// @param ambient air temperature, K
    /// @param pressure air pressure, Pa
    /// @return Rayleigh number
    public static double rayleigh(Exchange.Air air, double surface, double ambient, double pressure) {
        double film = 0.5 * (surface + ambient);
        double density = pressure / (AIR * film);
        double kinematic = viscosity(film) / density;
        double diffusivity = conductivity(film) / (density * CP);
        double difference = Math.max(STILL, Math.abs(surface - ambient));
        double gravity = GRAVITY * (air.flow() == Exchange.Flow.VERTICAL ? air.gravity() : 1);
        return gravity / film * difference * Math.pow(air.length(), 3) / (kinematic * diffusivity);
    }

    /// Returns where the correlation of a face was measured.
    ///
    /// @param flow how the face is turned and which way the heat flows
    /// @return range of Rayleigh numbers
    public static Range range(Exchange.Flow flow) {
        return switch (flow) {
            // Churchill and Chu give the laminar form up to 1e9; the 0.68 is the limit of conduction
            case VERTICAL -> new Range(0, 1e9);
            case UP -> new Range(1e4, 1e7);
            case DOWN -> new Range(1e4, 1e9);
        };
    }

    /// Returns the correlation that applies: a horizontal face colder than the air acts as its opposite.
    ///
    /// @param air the face
    /// @param surface surface temperature, K
    /// @param ambient air temperature, K
    /// @return the flow
    public static Exchange.Flow flow(Exchange.Air air, double surface, double ambient) {
        boolean cold = surface < ambient;
        return switch (air.flow()) {
            case VERTICAL -> Exchange.Flow.VERTICAL;
            case UP -> cold ? Exchange.Flow.DOWN : Exchange.Flow.UP;
            case DOWN -> cold ? Exchange.Flow.UP : Exchange.Flow.DOWN;
        };
    }

    /// Sutherland, Pa·s.
    private static double viscosity(double t) {
        return 1.458e-6 * Math.pow(t, 1.5) / (t + 110.4);
    }

    /// W/(m·K); US Standard Atmosphere 1976.
    private static double conductivity(double t) {
        return 2.64638e-3 * Math.pow(t, 1.5) / (t + 245.4 * Math.pow(10, -12 / t));
    }

    private static double prandtl(double t) {
        return viscosity(t) * CP / conductivity(t);
    }

    private static double root4(double ra) {
        return Math.sqrt(Math.sqrt(ra));
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

/// Saturated water as functions of temperature in K.
///
/// 20–120 °C: polynomial fits to IF97 (R7-97), viscosity R12-08, conductivity R15-11 without the critical term and
/// surface tension R1-76; largest relative error 1.1e-4 (liquid conductivity). Outside: pressure and densities by the
/// IAPWS supplementary release SR1-86 (Wagner and Pruß), latent heat from them by Clapeyron, each scaled by less than
/// 2e-4 to meet the fit at its end. Viscosities and conductivities outside follow the slope of the fit's end, which is
/// an estimate. Temperatures below −40 °C or above 200 °C are treated as the nearer of the two.
public final class Water {

    /// Triple point to two digits: below it the vapor path is off, K.
    public static final double FREEZING = 273.15;

    /// Heat of fusion at 0 °C, J/kg. Handbook value (estimate until checked).
    public static final double FUSION = 333_550;

    /// Lower end of the fits, K.
    public static final double FIT_LOW = 293.15;

    /// Upper end of the fits, K.
    public static final double FIT_HIGH = 393.15;

    /// Lowest temperature told apart, K.
    public static final double COLDEST = 233.15;

    /// Highest temperature told apart, K.
    public static final double HOTTEST = 473.15;

    private static final double CRITICAL_TEMPERATURE = 647.096, CRITICAL_PRESSURE = 22.064e6, CRITICAL_DENSITY = 322;

    private static final double[] LN_P = {
        10.3481938, 2.16250079, -.361239519, .057119336, -.00825517888, .00128191769, -.000225062967
    };
    private static final double[] LN_RHO_V = {
        -1.617353, 2.02691957, -.345027613, .0575293067, -.00801688442, .00124581974, -.000228594322
    };
    private static final double[] H_FG = {2333081.15, -123993.421, -5061.29521, -1705.10336, -171.185588};
    private static final double[] LN_MU_L = {
        -7.81524011, -.685490581, .163468971, -.0397470154, .0120438338, -.0059853432, .00234303116
    };
    private static final double[] MU_V = {1.11944262e-5, 1.71444255e-6, 4.00693327e-8, -2.31952111e-8};
    private static final double[] RHO_L = {977.747485, -28.5520205, -6.75563207, 1.01164421, -.355927828};
    private static final double[] K_L = {.659734068, .0398433247, -.0189086089, .00225038458, -.000715155941};
    private static final double[] K_V = {.0218600109, .00418014699, .000492307866, .000100989018, 1.56668713e-5};
    private static final double[] CP_L = {
        4188.27546, 31.6652513, 25.4844523, .153367602, 1.89031784, -1.1531278
    };

    // SR1-86: coefficients and exponents of τ = 1 − T/T_c
    private static final double[] PRESSURE_A = {
        -7.85951783, 1.84408259, -11.7866497, 22.6807411, -15.9618719, 1.80122502
    };
    private static final double[] PRESSURE_N = {1, 1.5, 3, 3.5, 4, 7.5};
    private static final double[] LIQUID_B = {
        1.99274064, 1.09965342, -0.510839303, -1.75493479, -45.5170352, -6.74694450e5
    };
    private static final double[] LIQUID_N = {1. / 3, 2. / 3, 5. / 3, 16. / 3, 43. / 3, 110. / 3};
    private static final double[] VAPOR_C = {
        -2.03150240, -2.68302940, -5.38626492, -17.2991605, -44.7586581, -63.9201063
    };
    private static final double[] VAPOR_N = {2. / 6, 4. / 6, 8. / 6, 18. / 6, 37. / 6, 71. / 6};

    private Water() {}

    /// Returns all properties at one temperature.
    ///
    /// @param temperature saturation temperature, K
    /// @return the properties
    public static Saturation at(double temperature) {
        double t = Math.clamp(temperature, COLDEST, HOTTEST);
        return new Saturation(
                t,
                pressure(t),
                latentHeat(t),
                surfaceTension(t),
                liquidViscosity(t),
                vaporViscosity(t),
                liquidDensity(t),
                vaporDensity(t),
                liquidConductivity(t),
                vaporConductivity(t));
    }

    /// Tells whether the fits hold at a temperature.
    ///
    /// @param temperature saturation temperature, K
    /// @return true from 20 to 120 °C
    public static boolean fitted(double temperature) {
        return temperature >= FIT_LOW && temperature <= FIT_HIGH;
    }

    /// Returns the saturation pressure.
    ///
    /// @param temperature saturation temperature, K
    /// @return the pressure, Pa
    public static double pressure(double temperature) {
        double end = end(temperature);
        double fit = Math.exp(polynomial(LN_P, x(end)));
        return temperature == end ? fit : fit * releasePressure(bounded(temperature)) / releasePressure(end);
    }

    /// Returns the density of the saturated vapor.
    ///
    /// @param temperature saturation temperature, K
    /// @return the density, kg/m³
    public static double vaporDensity(double temperature) {
        double end = end(temperature);
        double fit = Math.exp(polynomial(LN_RHO_V, x(end)));
        return temperature == end ? fit : fit * releaseVapor(bounded(temperature)) / releaseVapor(end);
    }

    /// Returns the density of the saturated liquid.
    ///
    /// @param temperature saturation temperature, K
    /// @return the density, kg/m³
    public static double liquidDensity(double temperature) {
        double end = end(temperature);
        double fit = polynomial(RHO_L, x(end));
        return temperature == end ? fit : fit * releaseLiquid(bounded(temperature)) / releaseLiquid(end);
    }

    /// Returns the heat of evaporation.
    ///
    /// @param temperature saturation temperature, K
    /// @return the latent heat, J/kg
    public static double latentHeat(double temperature) {
        double end = end(temperature);
        double fit = polynomial(H_FG, x(end));
        return temperature == end ? fit : fit * releaseLatentHeat(bounded(temperature)) / releaseLatentHeat(end);
    }

    /// Returns the surface tension, σ = 0.2358 τ^1.256 (1 − 0.625 τ); IAPWS R1-76, valid from the triple point up.
    ///
    /// @param temperature temperature, K
    /// @return the surface tension, N/m
    public static double surfaceTension(double temperature) {
        double tau = 1 - bounded(temperature) / CRITICAL_TEMPERATURE;
        return 0.2358 * Math.pow(tau, 1.256) * (1 - 0.625 * tau);
    }

    /// Returns the dynamic viscosity of the liquid.
    ///
    /// @param temperature temperature, K
    /// @return the viscosity, Pa·s
    public static double liquidViscosity(double temperature) {
        return Math.exp(straight(LN_MU_L, temperature));
    }

    /// Returns the dynamic viscosity of the vapor.
    ///
    /// @param temperature temperature, K
    /// @return the viscosity, Pa·s
    public static double vaporViscosity(double temperature) {
        return straight(MU_V, temperature);
    }

    /// Returns the thermal conductivity of the liquid.
    ///
    /// @param temperature temperature, K
    /// @return the conductivity, W/(m·K)
    public static double liquidConductivity(double temperature) {
        return Math.max(0.5, straight(K_L, temperature));
    }

    /// Returns the thermal conductivity of the vapor.
    ///
    /// @param temperature temperature, K
    /// @return the conductivity, W/(m·K)
    public static double vaporConductivity(double temperature) {
        return straight(K_V, temperature);
    }

    /// Returns the heat capacity of the liquid.
    ///
    /// @param temperature temperature, K
    /// @return the heat capacity at constant pressure, J/(kg·K)
    public static double liquidHeatCapacity(double temperature) {
        return polynomial(CP_L, x(end(temperature)));
    }

    private static double bounded(double temperature) {
        return Math.clamp(temperature, COLDEST, HOTTEST);
    }

    private static double end(double temperature) {
        return Math.clamp(temperature, FIT_LOW, FIT_HIGH);
    }

    private static double x(double temperature) {
        return (temperature - 343.15) / 50;
    }

    /// The fit, continued in a straight line beyond its ends.
    private static double straight(double[] c, double temperature) {
        double end = end(temperature), value = polynomial(c, x(end));
        return temperature == end ? value : value + slope(c, x(end)) * (bounded(temperature) - end) / 50;
    }

    private static double polynomial(double[] c, double x) {
        double sum = c[c.length - 1];
        for (int i = c.length - 2; i >= 0; i--) {
            sum = Math.fma(sum, x, c[i]);
        }
        return sum;
    }

    private static double slope(double[] c, double x) {
        double sum = 0;
        for (int i = c.length - 1; i >= 1; i--) {
            sum = Math.fma(sum, x, i * c[i]);
        }
        return sum;
    }

    // ln(P/P_c) = (T_c/T) Σ a τ^n
    private static double releasePressure(double t) {
        return CRITICAL_PRESSURE
                * Math.exp(CRITICAL_TEMPERATURE / t * series(PRESSURE_A, PRESSURE_N, 1 - t / CRITICAL_TEMPERATURE));
    }

    // ρ_l/ρ_c = 1 + Σ b τ^n
    private static double releaseLiquid(double t) {
        return CRITICAL_DENSITY * (1 + series(LIQUID_B, LIQUID_N, 1 - t / CRITICAL_TEMPERATURE));
    }

    // ln(ρ_v/ρ_c) = Σ c τ^n
    private static double releaseVapor(double t) {
        return CRITICAL_DENSITY * Math.exp(series(VAPOR_C, VAPOR_N, 1 - t / CRITICAL_TEMPERATURE));
    }

    // h_fg = T (1/ρ_v − 1/ρ_l) dP/dT with dP/dT = −(P/T) [ln(P/P_c) + Σ a n τ^(n−1)]
    private static double releaseLatentHeat(double t) {
        double tau = 1 - t / CRITICAL_TEMPERATURE, p = releasePressure(t), sum = 0;
        for (int i = 0; i < PRESSURE_A.length; i++) {
            sum += PRESSURE_A[i] * PRESSURE_N[i] * Math.pow(tau, PRESSURE_N[i] - 1);
        }
        return -p * (Math.log(p / CRITICAL_PRESSURE) + sum) * (1 / releaseVapor(t) - 1 / releaseLiquid(t));
    }

    private static double series(double[] a, double[] n, double tau) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * Math.pow(tau, n[i]);
        }
        return sum;
    }
}

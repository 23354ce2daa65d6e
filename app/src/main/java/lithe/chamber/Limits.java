// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

/// The closed forms of vapor chambers: pressure drops, limits, wick tests, lid and gas.
///
/// Each is exact for the situation it names and is what the field solver is checked against. Disk: evaporation spread
/// evenly over r < a, condensation evenly over r < R on the other face.
public final class Limits {

    /// Standard gravity, m/s².
    public static final double GRAVITY = 9.80665;

    /// Molar gas constant, J/(mol·K).
    public static final double MOLAR_GAS = 8.31446261815324;

    private Limits() {}

    /// Returns the pressure drop of a disk from centre to rim, Q ln(R/a)/(2π h_fg g).
    ///
    /// For vapor and liquid alike, each with its own mass conductance.
    ///
    /// @param s the water
    /// @param flow mass conductance of the layer, s·m
    /// @param heat heat carried, W
    /// @param source radius of the source, m
    /// @param rim radius of the disk, m
    /// @return the pressure drop, Pa
    public static double diskDrop(Saturation s, double flow, double heat, double source, double rim) {
        return heat / s.latentHeat() * Math.log(rim / source) / (2 * Math.PI * flow);
    }

    /// Returns the pressure drop of a strip, Q L_eff/(h_fg g w), L_eff = L_a + (L_e + L_c)/2.
    ///
    /// @param s the water
    /// @param flow mass conductance of the layer, s·m
    /// @param heat heat carried, W
    /// @param width width of the strip, m
    /// @param length effective length, m
    /// @return the pressure drop, Pa
    public static double stripDrop(Saturation s, double flow, double heat, double width, double length) {
        return heat / s.latentHeat() * length / (flow * width);
    }

    /// Returns the heat at which a disk runs out of capillary pressure.
    ///
    /// @param c the chamber
    /// @param s the water at the hot spot
    /// @param source radius of the source, m
    /// @param rim radius of the disk, m
    /// @param head height the liquid has to climb to the source, m; negative if it runs down
    /// @return the heat limit, W
    public static double capillaryDisk(VaporChamber c, Saturation s, double source, double rim, double head) {
        double perWatt = diskDrop(s, c.vaporFlow(s), 1, source, rim) + diskDrop(s, c.liquidFlow(s), 1, source, rim);
        return Math.max(0, c.capillaryPressure(s) - s.liquidDensity() * GRAVITY * head) / perWatt;
    }

    /// Returns Levy's sonic limit, 0.474 A h_fg √(ρ_v P).
    ///
    /// @param s the water
    /// @param area cross-section of the vapor path, m²
    /// @return the heat limit, W
    public static double sonic(Saturation s, double area) {
        return 0.474 * area * s.latentHeat() * Math.sqrt(s.vaporDensity() * s.pressure());
    }

    /// Returns the heat at which vapor tears liquid out of the wick, A h_fg √(σ ρ_v/(2 r)).
    ///
    /// @param s the water
    /// @param area cross-section of the vapor path, m²
    /// @param radius radius of the pores at the surface, m
    /// @return the heat limit, W
    public static double entrainment(Saturation s, double area, double radius) {
        return area * s.latentHeat() * Math.sqrt(s.surfaceTension() * s.vaporDensity() / (2 * radius));
    }

    /// Returns the viscous limit of a disk, at which the rim pressure falls to zero: g_v π P h_fg/ln(R/a).
    ///
    /// Half the heat at which the incompressible drop would reach P.
    ///
    /// @param s the water at the hot spot
    /// @param flow mass conductance of the vapor layer, s·m
    /// @param source radius of the source, m
    /// @param rim radius of the disk, m
    /// @return the heat limit, W
    public static double viscousDisk(Saturation s, double flow, double source, double rim) {
        return Math.PI * flow * s.pressure() * s.latentHeat() / Math.log(rim / source);
    }

    /// Returns the viscous limit of a strip, g_v w P h_fg/(2 L_eff).
    ///
    /// @param s the water at the hot end
    /// @param flow mass conductance of the vapor layer, s·m
    /// @param width width of the strip, m
    /// @param length effective length, m
    /// @return the heat limit, W
    public static double viscousStrip(Saturation s, double flow, double width, double length) {
        return flow * width * s.pressure() * s.latentHeat() / (2 * length);
    }

    /// Returns the heat flux at which bubbles start in the wick, k_w T/(h_w h_fg ρ_v) (2σ/r_n − ΔP_c).
    ///
    /// @param s the water
    /// @param conductivity conductivity of the wet wick, W/(m·K)
    /// @param height wick thickness, m
    /// @param nucleus radius of a nucleus, 0.254–2.54 µm usual, m
    /// @param capillary capillary pressure in use, Pa
    /// @return the heat flux, W/m²
    public static double boiling(Saturation s, double conductivity, double height, double nucleus, double capillary) {
        return conductivity * s.temperature() / (height * s.latentHeat() * s.vaporDensity())
                * (2 * s.surfaceTension() / nucleus - capillary);
    }

    /// Returns the dip of the lid in the middle of a clamped square bay, 0.00126 q a⁴/D (Timoshenko).
    ///
    /// @param wall the lid
    /// @param bay side of the bay, m
    /// @param pressure pressure difference, Pa
    /// @return the deflection, m
    public static double lidDip(Wall wall, double bay, double pressure) {
        return 0.00126 * pressure * Math.pow(bay, 4) / wall.bendingStiffness();
    }

    /// Returns the greatest bending stress of a clamped square bay, at the middle of an edge: 6 · 0.0513 q a²/t²
    /// (Timoshenko, from memory: estimate).
    ///
    /// @param wall the lid
    /// @param bay side of the bay, m
    /// @param pressure pressure difference, Pa
    /// @return the stress, Pa
    public static double lidStress(Wall wall, double bay, double pressure) {
        return 6 * 0.0513 * pressure * bay * bay / (wall.thickness() * wall.thickness());
    }

    /// Returns the plan area that gas blocks behind a flat front, n R T/(P h_v).
    ///
    /// @param moles gas, mol
    /// @param temperature temperature of the gas, K
    /// @param pressure pressure of the gas, Pa
    /// @param gap height of the vapor gap, m
    /// @return the blocked area, m²
    public static double blockedArea(double moles, double temperature, double pressure, double gap) {
        return moles * MOLAR_GAS * temperature / (pressure * gap);
    }

    /// Returns the height to which a wick lifts liquid, 2σ/(r ρ g) (Jurin).
    ///
    /// @param s the water
    /// @param radius effective pore radius, m
    /// @return the height, m
    public static double jurin(Saturation s, double radius) {
        return 2 * s.surfaceTension() / (radius * s.liquidDensity() * GRAVITY);
    }

    /// Returns how far liquid runs into a dry wick without gravity, √(4σKt/(r ε μ)) (Washburn).
    ///
    /// @param s the water
    /// @param w the wick
    /// @param time time since contact, s
    /// @return the length, m
    public static double rise(Saturation s, Wick w, double time) {
        return Math.sqrt(4 * s.surfaceTension() * w.permeability() * time
                / (w.poreRadius() * w.porosity() * s.liquidViscosity()));
    }

    /// Returns the time liquid needs to climb a dry wick, −[x + h ln(1 − x/h)]/b, b = ρ g K/(ε μ).
    ///
    /// @param s the water
    /// @param w the wick
    /// @param height height to climb, below Jurin's, m
    /// @return the time, s
    public static double riseTime(Saturation s, Wick w, double height) {
        double top = jurin(s, w.poreRadius());
        double speed = s.liquidDensity() * GRAVITY * w.permeability() / (w.porosity() * s.liquidViscosity());
        return -(height + top * Math.log1p(-height / top)) / speed;
    }
}

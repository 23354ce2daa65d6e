// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import lithe.cell.Curve;
import lithe.cell.Electrode;
import lithe.cell.Electrolyte;
import lithe.cell.ParameterSet;

/// Writes a cell as BPX 1.1: curves as tables, temperature by activation energies.
///
/// The format has no place for a thermodynamic factor, a resistance of leads, or a temperature dependence that is not
/// Arrhenius's; what is lost of a set is said in the description of the file.
public final class BpxText {

    private static final double FARADAY = 96485.33212331001;
    private static final double GAS = 8.31446261815324;
    private static final int POINTS = 2001;
    /// Film coefficient that turns a conductance into an outside surface; the reader's own default, W/(m²·K).
    private static final double FILM = 10;
    /// Specific heat that turns a heat capacity into a mass; the reader's own default, J/(kg·K).
    private static final double SPECIFIC_HEAT = 1000;

    private BpxText() {}

    /// Returns a parameter set as text.
    ///
    /// @param set the cell
    /// @return a BPX document
    public static String of(ParameterSet set) {
        var header = Json.keys(
                "BPX", "1.1.0",
                "Title", set.name(),
                "Description", (set.source() + losses(set)).strip(),
                "Model", "DFN");
        var parameters = Json.keys(
                "Cell", cell(set),
                "Electrolyte", electrolyte(set.electrolyte(), set.referenceTemperature()),
                "Negative electrode", electrode(set.negative(), set.electrolyte()),
                "Positive electrode", electrode(set.positive(), set.electrolyte()),
                "Separator", Json.keys(
                        "Thickness [m]", set.separator().thickness(),
                        "Porosity", set.separator().porosity(),
                        "Transport efficiency", set.separator().transport()));
        var state = Json.keys(
                "Initial conditions", Json.keys("Initial electrolyte concentration [mol.m-3]", set.electrolyte().concentration()));
        return Json.text(Json.keys("Header", header, "Parameterisation", parameters, "State", state));
    }

    /// What of a set has no place in the format.
    ///
    /// @param set the cell
    /// @return sentences, empty when nothing is lost
    public static String losses(ParameterSet set) {
        var lost = new StringBuilder();
        var liquid = set.electrolyte();
        double t0 = set.referenceTemperature(), c0 = liquid.concentration();
        double factor = liquid.thermodynamicFactor().at(c0, t0);
        if (Math.abs(factor - 1) > 1e-9) {
            lost.append(String.format(Locale.ROOT, " Left out: thermodynamic factor, %.3f at rest.", factor));
        }
        if (set.resistance() > 0) {
            lost.append(String.format(Locale.ROOT, " Left out: %.3g Ω in series.", set.resistance()));
        }
        double off = Math.max(departure(liquid.diffusivity()::at, c0, t0), departure(liquid.conductivity()::at, c0, t0));
        if (off > 1e-3) {
            lost.append(String.format(
                    Locale.ROOT, " Temperature of the electrolyte as Arrhenius's law, off by %.1f %% at ±20 K.", 100 * off));
        }
        return lost.toString();
    }

    /// A property of the electrolyte over concentration and temperature.
    @FunctionalInterface
    private interface OfTwo {
        double at(double concentration, double temperature);
    }

    /// Activation energy that meets a property 10 K above and below the reference, J/mol.
    private static double energy(OfTwo property, double c, double t0) {
        double rise = Math.log(property.at(c, t0 + 10) / property.at(c, t0 - 10));
        return GAS * rise / (1 / (t0 - 10) - 1 / (t0 + 10));
    }

    private static double departure(OfTwo property, double c, double t0) {
        double energy = energy(property, c, t0), off = 0;
        for (double t : new double[] {t0 - 20, t0 + 20}) {
            double law = property.at(c, t0) * Math.exp(energy / GAS * (1 / t0 - 1 / t));
            off = Math.max(off, Math.abs(law / property.at(c, t) - 1));
        }
        return off;
    }

    private static Map<String, Object> cell(ParameterSet set) {
        double volume = set.area()
                * (set.negative().thickness() + set.separator().thickness() + set.positive().thickness());
        return Json.keys(
                "Ambient temperature [K]", set.referenceTemperature(),
                "Initial temperature [K]", set.referenceTemperature(),
                "Reference temperature [K]", set.referenceTemperature(),
                "Lower voltage cut-off [V]", set.lowVoltage(),
                "Upper voltage cut-off [V]", set.highVoltage(),
                "Nominal cell capacity [A.h]", set.nominalCapacity() / 3600,
                "Specific heat capacity [J.K-1.kg-1]", SPECIFIC_HEAT,
                "Density [kg.m-3]", set.heatCapacity() / SPECIFIC_HEAT / volume,
                "Electrode area [m2]", set.area(),
                "Number of electrode pairs connected in parallel to make a cell", 1,
                "External surface area [m2]", set.cooling() / FILM,
                "Volume [m3]", volume);
    }

    private static Map<String, Object> electrolyte(Electrolyte liquid, double t0) {
        double c0 = liquid.concentration();
        return Json.keys(
                "Cation transference number", liquid.transference(),
                "Conductivity [S.m-1]", table(c -> liquid.conductivity().at(c, t0), 1, 4 * c0),
                "Conductivity activation energy [J.mol-1]", energy(liquid.conductivity()::at, c0, t0),
                "Diffusivity [m2.s-1]", table(c -> liquid.diffusivity().at(c, t0), 1, 4 * c0),
                "Diffusivity activation energy [J.mol-1]", energy(liquid.diffusivity()::at, c0, t0));
    }

    private static Map<String, Object> electrode(Electrode e, Electrolyte liquid) {
        double least = Math.min(e.empty(), e.full()), most = Math.max(e.empty(), e.full());
        return Json.keys(
                "Particle radius [m]", e.radius(),
                "Thickness [m]", e.thickness(),
                "Diffusivity [m2.s-1]", e.uniformDiffusivity() ? e.diffusivity().at((least + most) / 2) : table(e.diffusivity(), least, most),
                "Diffusivity activation energy [J.mol-1]", e.diffusionEnergy(),
                "OCP [V]", table(e.potential(), least, most),
                "Entropic change coefficient [V.K-1]", table(e.entropy(), least, most),
                "Conductivity [S.m-1]", e.conductivity(),
                "Surface area per unit volume [m-1]", e.surface(),
                "Porosity", e.porosity(),
                "Transport efficiency", e.transport(),
                // j₀ = F K √(c/c₀ · s (1 − s)) in BPX, k √(c · c_s · (c_max − c_s)) here
                "Reaction rate constant [mol.m-2.s-1]", e.rate() * e.capacity() * Math.sqrt(liquid.concentration()) / FARADAY,
                "Reaction rate constant activation energy [J.mol-1]", e.rateEnergy(),
                "Minimum stoichiometry", least,
                "Maximum stoichiometry", most,
                "Maximum concentration [mol.m-3]", e.capacity());
    }

    /// A curve over its window and 2 % beyond.
    private static Map<String, Object> table(Curve curve, double least, double most) {
        return table(curve::at, Math.max(1e-4, least - 0.02), Math.min(0.9999, most + 0.02));
    }

    private static Map<String, Object> table(DoubleUnaryOperator curve, double from, double to) {
        List<Double> x = new ArrayList<>(), y = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            double at = from + (to - from) * i / (POINTS - 1);
            x.add(at);
            y.add(curve.applyAsDouble(at));
        }
        return Json.keys("x", x, "y", y);
    }
}

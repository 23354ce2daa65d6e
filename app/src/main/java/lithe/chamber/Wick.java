// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

import java.util.List;
import lithe.units.Grade;

/// The porous layer that pulls condensed liquid back to the hot spot.
///
/// The permitted kinds are the ones found in phones; a `switch` over a wick needs no default, so a new kind is a compile
/// error wherever it has not been thought about yet. Correlations hold for packed, clean wicks; ±30 % is typical and
/// published data scatter more (estimate). Where a value was measured, use [Measured].
public sealed interface Wick {

    /// Returns the layer thickness.
    ///
    /// @return the thickness, m
    double thickness();

    /// Returns the share of the layer that is open to liquid.
    ///
    /// @return the porosity, dimensionless
    double porosity();

    /// Returns how easily liquid flows along the layer.
    ///
    /// @return the permeability, m²
    double permeability();

    /// Returns the radius of the meniscus in the tightest pore that faces the vapor.
    ///
    /// @return the effective pore radius, m
    double poreRadius();

    /// Returns the conductivity through the layer when its pores hold a fluid.
    ///
    /// @param fluid conductivity of what fills the pores, W/(m·K)
    /// @return the conductivity across the thickness, W/(m·K)
    double conductivity(double fluid);

    /// Returns the conductivity along the layer.
    ///
    /// @param fluid conductivity of what fills the pores, W/(m·K)
    /// @return the in-plane conductivity, W/(m·K)
    double inPlaneConductivity(double fluid);

    /// Returns the heat capacity of the solid part, per volume of layer.
    ///
    /// @return (1 − ε) ρ c of the solid, J/(m³·K)
    double solidHeatCapacity();

    /// Returns the same wick with another thickness.
    ///
    /// @param thickness the new thickness, m
    /// @return a wick of the same kind
    Wick withThickness(double thickness);

    /// Returns where a correlation is used outside the range it is known for.
    ///
    /// @return one sentence each; empty if all is well
    default List<String> notes() {
        return List.of();
    }

    /// Returns a short name for tables.
    ///
    /// @return for example `mesh #200`
    String label();

    /// A plain woven screen, one or several layers.
    ///
    /// @param density wires per length, 1/m (mesh #200 is 200 per inch, 7874 1/m)
    /// @param wire wire diameter, m
    /// @param thickness thickness of all layers, m; one layer is about two wires
    /// @param bond gain in through conductivity over loose contact: 1 loose to 2 sintered (estimate)
    /// @param metal what the wire is made of
    record Mesh(double density, double wire, double thickness, double bond, Metal metal) implements Wick {

        /// Checks the ranges.
        ///
        /// @throws IllegalArgumentException naming the quantity, its value and the accepted range
        public Mesh {
            Within.range("mesh density", density, 1000, 60_000, "1/m");
            Within.range("mesh wire", wire, 5e-6, 0.9 / density, "m");
            Within.range("wick thickness", thickness, 1e-6, 2e-3, "m");
            Within.range("mesh bond factor", bond, 0.2, 10, "");
        }

        /// Returns a copper screen by its trade number; loose contact.
        ///
        /// @param number wires per inch
        /// @param wire wire diameter, m
        /// @param thickness thickness of the layer, m
        /// @return the screen
        public static Mesh number(double number, double wire, double thickness) {
            return new Mesh(number / 0.0254, wire, thickness, 1, Metal.COPPER);
        }

        /// Returns a copper screen by its trade number with the usual wire of that number.
        ///
        /// Wire diameters are common trade values (estimate); between them the wire follows the opening.
        ///
        /// @param number wires per inch, 80 to 700
        /// @param thickness thickness of the layer, m
        /// @return the screen
        public static Mesh trade(double number, double thickness) {
            double[] numbers = {80, 100, 150, 200, 250, 300, 325, 400, 500, 635, 700};
            double[] wires = {140e-6, 112e-6, 65e-6, 50e-6, 40e-6, 36e-6, 35e-6, 30e-6, 25e-6, 20e-6, 18e-6};
            Within.range("mesh number", number, numbers[0], numbers[numbers.length - 1], "");
            int i = 0;
            while (numbers[i + 1] < number) {
                i++;
            }
            double s = (number - numbers[i]) / (numbers[i + 1] - numbers[i]);
            return number(number, wires[i] + s * (wires[i + 1] - wires[i]), thickness);
        }

        /// ε = 1 − 1.05 π N d/4.
        @Override
        public double porosity() {
            return 1 - 1.05 * Math.PI * density * wire / 4;
        }

        /// d² ε³/[122 (1−ε)²]: Marcus's form of Blake–Kozeny, porosity 0.55–0.75.
        @Override
        public double permeability() {
            double e = porosity(), solid = 1 - e;
            return wire * wire * e * e * e / (122 * solid * solid);
        }

        /// 1/(2N), Chi (1976); nested layers can come down to half the opening.
        @Override
        public double poreRadius() {
            return 1 / (2 * density);
        }

        /// Chi's form for a saturated screen with loose contact, times the bond factor.
        @Override
        public double conductivity(double fluid) {
            double solid = metal.conductivity(), plus = fluid + solid, minus = fluid - solid, share = 1 - porosity();
            return bond * fluid * (plus - share * minus) / (plus + share * minus);
        }

        /// Half of the wires run each way, 1.05 times longer than straight ones (estimate).
        @Override
        public double inPlaneConductivity(double fluid) {
            return (1 - porosity()) / 2 * metal.conductivity() / (1.05 * 1.05) + porosity() * fluid;
        }

        @Override
        public double solidHeatCapacity() {
            return (1 - porosity()) * metal.volumetricHeatCapacity();
        }

        @Override
        public Mesh withThickness(double height) {
            return new Mesh(density, wire, height, bond, metal);
        }

        @Override
        public List<String> notes() {
            return note("mesh permeability", porosity(), 0.55, 0.75);
        }

        @Override
        public String label() {
            return "mesh #%.0f".formatted(density * 0.0254);
        }
    }

    /// Sintered spheres.
    ///
    /// @param grain grain diameter, m
    /// @param share porosity
    /// @param thickness layer thickness, m
    /// @param metal what the grains are made of
    record Powder(double grain, double share, double thickness, Metal metal) implements Wick {

        /// Checks the ranges.
        ///
        /// @throws IllegalArgumentException naming the quantity, its value and the accepted range
        public Powder {
            Within.range("powder grain", grain, 1e-6, 1e-3, "m");
            Within.range("powder porosity", share, 0.2, 0.9, "");
            Within.range("wick thickness", thickness, 1e-6, 2e-3, "m");
        }

        @Override
        public double porosity() {
            return share;
        }

        /// d² ε³/[150 (1−ε)²]: Blake–Kozeny, porosity 0.40–0.55.
        @Override
        public double permeability() {
            return grain * grain * share * share * share / (150 * (1 - share) * (1 - share));
        }

        /// 0.21 d, Chi (1976), packed spheres.
        @Override
        public double poreRadius() {
            return 0.21 * grain;
        }

        /// Geometric mean k_s^(1−ε) k_f^ε: nearer to published values than Maxwell's upper bound.
        @Override
        public double conductivity(double fluid) {
            return Math.pow(metal.conductivity(), 1 - share) * Math.pow(fluid, share);
        }

        /// Returns Maxwell's upper bound, solid continuous: k_s [2+r−2ε(1−r)]/[2+r+ε(1−r)], r = k_f/k_s.
        ///
        /// @param fluid conductivity of what fills the pores, W/(m·K)
        /// @return the bound, W/(m·K)
        public double greatestConductivity(double fluid) {
            double r = fluid / metal.conductivity();
            return metal.conductivity() * (2 + r - 2 * share * (1 - r)) / (2 + r + share * (1 - r));
        }

        @Override
        public double inPlaneConductivity(double fluid) {
            return conductivity(fluid);
        }

        @Override
        public double solidHeatCapacity() {
            return (1 - share) * metal.volumetricHeatCapacity();
        }

        @Override
        public Powder withThickness(double height) {
            return new Powder(grain, share, height, metal);
        }

        @Override
        public List<String> notes() {
            return note("powder permeability", share, 0.40, 0.55);
        }

        @Override
        public String label() {
            return "powder %.0f µm".formatted(grain * 1e6);
        }
    }

    /// Parallel open grooves in the wall.
    ///
    /// @param width width of one groove, m
    /// @param thickness depth of the grooves, m
    /// @param land share of the width that is metal
    /// @param metal what the land is made of
    record Grooves(double width, double thickness, double land, Metal metal) implements Wick {

        /// Checks the ranges.
        ///
        /// @throws IllegalArgumentException naming the quantity, its value and the accepted range
        public Grooves {
            Within.range("groove width", width, 5e-6, 1e-3, "m");
            Within.range("wick thickness", thickness, 1e-6, 2e-3, "m");
            Within.range("groove land", land, 0.02, 0.95, "");
        }

        @Override
        public double porosity() {
            return 1 - land;
        }

        /// ε D_h²/(2 f Re), f Re of a closed rectangular duct (Shah and London); the free surface is not counted.
        @Override
        public double permeability() {
            double hydraulic = 2 * width * thickness / (width + thickness);
            double a = Math.min(width, thickness) / Math.max(width, thickness);
            double friction = 24
                    * (1 + a * (-1.3553 + a * (1.9467 + a * (-1.7012 + a * (0.9564 - 0.2537 * a)))));
            return porosity() * hydraulic * hydraulic / (2 * friction);
        }

        /// The groove width: a meniscus curved in one direction, 2σ/(2·w/2) with w as radius (Chi).
        @Override
        public double poreRadius() {
            return width;
        }

        @Override
        public double conductivity(double fluid) {
            return land * metal.conductivity() + porosity() * fluid;
        }

        @Override
        public double inPlaneConductivity(double fluid) {
            return conductivity(fluid);
        }

        @Override
        public double solidHeatCapacity() {
            return land * metal.volumetricHeatCapacity();
        }

        @Override
        public Grooves withThickness(double height) {
            return new Grooves(width, height, land, metal);
        }

        @Override
        public List<String> notes() {
            return List.of("grooves carry liquid along one direction only; here the value holds for both");
        }

        @Override
        public String label() {
            return "grooves %.0f µm".formatted(width * 1e6);
        }
    }

    /// Fibres, braid or felt without an order.
    ///
    /// @param fibre fibre diameter, m
    /// @param share porosity
    /// @param thickness layer thickness, m
    /// @param metal what the fibres are made of
    record Fibre(double fibre, double share, double thickness, Metal metal) implements Wick {

        /// Checks the ranges.
        ///
        /// @throws IllegalArgumentException naming the quantity, its value and the accepted range
        public Fibre {
            Within.range("fibre diameter", fibre, 1e-6, 5e-4, "m");
            Within.range("fibre porosity", share, 0.62, 0.99, "");
            Within.range("wick thickness", thickness, 1e-6, 2e-3, "m");
        }

        @Override
        public double porosity() {
            return share;
        }

        /// Jackson and James (1986): K = r² · 3/(20 φ) · (−ln φ − 0.931), from memory (estimate).
        @Override
        public double permeability() {
            double solid = 1 - share, r = fibre / 2;
            return r * r * 3 / (20 * solid) * (-Math.log(solid) - 0.931);
        }

        /// d/[2 (1−ε)], from memory (estimate).
        @Override
        public double poreRadius() {
            return fibre / (2 * (1 - share));
        }

        /// Loose contact: the bound with the fluid continuous (Maxwell).
        @Override
        public double conductivity(double fluid) {
            double s = metal.conductivity(), v = 1 - share;
            return fluid * (s + 2 * fluid + 2 * v * (s - fluid)) / (s + 2 * fluid - v * (s - fluid));
        }

        @Override
        public double inPlaneConductivity(double fluid) {
            return (1 - share) / 3 * metal.conductivity() + share * fluid;
        }

        @Override
        public double solidHeatCapacity() {
            return (1 - share) * metal.volumetricHeatCapacity();
        }

        @Override
        public Fibre withThickness(double height) {
            return new Fibre(fibre, share, height, metal);
        }

        @Override
        public List<String> notes() {
            return note("fibre permeability", share, 0.7, 0.99);
        }

        @Override
        public String label() {
            return "fibre %.0f µm".formatted(fibre * 1e6);
        }
    }

    /// A field of small posts with liquid between them.
    ///
    /// @param diameter post diameter, m
    /// @param pitch distance from post to post, square array, m
    /// @param thickness post height, m
    /// @param metal what the posts are made of
    record Micropillars(double diameter, double pitch, double thickness, Metal metal) implements Wick {

        /// Checks the ranges.
        ///
        /// @throws IllegalArgumentException naming the quantity, its value and the accepted range
        public Micropillars {
            Within.range("micropillar diameter", diameter, 1e-6, 5e-4, "m");
            Within.range("micropillar pitch", pitch, diameter * 1.35, diameter * 20, "m");
            Within.range("wick thickness", thickness, 1e-6, 2e-3, "m");
        }

        private double solid() {
            return Math.PI * diameter * diameter / (4 * pitch * pitch);
        }

        @Override
        public double porosity() {
            return 1 - solid();
        }

        /// Brinkman flow over a wall with a free surface, K_p [1 − tanh(s)/s], s = h/√K_p.
        @Override
        public double permeability() {
            double posts = Pillars.permeability(solid(), diameter), s = thickness / Math.sqrt(posts);
            return posts * (1 - Math.tanh(s) / s);
        }

        /// Force balance on a meniscus pinned to the tops: 2 (p² − π d²/4)/(π d) (estimate).
        @Override
        public double poreRadius() {
            return 2 * (pitch * pitch - Math.PI * diameter * diameter / 4) / (Math.PI * diameter);
        }

        @Override
        public double conductivity(double fluid) {
            return solid() * metal.conductivity() + porosity() * fluid;
        }

        @Override
        public double inPlaneConductivity(double fluid) {
            double s = metal.conductivity(), v = solid();
            return fluid * (s + fluid + v * (s - fluid)) / (s + fluid - v * (s - fluid));
        }

        @Override
        public double solidHeatCapacity() {
            return solid() * metal.volumetricHeatCapacity();
        }

        @Override
        public Micropillars withThickness(double height) {
            return new Micropillars(diameter, pitch, height, metal);
        }

        @Override
        public String label() {
            return "posts %.0f/%.0f µm".formatted(diameter * 1e6, pitch * 1e6);
        }
    }

    /// Layers one on the other, the first one facing the vapor.
    ///
    /// @param layers the layers from the vapor to the wall, at least one
    record Layers(List<Wick> layers) implements Wick {

        /// Copies the list.
        ///
        /// @throws IllegalArgumentException if there is no layer
        public Layers {
            layers = List.copyOf(layers);
            if (layers.isEmpty()) {
                throw new IllegalArgumentException("a layered wick needs at least one layer, but has none");
            }
        }

        @Override
        public double thickness() {
            return layers.stream().mapToDouble(Wick::thickness).sum();
        }

        @Override
        public double porosity() {
            return layers.stream().mapToDouble(w -> w.porosity() * w.thickness()).sum() / thickness();
        }

        /// Layers carry side by side: Σ K h / Σ h.
        @Override
        public double permeability() {
            return layers.stream().mapToDouble(w -> w.permeability() * w.thickness()).sum() / thickness();
        }

        /// Of the layer that meets the vapor.
        @Override
        public double poreRadius() {
            return layers.getFirst().poreRadius();
        }

        /// Layers conduct in a row: Σ h / Σ (h/k).
        @Override
        public double conductivity(double fluid) {
            return thickness() / layers.stream().mapToDouble(w -> w.thickness() / w.conductivity(fluid)).sum();
        }

        @Override
        public double inPlaneConductivity(double fluid) {
            return layers.stream().mapToDouble(w -> w.inPlaneConductivity(fluid) * w.thickness()).sum() / thickness();
        }

        @Override
        public double solidHeatCapacity() {
            return layers.stream().mapToDouble(w -> w.solidHeatCapacity() * w.thickness()).sum() / thickness();
        }

        /// All layers keep their share.
        @Override
        public Layers withThickness(double height) {
            double scale = height / thickness();
            return new Layers(layers.stream().map(w -> w.withThickness(w.thickness() * scale)).toList());
        }

        @Override
        public List<String> notes() {
            return layers.stream().flatMap(w -> w.notes().stream()).distinct().toList();
        }

        @Override
        public String label() {
            return String.join(" over ", layers.stream().map(Wick::label).toList());
        }
    }

    /// A wick whose values were measured, or are simply given.
    ///
    /// @param thickness layer thickness, m
    /// @param porosity open share
    /// @param permeability permeability, m²
    /// @param poreRadius effective pore radius, m
    /// @param saturated conductivity through the layer when full of water, W/(m·K)
    /// @param grade how far the values can be trusted
    record Measured(
            double thickness,
            double porosity,
            double permeability,
            double poreRadius,
            double saturated,
            Grade grade)
            implements Wick {

        /// Checks the ranges.
        ///
        /// @throws IllegalArgumentException naming the quantity, its value and the accepted range
        public Measured {
            Within.range("wick thickness", thickness, 1e-6, 2e-3, "m");
            Within.range("wick porosity", porosity, 0.1, 0.99, "");
            Within.range("wick permeability", permeability, 1e-16, 1e-7, "m²");
            Within.range("wick pore radius", poreRadius, 1e-8, 2e-3, "m");
            Within.range("wick conductivity", saturated, 0.1, 400, "W/(m·K)");
        }

        /// The given value with water in the pores; a dry wick is taken to conduct in proportion to its fluid, but at
        /// least a tenth as well (estimate).
        @Override
        public double conductivity(double fluid) {
            return saturated * Math.clamp(fluid / 0.64, 0.1, 1.1);
        }

        @Override
        public double inPlaneConductivity(double fluid) {
            return conductivity(fluid);
        }

        @Override
        public double solidHeatCapacity() {
            return (1 - porosity) * Metal.COPPER.volumetricHeatCapacity();
        }

        @Override
        public Measured withThickness(double height) {
            return new Measured(height, porosity, permeability, poreRadius, saturated, grade);
        }

        @Override
        public String label() {
            return "given wick";
        }
    }

    private static List<String> note(String what, double porosity, double low, double high) {
        return porosity >= low && porosity <= high
                ? List.of()
                : List.of("%s used at porosity %.2f, known for %.2f to %.2f".formatted(what, porosity, low, high));
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

/// The cross-section of a flat, sealed, two-phase heat spreader with water inside.
///
/// From the heated face: evaporator wall, wick, vapor gap, condenser wall. Wick and vapor share what the walls leave of
/// the thickness, so a chamber without room for vapor cannot be built. For a conduction solver it is three layers of
/// cells: [#evaporatorThickness()], [#vaporHeight()] and the condenser wall, each with a sheet conductance along
/// itself, coupled by [#evaporatorConductance] and [#condenserConductance] between the middle of a wall and the vapor.
///
/// @param thickness outside thickness, wall to wall, m
/// @param evaporator wall on the side that carries the wick
/// @param condenser the other wall
/// @param wick the liquid return path
/// @param film liquid film on the condenser wall, m; default 10 µm, 5–30 µm is usual (estimate)
/// @param pillars posts between the walls
/// @param accommodation share of arriving molecules that condense; default 0.1, 0.03–1 published (estimate)
/// @param contactAngle contact angle of water on the wick, rad; 0 wets perfectly
/// @param fill liquid over pore volume of the wick; 1 just fills it
/// @param gas non-condensable gas inside, mol
public record VaporChamber(
        double thickness,
        Wall evaporator,
        Wall condenser,
        Wick wick,
        double film,
        Pillars pillars,
        double accommodation,
        double contactAngle,
        double fill,
        double gas) {

    /// Default accommodation coefficient (estimate).
    public static final double ACCOMMODATION = 0.1;

    /// Default condenser film, m (estimate).
    public static final double FILM = 10e-6;

    /// Checks that walls, wick and vapor fit into the thickness.
    ///
    /// @throws IllegalArgumentException naming the quantity, its value and the accepted range
    public VaporChamber {
        Within.range("chamber thickness", thickness, 0.1e-3, 3e-3, "m");
        Within.range("condenser film", film, 0, 0.5e-3, "m");
        Within.range("accommodation coefficient", accommodation, 1e-3, 1, "");
        Within.range("contact angle", contactAngle, 0, 1.5, "rad");
        Within.range("fill over wick volume", fill, 0.2, 3, "");
        Within.range("non-condensable gas", gas, 0, 1e-4, "mol");
        double gap = gap(thickness, evaporator, condenser, wick, fill);
        if (!(gap > 1e-6)) {
            throw new IllegalArgumentException(
                    "chamber has no room for vapor: thickness %s m, walls %s m, wick %s m, fill %s leave %s m"
                            .formatted(
                                    thickness,
                                    evaporator.thickness() + condenser.thickness(),
                                    wick.thickness(),
                                    fill,
                                    gap));
        }
    }

    /// Returns a chamber with equal walls, no pillars, a full wick and no gas.
    ///
    /// @param thickness outside thickness, m
    /// @param wall thickness of one wall, m
    /// @param metal what the walls are made of
    /// @param wick the liquid return path
    /// @return the chamber
    public static VaporChamber of(double thickness, double wall, Metal metal, Wick wick) {
        var sheet = new Wall(metal, wall);
        return new VaporChamber(
                thickness, sheet, sheet, wick, FILM, Pillars.NONE, ACCOMMODATION, 0, 1, 0);
    }

    /// Returns the same chamber with other pillars.
    ///
    /// @param other the posts
    /// @return the chamber
    public VaporChamber withPillars(Pillars other) {
        return new VaporChamber(
                thickness, evaporator, condenser, wick, film, other, accommodation, contactAngle, fill, gas);
    }

    /// Returns the same chamber with another wick in the same thickness.
    ///
    /// @param other the wick
    /// @return the chamber
    public VaporChamber withWick(Wick other) {
        return new VaporChamber(
                thickness, evaporator, condenser, other, film, pillars, accommodation, contactAngle, fill, gas);
    }

    /// Returns the same chamber with another outside thickness; the vapor gap takes the difference.
    ///
    /// @param other outside thickness, m
    /// @return the chamber
    public VaporChamber withThickness(double other) {
        return new VaporChamber(
                other, evaporator, condenser, wick, film, pillars, accommodation, contactAngle, fill, gas);
    }

    /// Returns the same chamber with another accommodation coefficient.
    ///
    /// @param other share of arriving molecules that condense
    /// @return the chamber
    public VaporChamber withAccommodation(double other) {
        return new VaporChamber(
                thickness, evaporator, condenser, wick, film, pillars, other, contactAngle, fill, gas);
    }

    /// Returns the same chamber with another film on the condenser.
    ///
    /// @param other film thickness, m
    /// @return the chamber
    public VaporChamber withFilm(double other) {
        return new VaporChamber(
                thickness, evaporator, condenser, wick, other, pillars, accommodation, contactAngle, fill, gas);
    }

    /// Returns the same chamber with another fill and gas content.
    ///
    /// @param liquid liquid over pore volume of the wick
    /// @param moles non-condensable gas, mol
    /// @return the chamber
    public VaporChamber withCharge(double liquid, double moles) {
        return new VaporChamber(
                thickness, evaporator, condenser, wick, film, pillars, accommodation, contactAngle, liquid, moles);
    }

    private static double gap(double thickness, Wall evaporator, Wall condenser, Wick wick, double fill) {
        // what the wick cannot hold stands as a film in the gap
        double excess = Math.max(0, fill - 1) * wick.porosity() * wick.thickness();
        return thickness - evaporator.thickness() - condenser.thickness() - wick.thickness() - excess;
    }

    /// Returns the height left for vapor.
    ///
    /// @return the height between wick and condenser wall, m
    public double vaporHeight() {
        return gap(thickness, evaporator, condenser, wick, fill);
    }

    /// Returns the height of the evaporator cells, wall and wick.
    ///
    /// @return the height, m
    public double evaporatorThickness() {
        return evaporator.thickness() + wick.thickness();
    }

    /// Returns the film on the condenser, with what the wick cannot hold.
    ///
    /// @return the film, m
    public double condenserFilm() {
        return film + Math.max(0, fill - 1) * wick.porosity() * wick.thickness();
    }

    /// Returns what the evaporator wall and the wet wick conduct along themselves.
    ///
    /// @param s the water
    /// @return the sheet conductance, W/K
    public double evaporatorSheet(Saturation s) {
        return evaporator.sheet() + wick.inPlaneConductivity(s.liquidConductivity()) * wick.thickness();
    }

    /// Returns what the condenser wall conducts along itself.
    ///
    /// @return the sheet conductance, W/K
    public double condenserSheet() {
        return condenser.sheet();
    }

    /// Returns what the vapor flow is worth as a conductivity of the vapor layer, with slip and pillars.
    ///
    /// Falls to that of still vapor below 0 °C, over one kelvin.
    ///
    /// @param s the water
    /// @return the equivalent in-plane conductivity, W/(m·K)
    public double vaporConductivity(Saturation s) {
        double gap = vaporHeight();
        double flow = s.coreConductivity(gap) * s.slip(gap) * pillars.flowFactor(gap);
        return s.vaporConductivity() + thawed(s.temperature()) * flow;
    }

    /// Returns what the vapor layer conducts along itself, k_v,eff h_v.
    ///
    /// @param s the water
    /// @return the sheet conductance, W/K
    public double vaporSheet(Saturation s) {
        return vaporConductivity(s) * vaporHeight();
    }

    /// Returns the conductance between the middle of the evaporator wall and the vapor.
    ///
    /// 1/U = t/(2k) + h_w/k_w + 1/h_int; the solid path through pillars is added so that wall to wall is exact.
    ///
    /// @param s the water
    /// @return the conductance, W/(m²·K)
    public double evaporatorConductance(Saturation s) {
        return bareEvaporator(s) * bridged(s);
    }

    /// Returns the conductance between the vapor and the middle of the condenser wall.
    ///
    /// 1/U = t/(2k) + δ/k_l + 1/h_int, and the pillars as in [#evaporatorConductance].
    ///
    /// @param s the water
    /// @return the conductance, W/(m²·K)
    public double condenserConductance(Saturation s) {
        return bareCondenser(s) * bridged(s);
    }

    /// Returns the conductance of the evaporator where the wick is dry: vapor in the pores, nothing evaporates.
    ///
    /// @param s the water
    /// @return the conductance, W/(m²·K)
    public double dryConductance(Saturation s) {
        double k = s.vaporConductivity();
        double dry = 1 / (halfWall(evaporator) + wick.thickness() / wick.conductivity(k) + vaporHeight() / (2 * k));
        return dry * bridged(s);
    }

    private double bareEvaporator(Saturation s) {
        double wet = halfWall(evaporator) + wick.thickness() / wick.conductivity(s.liquidConductivity());
        return overSurface(s, wet);
    }

    private double bareCondenser(Saturation s) {
        return overSurface(s, halfWall(condenser) + condenserFilm() / s.liquidConductivity());
    }

    /// In a row with the liquid surface; below freezing nothing evaporates and still vapor conducts.
    private double overSurface(Saturation s, double resistance) {
        double alive = 1 / (resistance + 1 / s.interfaceConductance(accommodation));
        double still = 1 / (resistance + vaporHeight() / (2 * s.vaporConductivity()));
        double thawed = thawed(s.temperature());
        return thawed * alive + (1 - thawed) * still;
    }

    private static double halfWall(Wall wall) {
        return wall.thickness() / (2 * wall.metal().conductivity());
    }

    /// Returns the direct conductance from wall to wall through the pillars.
    ///
    /// @param s the water
    /// @return the conductance, W/(m²·K)
    public double pillarConductance(Saturation s) {
        double foot = pillars.onWick() ? wick.thickness() / wick.conductivity(s.liquidConductivity()) : 0;
        return pillars.fraction() / (foot + vaporHeight() / pillars.metal().conductivity());
    }

    /// The three layers are a chain (wall, vapor, wall), so the direct path is shared out over both links: wall to
    /// wall stays exact, wall to vapor is too good by the same factor (about 1.1 for 5 % of posts on a wick).
    private double bridged(Saturation s) {
        if (pillars.fraction() == 0) {
            return 1;
        }
        return 1 + pillarConductance(s) * (1 / bareEvaporator(s) + 1 / bareCondenser(s));
    }

    /// Returns what wall and wet wick store; half a kelvin either side of −0.5 °C the ice in the pores melts.
    ///
    /// @param s the water
    /// @return the heat capacity, J/(m²·K)
    public double evaporatorCapacity(Saturation s) {
        double t = s.temperature(), liquid = wick.porosity() * Math.min(1, fill) * s.liquidDensity();
        double melting = t > Water.FREEZING - 1 && t < Water.FREEZING ? Water.FUSION : 0;
        double water = liquid * (Water.liquidHeatCapacity(t) + melting);
        return evaporator.capacity() + wick.thickness() * (wick.solidHeatCapacity() + water);
    }

    /// Returns what the condenser wall stores.
    ///
    /// @return the heat capacity, J/(m²·K)
    public double condenserCapacity() {
        return condenser.capacity();
    }

    /// Returns what the saturated vapor stores.
    ///
    /// @param s the water
    /// @return the heat capacity, J/(m²·K)
    public double vaporCapacity(Saturation s) {
        return s.vaporStorage() * vaporHeight();
    }

    /// Returns the mass conductance of the vapor layer, g_v = ρ_v h³ F/(12 μ_v).
    ///
    /// @param s the water
    /// @return mass flow per width over pressure gradient, s·m
    public double vaporFlow(Saturation s) {
        double h = vaporHeight();
        return s.gapFlow(h) * s.slip(h) * pillars.flowFactor(h);
    }

    /// Returns the mass conductance of the wick, g_l = ρ_l K h_w/μ_l.
    ///
    /// A wick that is not full carries less, by the cube of its fill (Brooks–Corey with exponent 3, estimate).
    ///
    /// @param s the water
    /// @return mass flow per width over pressure gradient, s·m
    public double liquidFlow(Saturation s) {
        double wetted = Math.min(1, fill);
        return s.liquidDensity() * wick.permeability() * wick.thickness() / s.liquidViscosity()
                * wetted * wetted * wetted;
    }

    /// Returns the greatest pressure the wick can give the liquid, 2 σ cos θ/r.
    ///
    /// @param s the water
    /// @return the capillary limit, Pa
    public double capillaryPressure(Saturation s) {
        return 2 * s.surfaceTension() * Math.cos(contactAngle) / wick.poreRadius();
    }

    /// Returns the greatest pressure the wick can give the liquid, 2 σ cos θ/r.
    ///
    /// @param temperature temperature of the surface, K
    /// @return the capillary limit, Pa
    public double capillaryPressure(double temperature) {
        return 2 * Water.surfaceTension(temperature) * Math.cos(contactAngle) / wick.poreRadius();
    }

    /// Returns how much of the two-phase path is open: 0 below −1 °C, 1 above 0 °C.
    ///
    /// @param temperature temperature, K
    /// @return the open share, dimensionless
    static double thawed(double temperature) {
        double s = Math.clamp(temperature - (Water.FREEZING - 1), 0, 1);
        return s * s * (3 - 2 * s);
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Searches what to put inside a given thickness: split of gap and wick, mesh, a finer layer over a coarser one, pillars.
///
/// Ranks by the closed forms of an even disk of the same area, which follow the field solver within a few percent; the
/// winners are meant to be solved once more in their outline.
public final class Design {

    private static final List<Integer> MESHES = List.of(100, 150, 200, 250, 300, 325, 400, 500, 635);
    private static final double STEP = 5e-6, LEAST_GAP = 40e-6;
    /// The lid may dip by this part of the gap between pillars, and be stressed to this, Pa (soft copper, estimate).
    private static final double DIP = 0.05, STRESS = 60e6;

    private final VaporChamber base;
    private final double area;
    private final double source;
    private final Saturation water;

    /// Prepares a search.
    ///
    /// @param base thickness, walls and everything that is kept
    /// @param area plan area, m²
    /// @param source diameter of the heated spot, m
    /// @param vapor vapor temperature at which to compare, K
    public Design(VaporChamber base, double area, double source, double vapor) {
        Within.range("chamber area", area, 1e-5, 1e-1, "m²");
        Within.range("source diameter", source, 1e-4, 0.9 * 2 * Math.sqrt(area / Math.PI), "m");
        this.base = base;
        this.area = area;
        this.source = source;
        this.water = Water.at(vapor);
    }

    /// One point of the trade.
    ///
    /// @param label wick in words
    /// @param chamber the chamber
    /// @param heat heat at the capillary limit, flat, W
    /// @param upright heat at the capillary limit, source up over the length of a square of this area, W
    /// @param resistance source centre less plate, per heat, at 5 W, K/W
    /// @param strong whether the lid holds between its pillars against the air outside
    public record Point(
            String label, VaporChamber chamber, double heat, double upright, double resistance, boolean strong) {}

    /// Returns the limit and resistance of one chamber.
    ///
    /// @param label words for it
    /// @param c the chamber
    /// @return the point
    public Point point(String label, VaporChamber c) {
        double rim = Math.sqrt(area / Math.PI), a = source / 2;
        var disk = new DiskSolution(Conductances.Fixed.of(c, water), 100, a, rim, 5);
        double resistance = (disk.rises(0)[0] - 5 / (100 * area)) / 5;
        return new Point(
                label,
                c,
                Limits.capillaryDisk(c, water, a, rim, 0),
                Limits.capillaryDisk(c, water, a, rim, Math.sqrt(area)),
                resistance,
                strong(c));
    }

    private static boolean strong(VaporChamber c) {
        return c.pillars().fraction() > 0 && lidUse(c, 101_325) <= 1;
    }

    /// Returns how much of what the lid may dip, or bear, between its pillars is used.
    ///
    /// @param c a chamber with pillars
    /// @param pressure air outside less vapor inside, Pa
    /// @return the greater of dip and stress over what is allowed; 1 at the limit
    public static double lidUse(VaporChamber c, double pressure) {
        double bay = c.pillars().pitch() - c.pillars().diameter(), load = Math.abs(pressure);
        return Math.max(
                Limits.lidDip(c.condenser(), bay, load) / (DIP * c.vaporHeight()),
                Limits.lidStress(c.condenser(), bay, load) / STRESS);
    }

    /// Returns the widest pitch of pillars that the lid allows.
    ///
    /// @param c the chamber
    /// @param diameter diameter of a pillar, m
    /// @return the pitch, m
    public static double widestPitch(VaporChamber c, double diameter) {
        double low = 1.3 * diameter, high = 20e-3;
        for (int n = 0; n < 60; n++) {
            double pitch = (low + high) / 2;
            if (strong(c.withPillars(Pillars.copper(pitch, diameter)))) {
                low = pitch;
            } else {
                high = pitch;
            }
        }
        return low;
    }

    /// Returns the trade of gap against wick height for one mesh.
    ///
    /// @param mesh wires per inch
    /// @return one point per 5 µm of wick, thin to thick
    public List<Point> split(double mesh) {
        var points = new ArrayList<Point>();
        double room = base.thickness() - base.evaporator().thickness() - base.condenser().thickness();
        double least = 2 * Wick.Mesh.trade(mesh, 1e-4).wire();
        for (double wick = least; wick <= room - LEAST_GAP; wick += STEP) {
            points.add(point("#%.0f".formatted(mesh), base.withWick(mesh(mesh, wick))));
        }
        return points;
    }

    private Wick mesh(double number, double height) {
        var plain = Wick.Mesh.trade(number, height);
        double bond = base.wick() instanceof Wick.Mesh m ? m.bond() : 1;
        return new Wick.Mesh(plain.density(), plain.wire(), height, bond, plain.metal());
    }

    /// Returns every design looked at, best heat limit first: all meshes and splits, and fine layers over coarse ones.
    ///
    /// @return the designs
    public List<Point> search() {
        var points = new ArrayList<Point>();
        MESHES.forEach(mesh -> points.addAll(split(mesh)));
        double room = base.thickness() - base.evaporator().thickness() - base.condenser().thickness();
        for (int coarse : List.of(100, 150, 200)) {
            for (int fine : List.of(300, 400, 500)) {
                double top = 2 * Wick.Mesh.trade(fine, 1e-4).wire(), least = 2 * Wick.Mesh.trade(coarse, 1e-4).wire();
                for (double below = least; top + below <= room - LEAST_GAP; below += STEP) {
                    var wick = new Wick.Layers(List.of(mesh(fine, top), mesh(coarse, below)));
                    points.add(point("#%d over #%d".formatted(fine, coarse), base.withWick(wick)));
                }
            }
        }
        points.sort(Comparator.comparingDouble(Point::heat).reversed());
        return points;
    }

    /// Returns what a wick with more capillary pressure is worth: the same chamber with finer mesh of equal height.
    ///
    /// @param gain capillary pressure over the present one, such as 1.2
    /// @return heat limit over the present one
    public double gainOfFinerMesh(double gain) {
        if (!(base.wick() instanceof Wick.Mesh m)) {
            throw new IllegalArgumentException("only a chamber with a plain mesh can be given a finer one, but this has "
                    + base.wick().label());
        }
        // a finer weave of the same kind: wire and opening shrink together
        var finer = new Wick.Mesh(m.density() * gain, m.wire() / gain, m.thickness(), m.bond(), m.metal());
        return point("", base.withWick(finer)).heat() / point("", base).heat();
    }

    /// Returns what more capillary pressure at equal permeability is worth: a finer top layer, an oxidised surface.
    ///
    /// @param gain capillary pressure over the present one, such as 1.2
    /// @return heat limit over the present one; equal to the gain, because both drops stay
    public double gainOfFinerSurface(double gain) {
        var w = base.wick();
        var same = new Wick.Measured(
                w.thickness(), w.porosity(), w.permeability(), w.poreRadius() / gain,
                w.conductivity(water.liquidConductivity()), lithe.units.Grade.ESTIMATE);
        return point("", base.withWick(same)).heat() / point("", base).heat();
    }
}

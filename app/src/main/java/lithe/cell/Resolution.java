// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

/// How finely a cell is divided.
///
/// Both meshes are graded: shells get thinner towards the particle surface, where a charge starts with a thin diffusion
/// layer, and cells get thinner towards both faces of a coat. A uniform mesh of 20 shells is 22 mV wrong four seconds
/// into a 3C charge; the standard mesh is below 1 mV.
///
/// @param negative cells across the negative coat
/// @param separator cells across the separator
/// @param positive cells across the positive coat
/// @param shells shells in each particle
/// @param shellGrading stretch of the shells: thickest over thinnest is about e to this; 0 is uniform
/// @param coatGrading grading across a coat, 0 (uniform) … below 1
/// @param plain whether faces are treated as the public reference tool does: arithmetic means of the conductivity, and
///     the surface of a particle by a straight line. First order at the separator; only for comparing with its curves
public record Resolution(
        int negative,
        int separator,
        int positive,
        int shells,
        double shellGrading,
        double coatGrading,
        boolean plain) {

    /// Below a millivolt from the converged answer from the fourth second of a 3C charge on.
    public static final Resolution STANDARD = new Resolution(12, 6, 12, 22, 4, 0.5, false);

    /// Below half a millivolt at 1C and about a millivolt at 3C; for sweeps.
    public static final Resolution QUICK = new Resolution(10, 5, 10, 14, 3.5, 0.5, false);

    /// For references.
    public static final Resolution FINE = new Resolution(30, 16, 30, 48, 4, 0.5, false);

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException naming the quantity, its value and the accepted range
    public Resolution {
        Electrode.within("cells across the negative coat", negative, 2, 500, "");
        Electrode.within("cells across the separator", separator, 2, 500, "");
        Electrode.within("cells across the positive coat", positive, 2, 500, "");
        Electrode.within("shells in a particle", shells, 4, 1000, "");
        Electrode.within("shell grading", shellGrading, 0, 8, "");
        Electrode.within("coat grading", coatGrading, 0, 0.95, "");
    }

    /// Returns a uniform mesh.
    ///
    /// @param points cells across each coat and the separator, and shells in each particle
    /// @return the resolution
    public static Resolution uniform(int points) {
        return new Resolution(points, points, points, points, 0, 0, false);
    }

    /// Returns the mesh and the faces of a public reference curve.
    ///
    /// @param points cells across each coat and the separator, and shells in each particle
    /// @return the resolution
    public static Resolution reference(int points) {
        return new Resolution(points, points, points, points, 0, 0, true);
    }

    /// Returns the cell faces of a layer of unit thickness.
    double[] coatFaces(int cells) {
        var faces = new double[cells + 1];
        for (int i = 0; i <= cells; i++) {
            double s = (double) i / cells;
            faces[i] = s - coatGrading / (2 * Math.PI) * Math.sin(2 * Math.PI * s);
        }
        faces[cells] = 1;
        return faces;
    }

    /// Returns the shell faces of a particle of unit radius.
    double[] shellFaces() {
        var faces = new double[shells + 1];
        for (int i = 0; i <= shells; i++) {
            double s = (double) i / shells;
            faces[i] = shellGrading == 0 ? s : Math.expm1(-shellGrading * s) / Math.expm1(-shellGrading);
        }
        faces[shells] = 1;
        return faces;
    }
}

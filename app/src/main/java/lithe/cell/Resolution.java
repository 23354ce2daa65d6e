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
public record Resolution(
        int negative, int separator, int positive, int shells, double shellGrading, double coatGrading) {

    /// At most about a millivolt away from the converged answer.
    public static final Resolution STANDARD = new Resolution(10, 5, 10, 14, 3.5, 0.5);

    /// For references.
    public static final Resolution FINE = new Resolution(40, 20, 40, 60, 3, 0.5);

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
        return new Resolution(points, points, points, points, 0, 0);
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

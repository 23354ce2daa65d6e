// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

import lithe.units.Grade;

/// A synthetic 4500 mAh phone cell: cobalt oxide charged to 4.48 V, coats thin enough for 3C.
///
/// Nobody has published such a set. Potentials are those of Ai2020 with the cobalt oxide drawn on above 4.39 V; coats,
/// rates and activation energies are estimates chosen in the range of the literature so that the cell takes the 67 W
/// charge. Use it to compare designs, not to predict one maker's cell.
final class PhoneCell {

    private PhoneCell() {}

    static ParameterSet set() {
        // free electrolyte: Valøen and Reimers (2005), with the cm² → m² factor
        var electrolyte = new Electrolyte(
                1100, 0.38,
                (c, t) -> 1e-4 * Math.exp(Math.log(10) * (-4.43 - 54 / Math.max(t - 229 - 5e-3 * c, 5) - 0.22e-3 * c)),
                ParameterLibrary::valoenKappa,
                (c, t) -> (0.601 - 0.24 * Math.sqrt(c / 1000)
                        + 0.982 * (1 - 0.0052 * (t - 298.15)) * c / 1000 * Math.sqrt(c / 1000)) / (1 - 0.38));
        double length = 56e-6;
        var negative = new Electrode(
                length, 0.30, Math.pow(0.30, 1.9), 100, 0.67, 4e-6, 3 * 0.67 / 4e-6,
                30_500, Curve.constant(8e-14), true, 35_000, 4e-6, 45_000,
                ParameterLibrary.table("ai2020-graphite-ocp.csv"), Curve.of(ParameterLibrary::aiGraphiteEntropy, 0, 1),
                0.006, 0.86);
        var positive = new Electrode(
                42.5e-6, 0.22, Math.pow(0.22, 1.6), 10, 0.72, 3e-6, 3 * 0.72 / 3e-6,
                49_943, Curve.constant(1.2e-14), true, 25_000, 3e-6, 40_000,
                cobalt(), Curve.of(ParameterLibrary::aiCobaltEntropy, 0.2, 1), 0.9672, 0.285);
        return balanced(negative, positive, electrolyte);
    }

    /// Fixes the positive window so that both coats move the same charge, and the area so that it is 4500 mAh.
    private static ParameterSet balanced(Electrode negative, Electrode positive, Electrolyte electrolyte) {
        double span = negative.arealCharge()
                / (positive.capacity() * positive.activeFraction() * positive.thickness() * Physics.FARADAY);
        var fitted = new Electrode(
                positive.thickness(), positive.porosity(), positive.transport(), positive.conductivity(),
                positive.activeFraction(), positive.radius(), positive.surface(), positive.capacity(),
                positive.diffusivity(), true, positive.diffusionEnergy(), positive.rate(), positive.rateEnergy(),
                positive.potential(), positive.entropy(), positive.full() + span, positive.full());
        double charge = 4.5 * 3600;
        return new ParameterSet(
                "phone-LCO-4.48V",
                "synthetic: Ai et al. (2020) potentials, cobalt oxide drawn on above 4.39 V; all else estimated",
                Grade.ESTIMATE, negative, new Separator(12e-6, 0.45, Math.pow(0.45, 1.5)), fitted, electrolyte,
                charge / negative.arealCharge(), charge, 3.0, 4.48, 298.15, 66, 0.25, 0,
                new ParameterSet.Range(3, 288.15, 321.15));
    }

    /// Ai2020's table to 0.40; above it estimates, drawn so that the cell stands at 4.48 V at 100 %: a phone's capacity is
    /// what is given back after a charge to its 4.48 V, and a flatter curve would take a tenth more.
    private static Curve cobalt() {
        var rows = ParameterLibrary.rows("ai2020-lco-ocp.csv");
        double[] x = {0.15, 0.20, 0.23, 0.26, 0.285, 0.31, 0.34, 0.37};
        double[] u = {4.690, 4.655, 4.634, 4.608, 4.580, 4.545, 4.494, 4.441};
        int n = rows[0].length;
        var allX = new double[x.length + n];
        var allU = new double[x.length + n];
        System.arraycopy(x, 0, allX, 0, x.length);
        System.arraycopy(u, 0, allU, 0, x.length);
        System.arraycopy(rows[0], 0, allX, x.length, n);
        System.arraycopy(rows[1], 0, allU, x.length, n);
        return Curve.through(allX, allU);
    }
}

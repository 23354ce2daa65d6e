// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import lithe.Figures;
import org.junit.jupiter.api.Test;

class SpreaderTest {

    static final VaporChamber CHAMBER = VaporChamberTest.CHAMBER;
    static final Shape PLATE = Shape.rectangle(0, 0, 40e-3, 65e-3);

    private static double limit(Shape source, Tilt tilt, double cell) {
        var mask = Mask.of(PLATE, cell);
        var spreader = new Spreader(CHAMBER, mask, Cooling.even(mask, 100, 298.15), 1);
        return spreader.heatLimit(mask.heat(source, 1), tilt, 323.15).heat();
    }

    @Test
    void gravityHelpsAndHindersWithTheRightSignInAllSixOrientations() {
        var top = Shape.rectangle(15e-3, 5e-3, 10e-3, 10e-3);
        double flat = limit(top, Tilt.FLAT, 1e-3);
        assertThat(limit(top, Tilt.FACE_DOWN, 1e-3)).isEqualTo(flat, within(1e-9));
        double upright = limit(top, Tilt.UPRIGHT, 1e-3), down = limit(top, Tilt.UPSIDE_DOWN, 1e-3);
        double left = limit(top, Tilt.LEFT_UP, 1e-3), right = limit(top, Tilt.RIGHT_UP, 1e-3);
        assertThat(upright).isLessThan(0.95 * flat);
        assertThat(down).isGreaterThan(upright);
        // the source is in the middle of the width
        assertThat(left).isEqualTo(right, within(1e-3 * left));
        var corner = Shape.rectangle(2e-3, 5e-3, 10e-3, 10e-3);
        assertThat(limit(corner, Tilt.LEFT_UP, 1e-3)).isLessThan(limit(corner, Tilt.RIGHT_UP, 1e-3));
    }

    @Test
    void tiltedLimitsOnTheRectangleMeetAFineGrid() {
        var source = Shape.rectangle(10e-3, 7e-3, 10e-3, 10e-3);
        double worst = 0;
        for (var tilt : List.of(Tilt.FLAT, Tilt.UPRIGHT, Tilt.UPSIDE_DOWN)) {
            double fine = limit(source, tilt, 0.25e-3), coarse = limit(source, tilt, 0.5e-3);
            worst = Math.max(worst, Math.abs(coarse / fine - 1));
        }
        Figures.record("3 chamber", "tilt on the rectangle, 0.5 mm against 0.25 mm", "%.2f %%".formatted(100 * worst));
        assertThat(worst).isLessThan(0.01);
    }

    @Test
    void liquidAtRestFollowsTheHydrostaticLaw() {
        var mask = Mask.of(PLATE, 1e-3);
        var spreader = new Spreader(CHAMBER, mask, Cooling.even(mask, 100, 323.15), 1);
        var still = spreader.assess(mask.heat(PLATE, 1e-9), new double[mask.cells()], Tilt.UPRIGHT);
        double[] p = still.liquidPressure();
        double height = mask.y(mask.ny() - 1) - mask.y(0);
        double rise = p[mask.at(20e-3, 65e-3)] - p[mask.at(20e-3, 0)];
        assertThat(rise).isEqualTo(Water.liquidDensity(323.15) * 9.80665 * height, within(0.01));
    }

    @Test
    void aMomentAfterTheLimitPartOfTheWickFallsDryAndTheSpotHeatsUp() {
        var mask = Mask.of(PLATE, 1e-3);
        var source = Shape.rectangle(15e-3, 20e-3, 10e-3, 10e-3);
        var cooling = Cooling.even(mask, 1500, 298.15);
        double[] none = new double[mask.cells()];
        var below = new Spreader(CHAMBER, mask, cooling, 1).assess(mask.heat(source, 15), none, Tilt.FLAT);
        var above = new Spreader(CHAMBER, mask, cooling, 1).assess(mask.heat(source, 60), none, Tilt.FLAT);
        assertThat(below.dryArea()).isZero();
        assertThat(above.use().capillary()).isGreaterThan(1);
        assertThat(above.dryArea()).isPositive();
        assertThat(above.resistance()).isGreaterThan(below.resistance());
        assertThat(above.use().nearest()).isEqualTo(Limit.CAPILLARY);
    }

    @Test
    void gasBlocksTheColdEndAndRaisesTheResistance() {
        var mask = Mask.of(PLATE, 1e-3);
        var source = Shape.rectangle(15e-3, 5e-3, 10e-3, 10e-3);
        var cooling = Cooling.even(mask, 100, 298.15);
        double[] none = new double[mask.cells()];
        var clean = new Spreader(CHAMBER, mask, cooling, 1).assess(mask.heat(source, 5), none, Tilt.FLAT);
        var aged = new Spreader(CHAMBER.withCharge(1, 3e-7), mask, cooling, 1)
                .assess(mask.heat(source, 5), none, Tilt.FLAT);
        assertThat(aged.condenser()[mask.at(20e-3, 64e-3)]).isLessThan(clean.condenser()[mask.at(20e-3, 64e-3)] - 1);
        assertThat(aged.resistance()).isGreaterThan(clean.resistance());
    }

    @Test
    void aStarvedWickLosesHeatLimitAndAFloodedOneConductance() {
        var mask = Mask.of(PLATE, 1e-3);
        var source = Shape.rectangle(15e-3, 20e-3, 10e-3, 10e-3);
        var cooling = Cooling.even(mask, 100, 298.15);
        double[] heat = mask.heat(source, 1);
        double full = new Spreader(CHAMBER, mask, cooling, 1).heatLimit(heat, Tilt.FLAT, 323.15).heat();
        double starved = new Spreader(CHAMBER.withCharge(0.6, 0), mask, cooling, 1)
                .heatLimit(heat, Tilt.FLAT, 323.15)
                .heat();
        double flooded = new Spreader(CHAMBER.withCharge(1.4, 0), mask, cooling, 1)
                .heatLimit(heat, Tilt.FLAT, 323.15)
                .heat();
        assertThat(starved).isLessThan(full);
        assertThat(flooded).isLessThan(full);
    }
}

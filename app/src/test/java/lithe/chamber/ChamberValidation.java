// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import lithe.Figures;
import lithe.units.Grade;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Published samples against predictions with their input ranges as a band; nothing is tuned to a sample.
///
/// Data: `experiments.csv`, 18 samples, most of them abstracts. Six state enough for a figure: X01 and X02 (plate, limit
/// and resistance), X03, X05, X07 (strips: only the conductance per square, T_v not stated), X04 (plate: conductivity).
/// The rest state a trend, or nothing to compare. One range for all: accommodation 0.03–1, mesh bond 1–2, gap ± 10 µm,
/// permeability ± 30 %, film 5–30 µm, vapor at 40–60 °C where it is not stated.
@Tag("validation")
class ChamberValidation {

    private static final long SEED = 3;
    private static final int DRAWS = Figures.all() ? 60 : 12;

    /// Least, median and greatest of what the ranges give, and the answer in their middle.
    private record Band(double low, double mid, double high) {
        boolean holds(double low, double high) {
            return this.low <= high && low <= this.high;
        }
    }

    private static Band band(ToDoubleFunction<double[]> model) {
        return band(DRAWS, model);
    }

    private static Band band(int draws, ToDoubleFunction<double[]> model) {
        var random = new Random(SEED);
        double[] all = new double[draws];
        Arrays.setAll(all, n -> model.applyAsDouble(random.doubles(8).toArray()));
        double[] middle = new double[8];
        Arrays.fill(middle, 0.5);
        return new Band(
                Arrays.stream(all).min().orElseThrow(),
                model.applyAsDouble(middle),
                Arrays.stream(all).max().orElseThrow());
    }

    private static double from(double low, double high, double s) {
        return low + (high - low) * s;
    }

    private static double geometric(double low, double high, double s) {
        return low * Math.pow(high / low, s);
    }

    /// X01 and X02: 140 × 80 mm, one layer of #200, water-cooled plate at 50 °C. Not in the abstract: source (10–25 mm
    /// square, central), walls (the rest of the thickness), contact to the cold plate (3–30 kW/(m²·K)).
    private static VaporChamber wong(double thickness, double gap, double[] s) {
        var mesh = Wick.Mesh.trade(200, 100e-6);
        var wick = new Wick.Measured(
                100e-6,
                mesh.porosity(),
                mesh.permeability() * from(0.7, 1.3, s[0]),
                mesh.poreRadius(),
                mesh.conductivity(0.65) * from(1, 2, s[1]),
                Grade.ESTIMATE);
        double wall = (thickness - gap - 100e-6) / 2, off = from(-10e-6, 10e-6, s[2]);
        return VaporChamber.of(thickness + off, wall, Metal.COPPER, wick)
                .withAccommodation(geometric(0.03, 1, s[3]))
                .withFilm(geometric(5e-6, 30e-6, s[4]));
    }

    private static double wongLimit(double thickness, double gap, double[] s) {
        var chamber = wong(thickness, gap, s);
        var plate = Shape.rectangle(0, 0, 140e-3, 80e-3);
        var mask = Mask.of(plate, 2.5e-3);
        double side = geometric(10e-3, 25e-3, s[5]), film = geometric(3e3, 3e4, s[6]);
        double[] heat = mask.heat(Shape.rectangle(70e-3 - side / 2, 40e-3 - side / 2, side, side), 1);
        var spreader = new Spreader(chamber, mask, Cooling.even(mask, film, 323.15), 1);
        // the vapor is as far above the cold plate as the heat makes it: found by repeating
        double q = 50;
        for (int n = 0; n < 4; n++) {
            q = spreader.heatLimit(heat, Tilt.FLAT, 323.15 + q / (mask.total() * film)).heat();
        }
        return q;
    }

    private static double wongResistance(double thickness, double gap, double q, double[] s) {
        var mask = Mask.of(Shape.rectangle(0, 0, 140e-3, 80e-3), 2.5e-3);
        double side = geometric(10e-3, 25e-3, s[5]), film = geometric(3e3, 3e4, s[6]);
        double[] heat = mask.heat(Shape.rectangle(70e-3 - side / 2, 40e-3 - side / 2, side, side), q);
        return new Spreader(wong(thickness, gap, s), mask, Cooling.even(mask, film, 323.15), 1)
                .assess(heat, new double[mask.cells()], Tilt.FLAT)
                .resistance();
    }

    @Test
    void heatLimitsOfWong2024LieInTheBand() {
        var thin = band(s -> wongLimit(0.40e-3, 0.15e-3, s));
        var thick = band(s -> wongLimit(0.58e-3, 0.35e-3, s));
        var ratio = band(s -> wongLimit(0.58e-3, 0.35e-3, s) / wongLimit(0.40e-3, 0.15e-3, s));
        record("X01 heat limit 55 W", thin, "W");
        record("X02 heat limit 140 W", thick, "W");
        record("X02/X01 2.5 ± 20 %", ratio, "");
        assertThat(thin.holds(55, 55)).isTrue();
        assertThat(thick.holds(140, 140)).isTrue();
        assertThat(ratio.holds(2.0, 3.0)).isTrue();
    }

    /// The source size, which decides the evaporator's part, is not in the abstract: reported, not asserted. What must
    /// hold is the direction.
    @Test
    void aHigherGapLowersTheResistanceAsInWong2024() {
        var thin = band(s -> wongResistance(0.40e-3, 0.15e-3, 25, s));
        var thick = band(s -> wongResistance(0.58e-3, 0.35e-3, 25, s));
        record("X01 resistance 0.053-0.078 K/W (source size unpublished)", thin, "K/W");
        record("X02 resistance 0.036-0.055 K/W (source size unpublished)", thick, "K/W");
        assertThat(thick.mid()).isLessThan(thin.mid());
    }

    /// Conductivity of the whole thickness when walls of 50–100 µm and a wick of 60–120 µm are inside, 40–60 °C.
    private static double solid(double thickness, double blocked, double[] s) {
        double wall = from(50e-6, 100e-6, s[0]), wick = from(60e-6, 120e-6, s[1]);
        double gap = thickness - 2 * wall - wick + from(-10e-6, 10e-6, s[2]);
        var c = VaporChamber.of(
                2 * wall + wick + gap, wall, Metal.COPPER, Wick.Mesh.trade(250, wick));
        var w = Water.at(from(313.15, 333.15, s[3]));
        return (c.evaporatorSheet(w) + c.condenserSheet() + (1 - blocked) * c.vaporSheet(w)) / thickness;
    }

    @Test
    void publishedConductivitiesLieInTheBand() {
        // X03 and X05 give up part of the width to liquid channels: a third to a half (estimate); X04 has posts
        check("X03 12000 W/(m·K)", 12_000, band(2000, s -> solid(0.40e-3, from(0.3, 0.5, s[4]), s)));
        check("X04 3473 W/(m·K)", 3_473, band(2000, s -> solid(0.39e-3, from(0.1, 0.3, s[4]), s)));
        check("X05 11500 W/(m·K)", 11_500, band(2000, s -> solid(0.40e-3, from(0.3, 0.5, s[4]), s)));
        // X07 is short (length over width 1.5), so the drops at its ends, which its figure contains, weigh more: the
        // conductivity along the middle is only an upper bound
        var bound = band(2000, s -> solid(0.60e-3, from(0.3, 0.5, s[4]), s));
        record("X07 12600 W/(m·K) (upper bound only)", bound, "W/(m·K)");
        assertThat(bound.high()).isGreaterThan(12_600);
    }

    private static void check(String name, double measured, Band band) {
        record(name, band, "W/(m·K)");
        assertThat(band.holds(measured, measured)).as(name).isTrue();
    }

    @Test
    void pillarsOfX04HinderMoreTheThickerTheyAre() {
        var wick = Wick.Mesh.trade(200, 100e-6);
        var s = Water.at(323.15);
        double last = Double.MAX_VALUE;
        for (double d : new double[] {0.5e-3, 0.8e-3, 1.1e-3, 1.4e-3}) {
            // same pitch: thicker posts stand on more of the area and leave less of it to the vapor
            var posts = Pillars.copper(3e-3, d);
            double k = VaporChamber.of(0.39e-3, 60e-6, Metal.COPPER, wick).withPillars(posts).vaporConductivity(s);
            assertThat(k).isLessThan(last);
            last = k;
        }
    }

    /// X06 reports its best resistance as a third of an equal copper sheet's; size and heat are not in the abstract.
    @Test
    void theFlexibleChamberOfX06IsAtMostAboutAThirdOfCopper() {
        var ratio = band(100, s -> {
            double wall = from(50e-6, 100e-6, s[0]), wick = from(60e-6, 120e-6, s[1]);
            // stated: copper-clad polyimide; conductivity through it with its vias from 0.2 to 1 W/(m·K) (estimate)
            var clad = new Metal("polyimide", geometric(0.2, 1, s[5]), 2000, 1000, 3e9, 0.34, Grade.ESTIMATE);
            var c = VaporChamber.of(0.5e-3, wall, clad, Wick.Mesh.trade(200, wick))
                    .withAccommodation(geometric(0.03, 1, s[3]));
            // strip, heated and cooled at its ends as in that test: 60 × 15 mm, 8 mm zones (estimate)
            var mask = Mask.of(Shape.rectangle(0, 0, 60e-3, 15e-3), 30, 5);
            double[] in = mask.heat(Shape.rectangle(0, 0, 8e-3, 15e-3), 4);
            var where = Shape.rectangle(52e-3, 0, 8e-3, 15e-3);
            double vapor = from(313.15, 343.15, s[4]), film = 3e3;
            var cooling = Cooling.under(mask, where, film, vapor - 4 / (film * 120e-6));
            var two = new Spreader(c, mask, cooling, 1).assess(in, new double[mask.cells()], Tilt.FLAT);
            double k = Metal.COPPER.conductivity() * 0.5e-3;
            double copper = (52e-3 - 0) / (k * 15e-3);
            double chamber = (mask.mean(Shape.rectangle(0, 0, 8e-3, 15e-3), two.evaporator())
                            - mask.mean(where, two.condenser()))
                    / 4;
            return chamber / copper;
        });
        record("X06 a third of copper's resistance", ratio, "");
        // the band ends below the published third: size, heat and vias are not published, so this one is not settled
        assertThat(ratio.high()).isLessThan(0.4);
    }

    /// X03 states that ± gravity changes the limit by less than 11 %; width and pore are not in the abstract; length over width is
    /// 5.07 by its own figures.
    @Test
    void tiltOfX03IsWithinReachOfAFineWick() {
        var effect = band(2000, s -> {
            double length = 5.067 * from(6e-3, 20e-3, s[0]), radius = 0.0254 / (2 * from(250, 500, s[1]));
            var w = Water.at(from(313.15, 333.15, s[2]));
            return w.liquidDensity() * Limits.GRAVITY * length * radius / (2 * w.surfaceTension());
        });
        record("X03 tilt effect below 0.11 (either way)", effect, "");
        assertThat(effect.low()).isLessThan(0.11);
    }

    @Test
    void theBestFillIsAboutTheWickVolumeAsInX12() {
        double best = 0, at = 0;
        for (double fill = 0.6; fill <= 1.2; fill += 0.1) {
            var c = VaporChamberTest.CHAMBER.withCharge(fill, 0);
            double q = Limits.capillaryDisk(c, Water.at(323.15), 5e-3, 28.768e-3, 0);
            if (q > best) {
                best = q;
                at = fill;
            }
        }
        assertThat(at).isBetween(0.95, 1.05);
    }

    private static void record(String name, Band band, String unit) {
        Figures.record("3 chamber", "validation " + name, "predicted %.3g (%.3g to %.3g) %s"
                .formatted(band.mid, band.low, band.high, unit));
    }
}

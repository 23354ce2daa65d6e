// SPDX-License-Identifier: Apache-2.0
package lithe.verify;

import java.util.Arrays;
import lithe.chamber.Conductances;
import lithe.chamber.Cooling;
import lithe.chamber.Mask;
import lithe.chamber.Shape;
import lithe.chamber.Sheets;
import lithe.chamber.Water;

/// Helpers of the chamber cases that need a field: decay of one eigenmode, and the saturated strip.
final class ChamberModes {

    private static final double A = 65e-3, B = 40e-3, FILM = 100;

    private ChamberModes() {}

    /// Decay rate of the cosine mode (m, n) with the given rate, measured on the stepping solver, 1/s.
    static double decay(Conductances.Fixed s, int m, int n, double rate) {
        double wave = Math.PI * Math.PI * (m * m / (A * A) + n * n / (B * B));
        double[] mode = vector(s, wave, rate);
        var mask = Mask.of(Shape.rectangle(0, 0, A, B), m == 0 ? 2 : 65, n == 0 ? 2 : 40);
        var sheets = new Sheets(mask, s, Cooling.even(mask, FILM, 0), 1);
        double[][] field = new double[3][mask.cells()];
        for (int k = 0; k < 3; k++) {
            double size = mode[k];
            Arrays.setAll(field[k], c -> size
                    * Math.cos(m * Math.PI / A * mask.x(c % mask.nx()))
                    * Math.cos(n * Math.PI / B * mask.y(c / mask.nx())));
        }
        sheets.start(field[0], field[1], field[2]);
        double[] none = new double[mask.cells()];
        double step = 0.02 / rate;
        int steps = 20;
        for (int i = 0; i < steps; i++) {
            sheets.advance(none, none, step, 1e-12);
        }
        int at = strongest(mode);
        double[] end = at == 0 ? sheets.evaporator() : at == 1 ? sheets.vapor() : sheets.condenser();
        return -Math.log(end[0] / field[at][0]) / (steps * step);
    }

    /// The vector of the decay mode: (B + D λ² − rate C) x = 0, from the first and the last line.
    private static double[] vector(Conductances.Fixed s, double wave, double rate) {
        double u = s.evaporator(), v = s.condenser();
        double first = u + s.evaporatorSheet() * wave - rate * s.evaporatorCapacity();
        double last = v + FILM + s.condenserSheet() * wave - rate * s.condenserCapacity();
        double[] x = {u / first, 1, v / last};
        double most = Math.max(Math.abs(x[0]), Math.max(1, Math.abs(x[2])));
        return new double[] {x[0] / most, x[1] / most, x[2] / most};
    }

    private static int strongest(double[] x) {
        int at = Math.abs(x[0]) > Math.abs(x[1]) ? 0 : 1;
        return Math.abs(x[2]) > Math.abs(x[at]) ? 2 : at;
    }

    /// Cold end of a strip whose hot end is held at 50 °C, with all vapor properties varying, °C.
    ///
    /// Walls conduct nothing along themselves; heat enters evenly on 10 mm, leaves evenly on 20 mm after 50 mm between.
    static double stripEnd(double heat) {
        var mask = Mask.of(Shape.rectangle(0, 0, 80e-3, 10e-3), 320, 1);
        double[] in = mask.heat(Shape.rectangle(0, 0, 10e-3, 10e-3), heat);
        double[] out = mask.heat(Shape.rectangle(60e-3, 0, 20e-3, 10e-3), -heat);
        double[] hold = new double[mask.cells()];
        hold[0] = 1e6;
        var sheets = new Sheets(mask, new Strip(120e-6), new Cooling(new double[mask.cells()], hold, 323.15), 1);
        sheets.steady(in, out, 1e-9);
        double[] t = sheets.vapor();
        // the first cell is half a cell from the hot end, where the slope is 0; the same at the cold end
        return t[mask.nx() - 1] - t[0] + 50;
    }

    /// A gap alone, latent heat that of 50 °C throughout, as the reference was integrated.
    private record Strip(double gap) implements Conductances {

        private static final double LATENT = Water.latentHeat(323.15);

        private double at(double t) {
            var s = Water.at(t);
            double slope = (Water.pressure(t + 0.01) - Water.pressure(t - 0.01)) / 0.02;
            return LATENT * s.gapFlow(gap) * slope;
        }

        @Override
        public double vaporSheet(double one, double other) {
            return (at(one) + 4 * at((one + other) / 2) + at(other)) / 6;
        }

        @Override
        public double evaporator(double temperature) {
            return 1e5;
        }

        @Override
        public double condenser(double temperature) {
            return 1e5;
        }

        @Override
        public double dry(double temperature) {
            return 1;
        }

        @Override
        public double evaporatorSheet() {
            return 1e-9;
        }

        @Override
        public double condenserSheet() {
            return 1e-9;
        }

        @Override
        public double evaporatorCapacity(double temperature) {
            return 1;
        }

        @Override
        public double vaporCapacity(double temperature) {
            return 1;
        }

        @Override
        public double condenserCapacity() {
            return 1;
        }
    }
}

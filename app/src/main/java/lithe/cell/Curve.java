// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

import java.util.function.DoubleUnaryOperator;

/// A smooth function of one variable, kept as a table so that a solver can afford to call it often.
///
/// Between the ends it is a C² cubic spline on a uniform grid; outside it goes on in a straight line, so that a Newton
/// iterate beyond the data still feels a slope that points back.
public final class Curve {

    private static final int KNOTS = 4001;

    private final double from; // where the first piece begins
    private final double perUnit; // pieces per unit of x
    /// Four for each piece: a + t (b + t (c + t d)), t from 0 to 1. The first and the last piece are the straight ends.
    private final double[] cubic;

    private Curve(double from, double to, double[] value, double[] slope) {
        int knots = value.length;
        double step = (to - from) / (knots - 1);
        this.from = from - step;
        perUnit = 1 / step;
        cubic = new double[4 * (knots + 1)];
        cubic[0] = value[0] - step * slope[0];
        cubic[1] = step * slope[0];
        for (int i = 1; i < knots; i++) {
            double rise = value[i] - value[i - 1];
            double left = step * slope[i - 1];
            double right = step * slope[i];
            cubic[4 * i] = value[i - 1];
            cubic[4 * i + 1] = left;
            cubic[4 * i + 2] = 3 * rise - 2 * left - right;
            cubic[4 * i + 3] = left + right - 2 * rise;
        }
        cubic[4 * knots] = value[knots - 1];
        cubic[4 * knots + 1] = step * slope[knots - 1];
    }

    /// Tabulates a formula.
    ///
    /// @param formula the function; must be finite on the whole interval
    /// @param from lower end of the table
    /// @param to upper end of the table
    /// @return the tabulated function
    public static Curve of(DoubleUnaryOperator formula, double from, double to) {
        if (!(to > from)) {
            throw new IllegalArgumentException("a curve needs a rising interval, but has %s … %s".formatted(from, to));
        }
        var x = new double[KNOTS];
        var y = new double[KNOTS];
        for (int i = 0; i < KNOTS; i++) {
            x[i] = from + (to - from) * i / (KNOTS - 1);
            y[i] = formula.applyAsDouble(x[i]);
            if (!Double.isFinite(y[i])) {
                throw new IllegalArgumentException("curve is not finite at %s".formatted(x[i]));
            }
        }
        return new Curve(from, to, y, Spline.slopes(x, y));
    }

    /// Draws a not-a-knot cubic spline through points.
    ///
    /// @param x places, strictly rising; length n ≥ 2
    /// @param y values there; length n
    /// @return the tabulated function
    public static Curve through(double[] x, double[] y) {
        checkRising(x, y);
        var slopes = Spline.slopes(x, y);
        return of(at -> Spline.value(x, y, slopes, at), x[0], x[x.length - 1]);
    }

    /// Draws straight lines between points, as BPX tables are meant.
    ///
    /// @param x places, strictly rising; length n ≥ 2
    /// @param y values there; length n
    /// @return the tabulated function
    public static Curve straight(double[] x, double[] y) {
        checkRising(x, y);
        return of(at -> Spline.linear(x, y, at), x[0], x[x.length - 1]);
    }

    /// Returns a curve with the same value everywhere.
    ///
    /// @param value the value
    /// @return the constant function
    public static Curve constant(double value) {
        return new Curve(0, 1, new double[] {value, value}, new double[2]);
    }

    /// Returns the value.
    ///
    /// @param x the place
    /// @return the function there
    public double at(double x) {
        double u = (x - from) * perUnit;
        int i = piece(u);
        double t = u - (i >> 2);
        return cubic[i] + t * (cubic[i + 1] + t * (cubic[i + 2] + t * cubic[i + 3]));
    }

    /// Returns the first derivative.
    ///
    /// @param x the place
    /// @return the slope there
    public double slopeAt(double x) {
        double u = (x - from) * perUnit;
        int i = piece(u);
        double t = u - (i >> 2);
        return perUnit * (cubic[i + 1] + t * (2 * cubic[i + 2] + t * 3 * cubic[i + 3]));
    }

    /// Where the four of a piece begin, u pieces from the start.
    private int piece(double u) {
        return 4 * Math.min(Math.max((int) u, 0), cubic.length / 4 - 1);
    }

    private static void checkRising(double[] x, double[] y) {
        if (x.length < 2 || x.length != y.length) {
            throw new IllegalArgumentException(
                    "a table needs at least two points and equal lengths, but has %d and %d".formatted(x.length, y.length));
        }
        for (int i = 1; i < x.length; i++) {
            if (!(x[i] > x[i - 1])) {
                throw new IllegalArgumentException("table places must rise, but %s follows %s".formatted(x[i], x[i - 1]));
            }
        }
    }
}

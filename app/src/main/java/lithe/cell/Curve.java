// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

import java.util.function.DoubleUnaryOperator;

/// A smooth function of one variable, kept as a table so that a solver can afford to call it often.
///
/// Between the ends it is a C² cubic spline on a uniform grid; outside it goes on in a straight line, so that a Newton
/// iterate beyond the data still feels a slope that points back.
public final class Curve {

    private static final int KNOTS = 4001;

    private final double from;
    private final double step;
    private final double[] value;
    private final double[] slope;

    private Curve(double from, double to, double[] value, double[] slope) {
        this.from = from;
        this.step = (to - from) / (value.length - 1);
        this.value = value;
        this.slope = slope;
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
        double u = (x - from) / step;
        if (u <= 0) {
            return value[0] + slope[0] * (x - from);
        }
        int last = value.length - 1;
        if (u >= last) {
            return value[last] + slope[last] * (x - from - last * step);
        }
        int i = (int) u;
        double t = u - i;
        double s = 1 - t;
        return s * s * ((1 + 2 * t) * value[i] + t * step * slope[i])
                + t * t * ((1 + 2 * s) * value[i + 1] - s * step * slope[i + 1]);
    }

    /// Returns the first derivative.
    ///
    /// @param x the place
    /// @return the slope there
    public double slopeAt(double x) {
        double u = (x - from) / step;
        if (u <= 0) {
            return slope[0];
        }
        int last = value.length - 1;
        if (u >= last) {
            return slope[last];
        }
        int i = (int) u;
        double t = u - i;
        double rise = (value[i + 1] - value[i]) / step;
        return 6 * t * (1 - t) * rise + (1 - t) * (1 - 3 * t) * slope[i] + t * (3 * t - 2) * slope[i + 1];
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

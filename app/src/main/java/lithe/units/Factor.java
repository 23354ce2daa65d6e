// SPDX-License-Identifier: Apache-2.0
package lithe.units;

/// One unit as a ratio of two numbers, so that `0.3 mm` is 0.3/1000 m, correctly rounded, not 0.3 times a rounded 0.001.
///
/// @param dimension exponents of the base units
/// @param over numerator of the SI value of one unit
/// @param under denominator of the SI value of one unit
record Factor(Dimension dimension, double over, double under) {

    static final Factor ONE = new Factor(Dimension.NONE, 1, 1);

    Factor times(Factor other) {
        return new Factor(dimension.times(other.dimension), over * other.over, under * other.under);
    }

    Factor power(int exponent) {
        int size = Math.abs(exponent);
        double a = Math.pow(over, size);
        double b = Math.pow(under, size);
        return new Factor(dimension.power(exponent), exponent < 0 ? b : a, exponent < 0 ? a : b);
    }

    double toSi(double number) {
        return number * over / under;
    }

    double fromSi(double si) {
        return si * under / over;
    }
}

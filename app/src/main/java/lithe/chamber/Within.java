// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

/// Refuses a value outside its accepted range with one sentence.
final class Within {

    private Within() {}

    static double range(String what, double value, double low, double high, String unit) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(
                    "%s must be between %s and %s %s, but is %s %s".formatted(what, low, high, unit, value, unit));
        }
        return value;
    }
}

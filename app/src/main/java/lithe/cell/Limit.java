// SPDX-License-Identifier: Apache-2.0
package lithe.cell;

import org.jspecify.annotations.Nullable;

/// A physical limit of the cell: beyond it the asked current cannot flow.
///
/// @param kind which limit
/// @param value the strained quantity in the state the cell stopped in, in the unit of the kind
public record Limit(Kind kind, double value) {

    /// The limits a cell can run into.
    public enum Kind {
        /// No more room at the surface of the negative particles.
        NEGATIVE_FULL("surface of the negative particles is full", ""),
        /// No more lithium at the surface of the negative particles.
        NEGATIVE_EMPTY("surface of the negative particles is empty", ""),
        /// No more room at the surface of the positive particles.
        POSITIVE_FULL("surface of the positive particles is full", ""),
        /// No more lithium at the surface of the positive particles.
        POSITIVE_EMPTY("surface of the positive particles is empty", ""),
        /// No more salt in the pores.
        SALT_GONE("electrolyte is depleted of salt", "mol/m³"),
        /// Outside the temperatures at which any of this holds.
        TEMPERATURE("temperature is outside 200 … 400 K", "K");

        private final String words;
        private final String unit;

        Kind(String words, String unit) {
            this.words = words;
            this.unit = unit;
        }

        /// Returns the limit in words.
        ///
        /// @return a clause without full stop
        public String words() {
            return words;
        }
    }

    private static final double EDGE = 1e-8;
    private static final double SALT = 5; // mol/m³
    private static final double COLD = 200; // K
    private static final double HOT = 400; // K

    /// Returns the limit as a sentence with its number.
    ///
    /// @return for example "surface of the negative particles is full (0.9997)"
    public String sentence() {
        return "%s (%.4g %s)".formatted(kind.words, value, kind.unit).replace(" )", ")");
    }

    /// Returns the limit that is reached, or null.
    static @Nullable Limit reached(Extremes e, double temperature) {
        var near = nearest(e, temperature);
        return room(near.kind, e, temperature) <= 0 ? near : null;
    }

    /// Returns the limit that is nearest in proportion to its usual room.
    static Limit nearest(Extremes e, double temperature) {
        var best = Kind.NEGATIVE_FULL;
        for (var kind : Kind.values()) {
            if (room(kind, e, temperature) < room(best, e, temperature)) {
                best = kind;
            }
        }
        return new Limit(best, value(best, e, temperature));
    }

    private static double value(Kind kind, Extremes e, double temperature) {
        return switch (kind) {
            case NEGATIVE_FULL -> e.fullestNegative();
            case NEGATIVE_EMPTY -> e.emptiestNegative();
            case POSITIVE_FULL -> e.fullestPositive();
            case POSITIVE_EMPTY -> e.emptiestPositive();
            case SALT_GONE -> e.leastSalt();
            case TEMPERATURE -> temperature;
        };
    }

    private static double room(Kind kind, Extremes e, double temperature) {
        double v = value(kind, e, temperature);
        return switch (kind) {
            case NEGATIVE_FULL, POSITIVE_FULL -> 1 - EDGE - v;
            case NEGATIVE_EMPTY, POSITIVE_EMPTY -> v - EDGE;
            case SALT_GONE -> (v - SALT) / 1000;
            case TEMPERATURE -> Math.min(v - COLD, HOT - v) / 100;
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.verify;

import java.util.function.Supplier;

/// One thing Lithe can be held to.
///
/// @param id short name, unique
/// @param what what is compared
/// @param source where the reference comes from
/// @param run computes it
public record VerificationCase(String id, String what, String source, Supplier<Check> run) {

    /// A value beside its reference.
    ///
    /// @param value what Lithe computes
    /// @param reference what it should be
    /// @param error how far they are apart, in the unit of the limit
    /// @param limit largest error that passes
    /// @param unit unit of value and limit; 1 for a relative error; °C where error and limit are in K
    public record Check(double value, double reference, double error, double limit, String unit) {

        /// Tells whether the case passes.
        ///
        /// @return true when the error is within the limit; false for a value that is not a number
        public boolean passes() {
            return error <= limit;
        }

        /// Compares by difference.
        ///
        /// @param value what Lithe computes
        /// @param reference what it should be
        /// @param limit largest difference that passes
        /// @param unit unit of all three; °C with a limit in K
        /// @return the comparison
        public static Check absolute(double value, double reference, double limit, String unit) {
            return new Check(value, reference, Math.abs(value - reference), limit, unit);
        }

        /// Compares by relative difference.
        ///
        /// @param value what Lithe computes
        /// @param reference what it should be, not 0
        /// @param limit largest relative difference that passes
        /// @return the comparison
        public static Check relative(double value, double reference, double limit) {
            return new Check(value, reference, Math.abs(value / reference - 1), limit, "1");
        }
    }
}

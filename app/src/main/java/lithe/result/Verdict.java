// SPDX-License-Identifier: Apache-2.0
package lithe.result;

/// A result held against a limit.
///
/// @param id id of the result
/// @param status how it stands
/// @param value value of the result, SI
/// @param limit limit that decides, SI
/// @param where place, in words
public record Verdict(String id, Status status, double value, double limit, String where) {

    /// How a result stands.
    public enum Status {
        /// Within comfort.
        PASS,
        /// Beyond comfort, within the ceiling.
        TIGHT,
        /// Beyond the ceiling.
        FAIL
    }
}

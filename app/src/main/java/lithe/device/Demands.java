// SPDX-License-Identifier: Apache-2.0
package lithe.device;

/// What is asked of the phone.
///
/// @param fit what the packing must keep free
/// @param targets what it should reach
public record Demands(FitRules fit, Targets targets) {

    /// Returns what is asked of a phone whose file asks for nothing.
    ///
    /// @return the standard rules, no targets
    public static Demands standard() {
        return new Demands(FitRules.standard(), Targets.NONE);
    }
}

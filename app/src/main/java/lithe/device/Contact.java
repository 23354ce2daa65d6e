// SPDX-License-Identifier: Apache-2.0
package lithe.device;

/// A thermal resistance wherever two things touch.
///
/// @param first name of a part or layer
/// @param second name of another part or layer
/// @param resistance area times temperature step over heat, m²·K/W
public record Contact(String first, String second, double resistance) {

    /// Checks the resistance.
    ///
    /// @throws IllegalArgumentException when it is negative or not finite
    public Contact {
        if (!(resistance >= 0 && resistance < 1e3)) {
            throw new IllegalArgumentException("contact resistance between %s and %s must be between 0 and 1000 m²·K/W, but is %s"
                    .formatted(first, second, resistance));
        }
    }
}

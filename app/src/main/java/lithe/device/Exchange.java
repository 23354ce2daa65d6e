// SPDX-License-Identifier: Apache-2.0
package lithe.device;

/// How a piece of the surface gives heat to its surroundings.
public sealed interface Exchange {

    /// No heat passes.
    record Adiabatic() implements Exchange {}

    /// A given film coefficient.
    ///
    /// @param h film coefficient, W/(m²·K)
    /// @param outside temperature on the other side, K, or NaN for the ambient
    /// @param radiates whether radiation to the ambient is added
    record Film(double h, double outside, boolean radiates) implements Exchange {}

    /// Still air: natural convection by correlation.
    ///
    /// @param flow how the face is turned
    /// @param length length in the correlation, m: height of a vertical face, area over perimeter of a horizontal one
    /// @param gravity part of gravity along a vertical face, 0 to 1 (cosine of its tilt)
    /// @param radiates whether radiation to the ambient is added
    record Air(Flow flow, double length, double gravity, boolean radiates) implements Exchange {}

    /// A hand: epidermis, and behind it tissue whose flow of blood rises with its temperature, w = w_b exp(growth (T − blood)).
    ///
    /// @param epidermis resistance of the epidermis, m²·K/W
    /// @param perfused √(k w_b c) of the tissue, with its flow at blood temperature, W/(m²·K)
    /// @param growth relative rise of the flow with temperature, 1/K; 0 for a constant flow
    /// @param blood blood temperature, K
    record Hand(double epidermis, double perfused, double growth, double blood) implements Exchange {}

    /// Light that is absorbed, on top of another exchange.
    ///
    /// @param flux absorbed heat, W/m²
    /// @param under what the surface does otherwise
    record Sun(double flux, Exchange under) implements Exchange {}

    /// How a face is turned in still air.
    enum Flow {
        /// A vertical or tilted face.
        VERTICAL,
        /// A horizontal face looking up.
        UP,
        /// A horizontal face looking down.
        DOWN
    }
}

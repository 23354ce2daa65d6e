// SPDX-License-Identifier: Apache-2.0
package lithe.thermal;

import lithe.device.Exchange;

/// What a hand takes from what it holds: Pennes' equation of tissue whose blood flow follows its temperature.
///
/// k θ″ = c w(θ) θ below the epidermis, θ over blood, w = w_b e^(aθ) at each depth, θ → 0 deep inside; steady. Once
/// integrated, q² = 2 k c ∫ w θ dθ, so q = √(k w_b c) θ √(2 [e^x (x − 1) + 1]) / |x| with x = aθ. For a = 0 this is the
/// known √(k w c) θ.
public final class Perfusion {

    /// Skin temperatures at which the flow of blood in hands was measured, K: 15 and 35 °C (Spealman 1945), 32 and 42 °C
    /// (Wilson et al. 2010), to 43 °C (fingers, Pflügers Arch. 1986).
    static final Convection.Range MEASURED = new Convection.Range(273.15 + 15, 273.15 + 43);

    /// Below this the closed form cancels and its series takes over; the next term is 2e-14.
    private static final double SMALL = 0.02;

    private static final int MOST = 50;

    /// Step at which an excess is found, K: what Newton's method leaves is a part of its square.
    private static final double NEAR = 1e-6;

    private Perfusion() {}

    /// Returns the heat a hand takes from a surface, W/m².
    ///
    /// @param hand the hand
    /// @param surface temperature of the surface it holds, K
    /// @return heat flux into the hand, negative where the hand warms the surface, W/m²
    public static double flux(Exchange.Hand hand, double surface) {
        return taken(hand, excess(hand, surface - hand.blood(), hand.epidermis()));
    }

    /// Returns the heat that enters tissue, W/m².
    ///
    /// @param excess temperature of its face over that of blood, K
    static double taken(Exchange.Hand hand, double excess) {
        double x = hand.growth() * excess;
        return hand.perfused() * excess * shape(x, Math.exp(x));
    }

    /// Returns how the heat that enters tissue rises with the temperature of its face, W/(m²·K). f f′ = x eˣ.
    static double rise(Exchange.Hand hand, double excess) {
        double x = hand.growth() * excess, grown = Math.exp(x);
        return hand.perfused() * grown / shape(x, grown);
    }

    /// Finds the temperature of tissue over that of blood behind a resistance: θ + r q(θ) = rise.
    ///
    /// @param rise temperature before the resistance over that of blood, K
    /// @param resistance between there and the tissue, m²·K/W
    /// @return excess of the tissue's face, K
    static double excess(Exchange.Hand hand, double rise, double resistance) {
        double theta = rise / (1 + resistance * hand.perfused());
        for (int n = 0; n < MOST; n++) {
            double x = hand.growth() * theta, grown = Math.exp(x), shape = shape(x, grown);
            double step = (rise - theta - resistance * hand.perfused() * theta * shape)
                    / (1 + resistance * hand.perfused() * grown / shape);
            theta += step;
            if (Math.abs(step) < NEAR) {
                break;
            }
        }
        return theta;
    }

    /// √(2 [e^x (x − 1) + 1]) / |x|.
    ///
    /// @param grown e^x
    private static double shape(double x, double grown) {
        if (Math.abs(x) < SMALL) {
            return Math.sqrt(1 + x * (2 / 3.0 + x * (1 / 4.0 + x * (1 / 15.0 + x * (1 / 72.0 + x / 420)))));
        }
        return Math.sqrt(2 * (grown * (x - 1) + 1)) / Math.abs(x);
    }
}

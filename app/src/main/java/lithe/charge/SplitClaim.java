// SPDX-License-Identifier: Apache-2.0
package lithe.charge;

import java.util.Locale;

/// Holds the claim "the split of the negative current lowers the peak charging temperature by 5 °C" against two runs.
///
/// The claim states neither power nor place nor resistance, so −5.0 K is no gate: a range of peak differences at a
/// plausible gain in resistance is compatible with it.
///
/// @param peak how much cooler the hottest place of the cell gets by the split, K
/// @param mean how much cooler the mean of the cell gets at its peak, K
/// @param tab how much cooler the tabs get, K
/// @param gain resistance saved, Ω
public record SplitClaim(double peak, double mean, double tab, double gain) {

    /// What a comparison says about the claim.
    public enum Verdict {
        /// Three to seven kelvin at a gain of at most 13 mΩ.
        SUPPORTED("supported (compatible with the claim)"),
        /// One to three kelvin, or more only at the tabs or only with a larger gain.
        PARTLY("partly supported"),
        /// Less than a kelvin.
        NOT_SUPPORTED("not supported"),
        /// More than seven kelvin.
        CHECK_INPUTS("check the inputs");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        /// Returns the verdict in words.
        ///
        /// @return the words
        public String words() {
            return words;
        }
    }

    /// Returns the verdict.
    ///
    /// @return what the difference says
    public Verdict verdict() {
        if (peak > 7) {
            return Verdict.CHECK_INPUTS;
        }
        if (peak >= 3) {
            return gain <= 13e-3 ? Verdict.SUPPORTED : Verdict.PARTLY;
        }
        boolean spot = tab >= 3 && tab <= 7;
        return peak >= 1 || spot ? Verdict.PARTLY : Verdict.NOT_SUPPORTED;
    }

    /// Returns verdict and numbers.
    ///
    /// @return one sentence
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "%s: peak of the cell %.2f K, mean %.2f K, tabs %.2f K cooler at %.2f mΩ less",
                verdict().words(), peak, mean, tab, 1e3 * gain);
    }
}

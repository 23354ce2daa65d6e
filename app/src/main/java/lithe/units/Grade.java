// SPDX-License-Identifier: Apache-2.0
package lithe.units;

/// How far a number can be trusted, best first.
public enum Grade {
    /// Measured, by a published test or by the user.
    MEASURED("measured", 0.02),
    /// Stated by the maker of the part or the phone.
    DATASHEET("datasheet", 0.05),
    /// Read in a publication, for this or a very similar object.
    PAPER("paper", 0.10),
    /// Engineering judgement; vary it before you rely on it.
    ESTIMATE("estimate", 0.25);

    private final String word;
    private final double spread;

    Grade(String word, double spread) {
        this.word = word;
        this.spread = spread;
    }

    /// Returns the word used in files and reports.
    ///
    /// @return the lower-case word
    public String word() {
        return word;
    }

    /// Returns the relative half range assumed for a number of this grade when its file states none; project choice.
    ///
    /// @return half range over value, dimensionless
    public double spread() {
        return spread;
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import lithe.units.Given;
import lithe.units.Kind;
import lithe.units.Quantity;

/// A number of a device file or of a material it uses.
///
/// @param path where it stands: keys, names and positions joined by points, as `--set` takes it
/// @param text as it is written in the file
/// @param quantity value, unit, grade, source and range
/// @param place file, line and column
/// @param graded true when the file states grade or range, false when the estimate is assumed
public record Input(String path, String text, Quantity quantity, Place place, boolean graded) {

    /// Tells whether changing the number moves or resizes something, so that neighbours would have to follow.
    ///
    /// @return true for a length of the body, a cut-out, a part or a sensor's place, not for the inside of a chamber
    public boolean moves() {
        return quantity.kind() == Kind.LENGTH && !path.matches("parts\\..+\\.chamber\\..+") && !path.startsWith("layers.");
    }

    /// Tells whether the number has a band to sample from and changes what the phone is: not a duration, not a share that
    /// others complete, not the setting of a sensor, not what only the board is counted by.
    ///
    /// @return true for a graded physical number with a band
    public boolean uncertain() {
        boolean setting = quantity.kind() == Kind.TIME || path.startsWith("sources.") || path.startsWith("sensors.")
                || path.startsWith("board.")
                || path.matches("charging\\.(table|variants|adapter)\\..*|governor\\.(severities|rules)\\..*|workloads\\..*\\.(charge-from|frame-rate)");
        return graded && !setting && quantity.high() > quantity.low();
    }

    /// Returns what a report lists.
    ///
    /// @return path, file, line and quantity
    public Given given() {
        return new Given(path, place.file(), place.line(), quantity);
    }
}

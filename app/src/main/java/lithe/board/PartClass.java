// SPDX-License-Identifier: Apache-2.0
package lithe.board;

/// A kind of part that occurs many times.
///
/// @param name name shown to people
/// @param kind what it is, decides which claims scale it
/// @param count how many
/// @param width width of the land envelope, m
/// @param height height of the land envelope in plan, m
/// @param tall height above the board, m
/// @param pads pads of one part
public record PartClass(String name, Kind kind, int count, double width, double height, double tall, int pads) {

    /// What a class of parts is.
    public enum Kind {
        /// Resistor, capacitor or inductor.
        PASSIVE,
        /// Anything with a chip in it, and modules and filters.
        CHIP,
        /// Connector.
        CONNECTOR
    }

    /// Checks the numbers.
    ///
    /// @throws IllegalArgumentException naming the number that cannot be
    public PartClass {
        if (count < 0 || !(width > 0 && width < 0.1) || !(height > 0 && height < 0.1) || !(tall >= 0 && tall < 0.05)) {
            throw new IllegalArgumentException("part class %s must have a count of at least 0, sides between 0 and 0.1 m and a height of 0 to 0.05 m, but has %d, %s x %s m, %s m"
                    .formatted(name, count, width, height, tall));
        }
    }

    /// Returns the area of all parts of this class without any gap, m².
    ///
    /// @return count times width times height, m²
    public double landArea() {
        return count * width * height;
    }

    /// Returns the area of all cells, (w + g)(h + g) each, m².
    ///
    /// @param gap distance kept between parts, m
    /// @return area, m²
    public double cellArea(double gap) {
        return count * (width + gap) * (height + gap);
    }
}

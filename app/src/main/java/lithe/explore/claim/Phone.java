// SPDX-License-Identifier: Apache-2.0
package lithe.explore.claim;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import lithe.device.Device;

/// A phone that can be run, and what can be told of it without running it.
///
/// @param device the phone
/// @param described gives the value of each result that needs no run, SI; asked only where a claim looks at one
public record Phone(Device device, Supplier<Map<String, Double>> described) {

    /// Makes phones of variants.
    @FunctionalInterface
    public interface Maker {

        /// Returns the phone of a variant.
        ///
        /// @param variant the variant
        /// @param moved SI value of inputs that are moved within their ranges, by path; put in before the variant's own values
        /// @param settings other values, put in after the variant's own
        /// @return the phone
        /// @throws IllegalArgumentException when it cannot exist
        Phone of(Variant variant, Map<String, Double> moved, List<Setting> settings);
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.explore.claim;

import java.util.List;
import lithe.units.Grade;
import lithe.units.Quantity;

/// Something about a phone that is not well known, with a low and a high end between which it plausibly lies.
public sealed interface Factor {

    /// Stands for every device file.
    String EVERY = "*";

    /// Returns what it is called.
    ///
    /// @return a path, or a name of the author's
    String name();

    /// Returns which device file it is about; empty for the one that is asked about, [#EVERY] for all.
    ///
    /// @return the file, as the claims file names it
    String phone();

    /// Tells whether no publication states it, so that a verdict which hangs on it alone is not more than partly.
    ///
    /// @return true for estimates
    boolean unpublished();

    /// Returns its value and ends in words.
    ///
    /// @return such as "80 µm (70 µm to 90 µm), estimate"
    String words();

    /// An input of a device file.
    ///
    /// @param path its path
    /// @param quantity its value and range
    record Moving(String path, Quantity quantity) {}

    /// Inputs that go to the ends of their 10–90 % ranges together.
    ///
    /// @param name path, or what they are together
    /// @param phone which device file
    /// @param inputs at least one
    record Graded(String name, String phone, List<Moving> inputs) implements Factor {

        /// Takes a copy and checks that there is an input.
        ///
        /// @throws IllegalArgumentException when there is none
        public Graded {
            inputs = List.copyOf(inputs);
            if (inputs.isEmpty()) {
                throw new IllegalArgumentException("%s moves no input".formatted(name));
            }
        }

        @Override
        public boolean unpublished() {
            return inputs.stream().anyMatch(input -> input.quantity().grade() == Grade.ESTIMATE);
        }

        @Override
        public String words() {
            var first = inputs.getFirst().quantity();
            return inputs.size() > 1
                    ? inputs.size() + " inputs to their ends together"
                    : "%s (%s to %s), %s".formatted(
                            shown(first, first.si()), shown(first, first.low()), shown(first, first.high()), first.grade().word());
        }

        private static String shown(Quantity quantity, double si) {
            return lithe.units.Units.show(si, quantity.unit(), quantity.kind(), 3);
        }
    }

    /// Values that differ at the low and at the high end, for what is no single graded number.
    ///
    /// @param name what it is
    /// @param phone which device file
    /// @param low values at the low end; none when the phone as it is is the low end
    /// @param high values at the high end; none when the phone as it is is the high end
    record Ends(String name, String phone, List<Setting> low, List<Setting> high) implements Factor {

        /// Takes copies.
        public Ends {
            low = List.copyOf(low);
            high = List.copyOf(high);
        }

        @Override
        public boolean unpublished() {
            return true;
        }

        @Override
        public String words() {
            return "low %s, high %s, estimate".formatted(values(low), values(high));
        }

        private static String values(List<Setting> settings) {
            return settings.isEmpty() ? "as it is" : String.join(", ", settings.stream().map(Setting::text).toList());
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.verify;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What Lithe says to a published measurement.
///
/// @param target the measurement
/// @param simulated the same quantity from the device file as it stands, in the unit of the target
/// @param basis what the file knew of the measurement
/// @param how which file, workload and posture
/// @param readings the same quantity with inputs that the source leaves open read otherwise
public record Answer(Target target, double simulated, Basis basis, String how, List<Reading> readings) {

    /// What a device file knew of a measurement.
    public enum Basis {
        /// Inputs were adjusted to it.
        CALIBRATED("calibrated"),
        /// Nothing was adjusted to it.
        PREDICTED("predicted"),
        /// Nothing was adjusted to it, but how the phone lay or stood, which the source does not say, was read anew after the first
        /// comparison.
        REREAD("posture read anew"),
        /// Nothing was adjusted to it, but inputs were looked for, and changed from other sources, after the first comparison.
        REVISED("inputs revised"),
        /// It follows from the file without a simulation.
        STATED("stated");

        private final String word;

        Basis(String word) {
            this.word = word;
        }

        /// Returns the word for people.
        ///
        /// @return the word
        public String word() {
            return word;
        }
    }

    /// The quantity with one input read another way.
    ///
    /// @param input the input that is open, such as posture
    /// @param as how it is read
    /// @param value the quantity then, in the unit of the target
    /// @param independent whether it may explain a miss: not read off the target itself, and no calibrated value changed
    public record Reading(String input, String as, double value, boolean independent) {

        /// A reading that may explain a miss.
        ///
        /// @param input the input that is open
        /// @param as how it is read
        /// @param value the quantity then, in the unit of the target
        public Reading(String input, String as, double value) {
            this(input, as, value, true);
        }
    }

    /// Takes a copy.
    public Answer {
        readings = List.copyOf(readings);
    }

    /// Returns how far the simulation is from the measurement.
    ///
    /// @return simulated less measured, in the unit of the target
    public double error() {
        return simulated - target.measured();
    }

    /// Tells whether the simulation lies in the band.
    ///
    /// @return true inside, ends included
    public boolean met() {
        return target.accepts(simulated);
    }

    /// Tells whether a failure must be reported.
    ///
    /// @return true for a gate that is not met
    public boolean fails() {
        return target.gate() && !met();
    }

    /// Returns the verdict in a word or two.
    ///
    /// @return met or missed, for what is only reported inside or outside; and whether an open input explains a miss
    public String verdict() {
        String word = target.gate() ? met() ? "met" : "MISSED" : met() ? "inside" : "outside";
        return met() || explanation().isEmpty() ? word : word + ", explained";
    }

    /// Returns the reading of an open input that would lie in the band.
    ///
    /// @return the one nearest to the file's answer, empty when there is none
    public Optional<Reading> explanation() {
        return readings.stream()
                .filter(reading -> reading.independent() && target.accepts(reading.value()))
                .min(Comparator.comparingDouble(reading -> Math.abs(reading.value() - simulated)));
    }

    /// Returns how far each open input moves the answer.
    ///
    /// @return lowest and highest value by input, the file's own among them; the input that moves it most first
    public Map<String, double[]> ranges() {
        Map<String, double[]> ranges = new LinkedHashMap<>();
        readings.forEach(reading -> {
            var range = ranges.computeIfAbsent(reading.input(), input -> new double[] {simulated, simulated});
            range[0] = Math.min(range[0], reading.value());
            range[1] = Math.max(range[1], reading.value());
        });
        Map<String, double[]> sorted = new LinkedHashMap<>();
        ranges.entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> entry.getValue()[0] - entry.getValue()[1]))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /// Returns the input that decides.
    ///
    /// @return the open input that moves the answer most; empty when none was read otherwise
    public Optional<String> deciding() {
        return ranges().keySet().stream().findFirst();
    }
}

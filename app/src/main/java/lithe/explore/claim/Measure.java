// SPDX-License-Identifier: Apache-2.0
package lithe.explore.claim;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// How a quantity follows from results of variants.
public sealed interface Measure {

    /// A variant under a workload.
    ///
    /// @param variant name of the variant
    /// @param workload name of the workload; empty for what can be told without running
    record Case(String variant, String workload) {}

    /// The highest or lowest of a result over variants and workloads.
    ///
    /// @param id result id
    /// @param variants names of variants, at least one
    /// @param workloads names of workloads; none for what can be told without running
    /// @param highest whether the highest counts
    record Reading(String id, List<String> variants, List<String> workloads, boolean highest) implements Measure {

        /// Takes copies.
        public Reading {
            variants = List.copyOf(variants);
            workloads = List.copyOf(workloads);
        }

        private Stream<Case> all() {
            var under = workloads.isEmpty() ? List.of("") : workloads;
            return variants.stream().flatMap(v -> under.stream().map(w -> new Case(v, w)));
        }
    }

    /// A number that is given.
    ///
    /// @param si its value, SI
    record Given(double si) implements Measure {}

    /// One times the other.
    ///
    /// @param a a factor
    /// @param b a factor
    record Product(Measure a, Measure b) implements Measure {}

    /// One over the other.
    ///
    /// @param a what is divided
    /// @param b by what
    record Quotient(Measure a, Measure b) implements Measure {}

    /// One less the other.
    ///
    /// @param a from what
    /// @param b what is taken off
    record Difference(Measure a, Measure b) implements Measure {}

    /// One over the other less 1.
    ///
    /// @param now what it is now
    /// @param before what it was before
    record Change(Measure now, Measure before) implements Measure {}

    /// Returns what has to be simulated.
    ///
    /// @return cases, some perhaps twice
    default Stream<Case> cases() {
        return switch (this) {
            case Reading reading -> reading.all();
            case Given _ -> Stream.empty();
            case Product(var a, var b) -> Stream.concat(a.cases(), b.cases());
            case Quotient(var a, var b) -> Stream.concat(a.cases(), b.cases());
            case Difference(var a, var b) -> Stream.concat(a.cases(), b.cases());
            case Change(var a, var b) -> Stream.concat(a.cases(), b.cases());
        };
    }

    /// Returns the value.
    ///
    /// @param results what was simulated
    /// @return the value, SI
    default double value(Results results) {
        return switch (this) {
            case Reading reading -> {
                DoubleStream values = reading.all().mapToDouble(c -> results.of(c.variant(), c.workload(), reading.id()));
                yield (reading.highest() ? values.max() : values.min()).orElse(Double.NaN);
            }
            case Given(double si) -> si;
            case Product(var a, var b) -> a.value(results) * b.value(results);
            case Quotient(var a, var b) -> a.value(results) / b.value(results);
            case Difference(var a, var b) -> a.value(results) - b.value(results);
            case Change(var now, var before) -> now.value(results) / before.value(results) - 1;
        };
    }
}

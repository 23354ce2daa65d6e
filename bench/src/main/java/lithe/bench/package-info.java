// SPDX-License-Identifier: Apache-2.0

/// How fast is it, and how far from what the memory allows?
///
/// `./lithe bench` prints one table: each figure beside its bound, and beside the same work at the bandwidth measured in
/// the same run, since absolute times mean little on a machine that others use too. `./lithe bench jmh …` hands its
/// words to JMH, which has one benchmark for each row. To add a row: one method in a class like [lithe.bench.Conduction],
/// one line in [lithe.bench.Main].
@NullMarked
package lithe.bench;

import org.jspecify.annotations.NullMarked;

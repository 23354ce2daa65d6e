// SPDX-License-Identifier: Apache-2.0
package lithe.bench;

import java.io.PrintStream;
import java.util.Arrays;

/// A table of figures beside their bounds.
///
/// @param out where it is printed
public record Table(PrintStream out) {

    /// A piece of work to be timed.
    @FunctionalInterface
    public interface Work {
        /// Does it once.
        void run();
    }

    /// Prints a heading.
    ///
    /// @param title what the rows below are about
    public void title(String title) {
        out.printf("%n%s%n", title);
    }

    /// Prints a row.
    ///
    /// @param what what was measured
    /// @param value figure with its unit
    /// @param beside bound, roof, or remark
    public void row(String what, String value, String beside) {
        out.printf("  %-46s %16s   %s%n", what, value, beside);
        out.flush();
    }

    /// Times a piece of work: the quickest of several runs, which is the one least disturbed.
    ///
    /// @param warmUp runs before the first that counts
    /// @param runs runs that count
    /// @param work what to time
    /// @return wall time of the quickest run, s
    public static double seconds(int warmUp, int runs, Work work) {
        for (int n = 0; n < warmUp; n++) {
            work.run();
        }
        double[] times = new double[runs];
        for (int n = 0; n < runs; n++) {
            long start = System.nanoTime();
            work.run();
            times[n] = (System.nanoTime() - start) * 1e-9;
        }
        return Arrays.stream(times).min().orElseThrow();
    }
}

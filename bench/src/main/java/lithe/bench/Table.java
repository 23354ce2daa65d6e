// SPDX-License-Identifier: Apache-2.0
package lithe.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;

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

    /// How long something took.
    ///
    /// @param wall by the clock on the wall, s
    /// @param processor time the calling thread was on a processor, s; much less than `wall` on a machine that is shared
    public record Time(double wall, double processor) {}

    /// Times a piece of work: the quickest of several runs, which is the one least disturbed.
    ///
    /// @param warmUp runs before the first that counts
    /// @param runs runs that count
    /// @param work what to time
    /// @return times of the quickest run
    public static Time time(int warmUp, int runs, Work work) {
        var threads = ManagementFactory.getThreadMXBean();
        for (int n = 0; n < warmUp; n++) {
            work.run();
        }
        double wall = Double.POSITIVE_INFINITY;
        double processor = Double.POSITIVE_INFINITY;
        for (int n = 0; n < runs; n++) {
            long cpu = threads.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            work.run();
            wall = Math.min(wall, (System.nanoTime() - start) * 1e-9);
            processor = Math.min(processor, (threads.getCurrentThreadCpuTime() - cpu) * 1e-9);
        }
        return new Time(wall, processor);
    }
}

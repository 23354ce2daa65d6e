// SPDX-License-Identifier: Apache-2.0
package lithe.cli;

import java.io.PrintWriter;
import java.util.Locale;
import lithe.simulation.Progress;

/// One line on standard error with a bar and the time left; silent for the first second, and where nobody watches.
final class ProgressBar implements Progress {

    private static final int WIDTH = 24;
    private static final long QUIET_NANOS = 1_000_000_000L;
    private static final long REDRAW_NANOS = 100_000_000L;

    private final PrintWriter err;
    private final boolean watched;
    private final long start = System.nanoTime();
    private long drawn;
    private boolean visible;

    ProgressBar(PrintWriter err) {
        this.err = err;
        this.watched = System.console() != null && System.console().isTerminal();
    }

    @Override
    public void at(String what, double fraction) {
        long now = System.nanoTime();
        if (!watched || now - start < QUIET_NANOS || now - drawn < REDRAW_NANOS) {
            return;
        }
        drawn = now;
        visible = true;
        double seconds = (now - start) * 1e-9;
        int full = (int) Math.round(WIDTH * Math.clamp(fraction, 0, 1));
        err.printf(
                Locale.ROOT,
                "\r%s%s %3.0f %%  %s left  %-36.36s",
                "█".repeat(full),
                "░".repeat(WIDTH - full),
                100 * fraction,
                left(seconds, fraction),
                what);
        err.flush();
    }

    /// Returns a part of the bar.
    ///
    /// @param from share of the whole at which the part begins
    /// @param to share of the whole at which it ends
    Progress part(double from, double to) {
        return (what, fraction) -> at(what, from + (to - from) * Math.clamp(fraction, 0, 1));
    }

    /// Clears the line.
    void done() {
        if (visible) {
            err.print("\r" + " ".repeat(80) + "\r");
            err.flush();
        }
    }

    private static String left(double seconds, double fraction) {
        if (fraction < 0.01) {
            return "  ?";
        }
        return String.format(Locale.ROOT, "%3.0f s", Math.max(0, seconds / fraction - seconds));
    }
}

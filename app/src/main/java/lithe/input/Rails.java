// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Counters of a trace by name, in the order they were met.
final class Rails {

    static final int MOST_RAILS = 2_000;
    static final int MOST_SAMPLES = 5_000_000;

    private final Map<String, Samples> byName = new LinkedHashMap<>();
    private int count;

    /// Why a trace cannot be read.
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        private final transient String expected;

        /// Names what was found, where, and what was expected.
        Unreadable(String found, String expected) {
            super(found, null, false, false);
            this.expected = expected;
        }

        String expected() {
            return expected;
        }
    }

    /// The samples of a counter.
    static final class Samples {
        private double[] time = new double[64];
        private double[] value = new double[64];
        private int size;

        private void add(double t, double v) {
            if (size == time.length) {
                time = Arrays.copyOf(time, 2 * size);
                value = Arrays.copyOf(value, 2 * size);
            }
            time[size] = t;
            value[size++] = v;
        }

        int size() {
            return size;
        }

        /// Time of a sample, s.
        double time(int i) {
            return time[i];
        }

        double value(int i) {
            return value[i];
        }
    }

    /// Adds a sample.
    ///
    /// @param time s
    /// @throws Unreadable when it is no number or there are too many
    void add(String name, double time, double value) throws Unreadable {
        if (!Double.isFinite(time) || !Double.isFinite(value) || Math.abs(time) > 1e12) {
            throw new Unreadable("a sample of \"%s\" that is no number: %s at %s s".formatted(Problem.shown(name), value, time), "numbers");
        }
        if (name.isBlank() || name.length() > 200) {
            throw new Unreadable("a counter with a name of %d characters".formatted(name.length()), "1 to 200");
        }
        if (++count > MOST_SAMPLES || byName.size() > MOST_RAILS) {
            throw new Unreadable("more than %d samples or %d counters".formatted(MOST_SAMPLES, MOST_RAILS), "a shorter trace");
        }
        byName.computeIfAbsent(name, first -> new Samples()).add(time, value);
    }

    Map<String, Samples> byName() {
        return byName;
    }

    /// The name a person would give a counter: trace processors call a rail `power.rails.NAME` or `power.NAME_uws`.
    static String plain(String counter) {
        var name = counter.startsWith("power.rails.") ? counter.substring("power.rails.".length())
                : counter.startsWith("power.") ? counter.substring("power.".length()) : counter;
        return name.endsWith("_uws") ? name.substring(0, name.length() - "_uws".length()) : name;
    }
}

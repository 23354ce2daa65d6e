// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lithe.units.Nearest;
import org.jspecify.annotations.Nullable;

/// Collects what is wrong with a file, so that all of it can be told at once.
final class Problems {

    /// More than a person reads; keeps a hostile file from filling the memory with messages.
    private static final int MOST = 500;
    /// Letters compared in search of nearest names before suggestions stop; keeps thousands of unknown names from taking
    /// minutes.
    private static final long MOST_COMPARED = 2_000_000;

    private final List<Problem> found = new ArrayList<>();
    private final Set<Problem> seen = new HashSet<>();
    private int count;
    private long compared;

    void add(Problem problem) {
        if (found.size() >= MOST) {
            count++;
        } else if (seen.add(problem)) {
            found.add(problem);
            count++;
        }
    }

    void add(Node at, String what, String expected) {
        add(at, what, expected, null, null);
    }

    void add(Node at, String what, String expected, @Nullable String example, @Nullable String nearest) {
        add(new Problem(at.place(), at.path().toString(), what, expected, example, nearest));
    }

    /// Returns the known name nearest to a misspelt one, or null when none is near or enough was compared already.
    @Nullable String nearest(String name, Collection<String> known) {
        compared += (long) known.size() * Math.min(name.length(), 100);
        return compared > MOST_COMPARED ? null : Nearest.to(name, known);
    }

    boolean isEmpty() {
        return count == 0;
    }

    int count() {
        return count;
    }

    /// Throws when there is anything to tell.
    ///
    /// @throws InvalidInput holding all problems in the order of the file
    void throwIfAny() {
        if (count > 0) {
            throw new InvalidInput(sorted(), count);
        }
    }

    private List<Problem> sorted() {
        var order = Comparator.comparing((Problem p) -> p.place().file())
                .thenComparingInt(p -> p.place().line())
                .thenComparingInt(p -> p.place().column());
        return found.stream().sorted(order).toList();
    }
}

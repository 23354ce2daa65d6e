// SPDX-License-Identifier: Apache-2.0
package lithe.units;

import java.util.Collection;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds the known name closest to a misspelt one.
public final class Nearest {

    private static final int LONGEST = 80;

    private Nearest() {}

    /// Returns the known name nearest to the given one, or null when none is near.
    ///
    /// @param name what was found
    /// @param known the names there are
    /// @return a member of known, at most a third of the letters away
    public static @Nullable String to(String name, Collection<String> known) {
        return to(name, known, candidate -> false);
    }

    /// Returns the known name nearest to the given one, preferring some.
    ///
    /// @param name what was found
    /// @param known the names there are
    /// @param preferred which of them win when another is at most two letters nearer
    /// @return a member of known, at most a third of the letters away or two where preferred, or null
    public static @Nullable String to(String name, Collection<String> known, Predicate<String> preferred) {
        if (name.length() > LONGEST) {
            return null;
        }
        String best = null;
        double least = Double.POSITIVE_INFINITY;
        for (var candidate : known) {
            double distance = distance(name, candidate);
            boolean favoured = distance <= 2 && preferred.test(candidate);
            double reach = favoured ? 2 : Math.max(1, Math.max(name.length(), candidate.length()) / 3.0);
            double rank = distance - (favoured ? 2.1 : 0);
            if (distance <= reach && distance < candidate.length() && rank < least) {
                best = candidate;
                least = rank;
            }
        }
        return best;
    }

    /// Edits between two names; a change of case or between blank, dash and underscore counts little.
    private static double distance(String a, String b) {
        if (fold(a).equals(fold(b))) {
            return a.equals(b) ? 0 : 0.5;
        }
        return edits(fold(a), fold(b));
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }

    /// Damerau-Levenshtein distance, adjacent letters swapped count one.
    private static int edits(String a, String b) {
        var row = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                row[i][j] = i == 0 || j == 0 ? i + j : least(row, a, b, i, j);
            }
        }
        return row[a.length()][b.length()];
    }

    private static int least(int[][] row, String a, String b, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(row[i - 1][j], row[i][j - 1]) + 1, row[i - 1][j - 1] + change);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, row[i - 2][j - 2] + 1) : best;
    }
}

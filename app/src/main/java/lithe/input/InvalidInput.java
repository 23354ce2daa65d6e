// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.List;
import java.util.stream.Collectors;

/// A file that cannot be used; the message lists every problem, one a line, and ends with their number.
public final class InvalidInput extends IllegalArgumentException {

    private final transient List<Problem> problems;

    /// Keeps the problems.
    ///
    /// @param problems in the order in which they are told
    /// @param count how many there are in all; may be more than are told
    public InvalidInput(List<Problem> problems, int count) {
        super(text(problems, count));
        this.problems = List.copyOf(problems);
    }

    /// Returns the problems in the order of the file.
    ///
    /// @return at least one problem
    public List<Problem> problems() {
        return problems;
    }

    private static String text(List<Problem> problems, int count) {
        var lines = problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
        var more = count > problems.size() ? "\n… and %d more".formatted(count - problems.size()) : "";
        return lines + more + "\n" + (count == 1 ? "1 problem" : count + " problems") + ", nothing was simulated.";
    }
}

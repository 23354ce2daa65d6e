// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.ArrayList;
import java.util.List;
import lithe.explore.claim.Answer;

/// Tells answers to claims on a terminal of a hundred columns.
public final class ClaimsText {

    private static final int WIDTH = 100;
    private static final String GAP = " ".repeat(17);

    private ClaimsText() {}

    /// Returns the text: a table of verdicts, then each claim.
    ///
    /// @param report what is told
    /// @return lines of at most a hundred characters
    public static String text(ClaimsReport report) {
        var answers = report.answers();
        List<String> lines = new ArrayList<>();
        lines.add(report.device() + ": " + answers.claims().name());
        lines.add("");
        lines.add("%-5s %-17s %-7s %-24s %s".formatted("id", "verdict", "flips", "claimed", "claim"));
        answers.answers().forEach(a -> lines.add(cut("%-5s %-17s %-7s %-24s %s".formatted(
                a.claim().id(), a.standing().words(), ClaimWords.flip(a), shortened(a.claim().claimed(), 24), a.claim().claim()))));
        answers.answers().forEach(a -> claim(lines, a));
        lines.add("");
        lines.addAll(wrapped("", "", "A verdict is about a model of the phone with these inputs, never about a maker. flips: chance that another draw "
                + "of the inputs within their ranges changes the verdict that the inputs as given lead to (%s). %d runs of %d phones, %s resolution."
                .formatted(answers.draws() == 0 ? "not drawn" : "%,d draws of the response to one input at a time".formatted(answers.draws()), answers.runs(), answers.phones(), report.resolution())));
        return String.join("\n", lines) + "\n";
    }

    private static void claim(List<String> lines, Answer a) {
        var claim = a.claim();
        lines.add("");
        lines.addAll(wrapped("%-5s ".formatted(claim.id()), GAP, claim.claim() + ": " + a.standing().words()));
        add(lines, "claimed", List.of(claim.claimed()));
        add(lines, "simulated", ClaimWords.simulated(a));
        claim.experiment().bands().forEach(band -> add(lines, "band", List.of(band)));
        var deciding = a.deciding();
        if (deciding.isEmpty()) {
            add(lines, "decided by", List.of(ClaimWords.undecided(a)));
        }
        deciding.forEach(input -> add(lines, "decided by", List.of(ClaimWords.decides(input))));
        if (!a.chances().isEmpty()) {
            add(lines, "chances", List.of(ClaimWords.chances(a) + " (" + claim.unsure().size() + " inputs varied)"));
        }
        a.notes().forEach(note -> add(lines, "note", List.of(note)));
    }

    private static void add(List<String> lines, String what, List<String> items) {
        lines.addAll(wrapped("      %-11s".formatted(what), GAP, String.join("; ", items)));
    }

    private static List<String> wrapped(String first, String rest, String text) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder(first);
        boolean empty = true;
        for (var word : text.split(" ")) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(rest);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    private static String cut(String line) {
        return shortened(line.stripTrailing(), WIDTH);
    }
}

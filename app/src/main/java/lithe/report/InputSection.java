// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.List;
import lithe.units.Given;
import lithe.units.Grade;

/// What the answer rests on: every input with its grade, and how many of them are estimates.
final class InputSection {

    private InputSection() {}

    static String of(List<Given> inputs) {
        if (inputs.isEmpty()) {
            return "";
        }
        var text = new StringBuilder("<section class=\"inputs\"><h3>What it rests on</h3><p class=\"hint\">")
                .append("%d inputs; %s %% of them are estimates, by count.</p><div class=\"grades\">"
                        .formatted(inputs.size(), Words.fixed(100.0 * count(inputs, Grade.ESTIMATE) / inputs.size(), 0)));
        for (var grade : Grade.values()) {
            long count = count(inputs, grade);
            if (count > 0) {
                text.append("<span class=\"%1$s\" style=\"flex-grow:%2$d\" title=\"%1$s: %2$d\">%1$s %2$d</span>".formatted(grade.word(), count));
            }
        }
        text.append("</div><details><summary>All inputs</summary><div class=\"scroll\"><table><thead><tr><th>input</th><th>value</th>")
                .append("<th>grade</th><th>source</th><th>line</th></tr></thead><tbody>");
        inputs.forEach(given -> text.append(row(given)));
        return text.append("</tbody></table></div></details></section>\n").toString();
    }

    private static String row(Given given) {
        var quantity = given.quantity();
        var line = given.line() > 0 ? given.file() + ":" + given.line() : "default";
        return "<tr><td><code>%1$s</code></td><td class=\"num\">%2$s</td><td><span class=\"grade %3$s\">%3$s</span></td><td>%4$s</td><td>%5$s</td></tr>"
                .formatted(Markup.escaped(given.path()), Markup.escaped(quantity.text()), quantity.grade().word(),
                        Markup.escaped(quantity.source()), Markup.escaped(line));
    }

    private static long count(List<Given> inputs, Grade grade) {
        return inputs.stream().filter(given -> given.quantity().grade() == grade).count();
    }
}

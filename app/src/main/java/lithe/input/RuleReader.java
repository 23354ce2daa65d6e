// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lithe.explore.claim.Gauge;
import lithe.explore.claim.Rule;
import lithe.units.Kind;
import org.jspecify.annotations.Nullable;

/// Reads bands: `at least 1.5 K`, `at most 80 %`, `3 K to 7 K`, and all or any of several.
final class RuleReader {

    /// Reviewers of one and the same phone and game differ by so much, K; an absolute temperature is not judged more
    /// tightly. Measured, from published reviews.
    private static final double NARROWEST = 6;

    private final Map<String, Gauge> gauges;
    private final Set<String> names;
    private final GaugeReader amounts;
    private final Problems problems;

    /// Prepares the reader.
    ///
    /// @param gauges quantities that could be read
    /// @param names those that are declared, whether they could be read or not
    RuleReader(Map<String, Gauge> gauges, Set<String> names, GaugeReader amounts, Problems problems) {
        this.gauges = gauges;
        this.names = names;
        this.amounts = amounts;
        this.problems = problems;
    }

    /// Returns the rule, or null when there is none or it is wrong.
    @Nullable Rule read(@Nullable Node node) {
        List<Rule> rules = new ArrayList<>();
        Trees.entries(node).forEach((key, entry) -> {
            var rule = rule(key, entry);
            if (rule != null) {
                rules.add(rule);
            }
        });
        return rules.isEmpty() ? null : rules.size() == 1 ? rules.getFirst() : new Rule.AllOf(rules);
    }

    private @Nullable Rule rule(String key, Node.Entry entry) {
        if (entry.value() instanceof Node.Items list) {
            if (!key.equals("all") && !key.equals("any")) {
                problems.add(new Problem(entry.key(), entry.value().path().toString(), "the key \"" + Problem.shown(key) + "\"", "all or any before a list of bands", null, null));
                return null;
            }
            List<Rule> rules = new ArrayList<>();
            list.items().forEach(item -> {
                var rule = read(item);
                if (rule != null) {
                    rules.add(rule);
                }
            });
            return key.equals("all") ? new Rule.AllOf(rules) : new Rule.AnyOf(rules);
        }
        if (!names.contains(key)) {
            problems.add(new Problem(
                    entry.key(), entry.value().path().toString(), "\"" + Problem.shown(key) + "\", an unknown quantity",
                    "one of " + String.join(", ", names), null, problems.nearest(key, names)));
            return null;
        }
        var gauge = gauges.get(key);
        return gauge != null && entry.value() instanceof Node.Scalar scalar ? band(gauge, scalar) : null;
    }

    private @Nullable Rule band(Gauge gauge, Node.Scalar node) {
        var text = node.text().strip();
        for (var word : List.of("at least ", "at most ")) {
            if (text.startsWith(word)) {
                var value = text.substring(word.length()).strip();
                var si = amounts.amount(node, value, gauge.kind());
                return si == null ? null : word.equals("at least ") ? new Rule.AtLeast(gauge.name(), si, value) : new Rule.AtMost(gauge.name(), si, value);
            }
        }
        var ends = text.split(" to ", -1);
        if (ends.length != 2) {
            problems.add(node, node.words(), "\"at least …\", \"at most …\" or \"… to …\"", "at least " + gauge.kind().example(), null);
            return null;
        }
        var low = amounts.amount(node, ends[0].strip(), gauge.kind());
        var high = amounts.amount(node, ends[1].strip(), gauge.kind());
        if (low == null || high == null) {
            return null;
        }
        if (!(low < high)) {
            problems.add(node, node.words() + ", a band that falls", "the low end first");
            return null;
        }
        if (gauge.kind() == Kind.TEMPERATURE && high - low < NARROWEST) {
            problems.add(node, node.words() + ", narrower than 6 K", "a band of at least 6 K: tests of one phone differ by that much; or a difference of two variants");
            return null;
        }
        return new Rule.Between(gauge.name(), low, high, text);
    }
}

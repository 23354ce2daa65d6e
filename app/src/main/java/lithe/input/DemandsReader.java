// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lithe.device.Demands;
import lithe.device.FitRules;
import lithe.device.FitRules.Clearance;
import lithe.device.Targets;
import org.jspecify.annotations.Nullable;

/// Reads what is asked of the phone: `fit` and `targets`.
final class DemandsReader {

    private final Collection<String> parts;
    private final Amounts amounts;
    private final Problems problems;

    DemandsReader(Collection<String> parts, Amounts amounts, Problems problems) {
        this.parts = parts;
        this.amounts = amounts;
        this.problems = problems;
    }

    Demands read(@Nullable Node fit, @Nullable Node targets) {
        return new Demands(rules(fit), targets(targets));
    }

    private FitRules rules(@Nullable Node node) {
        var standard = FitRules.standard();
        if (!(node instanceof Node.Fields map)) {
            return standard;
        }
        var groups = groups(map.get("groups"));
        List<Clearance> clearances = new ArrayList<>();
        for (var item : Trees.maps(map.get("clearances"))) {
            clearance(item, groups, standard, clearances);
        }
        double swelling = amounts.si(map.get("swelling"), standard.swelling());
        return standard.under(new FitRules(groups, clearances, swelling));
    }

    private Map<String, Set<String>> groups(@Nullable Node node) {
        Map<String, Set<String>> groups = new LinkedHashMap<>();
        Trees.entries(node).forEach((group, entry) -> {
            Set<String> members = new LinkedHashSet<>();
            for (var item : Trees.items(entry.value())) {
                if (item instanceof Node.Scalar scalar && known(scalar)) {
                    members.add(scalar.text());
                }
            }
            groups.put(group, members);
        });
        return groups;
    }

    private boolean known(Node.Scalar name) {
        boolean known = parts.contains(name.text());
        if (!known) {
            problems.add(name, name.words(), "a part", null, problems.nearest(name.text(), parts));
        }
        return known;
    }

    private void clearance(Node.Fields item, Map<String, Set<String>> groups, FitRules standard, List<Clearance> clearances) {
        var first = named(Trees.item(item.get("between"), 0), groups, standard);
        var second = named(Trees.item(item.get("between"), 1), groups, standard);
        double least = amounts.si(item.get("least"), Double.NaN);
        if (first == null || second == null || Double.isNaN(least)) {
            return;
        }
        var rule = new Clearance(first, second, least);
        if (clearances.stream().anyMatch(rule::about)) {
            problems.add(item, "a second clearance between the same two", "one of them");
        } else {
            clearances.add(rule);
        }
    }

    /// A group that the file lists, one that has parts by its word, or a part.
    private @Nullable String named(@Nullable Node node, Map<String, Set<String>> groups, FitRules standard) {
        if (!(node instanceof Node.Scalar scalar)) {
            return null;
        }
        var name = scalar.text();
        if (groups.containsKey(name) || parts.stream().anyMatch(part -> standard.in(name, part))) {
            return name;
        }
        Set<String> known = new LinkedHashSet<>(groups.keySet());
        known.addAll(parts);
        problems.add(node, node.words(), "a part, a group, or a word that names of parts end with", null, problems.nearest(name, known));
        return null;
    }

    private Targets targets(@Nullable Node node) {
        if (!(node instanceof Node.Fields map)) {
            return Targets.NONE;
        }
        return new Targets(
                amounts.si(map.get("skin"), Double.NaN),
                amounts.si(map.get("charge-t80"), Double.NaN),
                amounts.si(map.get("charge-t100"), Double.NaN));
    }
}

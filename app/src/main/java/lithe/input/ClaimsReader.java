// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lithe.explore.claim.Claim;
import lithe.explore.claim.Claims;
import lithe.explore.claim.Experiment;
import lithe.explore.claim.Experiment.Metric;
import lithe.explore.claim.Experiment.Reproduced;
import lithe.explore.claim.Factor;
import lithe.explore.claim.Gauge;
import lithe.units.Kind;
import org.jspecify.annotations.Nullable;

/// Makes experiments of a claims file, and tells what cannot be run. The shape of the tree is checked by [Check]; what is
/// missing or of another shape is passed over here, since it is told already.
final class ClaimsReader {

    private final Node.Fields root;
    private final VariantsReader variants;
    private final GaugeReader gauges;
    private final FactorReader factors;
    private final Problems problems;

    ClaimsReader(Node.Fields root, java.nio.file.@Nullable Path folder, DeviceFile phone, Problems problems) {
        this.root = root;
        this.problems = problems;
        this.variants = new VariantsReader(folder, phone, problems);
        this.gauges = new GaugeReader(variants, problems);
        this.factors = new FactorReader(variants, problems);
    }

    Claims read() {
        variants.read(root.get("variants"));
        List<Factor> unsure = root.get("unsure") == null ? factors.all() : factors.read(root.get("unsure"));
        List<Claim> claims = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (var map : Trees.maps(root.get("claims"))) {
            var id = map.text("id");
            if (id != null && !ids.add(id)) {
                problems.add(Trees.at(map, "id"), "\"" + Problem.shown(id) + "\" a second time", "an id of its own");
            }
            var experiment = experiment(map);
            var own = map.get("unsure") == null ? unsure : factors.read(map.get("unsure"));
            if (experiment != null) {
                claims.add(new Claim(
                        or(id, ""), or(map.text("claim"), ""), or(map.text("claimed"), ""), or(map.text("source"), or(root.text("source"), "")),
                        or(map.text("condition"), ""), or(map.text("not-said"), ""), experiment, own));
            }
        }
        return new Claims(or(root.text("name"), ""), or(root.text("source"), ""), variants.variants(), claims);
    }

    Map<String, DeviceFile> phones() {
        return variants.files();
    }

    private static String or(@Nullable String text, String other) {
        return text == null ? other : text;
    }

    private @Nullable Experiment experiment(Node.Fields map) {
        return switch (or(map.text("experiment"), "bands")) {
            case "not-testable" -> new Experiment.NotTestable(or(map.text("why"), "history or opinion"), gauges.all(map.get("quantities")));
            case "side-by-side" -> sideBySide(map);
            // the shape has told of other words
            default -> bands(map);
        };
    }

    private @Nullable Experiment bands(Node.Fields map) {
        Map<String, Gauge> known = new LinkedHashMap<>();
        gauges.all(map.get("quantities")).forEach(gauge -> known.put(gauge.name(), gauge));
        if (map.get("supported") == null || map.get("quantities") == null) {
            problems.add(map, "no quantities or no band for supported", "both", "supported: {benefit: at least 1.5 K}", null);
            return null;
        }
        var rules = new RuleReader(known, Trees.entries(map.get("quantities")).keySet(), gauges, problems);
        var supported = rules.read(map.get("supported"));
        var partly = rules.read(map.get("partly"));
        var check = rules.read(map.get("check-inputs"));
        return supported == null
                ? null
                : new Experiment.Bands(List.copyOf(known.values()), supported, partly, check, or(map.text("at-most-partly"), ""));
    }

    private @Nullable Experiment sideBySide(Node.Fields map) {
        var against = map.text("against");
        if (against == null || !variants.made().containsKey(against)) {
            problems.add(Trees.at(map, "against"), against == null ? "no other product" : "\"" + Problem.shown(against) + "\", an unknown variant", "a variant of this file",
                    null, against == null ? null : problems.nearest(against, variants.made().keySet()));
            return null;
        }
        List<Metric> metrics = new ArrayList<>();
        for (var row : Trees.maps(map.get("metrics"))) {
            var metric = metric(row, against);
            if (metric != null) {
                metrics.add(metric);
            }
        }
        if (map.get("metrics") == null) {
            problems.add(map, "no metrics", "what is compared", "metrics: [{name: width, result: body.width, better: lower, equal-within: 0.1 mm}]", null);
        }
        return new Experiment.SideBySide(metrics, reproduced(map.get("reproduces")));
    }

    private @Nullable Metric metric(Node.Fields row, String against) {
        var name = or(row.text("name"), "");
        var own = gauges.read(name, row);
        if (own == null) {
            return null;
        }
        var otherName = name + " of " + against;
        var other = switch (row.get("against")) {
            case null -> gauges.read(otherName, row, against);
            case Node.Scalar given -> gauges.given(otherName, given, own);
            case Node.Fields map -> gauges.read(otherName, map);
            case Node.Items _ -> null;
        };
        var within = row.get("equal-within");
        if (other == null || !(within instanceof Node.Scalar text)) {
            return null;
        }
        if (!other.kind().dimension().equals(own.kind().dimension())) {
            problems.add(Trees.at(row, "against"), "a quantity of another dimension", own.kind().words());
            return null;
        }
        boolean relative = text.text().strip().endsWith("%");
        var kind = relative ? Kind.NUMBER : own.kind() == Kind.TEMPERATURE ? Kind.TEMPERATURE_DIFFERENCE : own.kind();
        var amount = gauges.amount(text, text.text(), kind);
        if (amount != null && !(amount > 0)) {
            problems.add(text, text.words(), "more than nothing");
        }
        return amount == null ? null : new Metric(name, own, other, "higher".equals(row.text("better")), amount, relative, text.text());
    }

    private List<Reproduced> reproduced(@Nullable Node node) {
        List<Reproduced> all = new ArrayList<>();
        for (var row : Trees.maps(node)) {
            var gauge = gauges.read(or(row.text("name"), ""), row);
            if (gauge != null && row.get("measured") instanceof Node.Scalar measured && row.get("within") instanceof Node.Scalar within) {
                var value = gauges.amount(measured, measured.text(), gauge.kind());
                var band = gauges.amount(within, within.text(), gauge.kind() == Kind.TEMPERATURE ? Kind.TEMPERATURE_DIFFERENCE : gauge.kind());
                if (value != null && band != null) {
                    all.add(new Reproduced(gauge, value, band, measured.text() + " ± " + within.text()));
                }
            }
        }
        return all;
    }
}

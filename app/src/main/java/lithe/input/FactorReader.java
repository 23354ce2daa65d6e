// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import lithe.explore.claim.Factor;
import org.jspecify.annotations.Nullable;

/// Reads what is not well known about a phone: paths of graded inputs, or values at two ends.
final class FactorReader {

    private final VariantsReader variants;
    private final Problems problems;

    FactorReader(VariantsReader variants, Problems problems) {
        this.variants = variants;
        this.problems = problems;
    }

    /// All graded inputs of the phone that is asked about, each on its own.
    List<Factor> all() {
        var phone = variants.files().get("");
        return phone == null ? List.of() : all(phone);
    }

    static List<Factor> all(DeviceFile phone) {
        return phone.uncertain().stream().map(input -> single("", input)).toList();
    }

    List<Factor> read(@Nullable Node node) {
        Map<String, Factor> factors = new LinkedHashMap<>();
        for (var item : Trees.items(node)) {
            switch (item) {
                case Node.Scalar pattern -> matching(pattern, "").forEach(input -> factors.put(input.path(), single("", input)));
                case Node.Fields map -> factor(map).forEach(factor -> factors.put(factor.name(), factor));
                case Node.Items _ -> { } // the shape has told
            }
        }
        return List.copyOf(factors.values());
    }

    private static Factor single(String phone, Input input) {
        return new Factor.Graded(Changes.shortForm(input.path()), phone, List.of(new Factor.Moving(input.path(), input.quantity())));
    }

    private List<Factor> factor(Node.Fields map) {
        var called = map.text("name");
        var phone = phone(map);
        if (called == null || phone == null) {
            return List.of();
        }
        var inputs = map.get("inputs");
        if (inputs == null && map.get("low") == null && map.get("high") == null) {
            problems.add(map, "nothing that is moved", "inputs, or values for low and high", "inputs: chamber.wick.*", null);
            return List.of();
        }
        if (inputs != null) {
            List<Factor.Moving> moving = new ArrayList<>();
            var patterns = inputs instanceof Node.Items list ? list.items() : List.of(inputs);
            for (var pattern : patterns) {
                if (pattern instanceof Node.Scalar scalar) {
                    matching(scalar, phone).forEach(i -> moving.add(new Factor.Moving(i.path(), i.quantity())));
                }
            }
            return moving.isEmpty() ? List.of() : List.of(new Factor.Graded(called, phone, moving));
        }
        variants.files().forEach((name, file) -> {
            if (phone.equals(Factor.EVERY) || phone.equals(name)) {
                variants.changed(file, map.get("low"), Trees.at(map, "low"));
                variants.changed(file, map.get("high"), Trees.at(map, "high"));
            }
        });
        return List.of(new Factor.Ends(called, phone, VariantsReader.settings(map.get("low")), VariantsReader.settings(map.get("high"))));
    }

    /// The device file a factor is about, or null after telling that there is no such variant.
    private @Nullable String phone(Node.Fields map) {
        var of = map.text("of");
        if (of == null) {
            return "";
        }
        if (of.equals("every")) {
            if (map.get("inputs") != null) {
                problems.add(Trees.at(map, "of"), "every phone for graded inputs", "values for low and high: inputs of two phones are not the same");
                return null;
            }
            return Factor.EVERY;
        }
        var made = variants.made().get(of);
        if (made == null) {
            problems.add(Trees.at(map, "of"), "\"" + Problem.shown(of) + "\"", "a variant", null, problems.nearest(of, variants.made().keySet()));
            return null;
        }
        return made.variant().phone();
    }

    /// The inputs with a range whose path, in full or as a person writes it, is the pattern.
    private List<Input> matching(Node.Scalar pattern, String phone) {
        var file = variants.files().get(phone);
        if (file == null) {
            return List.of();
        }
        var found = file.inputs().stream()
                .filter(input -> matches(pattern.text(), input.path()) || matches(pattern.text(), Changes.shortForm(input.path())))
                .toList();
        var moving = found.stream().filter(input -> input.quantity().high() > input.quantity().low()).toList();
        if (moving.isEmpty()) {
            var known = new TreeSet<String>();
            file.inputs().forEach(input -> known.add(Changes.shortForm(input.path())));
            var what = found.isEmpty() ? "a path that leads nowhere" : "an input without a range";
            problems.add(pattern, "\"" + Problem.shown(pattern.text()) + "\", " + what, "the path of a graded number", "chamber.wall", problems.nearest(pattern.text(), known));
        }
        return moving;
    }

    /// Whether a path is a pattern in which a star stands for anything; goes back to the last star only, so it is never slow.
    static boolean matches(String pattern, String path) {
        int p = 0, at = 0, star = -1, tried = 0;
        while (at < path.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                tried = at;
            } else if (p < pattern.length() && pattern.charAt(p) == path.charAt(at)) {
                p++;
                at++;
            } else if (star >= 0) {
                p = star + 1;
                at = ++tried;
            } else {
                return false;
            }
        }
        return pattern.substring(p).chars().allMatch(c -> c == '*');
    }
}

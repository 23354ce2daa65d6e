// SPDX-License-Identifier: Apache-2.0
package lithe.chamber;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The reference table of this room (shipped for `lithe verify`), and the fixed property set of its cases.
final class Reference {

    /// The 50 °C property set that the cases named W50 are stated with.
    static final Saturation W50 = new Saturation(
            323.15, 12351.27, 2381974, .0679439, 5.46504e-4, 1.051646e-5, 988.0088, .08314028, 0.64059, 0.0202607);

    private Reference() {}

    static Map<String, Double> values() {
        var all = new LinkedHashMap<String, Double>();
        rows("verification.csv").forEach(r -> all.put(r.getFirst(), Double.valueOf(r.get(6))));
        return all;
    }

    /// Rows of a table beside this class, without the head line; fields may be quoted.
    static List<List<String>> rows(String name) {
        try (var in = Reference.class.getResourceAsStream(name.startsWith("verif") ? "/lithe/verify/chamber.csv" : name);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(Reference::fields).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> fields(String line) {
        var out = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                out.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        out.add(field.toString());
        return out;
    }
}

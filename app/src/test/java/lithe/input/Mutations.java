// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import lithe.units.Kind;

/// Breaks a valid device file in a way that makes it invalid by construction.
final class Mutations {

    /// A broken file and what was done to it.
    record Broken(String how, String text) {}

    private static final List<String> KNOWN_KEYS = List.of(
            "lithe", "body", "layers", "surfaces", "workloads", "material", "thickness", "at", "size", "name", "front", "back",
            "edges", "emissivity", "touch", "ambient", "density", "heat-capacity");
    private static final List<Kind> NEVER_NEGATIVE =
            List.of(Kind.LENGTH, Kind.POWER, Kind.TIME, Kind.DENSITY, Kind.CONDUCTIVITY, Kind.SPECIFIC_HEAT, Kind.FILM, Kind.CONTACT);
    private static final Pattern ONE_LINE_ITEM = Pattern.compile("(?m)^  - \\{name: ([^,}]+), material: [^\\n]*\\}[^\\n]*$");

    private final String good;
    private final List<Input> inputs;
    private final Random random;

    Mutations(String good, List<Input> inputs, Random random) {
        this.good = good;
        this.inputs = inputs;
        this.random = random;
    }

    Broken next() {
        for (; ; ) {
            var broken = attempt(random.nextInt(26));
            if (!broken.text().equals(good)) {
                return broken;
            }
        }
    }

    private Broken attempt(int which) {
        return switch (which) {
            case 0 -> new Broken("unit removed", quantity(false, (number, unit) -> number));
            case 1 -> new Broken("unit unknown", quantity(false, (number, unit) -> number + " " + unit + "zz"));
            case 2 -> new Broken("far outside the range", quantity(false, (number, unit) -> "1e300 " + unit));
            case 3 -> new Broken("not finite", quantity(true, (number, unit) -> pick("NaN ", ".nan ", ".inf ", "1e999 ", "-1e999 ", "Infinity ") + unit));
            case 4 -> new Broken("too many digits", quantity(true, (number, unit) -> "1" + "0".repeat(65 + random.nextInt(3000)) + " " + unit));
            case 5 -> new Broken("negative", negative());
            case 6 -> new Broken("a YAML 1.1 trap", quantity(true, (number, unit) -> pick("10:00", "1:30:00", "no", "0x1F", "2026-11-24", "1_000 ", "010 ") + ""));
            case 7 -> new Broken("a top key twice", good + pick("\nlithe: 1\n", "\nname: again\n", "\nsurfaces: {}\n"));
            case 8 -> new Broken("a known key renamed", renamedKey());
            case 9 -> new Broken("cut off", good.substring(0, random.nextInt(good.indexOf("\nworkloads:"))));
            case 10 -> new Broken("a control character", inserted(pick("\u0000", "\u0007", "\u001b", "\ufeff", "\u007f")));
            case 11 -> new Broken("an anchor", good.replaceFirst("(?m)^name: ", "name: &a "));
            case 12 -> new Broken("a tag", good.replaceFirst("(?m)^name: ", "name: " + pick("!!str ", "!x ", "!!java.net.URL ", "!!binary ")));
            case 13 -> new Broken("aliases", good + "\nbomb: [" + "*a, ".repeat(1 + random.nextInt(90)) + "*a]\n");
            case 14 -> new Broken("a second document", good + "\n---\nlithe: 1\n");
            case 15 -> new Broken("an unknown material", replaceOne("material: ([^,}\\n#]*[^,}\\n# ])", m -> "material: " + m + " zz"));
            case 16 -> new Broken("a part again under another name", copied(true));
            case 17 -> new Broken("a part or layer again", copied(false));
            case 18 -> new Broken("a part far away", replaceOne("at: \\[[0-9.]+ mm,", m -> "at: [900 mm,"));
            case 19 -> new Broken("time backwards", good + workload("{" + source() + ": [[0 s, 1 W], [9 s, 2 W], [" + random.nextInt(9) + " s, 1 W]]}", "duration: 1 min"));
            case 20 -> new Broken("power on nothing", good + workload("{nowhere " + random.nextInt(99) + ": 1 W}", "duration: 1 min"));
            case 21 -> new Broken("no duration", good + workload("{" + source() + ": 1 W}", "note: x"));
            case 22 -> new Broken("too deep", good + "\ndeep: " + "[".repeat(30 + random.nextInt(3000)) + "\n");
            case 23 -> new Broken("an unknown word", replaceOne("touch: (glass|metal|plastic)", m -> "touch: " + pick("wood", "Glass", "", "[glass]", "{a: b}")));
            case 24 -> new Broken("a thin body", good.replaceFirst("thickness: [0-9.]+ mm", "thickness: 0.0" + (11 + random.nextInt(80)) + " mm"));
            default -> new Broken("a value of another sort", quantity(true, (number, unit) -> pick("[1 mm, 2 mm, 3 mm, 4 mm]", "{}", "{a: 1 mm}", "[]", "''", "\"\"", "~")));
        };
    }

    private interface Rewrite {
        String of(String number, String unit);
    }

    /// Rewrites a random quantity of the file itself at its place.
    private String quantity(boolean pureNumbersToo, Rewrite rewrite) {
        var own = inputs.stream()
                .filter(input -> input.place().file().equals("fuzz.yaml"))
                .filter(input -> pureNumbersToo || input.quantity().kind() != Kind.NUMBER)
                .toList();
        return at(own.get(random.nextInt(own.size())), rewrite);
    }

    private String negative() {
        var own = inputs.stream()
                .filter(input -> input.place().file().equals("fuzz.yaml"))
                .filter(input -> NEVER_NEGATIVE.contains(input.quantity().kind()) && input.quantity().si() > 0)
                .toList();
        return at(own.get(random.nextInt(own.size())), (number, unit) -> "-" + number + " " + unit);
    }

    private String at(Input input, Rewrite rewrite) {
        int offset = offset(input.place());
        // a graded quantity is a map; its place is the bracket, its number stands behind "value:"
        int start = good.indexOf(input.text(), offset);
        if (start < 0 || start - offset > 60) {
            return good;
        }
        var unit = input.quantity().unit();
        var number = input.text().substring(0, input.text().length() - unit.length()).strip();
        return good.substring(0, start) + rewrite.of(number, unit) + good.substring(start + input.text().length());
    }

    private int offset(Place place) {
        int offset = 0;
        for (int line = 1; line < place.line(); line++) {
            offset = good.indexOf('\n', offset) + 1;
        }
        return offset + place.column() - 1;
    }

    private String renamedKey() {
        var key = KNOWN_KEYS.get(random.nextInt(KNOWN_KEYS.size()));
        return replaceOne("(?<=[ {\\n])" + key + ": ", m -> key + pick("x: ", "_: ", "-: ", " 2: "));
    }

    private String inserted(String what) {
        int at = random.nextInt(good.length());
        return good.substring(0, at) + what + good.substring(at);
    }

    private String copied(boolean renamed) {
        // a copied layer beside one that takes the rest could be valid under another name; a copied part overlaps
        var matches = ONE_LINE_ITEM.matcher(good).results().filter(m -> !renamed || m.group().contains(" at: [")).toList();
        if (matches.isEmpty()) {
            return good;
        }
        var match = matches.get(random.nextInt(matches.size()));
        var line = renamed ? match.group().replace("name: " + match.group(1), "name: " + match.group(1) + " copy") : match.group();
        return good.substring(0, match.end()) + "\n" + line + good.substring(match.end());
    }

    private String workload(String power, String rest) {
        return "\n  - {name: fuzz, ambient: 25 °C, posture: stand, " + rest + ", power: " + power + "}\n";
    }

    private String source() {
        return good.contains("name: SoC,") ? "SoC" : good.contains("name: chip,") ? "chip" : "AP";
    }

    private String replaceOne(String pattern, java.util.function.UnaryOperator<String> change) {
        var matches = Pattern.compile(pattern).matcher(good).results().toList();
        if (matches.isEmpty()) {
            return good;
        }
        var match = matches.get(random.nextInt(matches.size()));
        var inside = match.groupCount() > 0 ? match.group(1) : match.group();
        return good.substring(0, match.start()) + change.apply(inside) + good.substring(match.end());
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    static List<String> bases() {
        List<String> bases = new ArrayList<>();
        for (var template : Template.values()) {
            bases.add(template.text());
        }
        return bases;
    }
}

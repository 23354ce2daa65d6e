// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.Locale;
import lithe.board.BoardDesign;
import lithe.board.DensityClaim;
import lithe.device.Device;
import lithe.device.Part;
import lithe.units.Nearest;
import org.jspecify.annotations.Nullable;

/// Reads what a device file says about its board.
final class BoardReader {

    private final Amounts amounts;
    private final Problems problems;

    BoardReader(Amounts amounts, Problems problems) {
        this.amounts = amounts;
        this.problems = problems;
    }

    @Nullable BoardDesign read(@Nullable Node node, @Nullable Device device) {
        if (!(node instanceof Node.Fields map) || device == null || !(map.get("claim") instanceof Node.Fields said)) {
            return null;
        }
        var lower = part(map, "lower", device);
        var upper = map.get("upper") == null ? null : part(map, "upper", device);
        var basis = word(said, "basis");
        var before = word(said, "before");
        var statistic = word(said, "statistic");
        if (lower == null || basis == null || before == null || statistic == null) {
            return null;
        }
        double tiny = amounts.si(map.get("share-01005"), 0.4);
        var claim = new DensityClaim(
                amounts.si(said.get("gap"), 0),
                amounts.si(said.get("parts"), 0),
                amounts.si(said.get("area"), 0),
                DensityClaim.Basis.valueOf(basis),
                DensityClaim.Structure.valueOf(before),
                DensityClaim.GapStatistic.valueOf(statistic),
                amounts.si(said.get("start-gap"), 0.15e-3),
                amounts.si(said.get("share-01005-before"), tiny),
                tiny,
                amounts.si(said.get("chip-area"), 1));
        int passives = (int) Math.round(amounts.si(map.get("passives"), 1000));
        return new BoardDesign(
                lower, upper, passives, tiny, amounts.si(map.get("chip-area"), 1), amounts.si(map.get("gap"), 0.13e-3), claim);
    }

    private @Nullable String part(Node.Fields map, String key, Device device) {
        var name = map.text(key);
        var names = device.parts().stream().map(Part::name).toList();
        if (name == null || !names.contains(name)) {
            problems.add(Trees.at(map, key), Trees.at(map, key).words(), "a part", null, name == null ? null : Nearest.to(name, names));
            return null;
        }
        return name;
    }

    /// A word whose list of choices the shape has checked already.
    private static @Nullable String word(Node.Fields map, String key) {
        var text = map.text(key);
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }
}

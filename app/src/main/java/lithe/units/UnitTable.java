// SPDX-License-Identifier: Apache-2.0
package lithe.units;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The unit symbols Lithe knows, with and without prefix. Values: BIPM, SI Brochure, 9th edition (2019), tables 4, 7, 8.
final class UnitTable {

    private static final Map<String, Factor> PREFIXED = new LinkedHashMap<>();
    private static final Map<String, Factor> ALONE = new LinkedHashMap<>();
    private static final Map<String, Factor> PREFIX = Map.of(
            "G", number(1e9, 1),
            "M", number(1e6, 1),
            "k", number(1e3, 1),
            "c", number(1, 1e2),
            "m", number(1, 1e3),
            "\u00b5", number(1, 1e6),
            "\u03bc", number(1, 1e6),
            "u", number(1, 1e6),
            "n", number(1, 1e9),
            "p", number(1, 1e12));

    static {
        prefixed(1, 0, 0, 0, 0, 0, 1, 1, "m");
        prefixed(0, 1, 0, 0, 0, 0, 1, 1000, "g");
        prefixed(0, 0, 1, 0, 0, 0, 1, 1, "s");
        prefixed(0, 0, 0, 1, 0, 0, 1, 1, "A");
        prefixed(0, 0, 0, 0, 1, 0, 1, 1, "K");
        prefixed(0, 0, 0, 0, 0, 1, 1, 1, "mol");
        prefixed(0, 0, -1, 0, 0, 0, 1, 1, "Hz");
        prefixed(1, 1, -2, 0, 0, 0, 1, 1, "N");
        prefixed(-1, 1, -2, 0, 0, 0, 1, 1, "Pa");
        prefixed(-1, 1, -2, 0, 0, 0, 1e5, 1, "bar");
        prefixed(2, 1, -2, 0, 0, 0, 1, 1, "J");
        prefixed(2, 1, -2, 0, 0, 0, 3600, 1, "Wh");
        prefixed(2, 1, -3, 0, 0, 0, 1, 1, "W");
        prefixed(0, 0, 1, 1, 0, 0, 1, 1, "C");
        prefixed(0, 0, 1, 1, 0, 0, 3600, 1, "Ah");
        prefixed(2, 1, -3, -1, 0, 0, 1, 1, "V");
        prefixed(2, 1, -3, -2, 0, 0, 1, 1, "\u03a9", "\u2126", "Ohm", "ohm");
        prefixed(-2, -1, 3, 2, 0, 0, 1, 1, "S");
        prefixed(3, 0, 0, 0, 0, 0, 1, 1000, "L", "l");
        alone(0, 0, 1, 0, 0, 0, 60, 1, "min");
        alone(0, 0, 1, 0, 0, 0, 3600, 1, "h");
        alone(0, 0, 0, 0, 1, 0, 1, 1, "°C", "Cel");
        alone(0, 0, 0, 0, 0, 0, 1, 100, "%");
        alone(0, 0, 0, 0, 0, 0, Math.PI, 180, "°", "deg");
        alone(0, 0, 0, 0, 0, 0, 1, 1, "rad");
    }

    /// What a person may have meant; the common symbols with their usual prefixes.
    static final List<String> COMMON = List.of(
            "mm", "µm", "um", "cm", "nm", "m", "mm²", "W", "mW", "kW", "°C", "Cel", "K", "mK", "%", "mAh", "Ah", "mA", "A",
            "Wh", "kWh", "J", "kJ", "V", "mV", "mΩ", "mOhm", "Ω", "Ohm", "s", "ms", "min", "h", "Pa", "kPa", "MPa", "g",
            "kg", "L", "mL", "Hz", "kHz", "C", "S", "mol", "°", "rad", "N", "bar");

    private UnitTable() {}

    /// Returns the unit with this symbol, or null.
    static @Nullable Factor find(String symbol) {
        var alone = ALONE.get(symbol);
        if (alone != null) {
            return alone;
        }
        var plain = PREFIXED.get(symbol);
        if (plain != null) {
            return plain;
        }
        var prefix = symbol.isEmpty() ? null : PREFIX.get(symbol.substring(0, 1));
        var unit = prefix == null ? null : PREFIXED.get(symbol.substring(1));
        return prefix == null || unit == null ? null : prefix.times(unit);
    }

    static boolean isCelsius(String symbol) {
        return symbol.equals("°C") || symbol.equals("Cel");
    }

    private static Factor number(double over, double under) {
        return new Factor(Dimension.NONE, over, under);
    }

    private static void prefixed(int m, int kg, int s, int a, int k, int mol, double over, double under, String... names) {
        for (var name : names) {
            PREFIXED.put(name, new Factor(new Dimension(m, kg, s, a, k, mol), over, under));
        }
    }

    private static void alone(int m, int kg, int s, int a, int k, int mol, double over, double under, String... names) {
        for (var name : names) {
            ALONE.put(name, new Factor(new Dimension(m, kg, s, a, k, mol), over, under));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package lithe.units;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads `"0.30 mm"` into SI and writes SI for a person.
public final class Units {

    /// The melting point of ice on the kelvin scale: 0 °C, exact by definition of the Celsius scale.
    public static final double ICE = 273.15;

    private static final int LONGEST = 64;
    // Possessive quantifiers: nothing an attacker writes makes this walk back.
    private static final Pattern NUMBER =
            Pattern.compile("[+\\-\u2212]?+(?:\\d++(?:\\.\\d*+)?+|\\.\\d++)(?:[eE][+\\-\u2212]?+\\d++)?+");
    private static final Pattern LEADING_ZERO = Pattern.compile("[+\\-\u2212]?0\\d.*");

    private Units() {}

    /// A number as it was written, in SI.
    ///
    /// @param si the value in SI units
    /// @param unit the unit it was written in, empty for a pure number
    public record Reading(double si, String unit) {}

    /// Reads a quantity.
    ///
    /// @param text number and unit, such as `"8 W/(m²·K)"`
    /// @param kind what is expected
    /// @return the value in SI and the unit it was written in
    /// @throws UnitException saying why the text is not such a quantity
    public static Reading read(String text, Kind kind) {
        var whole = text.strip();
        var matcher = NUMBER.matcher(whole);
        if (!matcher.lookingAt()) {
            throw notANumber(whole);
        }
        double number = number(whole, matcher);
        var unit = whole.substring(matcher.end()).strip();
        return new Reading(toSi(number, unit, kind, whole), unit);
    }

    /// Converts a number in a unit to SI.
    ///
    /// @param number the value in the unit
    /// @param unit a unit of the kind
    /// @param kind what is expected
    /// @return the value in SI units
    /// @throws UnitException if the unit is unknown or of another kind
    public static double toSi(double number, String unit, Kind kind) {
        return toSi(number, unit, kind, number + " " + unit);
    }

    /// Converts an SI value to a unit.
    ///
    /// @param si the value in SI units
    /// @param unit a unit of the kind
    /// @param kind what the value is about
    /// @return the value in the unit
    /// @throws UnitException if the unit is unknown or of another kind
    public static double fromSi(double si, String unit, Kind kind) {
        var factor = factor(unit, kind, unit);
        return kind == Kind.TEMPERATURE && UnitTable.isCelsius(unit) ? si - ICE : factor.fromSi(si);
    }

    /// Writes a value so that [#read] gives back exactly the same SI number, with as few digits as that needs.
    ///
    /// @param si the value in SI units
    /// @param unit the unit to write it in
    /// @param kind what the value is about
    /// @return number and unit
    public static String write(double si, String unit, Kind kind) {
        double number = fromSi(si, unit, kind);
        for (int digits = 1; digits <= 17; digits++) {
            var text = shortened(number, digits) + tail(unit);
            if (read(text, kind).si() == si) {
                return text;
            }
        }
        return number + tail(unit);
    }

    /// Writes a value for reading, rounded.
    ///
    /// @param si the value in SI units
    /// @param unit the unit to write it in
    /// @param kind what the value is about
    /// @param digits significant digits, 1 to 17
    /// @return number and unit
    public static String show(double si, String unit, Kind kind, int digits) {
        return shortened(fromSi(si, unit, kind), digits) + tail(unit);
    }

    private static String tail(String unit) {
        return unit.isEmpty() || unit.equals("°") ? unit : " " + unit;
    }

    private static String shortened(double number, int digits) {
        double size = Math.abs(number);
        if (size != 0 && (size >= 1e7 || size < 1e-3)) {
            return String.format(Locale.ROOT, "%." + (digits - 1) + "e", number)
                    .replaceFirst("\\.?0*e([+-])0*(\\d)", "e$1$2")
                    .replace("e+", "e");
        }
        int before = size < 1 ? 1 : (int) Math.floor(Math.log10(size)) + 1;
        int lead = size == 0 || size >= 1 ? 0 : (int) -Math.floor(Math.log10(size)) - 1;
        int after = size < 1 ? digits + lead : Math.max(0, digits - before);
        var text = String.format(Locale.ROOT, "%." + after + "f", number);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }

    private static double number(String whole, Matcher matcher) {
        var digits = matcher.group();
        if (digits.length() > LONGEST) {
            throw new UnitException("its number is longer than " + LONGEST + " characters", null);
        }
        var rest = whole.substring(matcher.end());
        if (rest.startsWith(",")) {
            throw new UnitException("the decimal sign is a point", whole.replaceFirst(",", "."));
        }
        if (!rest.isBlank() && Character.isDigit(rest.strip().charAt(0)) && !rest.strip().startsWith("1/")) {
            throw new UnitException("its number has a blank in the middle", null);
        }
        if (rest.startsWith(":") || rest.startsWith(".") || rest.startsWith("_")) {
            throw new UnitException("not a number with a unit", null);
        }
        if (LEADING_ZERO.matcher(digits).matches()) {
            throw new UnitException("a leading zero could mean octal", whole.replaceFirst("0+(?=\\d)", ""));
        }
        double value = Double.parseDouble(digits.replace('\u2212', '-'));
        if (!Double.isFinite(value)) {
            throw new UnitException("its number is too large", null);
        }
        return value;
    }

    private static UnitException notANumber(String whole) {
        var word = whole.isEmpty() ? "nothing" : "not a number with a unit";
        return new UnitException(whole.isEmpty() ? word + " is written" : word, null);
    }

    private static double toSi(double number, String unit, Kind kind, String whole) {
        var factor = factor(unit, kind, whole);
        boolean celsius = kind == Kind.TEMPERATURE && UnitTable.isCelsius(unit);
        double si = celsius ? number + ICE : factor.toSi(number);
        if (!Double.isFinite(si)) {
            throw new UnitException("its number is too large", null);
        }
        if (kind == Kind.TEMPERATURE && si < 0) {
            throw new UnitException("below absolute zero", null);
        }
        return si;
    }

    private static Factor factor(String unit, Kind kind, String whole) {
        if (unit.isEmpty() && kind != Kind.NUMBER) {
            throw new UnitException("the unit is missing", null);
        }
        if (kind == Kind.TEMPERATURE_DIFFERENCE && UnitTable.isCelsius(unit)) {
            throw new UnitException("°C is a point on a scale, not a difference", whole.replace(unit, "K"));
        }
        var factor = readUnit(unit, kind, whole);
        if (!factor.dimension().equals(kind.dimension())) {
            throw otherDimension(unit, kind, whole);
        }
        return factor;
    }

    private static Factor readUnit(String unit, Kind kind, String whole) {
        try {
            return UnitExpression.read(unit, kind);
        } catch (UnitException e) {
            var near = e.nearest();
            throw new UnitException(String.valueOf(e.getMessage()), near == null ? null : whole.replace(unit, near));
        }
    }

    private static UnitException otherDimension(String unit, Kind kind, String whole) {
        boolean degrees = kind == Kind.TEMPERATURE && (unit.equals("C") || unit.equals("°"));
        var meant = degrees ? whole.replace(unit, "°C") : null;
        return new UnitException("\"" + unit + "\" is not a unit of " + kind.words().replaceFirst("^an? ", ""), meant);
    }
}

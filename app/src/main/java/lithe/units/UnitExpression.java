// SPDX-License-Identifier: Apache-2.0
package lithe.units;


/// Reads products, quotients and powers of units: `W/(m²·K)`, `m2`, `mA·h`, `1/h`.
///
/// `a/b/c` is (a/b)/c. A product after a quotient, `W/m²·K`, is refused: half of its writers mean the other thing.
final class UnitExpression {

    private static final String SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";
    private static final String DOTS = "\u00b7\u22c5\u2219*";
    private static final int LONGEST = 40;
    private static final int DEEPEST = 4;

    private final String text;
    private final Kind kind;
    private final boolean suggesting;
    private int at;
    private int depth;

    private UnitExpression(String text, Kind kind, boolean suggesting) {
        this.text = text;
        this.kind = kind;
        this.suggesting = suggesting;
    }

    /// Returns the factor of a unit; the empty text is one.
    ///
    /// @throws UnitException naming what is wrong and the nearest symbol
    static Factor read(String text, Kind kind) {
        return read(text, kind, true);
    }

    private static Factor read(String text, Kind kind, boolean suggesting) {
        if (text.isEmpty()) {
            return Factor.ONE;
        }
        if (text.length() > LONGEST) {
            throw new UnitException("its unit is longer than " + LONGEST + " characters", null);
        }
        var parser = new UnitExpression(text, kind, suggesting);
        var factor = parser.product();
        if (parser.at < text.length()) {
            throw parser.wrong("cannot read \"" + text.substring(parser.at) + "\" in its unit");
        }
        return factor;
    }

    private Factor product() {
        var factor = power();
        boolean divided = false;
        while (at < text.length() && text.charAt(at) != ')') {
            char sign = text.charAt(at);
            if (sign == '/') {
                at++;
                factor = factor.times(power().power(-1));
                divided = true;
            } else if (divided) {
                throw wrong("its unit can be read in two ways; put brackets around what is divided by, as in W/(m²·K)");
            } else {
                if (DOTS.indexOf(sign) >= 0 || sign == ' ') {
                    at++;
                }
                factor = factor.times(power());
            }
        }
        return factor;
    }

    private Factor power() {
        skipBlanks();
        var factor = one();
        int before = at;
        boolean caret = at < text.length() && text.charAt(at) == '^';
        at += caret ? 1 : 0;
        int exponent = exponent();
        if (exponent == 0 && (caret || at > before)) {
            throw wrong("its unit has an unreadable power");
        }
        skipBlanksBeforeSign();
        return exponent == 0 ? factor : factor.power(exponent);
    }

    private Factor one() {
        if (at >= text.length()) {
            throw wrong("its unit ends too early");
        }
        if (text.charAt(at) == '(') {
            return bracket();
        }
        if (text.startsWith("1/", at) && at == 0) {
            at++;
            return Factor.ONE;
        }
        return symbol();
    }

    private Factor bracket() {
        if (++depth > DEEPEST) {
            throw wrong("its unit has too many brackets");
        }
        at++;
        var inside = product();
        if (at >= text.length()) {
            throw wrong("its unit has an open bracket");
        }
        at++;
        depth--;
        return inside;
    }

    private Factor symbol() {
        int start = at;
        while (at < text.length() && isSymbolCharacter(text.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw wrong("cannot read \"" + text.substring(start) + "\" in its unit");
        }
        var name = text.substring(start, at);
        if (kind == Kind.RATE && name.equals("C")) {
            return new Factor(new Dimension(0, 0, -1, 0, 0, 0), 1, 3600);
        }
        if (UnitTable.isCelsius(name) && !text.equals(name)) {
            throw new UnitException("°C inside a compound unit; use K", text.replace(name, "K"));
        }
        var factor = UnitTable.find(name);
        if (factor == null) {
            throw unknown(name, start);
        }
        return factor;
    }

    private UnitException unknown(String name, int start) {
        var near = suggesting ? Nearest.to(name, UnitTable.COMMON, candidate -> fits(start, name, candidate)) : null;
        var fixed = near == null ? null : text.substring(0, start) + near + text.substring(start + name.length());
        return new UnitException("\"" + name + "\" is not a known unit", fixed);
    }

    /// Whether the whole unit has the expected dimension once the unknown symbol is replaced.
    private boolean fits(int start, String name, String candidate) {
        try {
            var fixed = text.substring(0, start) + candidate + text.substring(start + name.length());
            return read(fixed, kind, false).dimension().equals(kind.dimension());
        } catch (UnitException e) {
            return false;
        }
    }

    private int exponent() {
        int start = at;
        boolean negative = at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '\u207b' || text.charAt(at) == '\u2212');
        at += negative ? 1 : 0;
        int value = 0;
        int digits = 0;
        for (int digit = digit(); digit >= 0 && digits < 3; digit = digit()) {
            value = 10 * value + digit;
            at++;
            digits++;
        }
        if (digits == 0) {
            at = start;
            return 0;
        }
        if (value > 9) {
            throw wrong("its unit has a power above 9");
        }
        return negative ? -value : value;
    }

    private int digit() {
        if (at >= text.length()) {
            return -1;
        }
        char c = text.charAt(at);
        return c >= '0' && c <= '9' ? c - '0' : SUPERSCRIPTS.indexOf(c);
    }

    private void skipBlanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    /// A blank before a sign or at the end means nothing; a blank before a letter is a product.
    private void skipBlanksBeforeSign() {
        int next = at;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        if (next == text.length() || "/)".indexOf(text.charAt(next)) >= 0 || DOTS.indexOf(text.charAt(next)) >= 0) {
            at = next;
        }
    }

    private static boolean isSymbolCharacter(char c) {
        return Character.isLetter(c) || c == '°' || c == '%';
    }

    private UnitException wrong(String what) {
        return new UnitException(what, null);
    }
}

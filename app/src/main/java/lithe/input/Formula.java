// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.Locale;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/// A formula in one variable x, as BPX files hold them: + − * / **, parentheses and a few functions.
///
/// Power binds to the right and before a minus in front: −x**2 is −(x²).
final class Formula {

    private static final int DEEPEST = 100;
    private static final Set<String> FUNCTIONS = Set.of("exp", "tanh", "cosh", "sinh", "sqrt", "log", "abs", "sin", "cos");

    private final String text;
    private int at;
    private int depth;

    private Formula(String text) {
        this.text = text;
    }

    /// Reads a formula.
    ///
    /// @throws IllegalArgumentException saying what is wrong and where
    static DoubleUnaryOperator of(String text) {
        var formula = new Formula(text);
        var whole = formula.sum();
        formula.skip();
        if (formula.at < text.length()) {
            throw formula.wrong("nothing more");
        }
        return whole;
    }

    private DoubleUnaryOperator sum() {
        if (++depth > DEEPEST) {
            throw wrong("fewer parentheses");
        }
        var left = product();
        while (true) {
            if (take('+')) {
                var a = left;
                var b = product();
                left = x -> a.applyAsDouble(x) + b.applyAsDouble(x);
            } else if (take('-')) {
                var a = left;
                var b = product();
                left = x -> a.applyAsDouble(x) - b.applyAsDouble(x);
            } else {
                depth--;
                return left;
            }
        }
    }

    private DoubleUnaryOperator product() {
        var left = signed();
        while (true) {
            skip();
            if (at + 1 < text.length() && text.startsWith("**", at)) {
                return left;
            }
            if (take('*')) {
                var a = left;
                var b = signed();
                left = x -> a.applyAsDouble(x) * b.applyAsDouble(x);
            } else if (take('/')) {
                var a = left;
                var b = signed();
                left = x -> a.applyAsDouble(x) / b.applyAsDouble(x);
            } else {
                return left;
            }
        }
    }

    private DoubleUnaryOperator signed() {
        if (++depth > DEEPEST) {
            throw wrong("fewer signs");
        }
        DoubleUnaryOperator result;
        if (take('-')) {
            var a = signed();
            result = x -> -a.applyAsDouble(x);
        } else if (take('+')) {
            result = signed();
        } else {
            result = power();
        }
        depth--;
        return result;
    }

    private DoubleUnaryOperator power() {
        var base = atom();
        skip();
        if (text.startsWith("**", at)) {
            at += 2;
            var exponent = signed();
            return x -> Math.pow(base.applyAsDouble(x), exponent.applyAsDouble(x));
        }
        return base;
    }

    private DoubleUnaryOperator atom() {
        skip();
        if (take('(')) {
            var inside = sum();
            if (!take(')')) {
                throw wrong("a closing parenthesis");
            }
            return inside;
        }
        int from = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        if (at > from) {
            return named(text.substring(from, at).toLowerCase(Locale.ROOT));
        }
        return number();
    }

    private DoubleUnaryOperator named(String word) {
        if (word.equals("x")) {
            return x -> x;
        }
        if (!FUNCTIONS.contains(word) || !take('(')) {
            throw wrong("x or one of " + FUNCTIONS);
        }
        var a = sum();
        if (!take(')')) {
            throw wrong("a closing parenthesis");
        }
        return switch (word) {
            case "exp" -> x -> Math.exp(a.applyAsDouble(x));
            case "tanh" -> x -> Math.tanh(a.applyAsDouble(x));
            case "cosh" -> x -> Math.cosh(a.applyAsDouble(x));
            case "sinh" -> x -> Math.sinh(a.applyAsDouble(x));
            case "sqrt" -> x -> Math.sqrt(a.applyAsDouble(x));
            case "log" -> x -> Math.log(a.applyAsDouble(x));
            case "sin" -> x -> Math.sin(a.applyAsDouble(x));
            case "cos" -> x -> Math.cos(a.applyAsDouble(x));
            default -> x -> Math.abs(a.applyAsDouble(x));
        };
    }

    private DoubleUnaryOperator number() {
        int from = at;
        while (at < text.length()
                && (Character.isDigit(text.charAt(at))
                        || text.charAt(at) == '.'
                        || (at > from && "eE".indexOf(text.charAt(at)) >= 0)
                        || (at > from && "+-".indexOf(text.charAt(at)) >= 0 && "eE".indexOf(text.charAt(at - 1)) >= 0))) {
            at++;
        }
        try {
            double value = Double.parseDouble(text.substring(from, at));
            return x -> value;
        } catch (NumberFormatException e) {
            throw wrong("a number, x or a function");
        }
    }

    private boolean take(char c) {
        skip();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException("formula \"%s\": expected %s at character %d".formatted(text, expected, at + 1));
    }
}

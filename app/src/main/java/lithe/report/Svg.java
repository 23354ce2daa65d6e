// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.util.Locale;

/// A drawing as text. Coordinates are written with two decimals; every word is escaped.
final class Svg {

    private final StringBuilder text = new StringBuilder();

    /// Starts a drawing; the view box is in units of the drawing and scales with the page.
    Svg(String name, String title, double x, double y, double width, double height, String more) {
        add("<svg class=\"%s\" viewBox=\"%s %s %s %s\" role=\"img\" aria-label=\"%s\"%s xmlns=\"http://www.w3.org/2000/svg\">"
                .formatted(name, n(x), n(y), n(width), n(height), Markup.escaped(title), more.isEmpty() ? "" : " " + more));
    }

    /// Adds markup as it is.
    Svg add(String markup) {
        text.append(markup);
        return this;
    }

    Svg rect(String name, double x, double y, double width, double height, String more) {
        return add("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s/>"
                .formatted(name, n(x), n(y), n(width), n(height), more.isEmpty() ? "" : " " + more));
    }

    Svg line(String name, double x1, double y1, double x2, double y2) {
        return add("<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>".formatted(name, n(x1), n(y1), n(x2), n(y2)));
    }

    Svg words(String name, double x, double y, String words) {
        return add("<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>".formatted(name, n(x), n(y), Markup.escaped(words)));
    }

    /// Adds a line through points x, y, x, y …, each multiplied by a scale.
    Svg path(String name, double[] points, double sx, double sy, String more) {
        var d = new StringBuilder("M");
        for (int p = 0; p < points.length; p += 2) {
            d.append(p == 0 ? "" : " ").append(n(sx * points[p])).append(' ').append(n(sy * points[p + 1]));
        }
        return add("<path class=\"%s\" d=\"%s\"%s/>".formatted(name, d, more.isEmpty() ? "" : " " + more));
    }

    Svg picture(byte[] png, double x, double y, double width, double height, String more) {
        return add("<image x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" preserveAspectRatio=\"none\" href=\"%s\" %s/>"
                .formatted(n(x), n(y), n(width), n(height), Png.uri(png), more));
    }

    String end() {
        return text.append("</svg>").toString();
    }

    /// A coordinate: at most two decimals, no trailing zeros.
    static String n(double value) {
        var text = String.format(Locale.ROOT, "%.2f", value);
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        text = text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
        return text.equals("-0") ? "0" : text;
    }

    /// Width of words in the drawing, for labels that must fit; a little more than a sans serif needs.
    static double width(String words, double size) {
        return 0.56 * size * words.codePointCount(0, words.length());
    }
}

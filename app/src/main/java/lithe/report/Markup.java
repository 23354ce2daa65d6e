// SPDX-License-Identifier: Apache-2.0
package lithe.report;

/// Text that goes into HTML, SVG or XML.
final class Markup {

    private Markup() {}

    /// Makes a text harmless as content and inside a quoted attribute; control characters become question marks.
    static String escaped(String text) {
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(allowed(c) ? c : '?');
            }
        });
        return safe.toString();
    }

    // What XML 1.0 allows, without the C1 controls.
    private static boolean allowed(int c) {
        boolean blank = c == '\t' || c == '\n' || c == '\r';
        boolean control = c < 0x20 || c >= 0x7f && c < 0xa0;
        boolean surrogate = c >= 0xd800 && c < 0xe000;
        return blank || !control && !surrogate && c != 0xfffe && c != 0xffff;
    }
}

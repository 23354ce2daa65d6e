// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.util.ArrayList;
import java.util.List;

/// A parenthesised expression or a word, with its place in the file.
sealed interface Expression {

    /// Line, from 1.
    int line();

    /// Column, from 1.
    int column();

    /// A word or a quoted text.
    record Word(String text, int line, int column) implements Expression {}

    /// A list in parentheses; its first word is its name.
    record Form(List<Expression> items, int line, int column) implements Expression {

        /// Returns the first word, or an empty text.
        String name() {
            return !items.isEmpty() && items.getFirst() instanceof Word w ? w.text() : "";
        }

        /// Returns all forms of a name directly inside.
        List<Form> forms(String name) {
            List<Form> found = new ArrayList<>();
            for (var item : items) {
                if (item instanceof Form f && f.name().equals(name)) {
                    found.add(f);
                }
            }
            return found;
        }

        /// Tells whether a form of this name is directly inside.
        boolean has(String name) {
            for (var item : items) {
                if (item instanceof Form f && f.name().equals(name)) {
                    return true;
                }
            }
            return false;
        }

        /// Returns the words after the name, forms left out.
        List<String> words() {
            List<String> found = new ArrayList<>();
            for (int i = 1; i < items.size(); i++) {
                if (items.get(i) instanceof Word w) {
                    found.add(w.text());
                }
            }
            return found;
        }
    }

    /// Reads one expression that fills the text; never recurses, so depth is limited by memory only.
    static Form read(String file, String text) {
        List<Form> open = new ArrayList<>();
        Form whole = null;
        int line = 1;
        int lineStart = 0;
        int i = 0;
        int n = text.length();
        while (i < n) {
            char c = text.charAt(i);
            int column = i - lineStart + 1;
            if (c == '\n') {
                line++;
                lineStart = ++i;
            } else if (Character.isWhitespace(c) || c == '\uFEFF' && i == 0) {
                i++;
            } else if (c == '(') {
                if (whole != null && open.isEmpty()) {
                    throw new DesignFileException(file, line, column, "text after the end of the board; expected the end of the file");
                }
                var form = new Form(new ArrayList<>(), line, column);
                if (open.isEmpty()) {
                    whole = form;
                } else {
                    open.getLast().items().add(form);
                }
                open.add(form);
                i++;
            } else if (c == ')') {
                if (open.isEmpty()) {
                    throw new DesignFileException(file, line, column, "a closing parenthesis without an opening one");
                }
                open.removeLast();
                i++;
            } else {
                if (open.isEmpty()) {
                    throw new DesignFileException(file, line, column, "expected an opening parenthesis, found '%s'".formatted(c));
                }
                int startLine = line;
                var word = new StringBuilder();
                if (c == '"') {
                    i++;
                    while (i < n && text.charAt(i) != '"') {
                        char q = text.charAt(i);
                        if (q == '\\' && i + 1 < n) {
                            q = text.charAt(++i);
                        }
                        if (q == '\n') {
                            line++;
                            lineStart = i + 1;
                        }
                        word.append(q);
                        i++;
                    }
                    if (i >= n) {
                        throw new DesignFileException(file, startLine, column, "a quoted text that never ends");
                    }
                    i++;
                } else {
                    while (i < n && !ends(text.charAt(i))) {
                        word.append(text.charAt(i++));
                    }
                }
                open.getLast().items().add(new Word(word.toString(), startLine, column));
            }
        }
        if (whole == null) {
            throw new DesignFileException(file, 1, 1, "the file is empty; expected (kicad_pcb …)");
        }
        if (!open.isEmpty()) {
            var last = open.getLast();
            throw new DesignFileException(file, line, n - lineStart + 1, "the file ends inside (%s …), opened at %d:%d; is it cut off?"
                    .formatted(last.name(), last.line(), last.column()));
        }
        return whole;
    }

    private static boolean ends(char c) {
        return Character.isWhitespace(c) || c == '(' || c == ')' || c == '"';
    }
}

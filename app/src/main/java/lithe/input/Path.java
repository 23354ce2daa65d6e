// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import org.jspecify.annotations.Nullable;

/// The way from the root of a file to a value: keys and list positions, an item that has a name by its name.
final class Path {

    private static final int LONGEST = 120;

    static final Path ROOT = new Path(null, "");

    private final @Nullable Path parent;
    private String segment;

    private Path(@Nullable Path parent, String segment) {
        this.parent = parent;
        this.segment = segment;
    }

    Path to(String next) {
        return new Path(this, next);
    }

    /// Gives a list item its name, once the reader has come to it.
    void call(String name) {
        segment = name;
    }

    String last() {
        return segment;
    }

    boolean isRoot() {
        return parent == null;
    }

    @Override
    public String toString() {
        if (parent == null) {
            return "";
        }
        var whole = parent.parent == null ? segment : parent + "." + segment;
        return whole.length() <= LONGEST ? whole : "…" + whole.substring(whole.length() - LONGEST);
    }
}

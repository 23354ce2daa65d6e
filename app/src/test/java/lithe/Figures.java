// SPDX-License-Identifier: Apache-2.0
package lithe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Where tests leave what they measured; `./check --all` makes docs/figures.md of it.
public final class Figures {

    private static final Path FILE = Path.of("target", "figures.tsv");

    private Figures() {}

    /// Tells whether the full stress rows are asked for rather than a seeded tenth.
    ///
    /// @return true under `./check --all`
    public static boolean all() {
        return Boolean.getBoolean("lithe.all");
    }

    /// Keeps a measured figure.
    ///
    /// @param issue issue whose "Must show" row this answers, such as `2 conduction`
    /// @param row what was asked
    /// @param measured what came out, with its unit
    public static synchronized void record(String issue, String row, String measured) {
        try {
            Files.createDirectories(FILE.getParent());
            var line = "%s\t%s\t%s%n".formatted(issue, row, measured.replace('\n', ' '));
            Files.writeString(FILE, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

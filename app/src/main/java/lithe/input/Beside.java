// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import org.jspecify.annotations.Nullable;

/// Reads files that a device file names, as long as they lie in its folder or below.
final class Beside {

    private final java.nio.file.@Nullable Path folder;
    private final String shown;
    private final Problems problems;

    /// Prepares the reader.
    ///
    /// @param folder where the device file lies, or null when it lies nowhere
    /// @param shown the folder as the user named it, empty or ending with a slash
    Beside(java.nio.file.@Nullable Path folder, String shown, Problems problems) {
        this.folder = folder;
        this.shown = shown;
        this.problems = problems;
    }

    @Nullable SourceText read(Node.Scalar name, int mostBytes) {
        var file = resolve(name);
        return file == null
                ? null
                : SourceText.read(file, shown + name.text(), mostBytes, name.place(), name.path().toString(), problems);
    }

    /// Reads a file that need not be text.
    byte @Nullable [] bytes(Node.Scalar name, int mostBytes) {
        var file = resolve(name);
        return file == null
                ? null
                : SourceText.bytes(file, shown + name.text(), mostBytes, name.place(), name.path().toString(), problems);
    }

    /// Returns how messages name a file of this folder.
    String shown(Node.Scalar name) {
        return shown + name.text();
    }

    private java.nio.file.@Nullable Path resolve(Node.Scalar name) {
        var expected = "a file in the folder of the device file, or below";
        if (folder == null) {
            problems.add(name, name.words(), "a device read from a file; this one has no folder");
            return null;
        }
        try {
            var base = folder.toRealPath();
            var file = base.resolve(name.text()).normalize();
            boolean leaves = name.text().contains("..") || name.text().contains(":") || java.nio.file.Path.of(name.text()).isAbsolute();
            boolean linked = java.nio.file.Files.exists(file) && !file.toRealPath().startsWith(base);
            if (leaves || !file.startsWith(base) || linked) {
                problems.add(name, name.words(), expected);
                return null;
            }
            return file;
        } catch (IOException | InvalidPathException e) {
            problems.add(name, name.words(), expected);
            return null;
        }
    }
}

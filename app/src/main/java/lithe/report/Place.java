// SPDX-License-Identifier: Apache-2.0
package lithe.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/// A folder for what a run leaves behind; a file in it is the old one or the whole new one, never a half.
///
/// @param folder the folder; made when the first file is written
public record Place(Path folder) {

    /// Writes a text in UTF-8.
    ///
    /// @param file name within the folder
    /// @param text what it holds
    /// @return where it stands
    /// @throws UncheckedIOException when the disk is full or the folder cannot be written
    public Path write(String file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Writes bytes: to a temporary file beside it, to the disk, then renamed.
    ///
    /// @param file name within the folder
    /// @param bytes what it holds
    /// @return where it stands
    /// @throws UncheckedIOException when the disk is full or the folder cannot be written
    public Path write(String file, byte[] bytes) {
        var target = folder.resolve(file);
        try {
            Files.createDirectories(folder);
            // not a temporary file of the library: those are for the owner's eyes only
            var half = folder.resolve("." + file + "." + ProcessHandle.current().pid() + ".part");
            try {
                flush(half, bytes);
                move(half, target);
            } finally {
                Files.deleteIfExists(half);
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target + ": " + e.getMessage(), e);
        }
    }

    /// Makes a file name of a name a user chose: letters, digits, dots, dashes; never a path.
    ///
    /// @param name any text
    /// @return a harmless name, at most 80 characters
    public static String harmless(String name) {
        var plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
        return plain.isEmpty() ? "unnamed" : plain.substring(0, Math.min(plain.length(), 80));
    }

    private static void flush(Path file, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

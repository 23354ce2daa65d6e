// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The text of a file, once it is known to be text and not too much of it.
///
/// @param name the file as the user named it
/// @param text its content
/// @param sha256 the hash of its bytes, hexadecimal
record SourceText(String name, String text, String sha256) {

    /// Largest device or materials file, bytes; parsers of YAML need seconds above it.
    static final int MOST_BYTES = 2_000_000;

    static SourceText of(String name, String text) {
        return new SourceText(name, text, hash(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Reads a file, or says why it cannot be read and returns null.
    static @Nullable SourceText read(java.nio.file.Path file, String name, Place from, String path, Problems problems) {
        return read(file, name, MOST_BYTES, from, path, problems);
    }

    static @Nullable SourceText read(
            java.nio.file.Path file, String name, int most, Place from, String path, Problems problems) {
        var bytes = bytes(file, name, most, from, path, problems);
        var text = bytes == null ? null : decode(bytes, new Place(name, 1, 1), problems);
        return bytes == null || text == null ? null : new SourceText(name, text, hash(bytes));
    }

    /// Reads the bytes of a file that need not be text, or says why it cannot be read and returns null.
    static byte @Nullable [] bytes(
            java.nio.file.Path file, String name, int most, Place from, String path, Problems problems) {
        var whole = new Place(name, 1, 1);
        try {
            if (!Files.isRegularFile(file)) {
                var what = Files.exists(file) ? "something that is not a file: " : "no file ";
                problems.add(new Problem(from, path, what + Problem.shown(name), "a file that exists", null, sibling(file)));
                return null;
            }
            long size = Files.size(file);
            if (size > most) {
                problems.add(new Problem(whole, "", size + " bytes", "at most " + most + " bytes", null, null));
                return null;
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            problems.add(new Problem(from, path, "no file " + Problem.shown(name), "a file that exists", null, null));
        } catch (IOException e) {
            problems.add(new Problem(from, path, "a file that cannot be read: " + Problem.shown(name), "a readable file", null, null));
        }
        return null;
    }

    private static @Nullable String sibling(java.nio.file.Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return null;
        }
        try (var names = Files.list(folder)) {
            var known = names.limit(1000).map(f -> String.valueOf(f.getFileName())).toList();
            return lithe.units.Nearest.to(String.valueOf(file.getFileName()), known);
        }
    }

    static @Nullable String decode(byte[] bytes, Place whole, Problems problems) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF) || starts(bytes, 0xFE, 0xFF) || starts(bytes, 0xFF, 0xFE)) {
            problems.add(new Problem(whole, "", "a byte order mark", "plain UTF-8 text without one", null, null));
            return null;
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return hasOnlyText(text, whole.file(), problems) ? text : null;
        } catch (CharacterCodingException e) {
            problems.add(new Problem(whole, "", "bytes that are not UTF-8", "plain UTF-8 text", null, null));
            return null;
        }
    }

    static boolean hasOnlyText(String text, String name, Problems problems) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
                start = i + 1;
            } else if (c < ' ' && c != '\t' && c != '\r' || c == '\uFEFF' || c == '\u007f') {
                var found = String.format("the control character \\u%04x", (int) c);
                problems.add(new Problem(new Place(name, line, i - start + 1), "", found, "plain text", null, null));
                return false;
            }
        }
        return true;
    }

    private static boolean starts(byte[] bytes, int... first) {
        if (bytes.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((bytes[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

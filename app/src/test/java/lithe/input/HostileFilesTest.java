// SPDX-License-Identifier: Apache-2.0
package lithe.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Files made to hurt a reader are refused in words, whatever their bytes.
class HostileFilesTest {

    @TempDir
    Path folder;

    static Stream<Arguments> files() {
        return Stream.of(
                arguments("nothing", bytes("")),
                arguments("only a comment", bytes("# x\n")),
                arguments("a byte order mark", bytes("\ufefflithe: 1\n")),
                arguments("UTF-16", "lithe: 1\n".getBytes(StandardCharsets.UTF_16)),
                arguments("UTF-16 without mark", "lithe: 1\n".getBytes(StandardCharsets.UTF_16LE)),
                arguments("Latin-1", "name: 25 °C\n".getBytes(StandardCharsets.ISO_8859_1)),
                arguments("random bytes", random()),
                arguments("zero bytes", new byte[1000]),
                arguments("a zip", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0}),
                arguments("two megabytes of comment", bytes("#" + "x".repeat(2_000_000))),
                arguments("two megabytes of list", bytes("a: [" + "1,".repeat(900_000) + "1]")),
                arguments("a hundred thousand keys", bytes("k: 1\n".repeat(200_000))),
                arguments("a million brackets", bytes("[".repeat(1_000_000))),
                arguments("a million braces", bytes("{a: ".repeat(250_000))),
                arguments("a million dashes", bytes("- ".repeat(500_000))),
                arguments("deep indents", bytes(indents(600))),
                arguments("a key of a megabyte", bytes("x".repeat(1_000_000) + ": 1\n")),
                arguments("a value of a megabyte", bytes("name: " + "x".repeat(1_000_000) + "\n")),
                arguments("a number of a million digits", bytes("body: {width: " + "1".repeat(1_000_000) + " mm}\n")),
                arguments("45 aliases", bytes(bomb(45))),
                arguments("90 aliases", bytes(bomb(90))),
                arguments("a merge key", bytes("a: &a {x: 1}\nb: {<<: *a}\n")),
                arguments("an alias of itself", bytes("&a [*a]\n")),
                arguments("a Java tag", bytes("!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://x/\"]]]]\n")),
                arguments("a set", bytes("!!set {a, b}\n")),
                arguments("binary", bytes("a: !!binary R0lGODlhDAAMAIQAAP\n")),
                arguments("a YAML 1.1 directive", bytes("%YAML 1.1\n---\nlithe: no\n")),
                arguments("a list as a key", bytes("? [a, b]\n: 1\n")),
                arguments("a scalar alone", bytes("42\n")),
                arguments("a list alone", bytes("- 1\n- 2\n")),
                arguments("null", bytes("~\n")),
                arguments("escape codes", bytes("name: \"\\e[31mred\\a\"\nlithe: 1\n")),
                arguments("a zero in quotes", bytes("name: \"a\\0b\"\n")),
                arguments("text that runs right to left", bytes("name: \"\\u202Egnp.exe\"\nbody: 1\n")),
                arguments("an unpaired surrogate", bytes("name: \"\\uD800\"\n")),
                arguments("quotes without end", bytes("name: \"x\n")),
                arguments("tabs", bytes("\tlithe: 1\n")),
                arguments("a script", bytes("lithe: 1\nname: <script>alert(1)</script>\n")),
                arguments("carriage returns only", bytes("lithe: 1\rname: x\r")),
                arguments("two documents", bytes("lithe: 1\n---\nlithe: 1\n...\n")));
    }

    @ParameterizedTest
    @MethodSource("files")
    @DisplayName("a hostile file is refused with a place and in plain characters")
    void refused(String what, byte[] content) throws IOException {
        var file = folder.resolve("hostile.yaml");
        Files.write(file, content);
        var thrown = catchThrowable(() -> DeviceFile.read(file));
        assertThat(thrown).as(what).isInstanceOf(InvalidInput.class);
        assertThat(thrown.getMessage()).as(what).contains("hostile.yaml:").endsWith("nothing was simulated.");
        assertThat(thrown.getMessage().length()).as(what).isLessThan(1_000_000);
        assertThat(thrown.getMessage().chars().filter(c -> c < ' ' && c != '\n' || c == 0x202E)).as(what).isEmpty();
    }

    @Test
    @DisplayName("a folder, a missing file and a link out of the folder are refused")
    void notFiles() throws IOException {
        assertThat(catchThrowable(() -> DeviceFile.read(folder))).isInstanceOf(InvalidInput.class);
        Files.writeString(folder.resolve("phone.yaml"), "x");
        assertThat(catchThrowable(() -> DeviceFile.read(folder.resolve("phnoe.yaml"))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("nearest \"phone.yaml\"");
        var inside = Files.createDirectory(folder.resolve("inside"));
        Files.writeString(folder.resolve("secret.csv"), "time [s], SoC [W]\n0, 1\n");
        Files.createSymbolicLink(inside.resolve("powers.csv"), folder.resolve("secret.csv"));
        var text = BrokenFilesTest.good();
        assertThat(catchThrowable(() -> DeviceFile.parse(text, "phone.yaml", inside)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("a file in the folder of the device file");
    }

    @ParameterizedTest
    @MethodSource("tables")
    @DisplayName("a hostile table is refused with a place")
    void tables(String what, String content) throws IOException {
        Files.writeString(folder.resolve("powers.csv"), content);
        var text = BrokenFilesTest.good();
        var thrown = catchThrowable(() -> DeviceFile.parse(text, "phone.yaml", folder));
        assertThat(thrown).as(what).isInstanceOf(InvalidInput.class);
        assertThat(thrown.getMessage()).as(what).contains("powers.csv:").endsWith("nothing was simulated.");
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                arguments("nothing", ""),
                arguments("header only", "time [s], SoC [W]\n"),
                arguments("no units", "time, SoC\n0, 1\n"),
                arguments("hours as watts", "time [W], SoC [s]\n0, 1\n"),
                arguments("time again", "time [s], time [s]\n0, 1\n"),
                arguments("a source again", "time [s], SoC [W], SoC [W]\n0, 1, 1\n"),
                arguments("semicolons", "time [s]; SoC [W]\n0; 1\n"),
                arguments("decimal commas", "time [s], SoC [W]\n0,0, 1,5\n"),
                arguments("equal times", "time [s], SoC [W]\n0, 1\n0, 2\n"),
                arguments("a gap", "time [s], SoC [W]\n0, 1\n1,\n2, 1\n"),
                arguments("not a number", "time [s], SoC [W]\n0, NaN\n1, inf\n"),
                arguments("negative", "time [s], SoC [W]\n0, -1\n"),
                arguments("a zero byte", "time [s], SoC [W]\n0, 1\u0000\n"),
                arguments("one long line", "time [s], SoC [W]\n" + "1,".repeat(1_000_000) + "\n"),
                arguments("many columns", "time [s]" + ", SoC [W]".repeat(2_000) + "\n"),
                arguments("many bad rows", "time [s], SoC [W]\n" + "x, y\n".repeat(100_000)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] random() {
        var bytes = new byte[4000];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static String indents(int depth) {
        var text = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            text.append(" ".repeat(i)).append("a:\n");
        }
        return text.toString();
    }

    private static String bomb(int aliases) {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i <= aliases / 9; i++) {
            text.append("a%d: &a%d [".formatted(i, i)).append(("*a" + (i - 1) + ", ").repeat(9)).append("]\n");
        }
        return text.toString();
    }
}
